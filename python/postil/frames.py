"""Records as data frames. Needs pandas: pip install postil[frames]"""

from __future__ import annotations

from typing import Any, Iterable

from .records import Record


def annotation_frame(records: Iterable[Record], *types: str) -> Any:
    """A row for each annotation, of some types or all, and a column for each feature, called ``feature.NAME``."""
    import pandas

    rows = [
        {
            "set": record.document.set, "document": record.document.id, "date": record.document.date,
            "id": one.id, "type": one.type, "start": one.start, "end": one.end, "text": one.text,
            "module": one.module, "rule": one.rule, **{f"feature.{name}": value for name, value in one.features.items()},
        }
        for record in records
        for one in record.annotations
        if not types or one.type in types
    ]  # fmt: skip
    first = ["set", "document", "date", "id", "type", "start", "end", "text", "module", "rule"]
    return pandas.DataFrame(rows) if rows else pandas.DataFrame(columns=first)


def document_frame(records: Iterable[Record]) -> Any:
    """A row for each document: its metadata, how many annotations it has, and the error of one that failed."""
    import pandas

    return pandas.DataFrame(
        [
            {
                "set": record.document.set, "document": record.document.id, "date": record.document.date,
                **{f"metadata.{name}": value for name, value in record.document.metadata.items()},
                "annotations": len(record.annotations), "error": record.error,
            }
            for record in records
        ]
    )  # fmt: skip
