"""A frame depends on nothing but its time, and everything in it belongs together."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_pathway import course, hump, node, pathway
from timeline_strategies import chapter

from pathway_viewer.dynamics.course import solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.timeline.frame import Frame, chapter_at, frame_at

SMALL = pathway()
RUN = course(lambda t: [hump(t, 0.5), 0.9 - hump(t, 1), 0.3 + hump(t, 2, 0.5), hump(t, 20, 0.6)])
hours = st.floats(-1, 60)


def same(one: Frame, other: Frame) -> bool:
    arrays = ("levels", "rest", "changes", "flows")
    return all(np.array_equal(getattr(one, a), getattr(other, a)) for a in arrays) and all(
        getattr(one, name) == getattr(other, name)
        for name in ("time", "words", "chapter", "caption")
    )


@given(hours, st.lists(hours, max_size=5))
def test_a_frame_is_the_same_however_its_time_was_reached(t: float, before: list[float]):
    first = frame_at(SMALL, RUN, t)
    for other in before:
        frame_at(SMALL, RUN, other)
    assert same(first, frame_at(SMALL, RUN, t))
    assert same(first, frame_at(pathway(), RUN, t))


@given(hours)
def test_a_frame_is_whole_and_finite(t: float):
    frame = frame_at(SMALL, RUN, t)
    count, arrows = len(SMALL.nodes), len(SMALL.edges)
    assert frame.levels.shape == frame.rest.shape == frame.changes.shape == (count,)
    assert frame.flows.shape == (arrows,)
    assert len(frame.words) == count
    assert all(frame.words)
    for values in (frame.levels, frame.rest, frame.changes, frame.flows):
        assert np.isfinite(values).all()
    assert np.all((frame.levels >= 0) & (frame.levels <= 1))
    assert np.all(np.abs(frame.changes) <= 1)
    assert frame.caption


def test_a_frame_tells_the_story_of_its_moment():
    frame = frame_at(SMALL, RUN, 1.0)
    assert frame.words == ("easing", "blocked", "rising", "rising")
    assert frame.chapter == SMALL.chapters[0]
    assert frame.caption == "Glutamate and spines rise; NMDA receptor is blocked."


def test_two_pathways_with_one_course_keep_their_own_words():
    renamed = pathway(*(node(f"x{i}", f"X{i}") for i in range(4)))
    assert frame_at(SMALL, RUN, 1.0).words[1] == "blocked"
    assert frame_at(renamed, RUN, 1.0).words[1] == "low"


def test_a_border_belongs_to_the_later_chapter_and_the_end_to_the_last():
    told = (chapter("a", 0, 2), chapter("b", 2, 9))
    assert [chapter_at(told, t) for t in (-1, 0, 2, 9, 9.1)] == [None, *told, told[1], None]


def test_a_course_is_told_by_the_chapters_of_its_scenario():
    own = tuple(
        chapter(name, 0, 9).__class__(id=name, title="", start=0, end=9, text="", scenarios=of)
        for name, of in (("single", ("single",)), ("long", ("long",)))
    )
    told = pathway(chapters=own)
    frames = {
        id: frame_at(told, course(lambda t: [0.0] * 4, scenario=id), 3.0)
        for id in ("single", "long")
    }
    assert {id: frame.chapter and frame.chapter.id for id, frame in frames.items()} == {
        "single": "single",
        "long": "long",
    }


def test_a_pathway_without_scenarios_rests():
    still = pathway(scenarios=(), clocks=(), chapters=())
    frame = frame_at(still, solve(still, Conditions("")), 3.0)
    assert frame.words == ("at rest",) * 4
    assert (frame.chapter, frame.caption) == (None, "Everything is at rest.")


@pytest.mark.parametrize("scenario", ["single", "long"])
def test_a_solved_course_makes_frames(scenario: str):
    run = solve(SMALL, Conditions(scenario))
    for t in np.linspace(-0.5, run.end, 50):
        frame = frame_at(SMALL, run, float(t))
        assert np.isfinite(frame.levels).all()


def test_a_frame_of_sixty_nodes_is_quick():
    many = pathway(*(node(f"n{i}") for i in range(60)))
    run = course(lambda t: [0.1 + hump(t, 0.2 + i / 3, 0.5) for i in range(60)])
    frame_at(many, run, 0.0)
    took = []
    for t in np.linspace(0, 48, 200):
        begin = time.perf_counter()
        frame_at(many, run, float(t))
        took.append(time.perf_counter() - begin)
    assert np.median(took) < 1e-3, "0.1 ms alone on the machine; a crowd is allowed for"
