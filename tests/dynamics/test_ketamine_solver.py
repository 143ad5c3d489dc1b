"""What must hold of the solver on the largest network there is, whatever its numbers are."""

from __future__ import annotations

from functools import cache

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ketamine_file import ketamine
from test_solver_laws import ALIKE, perturbations
from tight_integration import error_at_rows, error_between_rows
from varied import varied

from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pushes import Dose, Perturbation

few = settings(max_examples=8, deadline=None)
scenarios = st.sampled_from(["single", "single-rodent"])


@cache
def untouched(scenario: str) -> Course:
    return solve(ketamine(), Conditions(scenario))


def run(scenario: str, *pushes: Perturbation) -> Course:
    return solve(ketamine(), Conditions(scenario, perturbations=pushes))


def reached(start: str) -> set[str]:
    """What an arrow, a display group or a removal of the drug carries a change of a node to."""
    graph = nx.DiGraph([(one.source, one.target) for one in ketamine().edges])
    graph.add_nodes_from(one.id for one in ketamine().nodes)
    for group in ketamine().nodes:
        graph.add_edges_from((member, group.id) for member in group.members)
        graph.add_edges_from((group.id, member) for member in group.members if group.id == start)
    return {start} | nx.descendants(graph, start)


@pytest.mark.parametrize(
    ("scenario", "seed"), [("single", 0), ("repeated", 0), ("single-rodent", 0), ("repeated", 1)]
)
def test_an_integrator_of_another_family_agrees(scenario: str, seed: int) -> None:
    """With a seed, for kinetics that nobody has tuned."""
    pathway = varied(ketamine(), np.random.default_rng(seed)) if seed else ketamine()
    assert error_at_rows(pathway, Conditions(scenario)) < ALIKE


@pytest.mark.parametrize("scenario", ["single", "repeated", "single-rodent"])
def test_between_the_rows_a_picture_cannot_tell_the_difference(scenario: str) -> None:
    """Where a steep arrow switches within minutes the rows are coarse: a pixel in a thousand."""
    course = solve(ketamine(), Conditions(scenario))
    assert error_between_rows(course, ketamine(), Conditions(scenario)) < 2e-3


@few
@given(st.data(), scenarios)
def test_levels_stay_in_bounds(data: st.DataObject, scenario: str) -> None:
    pushes = data.draw(st.lists(perturbations(ketamine()), min_size=1, max_size=4))
    course = run(scenario, *pushes)
    assert np.isfinite(course.rows).all()
    assert course.rows.min() >= 0.0
    assert course.rows.max() <= 1.0


@few
@given(st.data(), scenarios)
def test_no_dose_no_change_ever(data: st.DataObject, scenario: str) -> None:
    pushes = tuple(data.draw(st.lists(perturbations(ketamine(), timed=False), max_size=3)))
    still = solve(ketamine(), Conditions(scenario, doses=(), perturbations=pushes))
    assert np.array_equal(still.rows, np.tile(still.rest, (len(still.times), 1)))


@few
@given(st.data(), scenarios)
def test_what_has_no_path_from_a_block_is_not_changed(data: st.DataObject, scenario: str) -> None:
    target = data.draw(st.sampled_from([one.id for one in ketamine().nodes]))
    start = data.draw(st.sampled_from([None, 0.0]))
    blocked = run(scenario, Perturbation(kind="block", target=target, start=start))
    plain = untouched(scenario)
    apart = [i for i, id in enumerate(plain.node_ids) if id not in reached(target)]
    assert np.array_equal(blocked.times, plain.times)
    assert blocked.rows[:, apart] == pytest.approx(plain.rows[:, apart], abs=ALIKE), target


@few
@given(st.data(), scenarios)
def test_a_later_push_leaves_the_time_before_it_alone(data: st.DataObject, scenario: str) -> None:
    push = data.draw(perturbations(ketamine(), timed=True))
    plain, pushed = untouched(scenario), run(scenario, push)
    assert np.array_equal(pushed.rest, plain.rest)
    for t in plain.times[plain.times < push.start].tolist():
        assert pushed.at(t) == pytest.approx(plain.at(t), abs=1e-6)


@few
@given(st.data(), scenarios)
def test_the_order_of_pushes_does_not_matter(data: st.DataObject, scenario: str) -> None:
    pushes = data.draw(st.lists(perturbations(ketamine()), min_size=2, max_size=4))
    courses = [run(scenario, *one) for one in (pushes, data.draw(st.permutations(pushes)))]
    assert courses[0].rows == pytest.approx(courses[1].rows, abs=1e-9)


@few
@given(st.data(), scenarios)
def test_a_cut_is_a_scale_of_nothing(data: st.DataObject, scenario: str) -> None:
    target = data.draw(st.sampled_from([one.id for one in ketamine().edges]))
    start = data.draw(st.none() | st.floats(0.0, 10.0))
    cut = Perturbation(kind="cut", target=target, start=start)
    scaled = Perturbation(kind="scale", target=target, value=0.0, start=start)
    assert np.array_equal(run(scenario, cut).rows, run(scenario, scaled).rows)


@few
@given(scenarios, st.floats(0.0, 300.0))
def test_nothing_moves_before_the_first_dose(scenario: str, at: float) -> None:
    amount = untouched(scenario).doses[0].amount
    late = solve(ketamine(), Conditions(scenario, doses=(Dose(amount=amount, at=at),)))
    before = late.rows[late.times < at]
    assert np.array_equal(before, np.tile(late.rest, (len(before), 1)))
