"""The pathway on long-term potentiation holds together: its texts, its curves, its experiments."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest
from ketamine_texts import all_texts, sentences, with_citations

from pathway_viewer.dynamics.agreement import marks
from pathway_viewer.dynamics.answer import Answers
from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.experiments import Outcome, outcomes
from pathway_viewer.dynamics.points import held
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.pushes import Dose
from pathway_viewer.model.text import cited

FILE = Path(__file__).parents[2] / "pathways" / "ltp.yaml"
CONTRADICTED = {"camkii_erased", "creb_full"}
"""Rows whose change of the network another row makes too, with the opposite result."""


@pytest.fixture(scope="module")
def ltp() -> Pathway:
    """The pathway, which must load without a single problem."""
    loaded = load(FILE)
    assert not loaded.problems, "\n".join(map(str, loaded.problems))
    assert loaded.pathway is not None
    return loaded.pathway


@pytest.fixture(scope="module")
def courses(ltp: Pathway) -> dict[str, Course]:
    """Every scenario as the file gives it."""
    return {one.id: solve(ltp, Conditions(one.id)) for one in ltp.scenarios}


@pytest.fixture(scope="module")
def rows(ltp: Pathway) -> dict[str, Outcome]:
    """Every experiment, run."""
    return {one.experiment.id: one for one in outcomes(ltp)}


def gain(course: Course, hours: float, node: str = "strength") -> float:
    """Change from rest of a node at a time."""
    return float(course.changes(hours)[course.node_index[node]])


def test_it_has_all_that_a_lecture_needs(ltp: Pathway):
    assert 12 <= len([node for node in ltp.nodes if node.layer == "core"]) <= 18
    assert 5 <= len(ltp.chapters) <= 6
    assert 5 <= len(ltp.steps) <= 10
    assert 6 <= len(ltp.lanes) <= 9
    assert len(ltp.glossary) >= 20
    assert ltp.claims
    assert ltp.rivals
    assert ltp.agents
    assert "not medical advice" in ltp.disclaimer


def test_every_node_is_told_to_three_readers(ltp: Pathway):
    for node in ltp.nodes:
        assert len(node.label) <= 17, node.label
        assert len(node.summary) <= 112, node.id
        texts = (node.text.patient, node.text.student, node.text.expert)
        lengths = [len(text) for text in texts]
        assert lengths == sorted(lengths), (node.id, lengths)
        assert lengths[0] >= 150, node.id
        assert all(map(cited, texts)), node.id


def test_every_arrow_has_a_plain_sentence_and_a_paragraph_for_experts(ltp: Pathway):
    for edge in ltp.edges:
        assert edge.id == f"{edge.source}__{edge.target}"
        assert len(sentences(edge.text)) == 1, edge.id
        assert len(sentences(edge.expert)) >= 3, edge.id
        assert cited(edge.text), edge.id
        assert cited(edge.expert), edge.id
        assert edge.mechanism, edge.id


def test_every_text_that_states_facts_cites(ltp: Pathway):
    assert [place for place, text in with_citations(ltp) if not cited(text)] == []


def test_no_sentence_is_used_twice(ltp: Pathway):
    places: dict[str, list[str]] = defaultdict(list)
    for place, text in all_texts(ltp):
        for sentence in sentences(text):
            places[sentence.strip(" .").casefold()].append(place)
    assert {one: where for one, where in places.items() if len(where) > 1} == {}


def test_every_paper_is_complete_and_used(ltp: Pathway):
    assert not [one.id for one in ltp.references if one.incomplete]
    used = {id for _, text in all_texts(ltp) for id in cited(text)}
    used |= {point.reference for point in ltp.measurements}
    used |= {id for claim in ltp.claims for id in (*claim.supporting, *claim.contesting)}
    assert {one.id for one in ltp.references} == used


def test_every_parameter_has_a_reason_and_none_is_left_to_the_defaults(ltp: Pathway):
    driven = {node.id for node in ltp.nodes} - {"tetanus"}
    assert set(ltp.kinetics.nodes) == driven
    assert set(ltp.kinetics.edges) == {edge.id for edge in ltp.edges}
    kinetics = (*ltp.kinetics.nodes.values(), *ltp.kinetics.edges.values())
    assert all(len(one.reason) > 20 for one in kinetics)


@pytest.mark.parametrize("scenario", ["strong", "weak"])
def test_the_chapters_follow_without_a_gap(ltp: Pathway, scenario: str):
    chapters = ltp.chapters_of(scenario)
    assert all(before.end == after.start for before, after in pairwise(chapters))
    assert chapters[0].start < 0
    assert chapters[-1].end == ltp.scenario(scenario).end == 24


def test_one_train_fades_within_hours_and_four_last_the_day(courses: dict[str, Course]):
    weak, strong = courses["weak"], courses["strong"]
    assert gain(weak, 0.2) > 0.3
    assert gain(weak, 3.0) < 0.15 * gain(weak, 0.2)
    assert abs(gain(weak, 24.0)) < 0.02
    assert gain(strong, 0.35) > gain(weak, 0.2)
    assert gain(strong, 8.0) > 0.7 * gain(strong, 0.35)
    assert gain(strong, 24.0) > 0.9 * gain(strong, 8.0)


def test_only_spaced_trains_reach_the_nucleus(courses: dict[str, Course]):
    for node in ("creb", "proteins", "captured"):
        weak, strong = (courses[id].change_series(node).max() for id in ("weak", "strong"))
        assert strong > 5 * weak, node
    assert courses["weak"].change_series("tag").max() > 0.3


def test_it_is_the_spacing_that_counts(ltp: Pathway):
    massed = tuple(Dose(amount=1.0, at=i / 60 / 6) for i in range(4))
    course = solve(ltp, Conditions("strong", doses=massed))
    assert gain(course, 8.0) < 0.5 * gain(solve(ltp, Conditions("strong")), 8.0)


def test_without_a_train_nothing_happens(ltp: Pathway):
    course = solve(ltp, Conditions("strong", doses=()))
    assert abs(course.rows - course.rest).max() < 1e-6


def test_the_experiments_agree_but_for_those_that_contradict_each_other(rows: dict[str, Outcome]):
    told = {id for id, row in rows.items() if row.expressible}
    assert len(told) >= 15
    assert {id for id in told if not rows[id].agrees} == CONTRADICTED
    assert not [id for id, row in rows.items() if row.failure]


def test_rows_that_contradict_each_other_make_the_same_change(ltp: Pathway):
    rows = {one.id: one for one in ltp.experiments}
    for one, other in (("camkii_erased", "peptide_after"), ("creb_full", "creb_partial")):
        assert rows[one].perturbations == rows[other].perturbations
        assert rows[one].scenario == rows[other].scenario


def test_every_window_is_met(ltp: Pathway, courses: dict[str, Course]):
    found = marks(ltp, courses)
    assert found
    assert [f"{one.stage} {one.name} {one.time:.3f} h" for one in found if not one.inside] == []


def test_the_rival_alone_holds_the_synapse_without_new_protein(ltp: Pathway):
    block = next(one for one in ltp.agents if one.id == "anisomycin_drug").perturbations
    without = solve(ltp, Conditions("strong", perturbations=block))
    rival = (("kinase_store", True),)
    with_rival = solve(ltp, Conditions("strong", perturbations=block, rivals=rival))
    assert gain(without, 8.0) < 0.1
    assert gain(with_rival, 8.0) > 0.15


def test_a_mark_is_drawn_only_beside_the_trains_that_were_given(ltp: Pathway):
    drawn = {
        (point.node, point.reference): point.scenario
        for point in ltp.measurements
        if point.at is not None
    }
    assert drawn == {
        ("strength", "frey1988"): "strong",
        ("strength", "duffy2003"): "strong",
        ("strength", "frey1997"): "weak",
        ("tag", "frey1997"): "weak",
        ("camkii", "lee2009"): "",
    }


def test_the_model_meets_every_point_that_says_when_and_which_way(ltp: Pathway):
    answers = Answers({one.id: solve(ltp, Conditions(one.id)) for one in ltp.scenarios})
    points = [held(ltp, answers, one) for one in ltp.measurements if one.direction is not None]
    assert [one.verdict for one in points] == ["inside"] * 4
