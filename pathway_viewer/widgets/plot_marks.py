"""Plot marks: measured points placed on a node's curve, own species apart from others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from pathway_viewer.dynamics.course import Course
from pathway_viewer.model.evidence import Measurement
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.widgets.wording import SPECIES_WORD

CLOSEST = 0.1
"""Two reference numbers nearer than this share of the axis would overlap: the later one waits."""


@dataclass(frozen=True)
class PlotMark:
    """A measured point: its place 0..1 on the axis, its level, and what is said of it."""

    position: float
    level: float
    own: bool
    number: str
    tip: str


def plot_marks(
    course: Course,
    axis: Axis,
    points: tuple[Measurement, ...],
    numbers: Mapping[str, int],
) -> tuple[PlotMark, ...]:
    """Points with an hour on this axis; cells and other species count as not the clock's own.

    Measurements are counted from one dose: nothing is drawn from the second dose on.
    """
    end = sorted(dose.at for dose in course.doses)[1] if len(course.doses) > 1 else axis.end
    shown = (p for p in points if drawable(p, axis.start, end))
    placed = sorted(shown, key=lambda p: p.at or 0.0)
    marks: list[PlotMark] = []
    last = -1.0
    for point in placed:
        position = axis.position(point.at or 0.0)
        number = str(numbers.get(point.reference, ""))
        told = number if position - last >= CLOSEST else ""
        last = position if told else last
        marks.append(mark(course, point, position, told))
    return tuple(marks)


def drawable(point: Measurement, start: float, end: float) -> bool:
    """Whether a point says when, between two times, and is more than an illustration."""
    known = point.at is not None and point.confidence != "illustrative"
    return known and start <= (point.at or 0.0) <= end


def mark(course: Course, point: Measurement, position: float, number: str) -> PlotMark:
    """One point, at its own height where the paper gives one, else on the curve."""
    index = course.node_index[point.node]
    rest = float(course.rest[index])
    level = float(np.interp(point.at or 0.0, course.times, course.series(point.node)))
    if point.level is not None:
        level = rest + point.level * max(rest, 1 - rest)
    own = point.species == course.clock.species
    tip = f"{point.when}: {point.finding} ({SPECIES_WORD[point.species]}, {point.dose})"
    return PlotMark(position, min(1.0, max(0.0, level)), own, number, tip)
