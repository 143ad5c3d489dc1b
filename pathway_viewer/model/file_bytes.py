"""A file's bytes, read within limits."""

from __future__ import annotations

import os
import stat
from pathlib import Path

MAX_BYTES = 5_000_000
"""A pathway with all its files may hold no more; a hundred times this is no pathway."""


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The file's bytes, at most one more than `limit`.

    OSError when it cannot be read, and for all but ordinary files: a pipe or a device could
    block or never end.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if "\0" in str(path):
        raise OSError("its name has a null character in it")
    # Looked at before it is opened: opening a device can already do something.
    _require_file(path.stat())
    with open(os.open(path, flags), "rb") as stream:  # noqa: PTH123
        _require_file(os.fstat(stream.fileno()))
        return stream.read(limit + 1)


def _require_file(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise OSError("it is a folder")
    if not stat.S_ISREG(status.st_mode):
        raise OSError("it is not an ordinary file")


def reason(error: OSError) -> str:
    """Why a file could not be read, without its name."""
    return error.strerror or str(error)
