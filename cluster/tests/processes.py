"""The processes that a process started, by what Linux tells of them."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List


def below(ancestor: int) -> Dict[int, str]:
    """The command lines of the processes that descend from one."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rsplit(")", 1)[1].split()[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
    found: List[int] = [ancestor]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return {one: command(one) for one in found[1:]}


def command(process: int) -> str:
    """Empty where it is no more."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    except (FileNotFoundError, ProcessLookupError):
        return ""
