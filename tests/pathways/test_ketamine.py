"""The ketamine pathway is whole: its nodes, arrows, chapters, steps, words, risks and papers."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest
from ketamine_ids import ADDED, EDGES, NODES, RIVAL_ADDS, RIVAL_WEAKENS
from ketamine_texts import all_texts, cited, sentences, with_citations

from pathway_viewer.model.pathway import Pathway

FOLDER = Path(__file__).parents[2] / "pathways"


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})", re.IGNORECASE)


NUMBER = re.compile(r"\d\s?(?:%|mg|µM|ng/mL|L per hour|points|Hz|min\b|h\b|days?|weeks?|years?)")
SPECIES = _words(r"(?:mouse|mice|rats?|rodents?|people|patients?|volunteers?|users?)\b")
DOSE = re.compile(r"mg/kg|\d mg\b|µM|\bdos(?:e|es|ing)\b")
WHEN = re.compile(
    r"\d\s?(?:min|h|days?|weeks?)\b|\bdays? \d|"
    r"\b(?:[Aa]fter|[Dd]uring|[Ww]hile|hours|days|recent|one year)\b"
)
TAKEN_AWAY = _words(
    r"without|cannot|lack|delet|knock|remov|eras|silenc|dissolv|stop|switch|inhibit|block|brake|"
    r"antibody|antagonist|agonist|rapamycin|anisomycin|naltrexone|neuregulin-1 so|half the|"
    r"continuing|under surgical|slow|born|replaced|take the"
)
THEN = _words(
    r"abolish|lost|loses|fail|removed|prevent|weaken|disappear|vanish|no longer|did not|neither|"
    r"made no difference|no behavioural|nothing|survive|spared|cost|reduced|relapsed|would stay|"
    r"responded|changed nothing|improve|took away|still|goes too|does not depend"
)
UNKNOWN = _words(r"not known|cannot be (?:said|read)|not been tried|is not shown|was not found")


def test_every_node_of_the_evidence_is_there_in_its_layer(ketamine: Pathway):
    layers: dict[str, set[str]] = defaultdict(set)
    for node in ketamine.nodes:
        layers[node.layer].add(node.id)
    assert layers == {layer: set(ids.split()) for layer, ids in NODES.items()}
    assert sum(len(ids) for ids in layers.values()) == 59
    assert [layer.id for layer in ketamine.layers] == list(NODES)
    assert 22 <= len(layers["core"]) <= 26


def test_every_arrow_of_the_evidence_is_there_and_every_other_gives_its_reason(ketamine: Pathway):
    ids = {edge.id for edge in ketamine.edges}
    assert len(EDGES.split()) == 84
    assert ids == {*EDGES.split(), *ADDED.split()}
    for edge in ketamine.edges:
        assert edge.id == f"{edge.source}__{edge.target}"
        assert bool(edge.added) == (edge.id in ADDED.split()), edge.id
        assert cited(edge.added) or not edge.added, edge.id


def test_every_node_is_told_to_three_readers(ketamine: Pathway):
    for node in ketamine.nodes:
        assert len(sentences(node.summary)) == 1, node.id
        assert len(node.summary) <= 112, node.id
        assert len(node.label) <= 17, node.label
        lengths = [len(text) for text in (node.text.patient, node.text.student, node.text.expert)]
        assert lengths == sorted(lengths), node.id
        assert lengths[0] >= 150, node.id


def test_every_chapter_and_risk_is_told_to_patients(ketamine: Pathway):
    assert not [one.id for one in (*ketamine.chapters, *ketamine.risks) if not one.patient]


def test_patients_are_spared_the_shorthand_of_the_laboratory(ketamine: Pathway):
    for node in ketamine.nodes:
        assert not re.search(r"i\.p\.|i\.v\.|µM|\bmPFC\b|\bp ?=|\bn ?=", node.text.patient), node.id


def test_every_student_text_names_a_measurement(ketamine: Pathway):
    for node in ketamine.nodes:
        for what in (NUMBER, SPECIES, DOSE, WHEN):
            assert what.search(node.text.student), (node.id, what.pattern)


def test_every_student_text_says_what_fails_without_the_step(ketamine: Pathway):
    for node in ketamine.nodes:
        told = sentences(node.text.student)
        assert any(_tells_loss(sentence) for sentence in told), node.id


def _tells_loss(sentence: str) -> bool:
    """Whether something is taken away in it and something follows, or nobody knows what."""
    if UNKNOWN.search(sentence):
        return True
    return bool(TAKEN_AWAY.search(sentence) and THEN.search(sentence))


def test_every_arrow_has_a_plain_sentence_and_a_paragraph_for_experts(ketamine: Pathway):
    for edge in ketamine.edges:
        assert len(sentences(edge.text)) == 1, edge.id
        assert len(sentences(edge.expert)) >= 3, edge.id
        assert not re.search(r"i\.p\.|i\.v\.|µM|mg/kg", edge.text), edge.id
        assert SPECIES.search(edge.expert), edge.id
        assert edge.mechanism, edge.id


def test_no_sentence_is_used_twice(ketamine: Pathway):
    places: dict[str, list[str]] = defaultdict(list)
    for place, text in all_texts(ketamine):
        for sentence in sentences(text):
            places[sentence.strip(" .").casefold()].append(place)
    assert len(places) > 2000
    twice = {sentence: where for sentence, where in places.items() if len(where) > 1}
    assert not twice


def test_every_text_that_states_facts_cites(ketamine: Pathway):
    assert [place for place, text in with_citations(ketamine) if not cited(text)] == []


def test_every_paper_cited_is_in_the_bibliography(ketamine: Pathway):
    for place, text in all_texts(ketamine):
        assert set(cited(text)) <= set(ketamine.reference_by_id), place
    named = [r for risk in ketamine.risks for r in (*risk.references, *_sources(risk.numbers))]
    named += [r for claim in ketamine.claims for r in (*claim.supporting, *claim.contesting)]
    named += _sources(ketamine.measurements) + [a.reference for a in ketamine.approvals]
    assert set(named) <= set(ketamine.reference_by_id)


def _sources(things: tuple) -> list[str]:
    return [thing.reference for thing in things]


def test_a_reference_is_complete_or_says_that_it_is_not(ketamine: Pathway):
    for reference in ketamine.references:
        fields = (reference.author, reference.title, reference.issued, reference.container_title)
        others = (reference.DOI, reference.PMID, reference.PMCID, reference.URL, reference.volume)
        if reference.incomplete:
            assert not any(fields), reference.id
            assert not any(others), reference.id
            assert not reference.authors_truncated, reference.id
        else:
            assert reference.author, reference.id
            assert reference.title, reference.id
            assert reference.issued is not None, reference.id
            assert reference.container_title or reference.publisher, reference.id
    assert len(ketamine.references) > 150


@pytest.mark.parametrize(
    "unfindable",
    ["s12264-014-1492-3", "s41598-019-39194-9", "npp.2016.197", "npp2016197", "notfound"],
)
def test_no_paper_that_could_not_be_found_is_printed(unfindable: str):
    for path in sorted(FOLDER.rglob("*.yaml")):
        assert unfindable not in path.read_text(encoding="utf-8").casefold(), path


@pytest.mark.parametrize("scenario", ["single", "repeated", "single-rodent"])
def test_the_chapters_of_a_scenario_follow_without_a_gap(ketamine: Pathway, scenario: str):
    chapters = ketamine.chapters_of(scenario)
    assert 6 <= len(chapters) <= 8
    assert all(before.end == after.start for before, after in pairwise(chapters))
    assert chapters[0].start < 0
    last = max(dose.at for dose in ketamine.scenario(scenario).doses)
    assert chapters[-1].end == ketamine.scenario(scenario).end == last + 28 * 24


def test_a_lecture_of_ten_to_sixteen_steps_with_something_to_say(ketamine: Pathway):
    scenarios = {scenario.id: scenario for scenario in ketamine.scenarios}
    assert 10 <= len(ketamine.steps) <= 16
    for step in ketamine.steps:
        assert len(sentences(step.notes)) >= 4, step.id
        assert step.ask.strip(), step.id
        assert 1 <= len(step.focus) <= 6, step.id
        assert step.at <= scenarios[step.scenario].end, step.id
        assert len(step.title) <= 30, step.id


def test_a_glossary_of_forty_words_and_more(ketamine: Pathway):
    words = [word.word.casefold() for word in ketamine.glossary]
    assert len(words) >= 40
    assert len(set(words)) == len(words)
    told = " ".join(plain for _, text in all_texts(ketamine) for plain in sentences(text))
    unused = {
        word.word
        for word in ketamine.glossary
        if not any(w.casefold() in told.casefold() for w in (word.word, *word.also))
    }
    assert len(unused) <= 8, unused  # words of the program itself, such as the kind of equation


def test_the_harms_are_told_with_numbers_and_for_whom(ketamine: Pathway):
    risks = {risk.id: risk for risk in ketamine.risks}
    assert {"dissociation", "blood_pressure", "cystitis", "cognition", "abuse"} <= risks.keys()
    for risk in ketamine.risks:
        assert risk.numbers, risk.id
        assert risk.who, risk.id
        assert risk.node in ketamine.node_index, risk.id
        assert all(number.sample for number in risk.numbers), risk.id
        assert {number.reference for number in risk.numbers} <= set(risk.references), risk.id
    assert "supervis" in risks["abuse"].text + risks["abuse"].expert


def test_the_rivals_are_those_of_the_command_line(ketamine: Pathway):
    rivals = {rival.id: rival for rival in ketamine.rivals}
    assert {id: set(rival.adds) for id, rival in rivals.items()} == {
        id: set(adds.split()) for id, adds in RIVAL_ADDS.items()
    }
    assert {id: " ".join(rival.weakens) for id, rival in rivals.items() if rival.weakens} == (
        RIVAL_WEAKENS
    )
    assert {id for id, rival in rivals.items() if rival.on} == {
        "disinhibition",
        "direct_resting_nmda",
    }
    for rival in ketamine.rivals:
        assert rival.supporting, rival.id
        assert rival.contesting, rival.id
        assert rival.predicts, rival.id
        assert rival.status, rival.id


def test_it_says_that_it_is_no_medical_advice(ketamine: Pathway):
    assert "not medical advice" in ketamine.disclaimer
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", ketamine.reviewed)
