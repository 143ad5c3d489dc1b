"""What must hold for every network, dose and perturbation, tried on random small networks."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from second_opinion import SecondOpinion
from small_networks import DRUG, pathways
from tight_integration import error_at_rows

from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.dosing import Disposition, concentration
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.pushes import Dose, Perturbation

ALIKE = 1e-5
"""Levels closer than this are the same: what the solver promises."""

scenarios = st.sampled_from(["people", "mice"])
doses = st.lists(
    st.builds(
        Dose,
        amount=st.floats(0.1, 60.0),
        at=st.floats(0.0, 30.0),
        over=st.sampled_from([0.0, 0.5, 3.0]),
    ),
    max_size=3,
).map(tuple)
several = settings(max_examples=40, deadline=None)


@st.composite
def perturbations(draw: st.DrawFn, small: Pathway, timed: bool | None = None) -> Perturbation:
    node = draw(st.sampled_from([one.id for one in small.nodes]))
    kinds = ["block", "clamp", "scale"] + ["cut"] * bool(small.edges)
    kind = draw(st.sampled_from(kinds))
    target = node
    if kind == "cut" or (kind == "scale" and small.edges and draw(st.booleans())):
        target = draw(st.sampled_from([one.id for one in small.edges]))
    value = {"clamp": st.floats(0.0, 1.0), "scale": st.floats(0.0, 5.0)}.get(kind, st.none())
    timed = draw(st.booleans()) if timed is None else timed
    start = draw(st.floats(-2.0, 30.0)) if timed else None
    end = start + draw(st.floats(0.1, 20.0)) if timed and draw(st.booleans()) else None
    return Perturbation(kind=kind, target=target, value=draw(value), start=start, end=end)


def run(small: Pathway, scenario: str, **changes: object) -> Course:
    return solve(small, Conditions(scenario, **changes))


@several
@given(st.data(), pathways(), scenarios, doses)
def test_levels_stay_in_bounds(
    data: st.DataObject, small: Pathway, scenario: str, given_doses: tuple[Dose, ...]
) -> None:
    pushes = tuple(data.draw(st.lists(perturbations(small), max_size=3)))
    course = run(small, scenario, doses=given_doses, perturbations=pushes)
    assert np.isfinite(course.rows).all()
    assert course.rows.min() >= 0.0
    assert course.rows.max() <= 1.0
    assert np.all(np.diff(course.times) >= 0.0)


@several
@given(st.data(), pathways(), scenarios)
def test_no_dose_no_change_ever(data: st.DataObject, small: Pathway, scenario: str) -> None:
    pushes = tuple(data.draw(st.lists(perturbations(small, timed=False), max_size=2)))
    course = run(small, scenario, doses=(), perturbations=pushes)
    assert np.array_equal(course.rows, np.tile(course.rest, (len(course.times), 1)))


@several
@given(st.data(), pathways(), scenarios)
def test_what_has_no_path_from_a_block_is_not_changed(
    data: st.DataObject, small: Pathway, scenario: str
) -> None:
    graph = nx.DiGraph([(one.source, one.target) for one in small.edges])
    graph.add_nodes_from(one.id for one in small.nodes)
    target = data.draw(st.sampled_from([one.id for one in small.nodes]))
    start = data.draw(st.none() | st.floats(-2.0, 30.0))
    block = Perturbation(kind="block", target=target, start=start)
    plain, blocked = run(small, scenario), run(small, scenario, perturbations=(block,))
    reached = {target} | nx.descendants(graph, target)
    apart = [i for i, id in enumerate(plain.node_ids) if id not in reached]
    for t in plain.times[::7]:
        assert blocked.at(t)[apart] == pytest.approx(plain.at(t)[apart], abs=ALIKE)


@several
@given(st.data(), pathways(), scenarios, doses)
def test_a_later_push_leaves_the_time_before_it_alone(
    data: st.DataObject, small: Pathway, scenario: str, given_doses: tuple[Dose, ...]
) -> None:
    push = data.draw(perturbations(small, timed=True))
    plain = run(small, scenario, doses=given_doses)
    pushed = run(small, scenario, doses=given_doses, perturbations=(push,))
    assert np.array_equal(pushed.rest, plain.rest)
    for t in plain.times[plain.times < push.start]:
        assert pushed.at(t) == pytest.approx(plain.at(t), abs=1e-6)


@several
@given(st.data(), pathways(), scenarios)
def test_the_order_of_pushes_does_not_matter(
    data: st.DataObject, small: Pathway, scenario: str
) -> None:
    pushes = data.draw(st.lists(perturbations(small), min_size=2, max_size=4))
    other = data.draw(st.permutations(pushes))
    courses = [run(small, scenario, perturbations=tuple(one)) for one in (pushes, other)]
    assert courses[0].rows == pytest.approx(courses[1].rows, abs=1e-9)


@several
@given(st.data(), pathways(), scenarios)
def test_a_cut_is_a_scale_of_nothing(data: st.DataObject, small: Pathway, scenario: str) -> None:
    assume(small.edges)
    target = data.draw(st.sampled_from([one.id for one in small.edges]))
    start = data.draw(st.none() | st.floats(0.0, 10.0))
    cut = Perturbation(kind="cut", target=target, start=start)
    scaled = Perturbation(kind="scale", target=target, value=0.0, start=start)
    courses = [run(small, scenario, perturbations=(one,)) for one in (cut, scaled)]
    assert np.array_equal(courses[0].rows, courses[1].rows)


@several
@given(st.data(), pathways(), scenarios)
def test_a_node_whose_arrows_are_cut_stays_at_rest(
    data: st.DataObject, small: Pathway, scenario: str
) -> None:
    target = data.draw(st.sampled_from([one.id for one in small.nodes if one.id != DRUG]))
    cuts = tuple(Perturbation(kind="cut", target=e.id) for e in small.edges if e.target == target)
    course = run(small, scenario, perturbations=cuts)
    assert np.ptp(course.series(target)) < 1e-9


@several
@given(st.data(), pathways(), scenarios)
def test_a_held_node_is_held_at_once_and_let_go(
    data: st.DataObject, small: Pathway, scenario: str
) -> None:
    target = data.draw(st.sampled_from([one.id for one in small.nodes]))
    level = data.draw(st.floats(0.0, 1.0))
    clamp = Perturbation(kind="clamp", target=target, value=level, start=2.0, end=5.0)
    column = small.node_index[target]
    course = run(small, scenario, perturbations=(clamp,))
    assert [course.at(t)[column] for t in (2.0, 3.3, 4.999)] == pytest.approx([level] * 3, abs=1e-9)


@settings(max_examples=12, deadline=None)
@given(pathways(), scenarios)
def test_another_integrator_agrees(small: Pathway, scenario: str) -> None:
    course = run(small, scenario)
    level = Disposition.of(course.clock).level
    rows = np.unique(course.times[course.times >= 0.0])[1:-1:9]

    def drug(t: float) -> float:
        return level(float(concentration(course.clock, course.doses, np.array(t))))

    breaks = [t for dose in course.doses for t in (dose.at, dose.at + dose.over)]
    other = SecondOpinion(small, scenario).solve(drug, rows, breaks)
    for t, levels in zip(rows, other, strict=True):
        expected = [levels[id] for id in course.node_ids]
        assert course.at(t) == pytest.approx(expected, abs=ALIKE), t


@settings(max_examples=12, deadline=None)
@given(st.data(), pathways(), scenarios, doses)
def test_an_integrator_of_another_family_agrees(
    data: st.DataObject, small: Pathway, scenario: str, given_doses: tuple[Dose, ...]
) -> None:
    pushes = tuple(data.draw(st.lists(perturbations(small), max_size=2)))
    conditions = Conditions(scenario, doses=given_doses, perturbations=pushes)
    assert error_at_rows(small, conditions) < ALIKE


@several
@given(pathways(), scenarios, st.floats(1.0, 4.0))
def test_more_drug_never_means_less_of_it(small: Pathway, scenario: str, factor: float) -> None:
    usual = run(small, scenario)
    larger = tuple(replace(dose, amount=factor * dose.amount) for dose in usual.doses)
    assume(not any(edge.target == DRUG for edge in small.edges))
    more = run(small, scenario, doses=larger)
    assert np.all(more.series(DRUG) >= usual.series(DRUG) - ALIKE)
