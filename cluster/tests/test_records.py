"""What a task does with lines, without Spark: a program that is killed is started anew, and a line that kills it twice is a fault."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Iterator, List

import pytest
from postil import Failure, Postil, Record
from postil_spark import portions, records

#: The program behind one that ends itself by a signal when it is given a line with KILL, and once at a line with ONCE.
DEADLY = """#!{python}
import os, pathlib, signal, subprocess, sys
once = pathlib.Path({mark!r})
program = subprocess.Popen([{program!r}, *sys.argv[1:]], stdin=subprocess.PIPE)
for line in sys.stdin.buffer:
    if b"KILL" in line or b"ONCE" in line and not once.exists():
        once.write_text("")
        program.stdin.close()
        program.wait()
        os.kill(os.getpid(), signal.SIGKILL)
    program.stdin.write(line)
program.stdin.close()
sys.exit(program.wait())
"""
PREFIX = "👩‍👩‍👧 é العراق. "


def line(name: str, text: str) -> bytes:
    return json.dumps({"id": name, "text": PREFIX + text}, ensure_ascii=False).encode() + b"\n"


@pytest.fixture
def chain(tmp_path: Path) -> Path:
    (tmp_path / "words.yaml").write_text(
        "postil: 1\nruleset: words\ntypes: {name: {}}\nrules:\n  - {id: name, type: name, pattern: '[A-Z][a-z]+'}\n", encoding="utf-8"
    )
    (tmp_path / "chain.yaml").write_text("postil: 1\nsteps: [{rules: [words.yaml]}]\n", encoding="utf-8")
    return tmp_path / "chain.yaml"


@pytest.fixture
def deadly(program: Path, chain: Path, tmp_path: Path) -> Postil:
    path = tmp_path / "deadly"
    path.write_text(DEADLY.format(python=sys.executable, program=str(program), mark=str(tmp_path / "mark")), encoding="utf-8")
    path.chmod(0o755)
    return Postil(path, chain=chain, jobs=1)


def told(found: Iterator[Record]) -> List[str]:
    return [f"{one.document.id}: {one.error or ' '.join(name.text for name in one.annotations)}" for one in found]


def test_a_program_that_is_killed_once_costs_nothing(deadly: Postil) -> None:
    lines = [line("a", "Ada"), line("b", "ONCE Ben"), line("c", "Cleo")]
    assert told(records(deadly, lines)) == ["a: Ada", "b: Ben", "c: Cleo"]


def test_a_line_that_kills_it_twice_is_a_fault(deadly: Postil) -> None:
    lines = [line("a", "Ada"), line("b", "KILL Ben"), b"KILL\n", line("d", "Dora")]
    ended = "postil was ended by signal 9 at this document, twice"
    assert told(records(deadly, lines)) == ["a: Ada", f"b: {ended}", f"line 448dd87e377473d5: {ended}", "d: Dora"]


def test_a_program_that_never_lives_ends_the_task(deadly: Postil) -> None:
    with pytest.raises(Failure):
        told(records(deadly, [line(str(number), "KILL") for number in range(20)]))


def test_a_command_line_that_is_wrong_ends_the_task(program: Path) -> None:
    with pytest.raises(Failure, match="nowhere"):
        told(records(Postil(program, chain="nowhere.yaml"), [line("a", "Ada")]))


def test_faults_are_the_same_wherever_their_lines_stand(program: Path, chain: Path) -> None:
    postil = Postil(program, chain=chain)
    bad = [b"no JSON\n", b'{"id": "b"}\n', b'{"text": "no id"}\n', b'{"id": "c", "text": "\xff"}\n']
    alone = [told(records(postil, [one]))[0] for one in bad]
    assert told(records(postil, [line("a", "Ada"), b"\n", *bad, b"  \r\n", line("z", "Zoe").rstrip(b"\n")])) == ["a: Ada", *alone, "z: Zoe"]
    assert alone[1] == "b: the record has no 'text'"
    assert len(set(alone)) == 4 and all("standard input" not in one for one in alone)


def test_portions_hold_about_as_much_whatever_the_lines_are() -> None:
    rows = [("a", "x" * 3_000_000), ("b", "x" * 3_000_000), ("c", None), ("d", "x")]
    assert [[name for name, _ in portion] for portion in portions(rows)] == [["a", "b"], ["c", "d"]]
    assert list(portions([])) == []
