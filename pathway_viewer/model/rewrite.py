"""Changes to a pathway's files in place: a value is set, an entry is added, no other byte moves.

A round trip through a YAML writer keeps comments, but folds long texts anew and indents lists in
its own way. So the loader's tree, which knows the file and the place of every value, tells which
piece of which text to replace, and the loader has to approve of the outcome before it is written.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import msgspec

from pathway_viewer.model.entries import ordering, texting
from pathway_viewer.model.includes import Gathering
from pathway_viewer.model.loader import load, sections
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.problems import Problem, Report
from pathway_viewer.model.splice import Edit, RewriteError, Way, addition, at, edited, setting
from pathway_viewer.model.writing import write_together
from pathway_viewer.model.yaml_tree import Mapping as Map
from pathway_viewer.model.yaml_tree import Scalar


def scalars(main: Path, ways: Iterable[Way]) -> dict[Way, str]:
    """The values as the files have them, without quotes; '' where none is written.

    UnreadableError or RewriteError when there is no pathway in the file.
    """
    root = _Files.of(main).root
    found = {way: at(root, way) for way in ways}
    return {way: one.value if isinstance(one, Scalar) else "" for way, one in found.items()}


def set_scalars(main: Path, texts: Mapping[Way, str]) -> tuple[Path, ...]:
    """Write numbers or times in place of old ones; the files that changed.

    A key that its map lacks is added to it; the map must be there. All files are written whole,
    or none. RewriteError when a change cannot be made or the pathway would not pass the check
    with it; UnreadableError, OSError.
    """
    files = _Files.of(main)
    edits = [setting(files.root, way, text) for way, text in texts.items()]
    return files.write(edits, lambda old, new: _differ_only(old, new, texts))


def append_item(main: Path, section: str, item: Mapping[str, object]) -> Path:
    """Add an entry at the end of a section's list; the file that changed.

    `item` is what the file is to say: keys in their order, times as texts with their unit. The
    section may sit in a file of its own; one that is not there yet is begun at the end of the
    main file. RewriteError when the pathway would not pass the check with it (an id that is
    taken, a node that is unknown); UnreadableError, OSError.
    """
    files = _Files.of(main)
    edit = addition(files.root, section, item)
    return files.write([edit], lambda old, new: _grown(old, new, section))[0]


def order_items(main: Path, section: str, ids: Sequence[str]) -> Path:
    """Put the entries of a section's list in this order; those that are not named are taken out.

    The file that changed. RewriteError when the pathway would not pass the check without what
    is taken out, or the list is spread over several files; UnreadableError, OSError.
    """
    files = _Files.of(main)
    edit = ordering(files.root, section, ids)
    return (files.write([edit], lambda old, new: _ordered(old, new, section, ids)) or (main,))[0]


def set_texts(main: Path, texts: Mapping[Way, str]) -> tuple[Path, ...]:
    """Write texts in place of old ones; the files that changed. '' takes the key out.

    RewriteError when a change cannot be made or the pathway would not pass the check with it;
    UnreadableError, OSError.
    """
    files = _Files.of(main)
    edits = [texting(files.root, way, text) for way, text in texts.items()]
    return files.write(edits, lambda old, new: _differ_only(old, new, texts))


@dataclass(frozen=True)
class _Files:
    """A pathway's files as they are now."""

    main: Path
    pathway: Pathway
    root: Map
    data: Mapping[Path, bytes]

    @classmethod
    def of(cls, main: Path) -> _Files:
        loaded = load(main)
        gathering = Gathering(main, sections(), Report())
        root = gathering.gather()
        if loaded.pathway is None or not isinstance(root, Map):
            raise RewriteError(_first_error(loaded.problems))
        return cls(main, loaded.pathway, root, gathering.files)

    def write(
        self, edits: list[Edit], accepted: Callable[[Pathway, Pathway], bool]
    ) -> tuple[Path, ...]:
        """Make the edits, hear what the loader says of the outcome, and only then write."""
        drafts: dict[Path, bytes] = {}
        for path, data in self.data.items():
            draft = edited(data, [edit for edit in edits if edit.source.name == str(path)])
            if draft != data:
                drafts[path] = draft
        loaded = load(self.main, drafts)
        if loaded.pathway is None:
            raise RewriteError(_first_error(loaded.problems))
        if not accepted(self.pathway, loaded.pathway):
            raise RewriteError(f"{self.main} is written in a way that cannot be changed in place")
        for path in drafts:
            _require_writable(path)
        write_together({path: draft.decode("utf-8") for path, draft in drafts.items()})
        return tuple(drafts)


def _first_error(problems: tuple[Problem, ...]) -> str:
    return next((str(one) for one in problems if one.severity == "error"), "there is no pathway")


def _require_writable(path: Path) -> None:
    """A file marked as read-only could be replaced all the same; nobody would expect it."""
    if not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise PermissionError(None, "it is read-only", str(path))


def _grown(old: Pathway, new: Pathway, section: str) -> bool:
    """Whether the section has one more entry, its last, and all else is as it was."""
    for name in old.__struct_fields__:
        before, after = getattr(old, name), getattr(new, name)
        if (after[:-1] if name == section else after) != before:
            return False
    return True


def _ordered(old: Pathway, new: Pathway, section: str, ids: Sequence[str]) -> bool:
    """Whether the section has these entries in this order, as they were, and all else is too."""
    for name in old.__struct_fields__:
        before, after = getattr(old, name), getattr(new, name)
        if name == section:
            named = {str(item.id): item for item in before}
            before = tuple(named[id] for id in ids)
        if after != before:
            return False
    return True


def _differ_only(old: Pathway, new: Pathway, ways: Iterable[Way]) -> bool:
    differing = _differences(msgspec.to_builtins(old), msgspec.to_builtins(new), ())
    return set(differing) <= set(ways)


def _differences(old: object, new: object, way: Way) -> Iterator[Way]:
    """The ways to all that is not the same."""
    if old == new:
        return
    before, after = _parts(old), _parts(new)
    if before is None or after is None or before.keys() != after.keys():
        yield way
        return
    for step, part in before.items():
        yield from _differences(part, after[step], (*way, step))


def _parts(value: object) -> dict[str, object] | None:
    """The values of a map by key, the entries of a list by id or else by place."""
    if isinstance(value, dict):
        return cast(dict[str, object], value)
    if not isinstance(value, list | tuple):
        return None
    named: dict[str, object] = {}
    for i, item in enumerate(cast(Iterable[object], value)):
        id = cast(dict[str, object], item).get("id") if isinstance(item, dict) else None
        named[str(id or i)] = item
    return named
