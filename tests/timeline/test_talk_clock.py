"""The clock of a talk."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pathway_viewer.timeline.talk_clock import TalkClock, spelled


def test_counts_only_while_it_runs() -> None:
    clock = TalkClock().advance(10).turned().advance(60).turned().advance(5)
    assert clock.elapsed_s == 15


def test_says_when_the_end_is_near_and_when_it_is_past() -> None:
    clock = TalkClock().plan(45)
    moods = [clock.advance(minutes * 60).mood for minutes in (0, 39.9, 40.6, 45, 45.1)]
    assert moods == ["on time", "on time", "soon over", "soon over", "late"]
    assert clock.advance(20 * 60).words() == "25:00 left of 45 min"
    assert clock.advance(46.5 * 60).words() == "1:30 over"


def test_a_talk_without_a_plan_is_never_late() -> None:
    assert (TalkClock(elapsed_s=1e6).mood, TalkClock(elapsed_s=1e6).words()) == ("free", "")


def test_begins_anew_with_the_same_plan() -> None:
    assert TalkClock().plan(30).advance(99).anew() == TalkClock().plan(30)


@given(st.lists(st.floats(0, 3600), max_size=20))
def test_time_adds_up_however_it_is_cut(pieces: list[float]) -> None:
    clock = TalkClock()
    for piece in pieces:
        clock = clock.advance(piece)
    assert abs(clock.elapsed_s - sum(pieces)) < 1e-6


def test_spells_seconds_minutes_and_hours() -> None:
    assert [spelled(s) for s in (7.9, 750, 3720)] == ["0:07", "12:30", "1:02:00"]
