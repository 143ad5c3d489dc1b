"""The word for a node follows from its level now, and from slightly later."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_pathway import course, hump

from pathway_viewer.dynamics.course import Course
from pathway_viewer.model.pathway import Words
from pathway_viewer.timeline.doing import REST, Doing, Doings, vocabulary


def doing(run: Course, time: float) -> str:
    """The word of the only node."""
    doses = [dose.at for dose in run.doses]
    changes = (run.rows - run.rest) / np.maximum(run.rest, 1 - run.rest)
    found = Doings.of(run.times, changes, doses).at(time, run.at(time), run.changes(time))
    return vocabulary(Words())[found[0]]


UP = course(lambda t: [hump(t)])
DOWN = course(lambda t: [0.9 - hump(t)])
STEP = course(lambda t: [0.2 if t <= 0 else min(0.2 + t, 0.6)])


@pytest.mark.parametrize(
    ("hours", "up", "down"),
    [
        (-0.3, "at rest", "at rest"),
        (0.0, "at rest", "at rest"),
        (0.3, "rising", "falling"),
        (1.0, "peak", "low"),
        (1.15, "peak", "low"),
        (3.0, "easing", "recovering"),
        (40.0, "at rest", "at rest"),
    ],
)
def test_a_hump_is_told_on_both_sides_of_rest(hours: float, up: str, down: str):
    assert (doing(UP, hours), doing(DOWN, hours)) == (up, down)


def test_where_nothing_moves_the_files_own_words_are_used():
    assert doing(STEP, 0.1) == "rising"
    assert doing(STEP, 12) == "raised"
    held_low = course(lambda t: [0.6 if t <= 0 else max(0.6 - t, 0.2)])
    assert doing(held_low, 12) == "lowered"


def test_a_node_that_is_held_at_nothing_is_blocked():
    assert doing(course(lambda t: [0.5 if t < 1 else 0.0]), 6) == "blocked"


def test_each_dose_has_its_own_peak():
    twice = course(lambda t: [hump(t) + hump(t - 24, height=0.4)], doses=(0.0, 24.0))
    assert [doing(twice, t) for t in (1.0, 25.0)] == ["peak", "peak"]


def test_the_next_dose_is_not_told_before_it_is_given():
    twice = course(lambda t: [hump(t, top=8) + hump(t - 24, top=8)], doses=(0.0, 24.0))
    assert doing(twice, 23.8) == "easing"
    assert doing(twice, 24.1) == "rising"


def test_what_is_slow_still_rises_minutes_after_a_second_dose():
    slow = course(lambda t: [hump(t, top=200)], doses=(0.0, 24.0))
    assert {doing(slow, 24 + minutes / 60) for minutes in (-30, 0, 1, 10, 60)} == {"rising"}


def test_a_ripple_on_a_slope_is_no_peak():
    wavy = course(lambda t: [hump(t, top=4) * (1 + 0.01 * np.sin(40 * t))])
    words = {doing(wavy, t) for t in np.linspace(0.5, 2.5, 60)}
    assert "peak" not in words


def test_a_curve_that_still_climbs_at_the_end_has_no_peak():
    assert doing(course(lambda t: [max(t, 0) / 60]), 48) == "rising"


@given(st.floats(0, 48), st.floats(0.05, 0.95), st.floats(0.2, 20), st.booleans())
def test_the_word_never_contradicts_the_level(hours: float, rest: float, top: float, up: bool):
    size = 1 - rest if up else -rest
    run = course(lambda t: [rest + size * hump(t, top)])
    word, change = doing(run, hours), run.changes(hours)[0]
    if word == "at rest":
        assert abs(change) < REST
    elif word in {"rising", "peak", "easing", "raised"}:
        assert change >= REST
    else:
        assert change <= -REST


def test_every_word_is_short():
    words = vocabulary(Words())
    assert len(words) == len(Doing)
    assert all(len(word) <= 10 for word in words)


def test_a_files_own_word_for_low_is_said_at_the_lowest():
    assert vocabulary(Words(down="blocked"))[Doing.LOW] == "blocked"
    assert vocabulary(Words())[Doing.LOW] == "low"
