"""What a file must hold true beyond its form: ids, times, citations, texts, numbers."""

from __future__ import annotations

from datetime import date
from typing import cast

from pathway_viewer.model.citation_checks import check_citations, check_references
from pathway_viewer.model.content import Content, Item, Path
from pathway_viewer.model.links import PERTURBATIONS, check_links
from pathway_viewer.model.problems import Report, listed, shown
from pathway_viewer.model.registry import registered
from pathway_viewer.model.scalars import MISSING
from pathway_viewer.model.story import READINGS
from pathway_viewer.model.time_checks import check_times


def check(content: Content, report: Report) -> None:
    """Report everything that can be judged, also where other parts could not be read."""
    registry = registered(content, report)
    check_links(content, registry, report)
    check_times(content, report)
    check_citations(content, registry, report)
    check_references(content, report)
    _check_texts(content, report)
    _check_perturbations(content, report)
    _check_bounds(content, report)
    _check_sizes(content, report)
    _check_date(content, report)


def _check_texts(content: Content, report: Report) -> None:
    """Warn of nodes without a text for some reader, and of arrows without one."""
    for path, node in content.items("nodes.*"):
        text = node.get("text", {})
        if not isinstance(text, dict):
            continue
        texts = cast(Item, text)
        lacking = [reading for reading in READINGS if _is_blank(texts.get(reading, ""))]
        if lacking:
            name = shown(str(node.get("id")))
            place = content.place(path) if not text else content.key_place((*path, "text"))
            report.warning(place, f"the node {name} has no text for {listed(lacking)}")
    for path, edge in content.items("edges.*"):
        for key in ("text", "expert"):
            if key in edge and _is_blank(edge[key]):
                name = shown(str(edge.get("id")))
                report.warning(content.place((*path, key)), f"the edge {name} has no '{key}'")


def _is_blank(value: object) -> bool:
    return isinstance(value, str) and not value.strip()


def _check_perturbations(content: Content, report: Report) -> None:
    """A clamp needs a level, a scale a factor; a block and a cut need nothing."""
    for pattern in PERTURBATIONS:
        for path, item in content.items(pattern):
            kind, value = item.get("kind"), item.get("value")
            if kind in ("clamp", "scale") and value is None:
                what = "a level 0 to 1" if kind == "clamp" else "a factor"
                report.error(content.place(path), f"a '{kind}' needs 'value', {what}")
            elif kind == "clamp" and isinstance(value, float) and value > 1:
                text = "a 'clamp' holds a level: expected 'value' 0 to 1"
                report.error(content.place((*path, "value")), text)
            elif kind in ("block", "cut") and isinstance(value, float):
                text = f"a '{kind}' takes no 'value'; did you mean 'scale'?"
                report.error(content.key_place((*path, "value")), text)


def _check_bounds(content: Content, report: Report) -> None:
    """The bounds of a free parameter must leave it some room."""
    for pattern in ("kinetics.free.*", "clocks.*.kinetics.free.*"):
        for path, item in content.items(pattern):
            low, high = item.get("low"), item.get("high")
            if isinstance(low, float) and isinstance(high, float) and low >= high:
                text = f"'high' ({high:g}) is not more than 'low' ({low:g})"
                report.error(content.place((*path, "high")), text)


def _check_date(content: Content, report: Report) -> None:
    """The day of the last review must be one."""
    for path, day in content.texts("reviewed"):
        try:
            date.fromisoformat(day)
        except ValueError:
            report.error(content.place(path), f"'reviewed': there is no day {shown(day)}")


def _check_sizes(content: Content, report: Report) -> None:
    """Widths and heights must be more than nothing."""
    sized = [(path, value, slice(0, 2)) for path, value in content.select("canvas")]
    sized += [(path, value, slice(0, 2)) for path, value in content.select("audience.canvas")]
    boxes = [f"{s}.{of}.*" for s in ("arrangement", "audience") for of in ("compartments", "nodes")]
    sized += [(path, value, slice(2, 4)) for p in boxes for path, value in content.select(p)]
    for path, value, part in sized:
        _check_size(content, path, value, part, report)


def _check_size(content: Content, path: Path, value: object, part: slice, report: Report) -> None:
    numbers = cast(list[object], value) if isinstance(value, list) else []
    for i in range(*part.indices(len(numbers))):
        number = numbers[i]
        if number is not MISSING and isinstance(number, float) and number <= 0:
            text = f"a width or a height is {number:g}: expected more than 0"
            report.error(content.place((*path, i)), text)
