"""The package against the built program: POSTIL names it, else it is that of PATH or of the checkout."""

from __future__ import annotations

import itertools
import os
import shutil
from pathlib import Path
from typing import Any, List, Mapping, Union

import pytest

from postil import Failure, Postil, Record, annotation_frame, document_frame, read

CHECKOUT = Path(__file__).resolve().parents[2]
BUILT = [CHECKOUT / ".build" / build / "postil" for build in ("release", "debug")]
PROGRAM = os.environ.get("POSTIL") or next((str(path) for path in BUILT if path.exists()), None) or shutil.which("postil")

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="postil is not built, and not in PATH")

#: Multi-byte text, one character of several code points among it.
PREFIX = "👩‍👩‍👧 é العراق. "


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("chain")
    (folder / "words.yaml").write_text(
        "postil: 1\nruleset: words\ntypes: {person: {features: {entity: string}}}\nrules:\n"
        "  - {id: name, type: person, pattern: '(?<name>[A-Z][a-z]+)', features: {entity: '${name}'}}\n",
        encoding="utf-8",
    )
    chain = folder / "chain.yaml"
    chain.write_text("postil: 1\nsteps: [{rules: [words.yaml]}]\n", encoding="utf-8")
    return chain


@pytest.fixture
def postil(chain: Path) -> Postil:
    return Postil(PROGRAM, chain=chain)


#: What several tests look at; the program is started once for it.
TEXTS: List[Union[str, Mapping[str, Any]]] = [
    PREFIX + "Smith met Jones.",
    {"id": "b", "text": PREFIX + "Brown", "outlet": "X"},
    PREFIX + "Smith <b>&amp;</b>\n",
]


@pytest.fixture(scope="module")
def records(chain: Path) -> List[Record]:
    return list(Postil(PROGRAM, chain=chain).annotate_texts(TEXTS))


def words(record: Record) -> List[str]:
    assert record.text is not None
    for one in record.annotations:
        assert record.text[one.start : one.end] == one.text
    return [one.text for one in record.annotations]


def test_texts_are_annotated_in_their_order(records: List[Record]) -> None:
    assert [words(record) for record in records] == [["Smith", "Jones"], ["Brown"], ["Smith"]]
    assert [record.document.id for record in records] == ["1", "b", "3"]
    assert records[1].document.metadata == {"outlet": "X"}
    assert records[0].names[0].features["entity"] == "Smith"
    assert records[0].names[0].rule == "words/name"


def test_lines_and_the_folder_that_the_program_runs_in(chain: Path) -> None:
    lines = [('{"id": "a", "text": "%sSmith"}\n' % PREFIX).encode(), b"no JSON\n", b'{"id": "c"}\n']
    a, b, c = Postil(PROGRAM, chain=chain.name, folder=chain.parent).annotate_lines(lines)
    assert words(a) == ["Smith"]
    assert (b.document.id, b.error) == ("line 2", "'standard input' line 2: the line is no JSON at byte 1")
    assert (c.document.id, c.error) == ("c", "'standard input' line 3: the record has no 'text'")


def test_many_texts_do_not_stop_the_pipe(postil: Postil) -> None:
    text = PREFIX + "Smith and some words. " * 200  # 4 KB; both pipes hold 64 KB
    count = sum(len(record.annotations) for record in postil.annotate_texts(text for _ in range(60)))
    assert count == 60 * 200


def test_reading_may_end_early(postil: Postil) -> None:
    records = postil.annotate_texts(itertools.repeat("Smith"))
    assert words(next(records)) == ["Smith"]
    del records


def test_what_the_texts_raise_is_raised(postil: Postil) -> None:
    with pytest.raises(TypeError, match="document '2' has no text"):
        list(postil.annotate_texts(["Smith", {"title": "none"}]))


def test_folders_and_sets(postil: Postil, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PREFIX + "Smith", encoding="utf-8")
    (record,) = postil.annotate(A=tmp_path)
    assert (record.document.set, record.document.id, words(record)) == ("A", "a.txt", ["Smith"])


def test_a_document_that_fails_is_a_record(postil: Postil, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02\x03" * 100)
    (tmp_path / "b.txt").write_text("Smith", encoding="utf-8")
    first, second = postil.annotate(tmp_path / "a.txt", tmp_path / "b.txt")
    assert first.error and first.text is None
    assert words(second) == ["Smith"]
    assert "is no text: it holds bytes of a binary file<" in first._repr_html_()


def test_a_command_line_that_is_wrong_is_a_failure(postil: Postil, tmp_path: Path) -> None:
    with pytest.raises(Failure) as failure:
        list(postil.annotate(tmp_path / "nowhere"))
    assert failure.value.status == 2
    assert "nowhere" in str(failure.value)
    with pytest.raises(Failure, match="no module"):
        list(Postil(PROGRAM, chain=postil.chain, settings={"none.of": True}).annotate_texts(["x"]))


def test_reports_are_read_back(records: List[Record], tmp_path: Path) -> None:
    (tmp_path / "report.jsonl").write_text("".join(record.line + "\n" for record in records), encoding="utf-8")
    assert list(read(tmp_path)) == list(read(tmp_path / "report.jsonl")) == records
    with pytest.raises(ValueError, match="no record"):
        list(read(['{"id": "a"}']))


def test_a_document_is_shown_as_it_is(records: List[Record]) -> None:
    shown = records[2]._repr_html_()
    assert ">Smith</span>" in shown
    assert "&lt;b&gt;&amp;amp;&lt;/b&gt;" in shown
    assert "entity: Smith" in shown


def test_data_frames(postil: Postil) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(
        {"url": ["u1", "u2"], "body": [PREFIX + "Smith", "Jones"], "outlet": ["X", None], "year": [2023, 2024]}
    )
    records = list(postil.annotate_frame(frame, text="body", id="url"))
    assert [record.document.id for record in records] == ["u1", "u2"]
    assert records[0].document.metadata == {"outlet": "X", "year": 2023}
    assert records[1].document.metadata == {"year": 2024}
    names = annotation_frame(records, "person")
    assert list(names["text"]) == ["Smith", "Jones"]
    assert list(names["feature.entity"]) == ["Smith", "Jones"]
    assert list(document_frame(records)["annotations"]) == [1, 1]
    assert list(annotation_frame([]).columns)[:2] == ["set", "document"]
    with pytest.raises(KeyError, match="no column 'text'"):
        list(postil.annotate_frame(frame))


def test_comparisons(postil: Postil, tmp_path: Path) -> None:
    pytest.importorskip("pandas")
    for name, text in [("A", "Smith met Jones."), ("B", "Smith met Brown.")]:
        records = postil.annotate_texts({"id": f"{name}{number}", "set": name, "text": text} for number in range(4))
        (tmp_path / f"{name}.jsonl").write_text("".join(record.line + "\n" for record in records), encoding="utf-8")
    frame = postil.compare(A=tmp_path / "A.jsonl", B=tmp_path / "B.jsonl")
    assert {"Jones", "Brown"} <= set(frame.astype(str).to_numpy().ravel())
