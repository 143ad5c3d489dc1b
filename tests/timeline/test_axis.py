"""The axis maps hours and places onto each other, exactly, for every scale and story."""

from __future__ import annotations

import math
import re
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from timeline_strategies import SCALES, axes, chapter, share, story

from pathway_viewer.timeline.axis import LINEAR_HOURS, Axis


@given(axes(), share())
def test_a_time_survives_the_way_to_its_place_and_back(axis: Axis, where: float):
    hours = axis.start + (axis.end - axis.start) * where
    back = axis.time(axis.position(hours))
    assert back == pytest.approx(hours, rel=1e-9, abs=1e-9 * LINEAR_HOURS)


@given(axes(), share())
def test_a_place_survives_the_way_to_its_time_and_back(axis: Axis, place: float):
    assert axis.position(axis.time(place)) == pytest.approx(place, abs=1e-9)


@given(axes(), share(), share())
def test_later_stands_further_right(axis: Axis, a: float, b: float):
    low, high = sorted((a, b))
    times = axis.time(low), axis.time(high)
    assert times[0] <= times[1] + 1e-12 * abs(times[1])
    assert axis.position(times[0]) <= axis.position(times[1]) + 1e-12


@given(axes(), st.floats(0.001, 1))
def test_distinct_times_have_distinct_places(axis: Axis, part: float):
    middle = axis.start + (axis.end - axis.start) * part / 2
    later = middle + (axis.end - axis.start) * 0.01
    assert axis.position(later) > axis.position(middle)


@given(axes(), st.floats(0, 1e6))
def test_times_outside_stand_at_the_ends(axis: Axis, beyond: float):
    assert axis.position(axis.start - beyond) == 0
    assert axis.position(axis.end + beyond) == 1
    assert axis.time(-beyond) == axis.start
    assert axis.time(1 + beyond) == axis.end


@given(axes(), st.lists(share(), min_size=1, max_size=9))
def test_many_at_once_are_the_same_as_one_by_one(axis: Axis, places: list[float]):
    hours = axis.times(places)
    assert list(axis.positions(hours)) == [axis.position(h) for h in hours]


@given(axes(), st.integers(1, 20), st.floats(0.01, 0.5))
def test_ticks_are_sorted_inside_apart_and_plainly_named(axis: Axis, target: int, gap: float):
    ticks = axis.ticks(target, gap)
    assert len(ticks) <= target
    places = [tick.position for tick in ticks]
    assert all(axis.start <= tick.hours <= axis.end for tick in ticks)
    assert all(b - a >= gap for a, b in pairwise(places))
    for tick in ticks:
        assert tick.position == axis.position(tick.hours)
        assert re.fullmatch(r"dose|−?[\d.]+(e\+\d+)? (min|h|d|wk)", tick.label), tick.label


@given(axes())
def test_a_tick_stands_at_the_time_it_names(axis: Axis):
    hours = {"min": 1 / 60, "h": 1.0, "d": 24.0, "wk": 168.0}
    for tick in axis.ticks():
        count, unit = ("0", "h") if tick.label == "dose" else tick.label.split()
        named = float(count.replace("−", "-")) * hours[unit]
        assert tick.hours == pytest.approx(named, rel=1e-5, abs=1e-12)


@pytest.mark.parametrize("scale", SCALES)
def test_borders_of_a_lecture_stand_where_the_shares_say(scale: str):
    axis = Axis.of(scale, story(), -1 / 6, 672)
    places = [axis.position(c.start) for c in story()]
    if scale == "lecture":
        assert places == pytest.approx(np.cumsum([0, 1, 2, 3, 3, 2]) / 13)
    else:
        assert places != pytest.approx(np.cumsum([0, 1, 2, 3, 3, 2]) / 13, abs=0.01)


def test_the_ticks_of_four_weeks_are_what_a_person_would_say():
    labels = [tick.label for tick in Axis.of("lecture", story(), -1 / 6, 672).ticks()]
    assert labels[:4] == ["−10 min", "dose", "10 min", "30 min"]
    assert labels[-4:] == ["3 d", "1 wk", "2 wk", "4 wk"]
    weeks = [tick.label for tick in Axis.of("true", (), 0, 672).ticks()]
    assert weeks == ["dose", "1 wk", "2 wk", "3 wk", "4 wk"]


def test_a_span_without_named_times_is_divided_evenly():
    ticks = Axis.of("log", (), 3.1, 3.2).ticks(8)
    assert [tick.label for tick in ticks][:2] == ["186 min", "187 min"]


def test_a_span_of_centuries_still_has_ticks():
    assert len(Axis.of("true", (), 0, 1e7).ticks()) > 2


def test_minutes_stay_visible_beside_weeks_except_on_the_true_scale():
    room = {s: Axis.of(s, story(), 0, 672).position(1.0) for s in SCALES}
    assert room["lecture"] > 0.1
    assert room["log"] > 0.1
    assert room["true"] < 0.01


def test_a_lecture_without_chapters_is_the_log_scale_and_says_so():
    axis = Axis.of("lecture", (), 0, 24)
    assert axis == Axis.of("log", (), 0, 24)
    assert axis.label == "Logarithmic scale"


def test_time_that_no_chapter_tells_gets_its_logarithmic_room():
    told = (chapter("a", 0, 1, share=3), chapter("b", 24, 48, share=1))
    axis = Axis.of("lecture", told, 0, 96)
    log = Axis.of("log", (), 0, 96)
    rooms = [axis.position(b) - axis.position(a) for a, b in ((1, 24), (48, 96))]
    plain = [log.position(b) - log.position(a) for a, b in ((1, 24), (48, 96))]
    assert rooms[0] / rooms[1] == pytest.approx(plain[0] / plain[1])
    assert axis.position(1) / (1 - axis.position(24) - rooms[1]) == pytest.approx(3)


def test_an_overlap_ends_where_the_next_chapter_begins():
    told = (chapter("a", 0, 10), chapter("b", 5, 20))
    assert Axis.of("lecture", told, 0, 20).position(5) == pytest.approx(0.5)


@pytest.mark.parametrize(("start", "end"), [(1, 1), (2, 1), (math.nan, 1), (0, math.inf)])
def test_an_empty_or_endless_span_is_refused(start: float, end: float):
    with pytest.raises(ValueError, match="start before its end"):
        Axis.of("log", (), start, end)
