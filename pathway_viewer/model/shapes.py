"""Lists, maps and things with known keys: what shape a piece of the file must have."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from pathway_viewer.model.problems import SHOWN, Place, Report, meant, shown
from pathway_viewer.model.scalars import MISSING, is_null, kind, wrong
from pathway_viewer.model.yaml_tree import Mapping, Node, Scalar, Sequence


class Reader(Protocol):
    """Makes a value of a piece of the file."""

    def read(self, node: Node, report: Report) -> object:
        """The value; MISSING, and a line in the report, when it cannot be one."""
        ...


@dataclass(frozen=True)
class ListOf:
    """A list of one kind of thing. Items that cannot be read stay as MISSING."""

    name: str
    item: Reader
    least: int = 0
    most: int | None = None

    def read(self, node: Node, report: Report) -> object:
        """The items in order, one for each in the file."""
        if not isinstance(node, Sequence):
            return wrong(node, report, self.name, "a list", _list_advice(node))
        count = len(node.items)
        if count < self.least or (self.most is not None and count > self.most):
            report.error(node.place, f"{self.name} has {count} entries: expected {self._count()}")
        read = self.item.read
        return [read(item, report) for item in node.items]

    def _count(self) -> str:
        if self.most is None:
            return f"at least {self.least}"
        return f"{self.least}" if self.least == self.most else f"{self.least} to {self.most}"


def _list_advice(node: Node) -> str:
    if isinstance(node, Scalar) and not is_null(node):
        return "write it as '- ...' lines, or in brackets"
    return "put '- ' before each entry" if isinstance(node, Mapping) else ""


@dataclass(frozen=True)
class MapOf:
    """A map from ids to one kind of thing."""

    name: str
    value: Reader

    def read(self, node: Node, report: Report) -> object:
        """The values by key, without duplicates."""
        if not isinstance(node, Mapping):
            return wrong(node, report, self.name, "a map of keys and values")
        read = self.value.read
        entries = unique(node, report, self.name)
        return {key: read(value, report) for key, (_, value) in entries.items()}


@dataclass(frozen=True)
class Known:
    """One key that a thing may have."""

    reader: Reader
    required: bool


@dataclass(frozen=True)
class Thing:
    """A map with known keys: a node, an edge, the whole pathway."""

    name: str
    keys: dict[str, Known] = field(default_factory=dict[str, Known])

    def read(self, node: Node, report: Report) -> object:
        """The values by key. Unknown, missing and duplicate keys are reported."""
        if not isinstance(node, Mapping):
            return wrong(node, report, self.name, f"a map with {self._wanted()}")
        values: dict[str, object] = {}
        unknown: list[str] = []
        for key, (place, value) in unique(node, report, self.name).items():
            known = self.keys.get(key)
            if known is not None:
                values[key] = known.reader.read(value, report)
            else:
                unknown.append(key)
                self._unknown(place.place, key, report)
        if len(values) < len(self.keys):
            self._missing(node, values, unknown, report)
        return values

    def _missing(
        self, node: Mapping, values: dict[str, object], unknown: list[str], report: Report
    ) -> None:
        """Report required keys that are not there, but for those only spelled wrong."""
        for key, known in self.keys.items():
            if not known.required or key in values:
                continue
            # The comparison is bounded: a file of nothing but wrong keys must not take long.
            if not (unknown and report.errors < SHOWN and meant(key, unknown[:5])):
                report.error(node.place, f"{self.name} lacks the key {shown(key)}")

    def _wanted(self) -> str:
        wanted = [key for key, known in self.keys.items() if known.required] or list(self.keys)
        return ", ".join(f"'{key}'" for key in wanted[:8])

    def _unknown(self, place: Place, key: str, report: Report) -> None:
        if key == "<<":
            report.error(place, "the merge key '<<' is not allowed; write the keys out")
            return
        rest = f"; expected {_some(self.keys)}"
        report.error(place, f"{self.name} has no key {shown(key)}", key, self.keys, rest)


def _some(keys: dict[str, Known]) -> str:
    names = [f"'{key}'" for key in keys]
    return ", ".join(names) if len(names) <= 12 else ", ".join(names[:12]) + ", ..."


def unique(node: Mapping, report: Report, name: str) -> dict[str, tuple[Node, Node]]:
    """Key and value by the key's text; what is no key, or one given twice, is reported."""
    entries: dict[str, tuple[Node, Node]] = {}
    for key, value in node.entries:
        if not isinstance(key, Scalar):
            report.error(key.place, f"{name} has {kind(key)} as a key: expected a word")
        elif (first := entries.setdefault(key.value, (key, value)))[0] is not key:
            line = first[0].start.line + 1
            text = f"the key {shown(key.value)} is here a second time; the first is in line {line}"
            report.error(key.place, text)
    return entries


@dataclass(frozen=True)
class Row:
    """A list of a fixed length, such as a point."""

    name: str
    items: tuple[Reader, ...]

    def read(self, node: Node, report: Report) -> object:
        """The items in order."""
        if not isinstance(node, Sequence):
            return wrong(node, report, self.name, f"a list of {len(self.items)}")
        if len(node.items) != len(self.items):
            text = f"{self.name} has {len(node.items)} entries: expected {len(self.items)}"
            report.error(node.place, text)
            return MISSING
        return [r.read(n, report) for r, n in zip(self.items, node.items, strict=True)]


@dataclass(frozen=True)
class Perhaps:
    """A value or nothing ('null', or an empty place)."""

    reader: Reader

    def read(self, node: Node, report: Report) -> object:
        """The value, None when nothing is written."""
        return None if is_null(node) else self.reader.read(node, report)
