"""The key under a curve says what was measured, in whom, and what is illustration."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pathway_viewer.dynamics.course import Course
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.widgets.ghost import Ghost
from pathway_viewer.widgets.plot_bands import PlotBand
from pathway_viewer.widgets.plot_marks import plot_marks
from pathway_viewer.widgets.trace_key import TraceKey


@pytest.fixture
def key(pathway: Pathway, course: Course, numbers: dict[str, int]) -> TraceKey:
    points = pathway.measurements_of("relay")
    axis = Axis.of("log", (), -1 / 6, 28 * 24)
    marks = plot_marks(course, axis, points, numbers)
    return TraceKey("Human clock", "Log scale", "human", 1, points, marks, ())


def test_both_species_are_named_with_their_signs(key: TraceKey) -> None:
    text = key.text()
    assert text.startswith("Human clock, log scale.")
    assert "Measured: ● people and ◇ rodents (not this clock)." in text
    assert "Whiskers: published spread." in text
    assert "solid near measurements" in text
    assert "(not this clock), after one dose." in replace(key, doses=2).text()
    first, *others = (replace(mark, same_doses=True) for mark in key.marks)
    some = replace(key, doses=2, marks=(first, *key.marks[1:]), dose_word="train")
    assert "(not this clock), some after one train." in some.text()
    assert "after one" not in replace(key, doses=2, marks=(first, *others)).text()


def test_points_of_the_other_species_alone_are_said_to_be_so(key: TraceKey) -> None:
    others = replace(key, marks=key.marks[:1], points=key.points[:1])
    assert "Measured in rodents only; this curve is on the human clock." in others.text()
    assert "all of it illustration" in others.text()


def test_nothing_measured_is_said(key: TraceKey) -> None:
    assert "No measurement behind this curve." in replace(key, points=(), marks=()).text()
    unplaced = replace(key, marks=())
    assert "No point measured at a known hour." in unplaced.text()
    assert "3 without a comparable hour" in unplaced.text()


def test_what_was_measured_was_measured_without_the_change(key: TraceKey, course: Course) -> None:
    text = replace(key, ghost=Ghost(course, "the same without it", untouched=course)).text()
    assert "◇ rodents (not this clock), without what is changed here." in text
    assert "all of it illustration" in text
    compared = replace(key, ghost=Ghost(course, "B, the other", ("A", "B"))).text()
    assert "without what is changed" not in compared


def test_windows_and_another_run_are_told(key: TraceKey, course: Course) -> None:
    bands = (PlotBand(0.1, 0.2, "begin"), PlotBand(0.5, 0.6, "peak"))
    text = replace(key, bands=bands, ghost=Ghost(course, "the other run")).text()
    assert "Grey bands: when it was seen to begin and peak." in text
    assert text.endswith("Grey line: the other run.")
