"""Ids that name nothing, or two things, are told where they stand."""

import pytest
from broken import SOUND, Edit, assert_told, edit, problems_of

DANGLING = (
    edit("source", "source: drug\n", "source: ⌖drog\n", "'drog' is not the id of a node; did you"),
    edit("target", "target: answer\n", "target: ⌖anser\n", "a node; did you mean 'answer'?"),
    edit("layer of a node", "layer: core", "layer: ⌖cor", "'cor'", "a layer; did you mean 'core'?"),
    edit("layer of an arrow", "    layer: extra\nclocks", "    layer: ⌖extr\nclocks", "'extra'?"),
    edit("compartment", "compartment: cell", "compartment: ⌖sell", "a compartment", "'cell'?"),
    edit("member", "members: [drug]", "members: [⌖drugs]", "a node", "'drug'?"),
    edit("disputed by", "disputed_by: [two2002]", "disputed_by: [⌖two2003]", "'two2002'?"),
    edit("placed node", "    drug: [100, 200]", "    ⌖drugg: [100, 200]", "node", "'drug'?"),
    edit("bent arrow", "    enzyme__answer: [[", "    ⌖enzyme_answer: [[", "an edge", "__answer'?"),
    edit("placed compartment", "    cell: [10,", "    ⌖cel: [10,", "a compartment", "'cell'?"),
    edit("kinetics of a node", "    enzyme: {basal", "    ⌖enzym: {basal", "a node", "'enzyme'?"),
    edit("kinetics of an arrow", "    drug__enzyme: {", "    ⌖drug_enzyme: {", "an edge"),
    edit("free node", "nodes.enzyme.rise", "⌖nodes.enzim.rise", "'enzim'", "'enzyme'?"),
    edit("free key", "nodes.enzyme.rise", "⌖nodes.enzyme.raise", "'raise'", "'rise'?"),
    edit("free form", "nodes.enzyme.rise", "⌖enzyme.rise", "expected 'nodes.ID.KEY'"),
    edit("free reason", "nodes.enzyme.rise", "⌖nodes.enzyme.joins", "not a parameter of nodes"),
    edit("drug of a clock", "    drug: drug", "    drug: ⌖ketamine", "'ketamine'", "a node"),
    edit("clock", "clock: human", "clock: ⌖humans", "a clock; did you mean 'human'?"),
    edit("perturbed arrow", "target: enzyme__answer, v", "target: ⌖enzyme__anser, v", "or an edge"),
    edit("cut node", "kind: cut, target: drug__enzyme", "kind: cut, target: ⌖drug", "an edge"),
    edit("blocked arrow", "kind: block, target: enzyme", "kind: block, target: ⌖drug__enzyme",
         "a node"),
    edit("node of a stage", "node: enzyme\n    label: The block", "node: ⌖enzyms\n    label: B",
         "a node", "'enzyme'?"),
    edit("scenario of a stage", "scenario: single\n    dir", "scenario: ⌖signle\n    dir",
         "a scenario", "'single'?"),
    edit("basis of a stage", "basis: [one2001]", "basis: [⌖one2000]", "a reference", "'one2001'?"),
    edit("lane", "lanes: [drug, enzyme]", "lanes: [drug, ⌖enzime]", "a node", "'enzyme'?"),
    edit("measured node", "- node: enzyme\n", "- node: ⌖enzymes\n", "a node", "'enzyme'?"),
    edit("source of a measurement", "reference: one2001\n    conf", "reference: ⌖one\n    conf",
         "a reference"),
    edit("scenario of a measurement", "level: -0.4\n    scenario: single",
         "level: -0.4\n    scenario: ⌖singl", "a scenario", "'single'?"),
    edit("scenario of a chapter", "scenarios: [single]", "scenarios: [⌖double]", "a scenario"),
    edit("focus", "focus: [drug, drug__enzyme]", "focus: [drug, ⌖drug__enzym]", "or an edge"),
    edit("scenario of a step", "notes: Look here., scenario: single", "notes: x, scenario: ⌖singel",
         "a scenario", "'single'?"),
    edit("camera", "camera: [answer]", "camera: [⌖drug__enzyme]", "not the id of a node"),
    edit("rival of a step", "rivals: {other: true}", "rivals: {⌖othe: true}", "'other'?"),
    edit("pushed in a step", "target: answer, value: 0", "target: ⌖anser, value: 0",
         "a node", "'answer'?"),
    edit("like a scenario", "    end: 2 d\n", "    end: 2 d\n    like: ⌖singel\n", "'single'?"),
    edit("node of a risk", "    node: answer", "    node: ⌖answers", "a node", "'answer'?"),
    edit("source of a number", "text: of eight, reference: two2002", "text: x, reference: ⌖two",
         "a reference"),
    edit("source of a risk", "    references: [one2001]", "    references: [⌖one2002]", "did you"),
    edit("source of an approval", "year: '2019', reference: one2001", "reference: ⌖fda", "'fda'"),
    edit("about", "about: [enzyme, drug__enzyme]", "about: [⌖enzyne]", "a node or an edge"),
    edit("supporting", "supporting: [one2001]", "supporting: [⌖one2011]", "'one2001'?"),
    edit("contesting", "contesting: [two2002]", "contesting: [⌖too2002]", "'two2002'?"),
    edit("added arrow", "adds: [enzyme__answer]", "adds: [⌖enzyme_answer]", "an edge"),
    edit("weakened arrow", "weakens: [drug__enzyme]", "weakens: [⌖drug]", "an edge"),
    edit("for a rival", "[{reference: one2001, t", "[{reference: ⌖one1001, t", "'one2001'?"),
    edit("against a rival", "[{reference: two2002, t", "[{reference: ⌖two2, t", "a reference"),
    edit("scenario of a trial", "scenario: single\n    text: It was", "scenario: ⌖x\n    text: It",
         "'x' is not the id of a scenario"),
    edit("rival of a trial", "rivals: {other: false}", "rivals: {⌖othr: false}", "a rival"),
    edit("read-out", "readouts: [{node: answer", "readouts: [{node: ⌖anwser", "'answer'?"),
)  # fmt: skip

DOUBLES = (
    edit("layer", "  - {id: extra,", "  - {id: ⌖core, label: C}\n  - {id: extra,",
         "a second layer 'core'; the first is in", "line 7"),
    edit("node", "edges:\n  - id: drug__enzyme", "  - id: ⌖drug\n    label: D\n    name: D\n"
         "    layer: core\n    compartment: cell\n    summary: S\n"
         "    text: {patient: a, student: b, expert: c}\nedges:\n  - id: drug__enzyme",
         "a second node 'drug'"),
    edit("chapter", "{id: late", "{id: ⌖early", "a second chapter 'early'"),
    edit("reference", "  - {id: lost1999", "  - {id: ⌖two2002", "a second reference 'two2002'"),
    edit("word", "{word: enzyme,", "{word: x, meaning: y}\n  - {word: ⌖x,", "a second word 'x'"),
    edit("rival", "agents:", "  - {id: ⌖other, label: L, text: T}\nagents:", "a second rival"),
)  # fmt: skip

MALFORMED = (
    edit("space", "{id: look,", "{id: ⌖look here,", "'look here' cannot be an id", "letters"),
    edit("dot", "{id: look,", "{id: ⌖look.here,", "'look.here' cannot be an id"),
    edit("empty", "{id: look,", "{id: ⌖'',", "cannot be an id"),
    edit("at", "{id: lost1999", "{id: ⌖'#lost1999'", "cannot be an id"),
)


@pytest.mark.parametrize("case", DANGLING)
def test_an_id_that_names_nothing_is_told(tmp_path, case: Edit):
    assert_told(tmp_path, case)


@pytest.mark.parametrize("case", DOUBLES)
def test_an_id_given_twice_is_told(tmp_path, case: Edit):
    assert_told(tmp_path, case)


def test_an_edge_may_not_have_the_id_of_a_node(tmp_path):
    case = Edit("", "\nedges:\n", EDGE_LIKE_A_NODE, ("is already the id of a node",))
    assert_told(tmp_path, case)


EDGE_LIKE_A_NODE = """
edges:
  - id: ⌖answer
    source: drug
    target: answer
    sign: activates
    text: It does.
    expert: It does.
    evidence: {strength: weak, species: [cells]}
"""


@pytest.mark.parametrize("case", MALFORMED)
def test_an_id_of_the_wrong_form_is_told(tmp_path, case: Edit):
    assert_told(tmp_path, case)


def test_a_misspelled_or_missing_section_is_told_once(tmp_path):
    (problem,) = problems_of(tmp_path, SOUND.replace("\nreferences:", "\nreference:"))
    assert "did you mean 'references'" in problem.text
    (problem,) = problems_of(tmp_path, SOUND.replace("\nnodes:\n", "\nnods:\n"))
    assert "did you mean 'nodes'" in problem.text


def test_a_layer_that_is_not_written_is_core(tmp_path):
    text = SOUND.replace(
        "layers:\n  - {id: core, label: Core}\n  - {id: extra, label: Extra}\n", ""
    )
    found = problems_of(tmp_path, text)
    assert [p.text for p in found] == ["'extra' is not the id of a layer"] * 2
