"""Progress of a long work, told on standard error in one line."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import TextIO

PARTS = 10
"""Lines into a file or a pipe, where one line cannot be written over."""


class ProgressLine:
    """One line that is written over in a terminal; elsewhere a new one for every tenth."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._over = stream.isatty()
        self._told = 0
        self._width = 0

    def tell(self, done: int, of: int, text: str) -> None:
        """What has been done of how much, in words."""
        part = PARTS * done // of
        if self._over:
            self._stream.write(f"\r{text:{self._width}}")
            self._width = len(text)
        elif part > self._told or done == 1:
            self._stream.write(f"{text}\n")
        self._told = part
        self._stream.flush()

    def end(self) -> None:
        """Leave the terminal's line empty for what comes."""
        if self._over:
            self._stream.write(f"\r{'':{self._width}}\r")
            self._stream.flush()


@contextmanager
def progress() -> Generator[ProgressLine]:
    """A line for a work that begins now and is over, or has failed, when this ends."""
    line = ProgressLine(sys.stderr)
    try:
        yield line
    finally:
        line.end()
