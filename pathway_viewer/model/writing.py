"""Writing files whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from pathway_viewer.model.drafts import draft_file


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a text as UTF-8, or bytes: the file is there complete, or as it was before.

    What is no ordinary file (a pipe, /dev/stdout) is written to directly. Raises OSError.
    """
    if path.exists() and not path.is_file():
        _write(path, content)
        return
    write_together({path: content})


def write_together(contents: Mapping[Path, str | bytes]) -> None:
    """Write several files, each whole; none is touched before all of them lie ready.

    Raises OSError.
    """
    with ExitStack() as cleaning:
        ready: list[tuple[Path, Path]] = []
        for path, content in contents.items():
            target = path.resolve()
            draft = cleaning.enter_context(draft_file(target))
            _write(draft, content)
            on_disk(draft)
            _open_up(draft, target)
            ready.append((draft, target))
        for draft, target in ready:
            draft.replace(target)


def put_whole(finished: Path, path: Path) -> None:
    """Put a copy of a finished file in its place: it is there complete, or as it was before.

    Raises OSError.
    """
    target = path.resolve()
    with draft_file(target) as draft:
        shutil.copyfile(finished, draft)
        on_disk(draft)
        _open_up(draft, target)
        draft.replace(target)


def refuse_what_cannot_be(path: Path) -> None:
    """OSError where no file can be written at this place, before any work is done for it."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "a folder has this name", str(path))
    if path.exists() and not path.is_file():
        return
    with draft_file(path.resolve()):
        pass
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def write_new(path: Path, text: str) -> None:
    """Write a file that must not exist yet; FileExistsError when it does. Raises OSError."""
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _write(path: Path, content: str | bytes) -> None:
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content, encoding="utf-8", newline="\n")


def on_disk(path: Path) -> None:
    """Wait until what was written has left the system's memory: a power cut takes no more of it.

    Raises OSError.
    """
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _open_up(draft: Path, target: Path) -> None:
    """Give a draft, which is its owner's alone, the rights of the file it becomes."""
    if target.exists():
        shutil.copymode(target, draft)
        return
    mask = os.umask(0)
    os.umask(mask)
    draft.chmod(0o666 & ~mask)
