"""The ids a file defines, by kind of thing; doubles and malformed ids are found on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pathway_viewer.model.content import Content
from pathway_viewer.model.problems import Report, meant, shown
from pathway_viewer.model.yaml_tree import Mapping, Node, Scalar, Sequence, is_unread

KINDS: dict[str, tuple[str, str]] = {
    "node": ("nodes", "id"),
    "edge": ("edges", "id"),
    "layer": ("layers", "id"),
    "compartment": ("compartments", "id"),
    "clock": ("clocks", "id"),
    "scenario": ("scenarios", "id"),
    "stage": ("stages", "id"),
    "chapter": ("chapters", "id"),
    "step": ("steps", "id"),
    "risk": ("risks", "id"),
    "approval": ("approvals", "id"),
    "claim": ("claims", "id"),
    "rival": ("rivals", "id"),
    "agent": ("agents", "id"),
    "experiment": ("experiments", "id"),
    "reference": ("references", "id"),
    "word": ("glossary", "word"),
}
"""Kind of thing: the section that defines it and the key that names it."""

_ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*", re.ASCII)
_REFERENCE_ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_:./+-]*", re.ASCII)


@dataclass(frozen=True)
class Registry:
    """Which ids there are. A kind is `None` where its section could not be read in full."""

    ids: dict[str, dict[str, Node] | None] = field(
        default_factory=dict[str, "dict[str, Node] | None"]
    )

    def lacks(self, id: str, *kinds: str) -> bool:
        """Whether an id surely names nothing of these kinds."""
        known = [self.ids[kind] for kind in kinds]
        return all(ids is not None and id not in ids for ids in known)

    def all_of(self, *kinds: str) -> list[str]:
        """Every id of these kinds, to find the one that was meant."""
        return [id for kind in kinds for id in self.ids[kind] or ()]


def registered(content: Content, report: Report) -> Registry:
    """Every id of the file, taken from the tree: a broken thing still has its name."""
    registry = Registry()
    for kind, (section, key) in KINDS.items():
        registry.ids[kind] = _ids(content, report, kind, section, key)
    nodes = registry.ids["node"] or {}
    for id, node in (registry.ids["edge"] or {}).items():
        if id in nodes:
            text = f"{shown(id)} is already the id of a node (line {nodes[id].place.line})"
            report.error(node.place, f"{text}; an edge needs one of its own")
    return registry


def _ids(
    content: Content, report: Report, kind: str, section: str, key: str
) -> dict[str, Node] | None:
    """The ids of one section by where they stand; None when the section is not all there."""
    listing = content.node((section,))
    if listing is content.root:
        return _without(content, kind, section)
    if not isinstance(listing, Sequence):
        return None
    found: dict[str, Node] = {}
    for item in listing.items:
        id = item.get(key) if isinstance(item, Mapping) else None
        if not isinstance(id, Scalar):
            continue
        first = found.setdefault(id.value, id)
        if first is not id:
            where = f"{first.place.file}, line {first.place.line}"
            report.error(id.place, f"a second {kind} {shown(id.value)}; the first is in {where}")
        elif key == "id":
            _check_form(id, kind, report)
    return None if any(map(is_unread, listing.items)) else found


def _without(content: Content, kind: str, section: str) -> dict[str, Node] | None:
    """The ids of a section that is not written; that it is missing or misspelled is told once."""
    keys = (key for key, _ in content.root.entries) if isinstance(content.root, Mapping) else ()
    unknown = [k.value for k in keys if isinstance(k, Scalar) and k.value not in content.values]
    if kind == "node" or meant(section, unknown[:20]):
        return None
    return {"core": content.root} if kind == "layer" else {}


def _check_form(id: Scalar, kind: str, report: Report) -> None:
    form = _REFERENCE_ID if kind == "reference" else _ID
    if not form.fullmatch(id.value):
        text = f"{shown(id.value)} cannot be an id: expected letters, digits, '_' and '-'"
        report.error(id.place, text)
