"""The levels of the ketamine pathway: what must hold of them, whatever the parameters are."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from ketamine_file import ketamine
from second_opinion import SecondOpinion

from pathway_viewer.dynamics.agreement import marks, share
from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.dosing import Disposition, concentration
from pathway_viewer.dynamics.experiments import outcomes
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pushes import Dose, Perturbation

SCENARIOS = ("single", "repeated", "single-rodent")
LAST_INFUSION, DAY, WEEK = 264.0, 24.0, 168.0


@cache
def course(scenario: str) -> Course:
    return solve(ketamine(), Conditions(scenario))


def change(scenario: str, node: str, t: float) -> float:
    one = course(scenario)
    return float(one.changes(t)[one.node_index[node]])


def first(scenario: str, node: str, part: float) -> float:
    """When a node's change first reaches a part of its largest."""
    one = course(scenario)
    series = one.change_series(node)
    return float(one.times[np.argmax(series >= part * series.max())])


def test_times_agree_with_the_measurements() -> None:
    found = marks(ketamine(), {id: course(id) for id in SCENARIOS})
    assert len(found) >= 55
    outside = [f"{m.stage} {m.name} {m.time:.3g} h" for m in found if m.ratio > 1.5]
    assert share(found, 1.5) >= 0.85, outside
    assert share(found, 1.25) >= 0.65


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_mood_rises_before_spines_do_and_both_fade(scenario: str) -> None:
    assert first(scenario, "mood", 0.1) < first(scenario, "spines", 0.1) / 1.5
    assert first(scenario, "mood", 0.5) < first(scenario, "spines", 0.5)
    for node in ("mood", "spines"):
        series = course(scenario).change_series(node)
        assert series[-1] < 0.25 * series.max()
        if scenario != "repeated":
            assert series[-1] < 0.15 * series.max()


def test_the_response_rises_over_six_infusions_and_outlasts_that_of_one() -> None:
    after = [change("repeated", "mood", d * DAY + DAY) for d in (0, 2, 4, 7, 9, 11)]
    assert after == sorted(after)
    assert after[-1] > 1.15 * after[0]
    assert 12 <= half_life("repeated", LAST_INFUSION) <= 24
    assert change("single", "mood", 12 * DAY) < 0.25 * change("single", "mood", DAY)


def test_most_published_experiments_come_out_as_published() -> None:
    rows = [row for row in outcomes(ketamine()) if row.expressible]
    assert len(rows) >= 32
    assert not [row.failure for row in rows if row.failure]
    wrong = [row.experiment.id for row in rows if not row.agrees]
    assert len(wrong) <= 0.15 * len(rows), wrong


@pytest.mark.parametrize(
    ("push", "early", "late"),
    [
        # What starts it, what is needed late, what only sustains: none is a row of the file.
        (("block", "trkb", None, None), 0.0, 0.0),
        (("block", "glutamate", -0.5, 12.0), None, 0.0),
        (("block", "calcium", -0.5, 12.0), 0.0, 0.0),
        (("block", "mtorc1", -0.5, 12.0), 1.0, 0.0),
        (("block", "spines", 0.0, None), 1.0, 0.0),
        (("block", "ieg", -0.5, 12.0), 1.0, 1.0),
    ],
)
def test_blocks_in_no_list_come_out_by_the_network_alone(
    push: tuple[str, str, float | None, float | None], early: float | None, late: float
) -> None:
    """Behaviour at 1 h and at a week: lost (0), kept (1) or open (None)."""
    kind, target, start, end = push
    one = Perturbation(kind=kind, target=target, start=start, end=end)  # type: ignore[arg-type]
    for hour, wanted in ((1.0, early), (WEEK, late)):
        effect = share_of_the_effect(one, "rodent_behaviour", hour)
        assert wanted is None or abs(effect - wanted) < 0.27, (hour, effect)


def share_of_the_effect(push: Perturbation, node: str, hour: float) -> float:
    """What is left of the dose's effect under a push."""

    def level(*pushes: Perturbation, dosed: bool) -> float:
        doses = None if dosed else ()
        one = solve(ketamine(), Conditions("single-rodent", doses=doses, perturbations=pushes))
        return float(one.at(hour)[one.node_index[node]])

    usual = level(dosed=True) - level(dosed=False)
    return (level(push, dosed=True) - level(push, dosed=False)) / usual


def test_the_window_of_doses_is_narrow() -> None:
    """Moderate doses raise glutamate, a large one hardly and an anaesthetic one lowers it."""

    def rise(amount: float) -> float:
        dose = Dose(amount=amount)
        one = solve(ketamine(), Conditions("single-rodent", doses=(dose,)))
        hours = np.linspace(0.15, 0.8, 14)
        return float(np.mean([one.changes(t)[one.node_index["glutamate"]] for t in hours]))

    assert 0.3 * rise(10) < rise(30) < 1.3 * rise(10)
    assert rise(50) < 0.5 * rise(10)
    assert rise(200) < 0.0


def half_life(scenario: str, last_dose: float) -> float:
    """Days after the last dose until mood is half of what it was a day after it."""
    days = np.arange(1, 28, 0.25)
    late = np.array([change(scenario, "mood", last_dose + day * DAY) for day in days])
    return float(days[late < late[0] / 2][0])


def test_the_drug_is_gone_long_before_the_effect() -> None:
    assert change("single", "ketamine", DAY) < 0.02
    assert change("single", "mood", WEEK) > 0.3 * change("single", "mood", DAY) > 0.05
    assert change("single-rodent", "ketamine", 3.0) < 0.02
    assert change("single-rodent", "rodent_behaviour", DAY) > 0.1


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_levels_are_levels_and_read_outs_stay_at_rest(scenario: str) -> None:
    one = course(scenario)
    assert one.rows.min() >= 0.0
    assert one.rows.max() <= 1.0
    for node in ("sv2a_pet", "plasma_bdnf"):
        assert np.ptp(one.series(node)) < 1e-12
    for node in ("cystitis", "cognition_harm", "abuse"):
        assert np.ptp(one.series(node)) < 0.02


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_nothing_given_nothing_changes(scenario: str) -> None:
    still = solve(ketamine(), Conditions(scenario, doses=()))
    assert np.array_equal(still.rows, np.tile(still.rest, (len(still.times), 1)))
    assert still.rest == pytest.approx(course(scenario).rest, abs=1e-12)


def arrows() -> list[str]:
    return [n.id for n in ketamine().nodes if not n.members and n.id != "ketamine"]


@pytest.mark.parametrize("scenario", ["single", "single-rodent"])
def test_a_node_with_all_its_arrows_cut_stays_at_rest(scenario: str) -> None:
    """Every level comes from its arrows alone (a display group has none: it is a mean)."""
    moved: list[str] = []
    for node in arrows():
        incoming = [edge.id for edge in ketamine().edges if edge.target == node]
        cuts = tuple(Perturbation(kind="cut", target=id) for id in incoming)
        alone = solve(ketamine(), Conditions(scenario, perturbations=cuts))
        if np.ptp(alone.series(node)) > 1e-9:
            moved.append(node)
    assert moved == []


def test_every_rival_can_be_switched_on_and_off() -> None:
    for rival in ketamine().rivals:
        for on in (True, False):
            one = solve(ketamine(), Conditions("single-rodent", rivals=((rival.id, on),)))
            assert np.isfinite(one.rows).all()
            absent = [ketamine().edge_index[id] for id in rival.adds] if not on else []
            assert np.all(one.flows(0.5)[absent] == 0.0)


def test_another_integrator_agrees() -> None:
    one = course("single-rodent")
    level = Disposition.of(one.clock).level
    rows = np.unique(one.times)[1:-40:12]

    def drug(t: float) -> float:
        return level(float(concentration(one.clock, one.doses, np.array(t))))

    other = SecondOpinion(ketamine(), "single-rodent").solve(drug, rows, [])
    for t, levels in zip(rows, other, strict=True):
        assert one.at(t) == pytest.approx([levels[id] for id in one.node_ids], abs=1e-5), t
