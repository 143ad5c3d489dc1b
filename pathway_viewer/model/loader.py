"""A pathway from its files, or every reason why not, with file, line and column."""

from __future__ import annotations

import gc
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import msgspec

from pathway_viewer.model.checks import check
from pathway_viewer.model.content import Content, Item
from pathway_viewer.model.file_bytes import reason
from pathway_viewer.model.includes import Gathering
from pathway_viewer.model.loaded import Loaded, digest
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.problems import EnoughError, Place, Report
from pathway_viewer.model.readers import pathway_reader
from pathway_viewer.model.shapes import ListOf, MapOf, Thing
from pathway_viewer.model.yaml_tree import Node


class UnreadableError(Exception):
    """A file that cannot be read at all; its text is one clear line."""


def load(path: Path, drafts: Mapping[Path, bytes] | None = None) -> Loaded:
    """Read a pathway file and all its sections' files, of some of them perhaps a draft instead.

    Whatever is in the files ends in `problems`, sorted by place, at most some 200 of them.
    UnreadableError, one clear line, when the main file itself cannot be read.
    """
    report = Report()
    gathering = Gathering(path, sections(), report, drafts or {})
    try:
        with _collector_paused():
            root = gathering.gather()
            pathway = None if root is None else _built(path, root, report)
    except OSError as error:
        raise UnreadableError(f"{path}: cannot be read: {reason(error)}") from error
    except EnoughError:
        pathway = None
    files = tuple(gathering.files)
    name = digest(gathering.files.values())
    return Loaded(None if report.errors else pathway, report.problems(), files, name)


@contextmanager
def _collector_paused() -> Generator[None]:
    """The tree is many objects without cycles; visiting them all again and again takes as long
    as all the rest of a large load.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def sections() -> frozenset[str]:
    """The keys of a pathway whose value may be in another file: its lists and maps."""
    known = pathway_reader().keys.items()
    return frozenset(key for key, k in known if isinstance(k.reader, ListOf | MapOf | Thing))


def _built(path: Path, root: Node, report: Report) -> Pathway | None:
    """The pathway of a tree; None when anything is wrong with it."""
    values = pathway_reader().read(root, report)
    if isinstance(values, dict):
        check(Content(cast(Item, values), root), report)
    if report.errors:
        return None
    try:
        return msgspec.convert(values, Pathway)
    except msgspec.ValidationError as error:
        # The readers above mirror the schema; this tells, not hides, a rule they do not know.
        report.error(Place(str(path), 1, 1), str(error))
        return None
