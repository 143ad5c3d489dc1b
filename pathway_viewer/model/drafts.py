"""Drafts: where a file is written until it is whole, and what becomes of those left by a kill."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
import zlib
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

SUFFIX = ".draft"

MOST_OF_NAME = 40
"""So many letters of a file's name are in its draft's: no system allows names without end."""

_HERE: set[Path] = set()
"""The drafts that this process writes now."""


@contextmanager
def draft_file(target: Path) -> Generator[Path]:
    """An empty file beside the target, which takes its place by `replace` or is gone afterwards.

    Drafts for this target that a killed program left behind are removed first. Raises OSError.
    """
    remove_forgotten(target)
    handle, name = tempfile.mkstemp(SUFFIX, _beginning(target), target.parent)
    os.close(handle)
    with _held(Path(name)) as draft:
        yield draft


@contextmanager
def draft_folder(target: Path) -> Generator[Path]:
    """The same as a folder. Raises OSError."""
    remove_forgotten(target)
    with _held(Path(tempfile.mkdtemp(SUFFIX, _beginning(target), target.parent))) as draft:
        yield draft


@contextmanager
def _held(draft: Path) -> Generator[Path]:
    _HERE.add(draft)
    try:
        yield draft
    finally:
        _HERE.discard(draft)
        _remove(draft)


def remove_forgotten(target: Path) -> None:
    """Remove what is left of this target's drafts by processes that live no more.

    Drafts of another computer that shares the folder are left alone, and so is every file whose
    name is not exactly that of a draft.
    """
    for draft in forgotten(target):
        _remove(draft)


def forgotten(target: Path) -> list[Path]:
    """The drafts of a target that nobody writes any more."""
    pattern = re.compile(
        rf"{re.escape(_stem(target))}{_computer()}-(\d+)-[a-z0-9_]{{8}}{re.escape(SUFFIX)}"
    )
    found: list[Path] = []
    with suppress(OSError):
        for one in os.scandir(target.parent):
            match = pattern.fullmatch(one.name)
            draft = target.parent / one.name
            # In a container every start may have the same number: its own is asked of nobody.
            own = match is not None and int(match[1]) == os.getpid()
            if match and draft not in _HERE and (own or not lives(int(match[1]))):
                found.append(draft)
    return found


def _stem(target: Path) -> str:
    return f".{target.name[:MOST_OF_NAME]}."


def _beginning(target: Path) -> str:
    """Whose draft it is: of which file, on which computer, by which process."""
    return f"{_stem(target)}{_computer()}-{os.getpid()}-"


def _computer() -> str:
    """Tells two computers apart that share a folder, without their names."""
    if sys.platform == "win32":
        name = os.environ.get("COMPUTERNAME", "")
    else:
        name = os.uname().nodename
    return f"{zlib.crc32(name.encode()):08x}"


def _remove(draft: Path) -> None:
    if draft.is_dir():
        shutil.rmtree(draft, ignore_errors=True)
        return
    with suppress(OSError):
        draft.unlink()


def lives(process: int) -> bool:
    """Whether a process with this number runs; True where the system does not tell."""
    if sys.platform == "win32":
        return _lives_on_windows(process)
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _lives_on_windows(process: int) -> bool:
    """Asked of the kernel: what only asks elsewhere would end the process there."""
    # Late: only this system needs it, and only where a draft was left behind.
    import ctypes

    kernel = getattr(ctypes, "WinDLL")("kernel32", use_last_error=True)  # noqa: B009
    handle = kernel.OpenProcess(0x00100000, False, process)
    if not handle:
        return getattr(ctypes, "get_last_error")() != 87  # noqa: B009 ERROR_INVALID_PARAMETER
    ended = kernel.WaitForSingleObject(handle, 0) == 0
    kernel.CloseHandle(handle)
    return not ended
