"""What the tests stand on: the archives that `make cluster` made, in the folder that CLUSTER names, and the program inside them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
for folder in ("cluster", "python", "Benchmarks/Speed"):
    sys.path.insert(0, str(ROOT / folder))


@pytest.fixture(scope="session")
def archives() -> Path:
    return Path(os.environ.get("CLUSTER") or ROOT / ".build/cluster").resolve()


@pytest.fixture(scope="session")
def program(archives: Path) -> Path:
    return archives / "postil/bin/postil"
