"""Conditions that can be run are sorted out; those that cannot are told in one sentence."""

import math

import pytest
from small_networks import chain

from pathway_viewer.dynamics.course import solve
from pathway_viewer.dynamics.scenario import Conditions, ConditionsError, Plan, Push
from pathway_viewer.model.pushes import Dose, Perturbation


def push(kind: str, target: str, value: float | None = None, **times: float) -> Perturbation:
    return Perturbation(kind=kind, target=target, value=value, **times)


def test_lifelong_and_timed_perturbations_are_told_apart() -> None:
    conditions = Conditions(
        "people",
        perturbations=(push("block", "a"), push("scale", "a__b", 2.0, start=1.0, end=3.0)),
    )
    plan = Plan.of(chain(), conditions)
    assert plan.lifelong() == Push(held={"a": 0.0})
    assert plan.push_at(0.0) == Push(held={"a": 0.0})
    assert plan.push_at(1.0) == Push(held={"a": 0.0}, scaled={"a__b": 2.0})
    assert plan.push_at(3.0) == Push(held={"a": 0.0})
    assert plan.breaks() == (0.0, 0.5, 1.0, 3.0)


def test_what_meets_adds_up_in_any_order() -> None:
    pushes = [push("clamp", "a", 0.4), push("block", "a"), push("scale", "a", 0.5)]
    pushes += [push("scale", "a", 3.0), push("cut", "a__b")]
    expected = Push(held={"a": 0.0}, scaled={"a": 1.5, "a__b": 0.0})
    assert Push.of(pushes) == expected
    assert Push.of(reversed(pushes)) == expected


def test_cut_is_scale_by_nothing() -> None:
    assert Push.of([push("cut", "a__b")]) == Push.of([push("scale", "a__b", 0.0)])


@pytest.mark.parametrize(
    ("conditions", "words"),
    [
        (Conditions("peeple"), "no scenario called 'peeple'; did you mean 'people'?"),
        (Conditions("people", perturbations=(push("block", "aa"),)), "no node called 'aa'"),
        (Conditions("people", perturbations=(push("cut", "a__d"),)), "did you mean 'a__b'?"),
        (Conditions("people", perturbations=(push("block", "a__b"),)), "no node called 'a__b'"),
        (Conditions("people", perturbations=(push("clamp", "a", 1.5),)), "between 0 and 1"),
        (Conditions("people", perturbations=(push("clamp", "a"),)), "needs a value"),
        (Conditions("people", perturbations=(push("scale", "a", math.nan),)), "finite"),
        (
            Conditions("people", perturbations=(push("block", "a", start=2.0, end=1.0),)),
            "ends before it begins",
        ),
        (Conditions("people", rivals=(("none", True),)), "no rival called 'none'"),
        (Conditions("people", doses=(Dose(amount=-1.0),)), "amount above 0"),
        (Conditions("people", doses=(Dose(amount=math.inf),)), "finite"),
    ],
)
def test_what_cannot_be_run_is_said(conditions: Conditions, words: str) -> None:
    with pytest.raises(ConditionsError, match=words.replace("?", r"\?")):
        solve(chain(), conditions)
