"""The program ``postil``, started for what is asked of it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Dict, Iterable, Iterator, List, Mapping, Optional, Sequence, Union

from .records import Record

PathLike = Union[str, Path]

#: Some documents failed; their records tell.
_SOME_FAILED = 1


class Failure(Exception):
    """The program did not do what it was asked; the text is what it said on standard error."""

    def __init__(self, status: int, told: str) -> None:
        super().__init__(told.strip() or f"postil ended with status {status}")
        self.status = status


@dataclass(frozen=True)
class Postil:
    """How documents are annotated: the options of ``postil annotate``."""

    #: The program; else that of the variable ``POSTIL``, else ``postil`` of ``PATH``.
    program: Optional[PathLike] = None
    chain: Optional[PathLike] = None
    rules: Sequence[PathLike] = ()
    modules: Sequence[PathLike] = ()
    #: Settings of modules: ``{"date-normalization.style": "news"}``.
    settings: Mapping[str, Any] = field(default_factory=dict)
    jobs: Optional[int] = None
    isolate: bool = False
    timeout: Optional[float] = None
    #: The date of documents that have none.
    date: Optional[str] = None
    #: The folder that it runs in, where that is another than the current one.
    folder: Optional[PathLike] = None
    #: Further words of the command line.
    options: Sequence[str] = ()

    def annotate(self, *inputs: PathLike, **sets: PathLike) -> Iterator[Record]:
        """The records of files and folders, in their order; ``NAME=PATH`` names their set."""
        words = [str(one) for one in inputs] + [f"{name}={path}" for name, path in sets.items()]
        yield from self._records([*self._options(), "--", *words], None)

    def annotate_texts(self, texts: Iterable[Union[str, Mapping[str, Any]]]) -> Iterator[Record]:
        """The records of texts, or of mappings with ``text`` and if need be ``id``, ``date``, ``set`` and metadata.

        They are taken as they are needed, and given to the program while records come back. A text without an id is called by its
        number, from 1.
        """
        yield from self.annotate_lines(_lines(texts))

    def annotate_lines(self, lines: Iterable[bytes]) -> Iterator[Record]:
        """The records of lines as they stand in a ``.jsonl`` file, line feed included; they are taken as they are needed."""
        yield from self._records([*self._options(), "--input-format", "jsonl", "-"], iter(lines))

    def annotate_frame(self, frame: Any, text: str = "text", **columns: str) -> Iterator[Record]:
        """The records of a data frame's rows; all other columns are metadata.

        ``id="url"`` says what column the id is, and so for ``date`` and ``set``; without ``id`` it is the row's label. Empty cells are
        left out.
        """
        yield from self.annotate_texts(_rows(frame, {"text": text, **columns}))

    def compare(self, *reports: PathLike, **sets: PathLike) -> Any:
        """The comparison of reports as a data frame of pandas: a row for each item and set."""
        import pandas

        words = [str(one) for one in reports] + [f"{name}={path}" for name, path in sets.items()]
        told = self.run("compare", "--format", "csv", *self.options, *words)
        return pandas.read_csv(io.StringIO(told), keep_default_na=False, na_values=[""])

    def run(self, *words: str) -> str:
        """What a command says on standard output."""
        done = subprocess.run(
            [self._path(), *words], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
        )
        if done.returncode != 0:
            raise Failure(done.returncode, done.stderr)
        return done.stdout

    def _path(self) -> str:
        return str(self.program or os.environ.get("POSTIL") or "postil")

    def _options(self) -> List[str]:
        single: Dict[str, Optional[object]] = {
            "--chain": self.chain, "--jobs": self.jobs, "--timeout": self.timeout, "--date": self.date,
        }  # fmt: skip
        several = {"--rules": self.rules, "--modules": self.modules}
        several["--set"] = [f"{name}={_plain(value)}" for name, value in self.settings.items()]
        words = [word for name, value in single.items() if value is not None for word in (name, str(value))]
        words += [word for name, values in several.items() for value in values for word in (name, str(value))]
        return words + (["--isolate"] if self.isolate else []) + [str(word) for word in self.options]

    def _records(self, words: Sequence[str], lines: Optional[Iterator[bytes]]) -> Iterator[Record]:
        command = [self._path(), "annotate", "--quiet", "--format", "jsonl", *words]
        with tempfile.TemporaryFile() as errors:
            stdin = subprocess.DEVNULL if lines is None else subprocess.PIPE
            process = subprocess.Popen(command, cwd=self.folder, stdin=stdin, stdout=subprocess.PIPE, stderr=errors)
            feeder = _Feeder(process.stdin, lines) if process.stdin and lines else None
            try:
                assert process.stdout is not None
                for line in process.stdout:
                    yield Record.parse(line.decode("utf-8"))
                status = process.wait()
            finally:
                process.kill()
                process.wait()
                if process.stdout:
                    process.stdout.close()
                if feeder:
                    feeder.join()
            if feeder and feeder.error:
                raise feeder.error
            if status not in (0, _SOME_FAILED):
                errors.seek(0)
                raise Failure(status, errors.read().decode("utf-8", "replace"))


class _Feeder(threading.Thread):
    """Gives lines to the program while its records are read, and keeps what the lines' maker raised."""

    def __init__(self, pipe: IO[bytes], lines: Iterator[bytes]) -> None:
        super().__init__(daemon=True)
        self.error: Optional[BaseException] = None
        self._pipe = pipe
        self._lines = lines
        self.start()

    def run(self) -> None:
        try:
            for line in self._lines:
                self._pipe.write(line)
        except BrokenPipeError:
            pass
        except BaseException as error:
            self.error = error
        finally:
            try:
                self._pipe.close()
            except BrokenPipeError:
                pass


def _lines(texts: Iterable[Union[str, Mapping[str, Any]]]) -> Iterator[bytes]:
    for number, one in enumerate(texts, 1):
        value: Dict[str, Any] = {"text": one} if isinstance(one, str) else dict(one)
        value.setdefault("id", str(number))
        if not isinstance(value.get("text"), str):
            raise TypeError(f"document {value['id']!r} has no text")
        yield json.dumps(value, ensure_ascii=False, default=str).encode("utf-8", "replace") + b"\n"


def _rows(frame: Any, columns: Mapping[str, str]) -> Iterator[Dict[str, Any]]:
    names = {column: field for field, column in columns.items()}
    missing = [column for column in names if column not in frame.columns]
    if missing:
        raise KeyError(f"the frame has no column {missing[0]!r}; it has {', '.join(map(str, frame.columns))}")
    for label, row in zip(frame.index, frame.to_dict("records")):
        given = {names.get(name, str(name)): value for name, value in row.items() if not _is_empty(value)}
        yield {"id": str(label), **given, **({"id": str(given["id"])} if "id" in given else {})}


def _is_empty(value: Any) -> bool:
    """None, NaN and NaT, which alone are not equal to themselves; pandas.NA is asked for what it is called."""
    if value is None or type(value).__name__ == "NAType":
        return True
    return isinstance(value, float) and value != value or type(value).__name__ == "NaTType"


def _plain(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
