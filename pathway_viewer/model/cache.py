"""A pathway from what an earlier run kept of it, when its files have not changed since.

Two entries a pathway: which files it had and what was in them, by the main file's path; and
the pathway itself, by its files' content. Whatever is amiss with either, the files are read.
"""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from pathlib import Path

import msgspec

from pathway_viewer.model.file_bytes import read_bytes
from pathway_viewer.model.loaded import Loaded, digest
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.problems import Problem
from pathway_viewer.model.store import Store


class _Index(msgspec.Struct, frozen=True):
    """The files of a clean load, relative to the main file's folder, and their content."""

    files: tuple[str, ...]
    digest: str
    warnings: tuple[Problem, ...]


def load_cached(path: Path, cache_dir: Path) -> Loaded:
    """As `loader.load`, from `cache_dir` when that holds this very content.

    Only a load without errors is kept. `loader.UnreadableError` when the main file cannot be read.
    """
    store = Store(cache_dir)
    return _kept(path, store) or _read(path, store)


def _kept(path: Path, store: Store) -> Loaded | None:
    """The pathway as kept, None unless every file is as it was."""
    entry = store.get(_index_key(path))
    if entry is None:
        return None
    try:
        index = msgspec.msgpack.decode(entry, type=_Index)
        files = tuple(path.parent / name for name in index.files)
        if digest(map(read_bytes, files)) != index.digest:
            return None
        kept = store.get(_pathway_key(index.digest))
        pathway = msgspec.msgpack.decode(kept, type=Pathway) if kept is not None else None
    except (OSError, ValueError):
        return None
    return Loaded(pathway, index.warnings, files, index.digest) if pathway else None


def _read(path: Path, store: Store) -> Loaded:
    """The pathway from its files, kept for the next time."""
    # Late: the parser and the checks are not needed when the pathway was kept (40 ms).
    from pathway_viewer.model.loader import load

    loaded = load(path)
    if loaded.pathway is not None:
        files = tuple(str(file.relative_to(path.parent)) for file in loaded.files)
        index = _Index(files, loaded.digest, loaded.problems)
        store.put(_pathway_key(loaded.digest), msgspec.msgpack.encode(loaded.pathway))
        store.put(_index_key(path), msgspec.msgpack.encode(index))
    return loaded


def _index_key(path: Path) -> str:
    return f"index {_maker()} {path.absolute()} {path}"


def _pathway_key(content: str) -> str:
    return f"pathway {_maker()} {content}"


@cache
def _maker() -> str:
    """Names the code that made an entry: any other must not trust it.

    That is this room's own modules, or in a program without them the program's own file.
    """
    made = hashlib.sha256(f"{sys.version} {msgspec.__version__}".encode())
    modules = sorted(Path(__file__).parent.glob("*.py"))
    for module in modules:
        made.update(module.read_bytes())
    if not modules:
        status = Path(sys.executable).stat()
        made.update(f"{status.st_size} {status.st_mtime_ns}".encode())
    return made.hexdigest()
