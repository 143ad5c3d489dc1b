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
    assert "1 h: highest in prefrontal cortex: 150 percent of baseline, SD 20" in other.tip
    assert "rodents · male rats · 10 mg/kg i.p." in other.tip
    assert f"reference {numbers['clark2015']}" in other.tip
    assert "Only its time is compared" in other.tip
    assert "as reported by an open review" in own.tip
    assert "Only its time" not in own.tip
    assert (other.species, own.species) == ("rodent", "human")


def test_a_published_spread_is_a_whisker(
    pathway: Pathway, course: Course, axis: Axis, numbers: dict[str, int]
) -> None:
    other, own = plot_marks(course, axis, pathway.measurements_of("relay"), numbers)
    rest = float(course.rest[2])
    assert other.reach is not None
    assert other.reach == pytest.approx(
        tuple(sorted(rest + share * (other.level - rest) for share in (130 / 150, 170 / 150)))
    )
    assert own.reach is None
    assert own.span is None
    point = msgspec.structs.replace(pathway.measurements_of("relay")[0], when="1-2 h", at=1.5)
    (long,) = plot_marks(course, axis, (point,), numbers)
    assert long.span == pytest.approx((axis.position(1.0), axis.position(2.0)))


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


def test_what_names_a_scenario_stands_on_that_curve_only(
    pathway: Pathway, course: Course, axis: Axis, numbers: dict[str, int]
) -> None:
    (late, *_) = pathway.measurements_of("relay")
    late = msgspec.structs.replace(late, at=200.0, scenario="twice")
    assert plot_marks(course, axis, (late,), numbers) == ()
    (drawn,) = plot_marks(solve(pathway, Conditions("twice")), axis, (late,), numbers)
    assert drawn.same_doses
    assert drawn.position == pytest.approx(axis.position(200.0))


def test_numbers_that_would_overlap_wait(
    pathway: Pathway, course: Course, axis: Axis, numbers: dict[str, int]
) -> None:
    point = pathway.measurements_of("relay")[0]
    crowd = tuple(msgspec.structs.replace(point, at=1.0 + i / 100) for i in range(5))
    told = [mark.number for mark in plot_marks(course, axis, crowd, numbers)]
    assert told == [str(numbers["clark2015"]), "", "", "", ""]
