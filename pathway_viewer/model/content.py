"""A file's plain values together with where each of them stands in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, cast

from pathway_viewer.model.problems import Place
from pathway_viewer.model.scalars import MISSING
from pathway_viewer.model.yaml_tree import Mapping, Node, Scalar, Sequence

Path = tuple[str | int, ...]
"""Keys and list positions from the root: ('nodes', 3, 'text', 'student')."""

Item = dict[str, object]


class Spot(NamedTuple):
    """A value and the way to it; `path` ends in the value itself when that is a key."""

    path: Path
    value: object


@dataclass
class Content:
    """What the file says, as far as it could be read. What could not is left out of `select`."""

    values: Item
    root: Node
    _indexes: dict[int, dict[str, tuple[Node, Node]]] = field(
        default_factory=dict[int, dict[str, tuple[Node, Node]]]
    )

    def select(self, pattern: str) -> Iterator[Spot]:
        """The values a pattern such as 'edges.*.source' leads to.

        '*' is every entry of a list or every value of a map, '~' every key of a map.
        """
        yield from _select(self.values, tuple(pattern.split(".")), ())

    def select_within(self, path: Path, value: object, pattern: str) -> Iterator[Spot]:
        """As `select`, from a value found at a path."""
        yield from _select(value, tuple(pattern.split(".")), path)

    def within(self, path: Path, value: object, pattern: str) -> Iterator[tuple[Path, Item]]:
        """As `items`, from a value found at a path."""
        for inner, found in self.select_within(path, value, pattern):
            if isinstance(found, dict):
                yield inner, cast(Item, found)

    def items(self, pattern: str) -> Iterator[tuple[Path, Item]]:
        """The maps a pattern leads to."""
        for path, value in self.select(pattern):
            if isinstance(value, dict):
                yield path, cast(Item, value)

    def texts(self, pattern: str) -> Iterator[tuple[Path, str]]:
        """The texts a pattern leads to, but for empty ones."""
        for path, value in self.select(pattern):
            if isinstance(value, str) and value:
                yield path, value

    def node(self, path: Path) -> Node:
        """The piece of the file at a path; the nearest one around it when it is not written."""
        node = self.root
        for step in path:
            found = self._step(node, step)
            if found is None:
                break
            node = found
        return node

    def place(self, path: Path) -> Place:
        """Where a value stands."""
        return self.node(path).place

    def key_place(self, path: Path) -> Place:
        """Where the key that a path ends in stands."""
        parent = self.node(path[:-1])
        found = self._index(parent).get(str(path[-1])) if isinstance(parent, Mapping) else None
        return found[0].place if found else parent.place

    def _step(self, node: Node, step: str | int) -> Node | None:
        if isinstance(node, Sequence) and isinstance(step, int):
            return node.items[step] if step < len(node.items) else None
        if isinstance(node, Mapping) and isinstance(step, str):
            found = self._index(node).get(step)
            return found[1] if found else None
        return None

    def _index(self, node: Mapping) -> dict[str, tuple[Node, Node]]:
        """Key and value by the key's text, made once: a search through each would be slow."""
        if (made := self._indexes.get(id(node))) is None:
            made = self._indexes[id(node)] = {}
            for key, value in node.entries:
                if isinstance(key, Scalar):
                    made.setdefault(key.value, (key, value))
        return made


def _select(value: object, pattern: tuple[str, ...], path: Path) -> Iterator[Spot]:
    if value is MISSING or value is None:
        return
    if not pattern:
        yield Spot(path, value)
        return
    head, rest = pattern[0], pattern[1:]
    if isinstance(value, dict):
        entries = cast(Item, value)
        if head == "~":
            yield from (Spot((*path, key), key) for key in entries)
        elif head == "*":
            for key, inner in entries.items():
                yield from _select(inner, rest, (*path, key))
        elif head in entries:
            yield from _select(entries[head], rest, (*path, head))
    elif isinstance(value, list) and head == "*":
        for i, inner in enumerate(cast(list[object], value)):
            yield from _select(inner, rest, (*path, i))
