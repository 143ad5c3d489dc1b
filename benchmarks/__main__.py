"""Prints every ratio; with --write keeps the table in benchmarks/README.md."""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks import crowded, dragging, frames, presenting, resolving, solving, start
from benchmarks.timing import table

README = Path(__file__).with_name("README.md")
MARK = "<!-- measured -->"


def main() -> None:
    """Start first, while nothing else is in memory."""
    parts = start, solving, resolving, frames, presenting, crowded, dragging
    rows = [row for part in parts for row in part.rows()]
    text = table(rows)
    print(text)
    if "--write" in sys.argv:
        kept = README.read_text(encoding="utf-8").split(MARK)[0]
        machine = (
            f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
        )
        README.write_text(
            f"{kept}{MARK}\nLast measured on {machine}, offscreen:\n\n{text}\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
