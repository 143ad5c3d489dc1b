"""Plot marks: measured points placed on a node's curve, each with its species and its spread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from pathway_viewer.dynamics.course import Course
from pathway_viewer.model.evidence import Measurement, Species
from pathway_viewer.model.pushes import Dose
from pathway_viewer.model.spread import relative_range, time_range
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.widgets.wording import SPECIES_WORD

CLOSEST = 0.1
"""Two reference numbers nearer than this share of the axis would overlap: the later one waits."""


@dataclass(frozen=True)
class PlotMark:
    """A measured point: its place 0..1 on the axis, its level, and what is said of it.

    `own` is whether its species is the one whose clock the curve is on, `same_doses` whether
    it was measured under the very doses of this curve's scenario. `reach` are the levels
    and `span` the places that its spread and its span of time cover, where they are known.
    """

    position: float
    level: float
    species: Species
    own: bool
    same_doses: bool
    number: str
    tip: str
    reach: tuple[float, float] | None = None
    span: tuple[float, float] | None = None


def plot_marks(
    course: Course,
    axis: Axis,
    points: tuple[Measurement, ...],
    numbers: Mapping[str, int],
) -> tuple[PlotMark, ...]:
    """Points with an hour on this axis; cells and other species count as not the clock's own.

    A measurement that names a scenario is drawn on that one only. The others are counted from
    one dose: they are not drawn from the second dose on.
    """
    shown = [p for p in points if drawable(p, course, axis)]
    marks: list[PlotMark] = []
    last = -1.0
    for point in sorted(shown, key=lambda p: p.at or 0.0):
        position = axis.position(point.at or 0.0)
        number = str(numbers.get(point.reference, ""))
        told = number if position - last >= CLOSEST else ""
        last = position if told else last
        marks.append(mark(course, axis, point, told, number))
    return tuple(marks)


def compared_until(course: Course, axis: Axis) -> float:
    """The hour up to which what was measured after one dose may stand beside this course."""
    return second_dose(course.doses, axis.end)


def second_dose(doses: Sequence[Dose], end: float) -> float:
    """The hour of the second dose, `end` where there is none."""
    return sorted(dose.at for dose in doses)[1] if len(doses) > 1 else end


def drawable(point: Measurement, course: Course, axis: Axis) -> bool:
    """Whether a point may stand beside a course: it says when, and is no mere illustration."""
    if point.at is None or point.confidence == "illustrative":
        return False
    if point.scenario:
        return point.scenario == course.scenario and axis.start <= point.at <= axis.end
    return axis.start <= point.at <= compared_until(course, axis)


def mark(course: Course, axis: Axis, point: Measurement, shown: str, number: str) -> PlotMark:
    """One point, at its own height where the paper gives one, else on the curve."""
    index = course.node_index[point.node]
    rest = float(course.rest[index])
    level = float(np.interp(point.at or 0.0, course.times, course.series(point.node), left=rest))
    if point.level is not None:
        level = rest + point.level * max(rest, 1 - rest)
    level = held(level)
    spread, hours = relative_range(point), time_range(point)
    return PlotMark(
        position=axis.position(point.at or 0.0),
        level=level,
        species=point.species,
        own=point.species == course.clock.species,
        same_doses=bool(point.scenario),
        number=shown,
        tip=tip(point, number),
        reach=spread and reach(rest, level, spread),
        span=hours and (axis.position(hours[0]), axis.position(hours[1])),
    )


def reach(rest: float, level: float, spread: tuple[float, float]) -> tuple[float, float]:
    """Levels that a spread, as shares of the value, covers around a mark's change from rest."""
    low, high = sorted(held(rest + share * (level - rest)) for share in spread)
    return low, high


def held(level: float) -> float:
    """A level within what the plot shows."""
    return min(1.0, max(0.0, level))


def tip(point: Measurement, number: str) -> str:
    """What is said of a point under the pointer: finding, subjects, dose and paper, a line each."""
    value = f": {point.value:g} {point.unit}".rstrip() if point.value is not None else ""
    spread = f", {point.spread}" if point.spread and value else ""
    source = point.reported_by or ("another text" if point.confidence == "secondary" else "")
    setting = [SPECIES_WORD[point.species], point.subjects, point.dose]
    paper = [f"reference {number}" if number else "", f"as reported by {source}" if source else ""]
    lines = [
        f"{point.when}: {point.finding}{value}{spread}",
        " · ".join(part for part in dict.fromkeys(setting) if part),
        " · ".join(part for part in paper if part),
        "" if point.level is not None else "Only its time is compared: it stands on the curve.",
    ]
    return "\n".join(line for line in lines if line)
