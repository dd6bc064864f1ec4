"""A document as HTML, for notebooks."""

from __future__ import annotations

from html import escape
from typing import Optional, Sequence, Tuple
from zlib import crc32

#: Start, end, type and what is shown of it.
Mark = Tuple[int, int, str, str]


def html(title: str, text: Optional[str], marks: Sequence[Mark], error: Optional[str] = None) -> str:
    """The text with its marks; where they overlap, each piece says all that it belongs to."""
    if text is None:
        return f"<p><b>{escape(title)}</b>: {escape(error or 'no text')}</p>"
    ends = sorted({0, len(text), *(mark[0] for mark in marks), *(mark[1] for mark in marks)})
    parts = [_piece(text[start:end], [m for m in marks if m[0] <= start and end <= m[1]]) for start, end in zip(ends, ends[1:])]
    types = sorted({mark[2] for mark in marks})
    legend = " ".join(f'<span style="{_style([type])}">{escape(type)}</span>' for type in types)
    return (
        f'<div><p><b>{escape(title)}</b> {legend}</p><div style="white-space: pre-wrap">{"".join(parts)}</div></div>'
    )


def _piece(text: str, marks: Sequence[Mark]) -> str:
    if not marks:
        return escape(text)
    told = escape("\n\n".join(mark[3] for mark in marks), quote=True)
    return f'<span style="{_style([mark[2] for mark in marks])}" title="{told}">{escape(text)}</span>'


def _style(types: Sequence[str]) -> str:
    """One colour a type, the same in all documents; of several types the last has the ground."""
    hue = crc32(types[-1].encode()) % 360
    lines = "; border-bottom: 2px solid" if len(types) > 1 else ""
    return f"background: hsl({hue}, 70%, 85%); color: black{lines}"
