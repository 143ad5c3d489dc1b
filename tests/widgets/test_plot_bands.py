"""Windows are shown on their own clock only, and say where a curve is more than illustration."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.evidence import Stage, Window
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.widgets.plot_bands import NEAR, plot_bands, supported
from pathway_viewer.widgets.plot_marks import plot_marks

STAGE = Stage(
    id="relayed",
    node="relay",
    label="Relayed",
    scenario="single",
    direction="up",
    text="",
    onset=Window(earliest=0.5, latest=1.0),
    fall=Window(earliest=240.0, latest=240.0),
)


@pytest.fixture
def axis() -> Axis:
    return Axis.of("log", (), -1 / 6, 28 * 24)


@pytest.fixture
def staged(pathway: Pathway) -> Pathway:
    return msgspec.structs.replace(pathway, stages=(STAGE,))


def test_a_window_stands_where_it_was_read(staged: Pathway, course: Course, axis: Axis) -> None:
    begin, end = plot_bands(staged, course, axis, "relay")
    assert (begin.name, end.name) == ("begin", "end")
    assert begin.start == pytest.approx(axis.position(0.5))
    assert end.start == end.end == pytest.approx(axis.position(240.0))
    assert plot_bands(staged, course, axis, "brake") == ()


def test_never_on_another_clock_nor_beyond_a_second_dose(staged: Pathway, axis: Axis) -> None:
    assert plot_bands(staged, solve(staged, Conditions("rat")), axis, "relay") == ()
    twice = plot_bands(staged, solve(staged, Conditions("twice")), axis, "relay")
    assert [band.name for band in twice] == ["begin"]


def test_windows_of_several_doses_stay_with_them(pathway: Pathway, axis: Axis) -> None:
    twice = msgspec.structs.replace(STAGE, scenario="twice")
    staged = msgspec.structs.replace(pathway, stages=(twice,))
    both = plot_bands(staged, solve(staged, Conditions("twice")), axis, "relay")
    assert [band.name for band in both] == ["begin", "end"]
    once = plot_bands(staged, solve(staged, Conditions("single")), axis, "relay")
    assert [band.name for band in once] == ["begin"]


def test_only_points_of_its_own_species_hold_a_curve(
    staged: Pathway, course: Course, axis: Axis, numbers: dict[str, int]
) -> None:
    marks = plot_marks(course, axis, staged.measurements_of("relay"), numbers)
    other, own = marks
    places = np.array([other.position, own.position, own.position + 1.5 * NEAR])
    assert supported(places, marks, ()).tolist() == [False, True, False]
    assert not supported(np.linspace(0, 1, 50), (other,), ()).any()
    bands = plot_bands(staged, course, axis, "relay")
    inside = np.array([axis.position(0.7), axis.position(3.0), axis.position(240.0)])
    assert supported(inside, (), bands).tolist() == [True, False, True]
