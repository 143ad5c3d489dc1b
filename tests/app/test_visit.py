"""Who is in front of the kiosk, told by time alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway_viewer.app.kiosk.visit import WARN_S, Visit


def test_a_visitor_who_touches_nothing_has_left() -> None:
    visit = Visit(60).touched()
    assert visit.advance(59.9).anybody
    assert visit.advance(60) == Visit(60)


def test_the_end_is_told_of_before_it_comes() -> None:
    visit = Visit(60).touched()
    assert visit.left_s is None
    assert visit.advance(60 - WARN_S).left_s == pytest.approx(WARN_S)
    assert visit.advance(55).touched().left_s is None
    assert Visit(60).left_s is None
    assert Visit(10).touched().left_s is None, "half of a short time is no warning yet"


@given(st.lists(st.floats(0, 5), max_size=60), st.floats(10, 100))
def test_many_small_steps_are_one_large_one(steps: list[float], idle: float) -> None:
    visit = Visit(idle).touched()
    for step in steps:
        visit = visit.advance(step)
    if abs(sum(steps) - idle) > 1e-6:
        assert visit.anybody == (sum(steps) < idle)


def test_a_corner_is_held_until_it_is_let_go() -> None:
    visit = Visit(60).pressed().advance(1).advance(1.5)
    assert visit.held_s == pytest.approx(2.5)
    assert visit.released().held_s is None
    assert visit.released().advance(9).held_s is None
