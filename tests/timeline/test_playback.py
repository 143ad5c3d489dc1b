"""The play head moves evenly, stops on borders and never leaves the axis."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from timeline_strategies import STORY, axes, chapters, share, story

from pathway_viewer.model.story import Chapter
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.timeline.playback import STEP, Playback

LECTURE = Axis.of("lecture", story(), STORY[0], STORY[-1])
seconds = st.floats(0, 200)


def head(**given_values: object) -> Playback:
    """A play head at the start of the six-chapter story."""
    return replace(Playback(LECTURE, STORY[0], story()), **given_values)


@st.composite
def heads(draw: st.DrawFn) -> Playback:
    axis, told = draw(axes()), draw(chapters())
    return Playback(
        axis,
        axis.time(draw(share())),
        told,
        playing=draw(st.booleans()),
        speed=draw(st.floats(0.25, 4)),
        duration_s=draw(st.floats(5, 600)),
        until=draw(st.sampled_from(("chapter", "end"))),
        loop=draw(st.booleans()),
    )


@given(heads(), seconds, seconds)
def test_two_advances_are_one_where_no_stop_lies_between(play: Playback, a: float, b: float):
    halfway, whole = play.advance(a), play.advance(a + b)
    assume(halfway.playing == whole.playing == play.playing)
    apart = abs(halfway.advance(b).position - whole.position)
    assert min(apart, 1 - apart if play.loop else apart) <= 1e-9


@given(heads(), st.lists(st.sampled_from("prnPheS<>+"), max_size=12), seconds)
def test_no_sequence_of_presses_leaves_the_axis(play: Playback, keys: list[str], moment: float):
    presses = {
        "p": Playback.play,
        "r": Playback.pause,
        "n": Playback.next_chapter,
        "P": Playback.previous_chapter,
        "h": Playback.home,
        "e": Playback.end,
        "S": lambda p: p.seek(moment * 10 - 500),
        "<": lambda p: p.step(-1),
        ">": lambda p: p.step(1),
        "+": lambda p: p.advance(moment),
    }
    for key in keys:
        play = presses[key](play)
        assert play.axis.start <= play.time <= play.axis.end
        assert 0 <= play.position <= 1


@given(heads(), seconds)
def test_play_never_runs_backwards_unless_it_loops(play: Playback, a: float):
    assume(not play.loop)
    assert play.advance(a).time >= play.time - 1e-9 * abs(play.time)


def test_play_stops_exactly_on_each_border_and_at_the_end():
    play, stops = head(), []
    while play.time < STORY[-1]:
        play = play.play().advance(1000)
        assert not play.playing
        stops.append(play.time)
    assert tuple(stops) == STORY[1:]


def test_a_stop_is_met_in_small_ticks_too():
    play = head().play()
    while play.playing:
        play = play.advance(1 / 60)
    assert play.time == 0.0


def test_playing_through_takes_the_told_seconds_whatever_the_speed():
    for speed in (0.25, 1.0, 4.0):
        play = head(until="end", duration_s=30, speed=speed).play()
        assert play.advance(29.99 / speed).playing
        ended = play.advance(30.01 / speed)
        assert (ended.time, ended.playing) == (STORY[-1], False)


def test_half_the_seconds_are_half_the_axis_not_half_the_hours():
    halfway = head(until="end").play().advance(30)
    assert halfway.position == pytest.approx(0.5)
    assert halfway.time < 24


def test_a_loop_plays_on_from_the_start():
    play = head(loop=True).play().advance(60 * 2.25)
    assert play.playing
    assert play.position == pytest.approx(0.25)


def test_play_at_the_end_begins_again():
    again = head().end().play()
    assert (again.time, again.playing) == (STORY[0], True)


def test_a_resting_head_stays():
    assert head().advance(5) == head()


def test_pages_go_by_chapter_and_stop_at_the_ends():
    forth, back = [head()], [head().end()]
    for _ in range(8):
        forth.append(forth[-1].next_chapter())
        back.append(back[-1].previous_chapter())
    assert tuple(p.time for p in forth) == (*STORY, STORY[-1], STORY[-1])
    assert tuple(p.time for p in back) == (*STORY[::-1], STORY[0], STORY[0])


def test_page_back_inside_a_chapter_goes_to_its_start():
    assert head(time=12.0).previous_chapter().time == 4.0


def test_a_step_is_small_paused_and_undone_by_its_opposite():
    stepped = head(time=3.0, playing=True).step(1)
    assert not stepped.playing
    assert stepped.position - head(time=3.0).position == pytest.approx(STEP)
    assert stepped.step(-1).time == pytest.approx(3.0)


def test_seeking_keeps_playing_and_clamps():
    assert head(playing=True).seek(1e9) == head(playing=True, time=STORY[-1])
    assert head().seek(-math.inf).time == STORY[0]
    assert head().seek_position(0.5).position == pytest.approx(0.5)


def test_a_new_axis_keeps_the_time_if_it_has_it():
    short = Axis.of("log", (), 0, 24)
    assert replace(head(time=3.0), axis=short).time == 3.0
    assert replace(head(time=300.0), axis=short).time == 24


def test_a_story_without_chapters_plays_to_its_end():
    play = Playback(Axis.of("log", (), 0, 24), 0.0).play().advance(61)
    assert (play.time, play.playing) == (24, False)


@pytest.mark.parametrize(
    "wrong",
    [
        {"time": math.nan},
        {"speed": 0.1},
        {"speed": 8.0},
        {"speed": math.nan},
        {"duration_s": 0.0},
        {"duration_s": math.inf},
        {"duration_s": math.nan},
    ],
)
def test_senseless_values_are_refused(wrong: dict[str, float]):
    with pytest.raises(ValueError):
        head(**wrong)


@pytest.mark.parametrize("wrong", [-1.0, math.nan, math.inf])
def test_play_refuses_senseless_seconds(wrong: float):
    with pytest.raises(ValueError, match="seconds"):
        head().play().advance(wrong)


def test_seek_refuses_what_is_not_a_number():
    for seek in (head().seek, head().seek_position):
        with pytest.raises(ValueError, match="number"):
            seek(math.nan)


def test_a_border_is_a_stop_only_inside_the_axis():
    outside = (Chapter(id="x", title="", start=-5, end=900, text=""),)
    play = Playback(LECTURE, STORY[0], outside).play().advance(100)
    assert play.time == STORY[-1]
