"""The records of a report, as Documentation/ReportFormat.md describes them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterable, Iterator, Mapping, Optional, Sequence, Tuple, Union

from .display import html

SCHEMA = "postil.report/1"
_OWN = ("id", "set", "date", "dateFrom", "detectedLanguage")


@dataclass(frozen=True)
class Document:
    """What is known of a document beside its text."""

    id: str
    set: str
    date: Optional[str]
    date_from: Optional[str]
    detected_language: Optional[str]
    #: All that the input says of it, in its order.
    metadata: Mapping[str, Any]


@dataclass(frozen=True)
class Annotation:
    """A span of the text with what is known about it; offsets count code points, as Python's own do."""

    id: str
    type: str
    start: int
    end: int
    text: str
    features: Mapping[str, Any]
    module: Optional[str]
    rule: Optional[str]
    decision: Optional[str]
    #: The ids of the annotations that it was made from.
    made_from: Sequence[str]


@dataclass(frozen=True)
class Diagnostic:
    """What is told of a document."""

    code: str
    message: str
    start: Optional[int]
    end: Optional[int]


@dataclass(frozen=True)
class Record:
    """A document with its annotations, or with the error that it failed with."""

    document: Document
    text: Optional[str]
    annotations: Sequence[Annotation]
    error: Optional[str]
    diagnostics: Sequence[Diagnostic]
    boilerplate: Sequence[Tuple[int, int]]
    #: The line of the report, from which all of it was read.
    line: str

    @classmethod
    def parse(cls, line: str) -> Record:
        """The record of a line of a report."""
        value = json.loads(line)
        if not isinstance(value, dict) or value.get("schema") != SCHEMA:
            raise ValueError(f"no record of {SCHEMA}: {line[:60]!r}")
        given = value["document"]
        return cls(
            Document(
                given["id"], given["set"], given.get("date"), given.get("dateFrom"), given.get("detectedLanguage"),
                {name: one for name, one in given.items() if name not in _OWN},
            ),
            value.get("text"),
            [_annotation(one) for one in value.get("annotations", [])],
            value.get("error"),
            [
                Diagnostic(one["code"], one["message"], one.get("start"), one.get("end"))
                for one in value.get("diagnostics", [])
            ],
            [(start, end) for start, end in value.get("boilerplate", [])],
            line.rstrip("\n"),
        )  # fmt: skip

    def of_type(self, *types: str) -> Sequence[Annotation]:
        """The annotations of some types, in the order of the text."""
        return [one for one in self.annotations if one.type in types]

    @property
    def names(self) -> Sequence[Annotation]:
        """The annotations that are names, whatever their types: those with the feature ``entity``."""
        return [one for one in self.annotations if "entity" in one.features]

    def _repr_html_(self) -> str:
        title = self.document.metadata.get("title") or self.document.id
        marks = [(one.start, one.end, one.type, _told(one)) for one in self.annotations]
        return html(str(title), self.text, marks, self.error)


def _annotation(value: Mapping[str, Any]) -> Annotation:
    by = value.get("by") or {}
    made_from = (value.get("from") or {}).get("annotations", [])
    return Annotation(
        value["id"], value["type"], value["start"], value["end"], value["text"], value.get("features", {}),
        by.get("module"), by.get("rule"), by.get("decision"), made_from,
    )  # fmt: skip


def _told(annotation: Annotation) -> str:
    return "\n".join([annotation.type] + [f"{name}: {value}" for name, value in annotation.features.items()])


def read(source: Union[str, Path, Iterable[str]]) -> Iterator[Record]:
    """The records of a report: a file of JSON lines, the folder of a run, or lines."""
    if isinstance(source, (str, Path)):
        path = Path(source)
        with open(path / "report.jsonl" if path.is_dir() else path, encoding="utf-8", newline="\n") as lines:
            yield from read(lines)
    else:
        for line in source:
            if line.strip():
                yield Record.parse(line)
