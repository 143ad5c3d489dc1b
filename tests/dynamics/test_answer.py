"""When a change begins, peaks and is over is read between the rows, not at them."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from small_networks import DRUG, chain, edge, kinetics, node, pathway

from pathway_viewer.dynamics.answer import FALL, ONSET, Answer
from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pushes import Perturbation


def held(rise: float, fall: float, hours: float) -> Course:
    """b follows a (which is held high for some hours) one after the other: two exponentials."""
    small = pathway(
        (node(DRUG), node("a"), node("b"), node("c")),
        (edge("a", "b"), edge("b", "c")),
        kinetics(
            {
                "a": {"rise": 1e-5, "fall": 1e-5},
                "b": {"rise": rise, "fall": rise},
                "c": {"rise": fall, "fall": fall},
            },
            {
                "a__b": {"half": 0.5, "steepness": 1.0},
                "b__c": {"half": 0.5, "steepness": 1.0},
            },
        ),
        end=200.0,
    )
    push = Perturbation(kind="clamp", target="a", value=1.0, start=0.0, end=hours)
    return solve(small, Conditions("people", doses=(), perturbations=(push,)))


def closed(t: float, rise: float, fall: float, hours: float) -> float:
    """The level of c, from the convolution of the two exponentials with the pulse."""

    def step(t: float) -> float:
        if t <= 0.0:
            return 0.0
        slow, fast = fall * math.exp(-t / fall), rise * math.exp(-t / rise)
        return 1.0 - (slow - fast) / (fall - rise)

    return step(t) - step(t - hours)


@pytest.mark.parametrize(("rise", "fall", "hours"), [(0.5, 3.0, 1.0), (2.0, 9.0, 4.0)])
def test_times_are_those_of_the_closed_form(rise: float, fall: float, hours: float) -> None:
    answer = Answer.of(held(rise, fall, hours), "c")
    fine = np.linspace(0.0, 20.0 * fall, 400_001)
    values = np.array([closed(t, rise, fall, hours) for t in fine.tolist()[::10]])
    fine = fine[::10]
    peak, top = fine[np.argmax(values)], values.max()
    assert answer.moves
    assert answer.top == pytest.approx(top, rel=1e-4)
    assert answer.times["peak"] == pytest.approx(peak, rel=2e-3)
    assert answer.times["onset"] == pytest.approx(fine[np.argmax(values >= ONSET * top)], rel=2e-3)
    late = (fine > peak) & (values < FALL * top)
    assert answer.times["fall"] == pytest.approx(fine[np.argmax(late)], rel=2e-3)


@settings(max_examples=30)
@given(scale=st.floats(0.9, 1.1))
def test_times_move_smoothly_with_a_parameter(scale: float) -> None:
    """Rows stand 9 % apart: read from them alone, the peak would stay or jump."""
    near, far = (Answer.of(held(s, 9.0, 4.0), "c").times for s in (2 * scale, 2.002 * scale))
    for name in ("onset", "peak", "fall"):
        assert 0.0 < far[name] / near[name] - 1.0 < 2e-3


def test_a_change_the_other_way_is_none() -> None:
    course = held(0.5, 3.0, 1.0)
    answer = Answer.of(course, "c", down=True)
    assert not answer.moves
    assert set(answer.times.values()) == {math.inf}
    with pytest.raises(KeyError):
        Answer.of(course, "absent")


def test_down_is_up_upside_down() -> None:
    course = solve(chain(), Conditions("people"))
    answer = Answer.of(course, "c", down=True)
    assert answer.moves
    assert answer.curve.change == pytest.approx(-Answer.of(course, "c").curve.change)
    assert answer.times["onset"] < answer.times["peak"] < answer.times["fall"]


def test_what_is_not_over_at_the_end_never_falls() -> None:
    small = replace(chain(), scenarios=(replace(chain().scenarios[0], end=1.0),))
    assert Answer.of(solve(small, Conditions("people")), "a").times["fall"] == math.inf
