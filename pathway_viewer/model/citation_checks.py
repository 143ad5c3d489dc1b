"""Citations and references: every id cited is there, every reference is complete."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from pathway_viewer.model.content import Content, Item, Path
from pathway_viewer.model.problems import SHOWN, Place, Report, listed, shown
from pathway_viewer.model.registry import Registry
from pathway_viewer.model.text import cited, malformed
from pathway_viewer.model.yaml_tree import Node, Scalar


def check_citations(content: Content, registry: Registry, report: Report) -> None:
    """Report ids cited in texts without a reference, and citations written wrong."""
    references = registry.all_of("reference")
    for path, text in _with_citations(content.values, ()):
        for id in cited(text):
            if registry.lacks(id, "reference"):
                place = _inside(content.node(path), f"@{id}", report)
                report.error(place, f"no reference has the id {shown(id)}", id, references)
        for piece in malformed(text):
            place = _inside(content.node(path), piece, report)
            form = "expected [@id] or [@id; @id]"
            report.error(place, f"{shown(piece)} is not a citation: {form}")


def _with_citations(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text with an '@' in it."""
    if isinstance(value, str):
        if "@" in value:
            yield path, value
    elif isinstance(value, dict):
        for key, inner in cast(Item, value).items():
            yield from _with_citations(inner, (*path, key))
    elif isinstance(value, list):
        for i, inner in enumerate(cast(list[object], value)):
            yield from _with_citations(inner, (*path, i))


def _inside(node: Node, piece: str, report: Report) -> Place:
    """Where a piece of a text stands; the text's own place when it is written otherwise."""
    # Past what is listed nobody looks, and each search costs the length of the text.
    if isinstance(node, Scalar) and report.errors < SHOWN:
        part = re.compile(re.escape(piece) + r"(?![A-Za-z0-9_])")
        found = part.search(node.source.text, node.start.index, node.end.index)
        if found:
            return node.source.place(found.start())
    return node.place


def check_references(content: Content, report: Report) -> None:
    """Warn of references that cannot be printed; report dates that are none."""
    for path, reference in content.items("references.*"):
        if reference.get("incomplete") is not True:
            _warn_incomplete(content, path, reference, report)
        for part, date in content.select_within(path, reference, "issued.date-parts.*"):
            if not _is_date(date):
                text = "a date is a year, or year and month, or year, month and day"
                report.error(content.place(part), text)


def _warn_incomplete(content: Content, path: Path, reference: Item, report: Report) -> None:
    lacking = [key for key in ("author", "title", "issued") if not reference.get(key)]
    if not (reference.get("container-title") or reference.get("publisher")):
        lacking.append("container-title or publisher")
    if lacking:
        text = f"citation incomplete: {shown(str(reference.get('id')))} lacks {listed(lacking)}"
        report.warning(content.place(path), f"{text}; add it, or say 'incomplete: true'")


def _is_date(date: object) -> bool:
    parts = cast(list[object], date) if isinstance(date, list) else []
    limits = ((1000, 2999), (1, 12), (1, 31))
    if not 1 <= len(parts) <= 3:
        return False
    pairs = zip(parts, limits, strict=False)
    return all(not isinstance(n, int) or low <= n <= high for n, (low, high) in pairs)
