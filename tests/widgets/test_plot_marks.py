"""Measured points stand where they were measured, and only where that may be compared."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.widgets.plot_marks import plot_marks


@pytest.fixture
def axis() -> Axis:
    return Axis.of("log", (), -1 / 6, 28 * 24)


def test_own_species_at_its_own_height_others_on_the_curve(
    pathway: Pathway, course: Course, axis: Axis, numbers: dict[str, int]
) -> None:
    other, own = plot_marks(course, axis, pathway.measurements_of("relay"), numbers)
    assert (other.own, own.own) == (False, True)
    assert other.position == pytest.approx(axis.position(1.0))
    on_curve = np.interp(1.0, course.times, course.series("relay"))
    assert other.level == pytest.approx(on_curve)
    rest = float(course.rest[2])
    assert own.level == pytest.approx(rest + 0.4 * max(rest, 1 - rest))
    assert other.number == str(numbers["clark2015"])
    assert "rodents, 10 mg/kg i.p." in other.tip


def test_what_has_no_hour_or_is_illustration_is_not_drawn(
    pathway: Pathway, course: Course, axis: Axis, numbers: dict[str, int]
) -> None:
    points = pathway.measurements_of("relay")
    assert len(points) == 3
    assert len(plot_marks(course, axis, points, numbers)) == 2
    vague = tuple(msgspec.structs.replace(p, confidence="illustrative") for p in points)
    assert plot_marks(course, axis, vague, numbers) == ()


def test_after_a_second_dose_nothing_is_compared(
    pathway: Pathway, axis: Axis, numbers: dict[str, int]
) -> None:
    twice = solve(pathway, Conditions("twice"))
    points = pathway.measurements_of("relay")
    late = tuple(msgspec.structs.replace(p, at=200.0) for p in points)
    assert len(plot_marks(twice, axis, points, numbers)) == 2
    assert plot_marks(twice, axis, late, numbers) == ()


def test_numbers_that_would_overlap_wait(
    pathway: Pathway, course: Course, axis: Axis, numbers: dict[str, int]
) -> None:
    point = pathway.measurements_of("relay")[0]
    crowd = tuple(msgspec.structs.replace(point, at=1.0 + i / 100) for i in range(5))
    told = [mark.number for mark in plot_marks(course, axis, crowd, numbers)]
    assert told == [str(numbers["clark2015"]), "", "", "", ""]
