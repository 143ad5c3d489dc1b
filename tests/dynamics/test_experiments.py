"""Experiments are judged by what PRODUCT calls an effect, whatever the row."""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace
from small_networks import DRUG, chain, edge, kinetics, node, pathway

from pathway_viewer.dynamics import experiments
from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.experiments import Outcome, Runs, classed, outcome, outcomes
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Experiment, Pathway, Readout
from pathway_viewer.model.pushes import Perturbation
from pathway_viewer.model.story import Rival

EARLY = 1.0
SAME = pytest.approx


def push(kind: str, target: str, value: float | None = None, **when: float) -> Perturbation:
    return Perturbation(kind=kind, target=target, value=value, **when)


def read(expected: str = "unchanged", node: str = "b", at: float = EARLY) -> Readout:
    return Readout(node=node, at=at, expected=expected, words="w")


def row(*pushes: Perturbation, id: str = "row", **more: object) -> Experiment:
    whole = {"scenario": "people", "text": "t", "readouts": (read(),)}
    return Experiment(id=id, label=id, perturbations=pushes, **(whole | more))


@cache
def two_ways() -> Pathway:
    """The dose lifts b through a, holds it down a little itself; the rival lifts c."""
    rivals = (
        Rival(id="beside", label="l", text="t", adds=("drug__c",)),
        Rival(id="weaker", label="l", text="t", weakens=("a__b",)),
    )
    return pathway(
        tuple(node(id) for id in (DRUG, "a", "b", "c", "d")),
        (
            edge(DRUG, "a"),
            edge("a", "b"),
            edge(DRUG, "b", "inhibits"),
            edge(DRUG, "c"),
            edge("a", "d"),
        ),
        kinetics(
            {"a": {"rise": 0.1}, "b": {"basal": 0.3}, "c": {}, "d": {}},
            {"drug__b": {"weight": 0.6}, "a__d": {"weight": 0.5}},
        ),
        rivals=rivals,
    )


def run(experiment: Experiment) -> Outcome:
    small = two_ways()
    return outcome(experiment, lambda conditions: solve(small, conditions))


def level(node: str, **conditions: object) -> float:
    course = solve(two_ways(), Conditions("people", **conditions))
    return float(course.at(EARLY)[course.node_index[node]])


@pytest.mark.parametrize(
    ("effect", "found"),
    [
        (-3.0, "reversed"),
        (-0.26, "reversed"),
        (-0.24, "abolished"),
        (0.0, "abolished"),
        (0.249, "abolished"),
        (0.251, "attenuated"),
        (0.749, "attenuated"),
        (0.751, "unchanged"),
        (1.0, "unchanged"),
        (1.249, "unchanged"),
        (1.251, "raised"),
        (9.0, "raised"),
    ],
)
def test_classes(effect: float, found: str):
    assert classed(effect) == found


@pytest.mark.parametrize(
    ("factor", "found"),
    [(0.0, "abolished"), (0.5, "attenuated"), (1.0, "unchanged"), (1.6, "raised")],
)
def test_an_effect_is_a_share_of_the_unperturbed_one(factor: float, found: str):
    """d has no other drive and no rest, so its level is in proportion to its arrow's weight."""
    (one,) = run(
        row(push("scale", "a__d", factor), readouts=(read(found, "d"),)),
    ).findings
    assert one.effect == SAME(factor, abs=1e-3)
    assert one.found == found
    assert one.agrees


def test_reversed_where_the_dose_now_does_the_opposite():
    assert level("b") > level("b", doses=())
    (one,) = run(row(push("cut", "a__b"), readouts=(read("reversed"),))).findings
    assert one.effect < -0.25
    assert one.agrees


def test_what_the_perturbation_does_by_itself_is_no_effect_of_the_dose():
    """A node that is clamped high is high with and without the dose: its effect has gone."""
    (one,) = run(row(push("clamp", "b", 0.9), readouts=(read("abolished"),))).findings
    assert one.effect == SAME(0.0, abs=1e-9)
    assert one.agrees


def test_a_row_without_a_dose_is_held_against_the_effect_of_the_dose():
    pushes = (push("clamp", "a", 0.8, start=0.0, end=12.0),)
    (one,) = run(row(*pushes, dosed=False)).findings
    rest = level("b", doses=())
    alone = level("b", doses=(), perturbations=pushes) - rest
    assert one.effect == SAME(alone / (level("b") - rest), rel=1e-6)
    assert one.found == "raised"


def test_a_lifelong_change_without_a_dose_is_held_against_the_normal_animal():
    """Its own rest is not the measure, or a knock-out could never show anything."""
    (one,) = run(row(push("clamp", "b", 0.0), dosed=False)).findings
    rest = level("b", doses=())
    assert one.effect == SAME(-rest / (level("b") - rest), rel=1e-6)
    assert one.found == "reversed"


def test_rivals_of_a_row_are_in_all_its_runs():
    (nothing_done,) = run(row(rivals={"weaker": True})).findings
    assert nothing_done.effect == 1.0
    runs = Runs.of(row(push("block", "a"), rivals={"weaker": True, "beside": False}))
    told = {one.rivals for one in (runs.treated, runs.control, runs.dose, runs.plain)}
    assert told == {(("beside", False), ("weaker", True))}


def test_a_rival_may_bring_the_effect_that_is_then_lost():
    blocked = push("block", "c", start=-1.0)
    lost = (read("abolished", "c"),)
    assert run(row(blocked, rivals={"beside": True}, readouts=lost)).agrees
    without = run(row(blocked, readouts=lost))
    assert math.isnan(without.findings[0].effect)
    assert without.findings[0].found is None
    assert not without.agrees


def test_a_row_agrees_only_if_all_its_readouts_do():
    both = (read("unchanged"), read("attenuated", "d"))
    assert [one.agrees for one in run(row(readouts=both)).findings] == [True, False]
    assert not run(row(readouts=both)).agrees
    assert run(row(readouts=both[:1])).agrees


def test_what_cannot_be_expressed_is_not_run():
    def never(conditions: Conditions) -> Course:
        raise AssertionError(conditions)

    one = outcome(row(not_expressible="No such place."), never)
    assert not one.expressible
    assert not one.agrees
    assert not one.findings


def test_a_row_that_cannot_be_run_says_why_and_disagrees():
    for broken, told in (
        (row(push("block", "nowhere")), "nowhere"),
        (row(scenario="moon"), "moon"),
        (row(readouts=()), "no read-out"),
    ):
        one = run(broken)
        assert told in one.failure
        assert one.expressible
        assert not one.agrees


def test_all_rows_in_order_and_nothing_solved_twice(monkeypatch: pytest.MonkeyPatch):
    asked: list[Conditions] = []

    def counted(pathway: Pathway, conditions: Conditions) -> Course:
        asked.append(conditions)
        return solve(pathway, conditions)

    monkeypatch.setattr(experiments, "solve", counted)
    rows = (
        row(push("block", "a"), id="one", readouts=(read("abolished", "c"),)),
        row(id="two", not_expressible="No."),
        row(push("block", "a"), id="three", readouts=(read("abolished", "c"),)),
        row(push("block", "b", start=0.0), id="four", dosed=False),
        row(scenario="mice", id="five"),
    )
    found = [*outcomes(replace(chain(), experiments=rows))]
    assert [one.experiment.id for one in found] == ["one", "two", "three", "four", "five"]
    assert len(asked) == len(set(asked)) == 7
    assert found[0].findings[0].effect == found[2].findings[0].effect


def test_the_ketamine_experiments_run():
    """What agrees is counted, not wished for: the bound is a little under what holds today."""
    loaded = load(Path(__file__).parents[2] / "pathways" / "ketamine.yaml")
    assert loaded.pathway is not None
    found = [*outcomes(loaded.pathway)]
    assert not [one.failure for one in found if one.failure]
    assert all(one.findings or not one.expressible for one in found)
    judged = [one for one in found if one.expressible]
    assert len(judged) >= 32
    assert sum(one.agrees for one in judged) / len(judged) > 0.30
