"""Writing files whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Write a text as UTF-8: the file is there complete, or as it was before.

    What is no ordinary file (a pipe, /dev/stdout) is written to directly. Raises OSError.
    """
    if path.exists() and not path.is_file():
        path.write_text(text, encoding="utf-8", newline="\n")
        return
    write_together({path: text})


def write_together(texts: Mapping[Path, str]) -> None:
    """Write several files, each whole; none is touched before all of them lie ready.

    Raises OSError.
    """
    with ExitStack() as cleaning:
        ready: list[tuple[Path, Path]] = []
        for path, text in texts.items():
            target = path.resolve()
            handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=target.parent)
            os.close(handle)
            draft = Path(name)
            cleaning.callback(_remove, draft)
            draft.write_text(text, encoding="utf-8", newline="\n")
            _open_up(draft, target)
            ready.append((draft, target))
        for draft, target in ready:
            draft.replace(target)


def write_new(path: Path, text: str) -> None:
    """Write a file that must not exist yet; FileExistsError when it does. Raises OSError."""
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _remove(draft: Path) -> None:
    with suppress(OSError):
        draft.unlink()


def _open_up(draft: Path, target: Path) -> None:
    """Give a draft, which is its owner's alone, the rights of the file it becomes."""
    if target.exists():
        shutil.copymode(target, draft)
        return
    mask = os.umask(0)
    os.umask(mask)
    draft.chmod(0o666 & ~mask)
