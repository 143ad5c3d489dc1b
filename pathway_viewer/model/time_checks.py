"""Times held against each other: what ends before it begins, overlaps, or comes too late."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from pathway_viewer.model.content import Content, Item, Path
from pathway_viewer.model.links import PERTURBATIONS
from pathway_viewer.model.problems import Report, shown
from pathway_viewer.model.times import spoken

SPANS = ("nodes.*.now.*", "chapters.*", *PERTURBATIONS)
_WINDOWS = ("stages.*.onset", "stages.*.peak", "stages.*.fall")
_SCENARIOS_COMPARED = 100


class _Span(NamedTuple):
    start: float
    end: float
    path: Path
    id: str
    scenarios: tuple[str, ...]


def check_times(content: Content, report: Report) -> None:
    """Report times that contradict each other."""
    for pattern in SPANS:
        for path, item in content.items(pattern):
            _check_order(content, path, item, ("start", "end"), report)
    for pattern in _WINDOWS:
        for path, item in content.items(pattern):
            _check_order(content, path, item, ("earliest", "latest"), report)
    for path, item in content.items("steps.*"):
        _check_order(content, path, item, ("at", "until"), report)
    _check_overlaps(content, report)
    _check_ends(content, report)


def hours(item: Item, key: str) -> float | None:
    """A time of a map, None where there is none or it could not be read."""
    value = item.get(key)
    return value if isinstance(value, float) else None


def _check_order(
    content: Content, path: Path, item: Item, keys: tuple[str, str], report: Report
) -> None:
    start, end = hours(item, keys[0]), hours(item, keys[1])
    if start is None or end is None:
        return
    if end < start or (end == start and keys[1] in ("end", "until")):
        text = f"'{keys[1]}' ({spoken(end)}) is not after '{keys[0]}' ({spoken(start)})"
        report.error(content.place((*path, keys[1])), text)


def _spans(content: Content) -> Iterator[_Span]:
    """The chapters whose times make sense by themselves."""
    for path, item in content.items("chapters.*"):
        start, end = hours(item, "start"), hours(item, "end")
        if start is not None and end is not None and start < end:
            told = item.get("scenarios")
            named = cast(list[object], told) if isinstance(told, list) else []
            scenarios = tuple(str(scenario) for scenario in named)
            yield _Span(start, end, path, str(item.get("id", "")), scenarios)


def _check_overlaps(content: Content, report: Report) -> None:
    """Two chapters of one scenario may touch, not overlap."""
    spans = sorted(_spans(content))
    told: set[Path] = set()
    named = dict.fromkeys(s for span in spans for s in span.scenarios)
    for scenario in ["", *named][:_SCENARIOS_COMPARED]:
        own = [span for span in spans if not span.scenarios or scenario in span.scenarios]
        last: _Span | None = None
        for span in own:
            if last is not None and span.start < last.end and span.path not in told:
                told.add(span.path)
                text = f"the chapter {shown(span.id)} begins at {spoken(span.start)}, before"
                text += f" {shown(last.id)} ends at {spoken(last.end)}"
                on = f", both on the scenario {shown(scenario)}" if scenario else ""
                report.error(content.place((*span.path, "start")), text + on)
            last = span if last is None or span.end > last.end else last


def _check_ends(content: Content, report: Report) -> None:
    """Nothing may be asked of a scenario after its end."""
    ends: dict[str, float] = {}
    for path, item in content.items("scenarios.*"):
        end = hours(item, "end")
        if end is None:
            continue
        ends[str(item.get("id"))] = end
        if end <= 0:
            report.error(content.place((*path, "end")), "'end' is not after the first dose (0 h)")
        for dose, amount in content.within(path, item, "doses.*"):
            _check_end(content, (*dose, "at"), hours(amount, "at"), end, report)
    for pattern in ("steps.*", "measurements.*"):
        for path, item in content.items(pattern):
            end = ends.get(str(item.get("scenario")))
            for key in ("at", "until"):
                _check_end(content, (*path, key), hours(item, key), end, report)
    for path, item in content.items("experiments.*"):
        end = ends.get(str(item.get("scenario")))
        for readout, values in content.within(path, item, "readouts.*"):
            _check_end(content, (*readout, "at"), hours(values, "at"), end, report)


def _check_end(
    content: Content, path: Path, at: float | None, end: float | None, report: Report
) -> None:
    if at is not None and end is not None and at > end:
        text = f"{spoken(at)} is after the end of its scenario ({spoken(end)})"
        report.error(content.place(path), text)
