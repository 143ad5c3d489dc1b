"""A history goes back and forth over what was tried; a drag is one step of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pathway_viewer.app.history import MOST_KEPT, History
from pathway_viewer.dynamics.scenario import Conditions


def named(name: object) -> Conditions:
    return Conditions(str(name))


@given(st.lists(st.integers(0, 5), max_size=30))
def test_undoing_everything_leads_to_the_start_and_redoing_back(tried: list[int]) -> None:
    first = history = History(named("first"))
    for one in tried:
        history = history.then(named(one))
    last = history
    while history.past:
        history = history.undone()
    assert history.now == first.now
    while history.future:
        history = history.redone()
    assert (history.now, history.past) == (last.now, last.past)


def test_a_drag_is_one_step() -> None:
    history = History(named(0)).then(named(1))
    for value in (2, 3, 4):
        history = history.then(named(value), "a drag")
    assert history.undone().now == named(1)
    history = history.then(named(5), "another drag")
    assert history.undone().now == named(4)


def test_a_drag_that_comes_back_is_no_step() -> None:
    history = History(named(0)).then(named(1), "drag").then(named(0), "drag")
    assert history == History(named(0))
    assert history.then(named(2), "drag").undone().now == named(0)


def test_a_new_change_forgets_what_was_undone() -> None:
    history = History(named(0)).then(named(1)).undone().then(named(2))
    assert history.future == ()
    assert history.redone() is history
    assert History(named(0)).undone() == History(named(0))


def test_the_past_is_not_kept_for_ever() -> None:
    history = History(named(0))
    for one in range(MOST_KEPT + 50):
        history = history.then(named(one))
    assert len(history.past) == MOST_KEPT
