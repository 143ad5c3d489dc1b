"""A small pathway as a file, whole and broken, for tests of the command line."""

from __future__ import annotations

from pathlib import Path

CHAIN = """\
format: 1
id: chain
title: A chain of three
layers:
  - {id: core, label: Core}
  - {id: detail, label: Detail}
compartments:
  - {id: cell, label: Cell}
nodes:
  - {id: drug, label: Drug, name: A drug, layer: core, compartment: cell, glyph: agent,
     summary: "Given.", text: {patient: A, student: B, expert: C}}
  - {id: receptor, label: Receptor, name: A receptor, layer: core, compartment: cell,
     summary: "Bound.", text: {patient: A, student: B, expert: C}}
  - {id: mood, label: Mood, name: Mood, layer: detail, compartment: cell, glyph: phenotype,
     summary: "Felt.", text: {patient: A, student: B, expert: C}}
edges:
  - {id: drug__receptor, source: drug, target: receptor, sign: activates,
     text: "It binds [@one].", expert: "It binds [@one].",
     evidence: {strength: strong, species: [human]}}
  - {id: receptor__mood, source: receptor, target: mood, sign: activates,
     text: "It lifts [@one].", expert: "It lifts [@one].",
     evidence: {strength: weak, species: [rodent]}}
clocks:
  - {id: human, label: Human clock, species: human, drug: drug, unit: mg/kg,
     distribution: 15 min, elimination: 3 h, distributed: 0.7, full_effect_dose: 0.5,
     reason: For a test.}
scenarios:
  - {id: single, label: One dose, clock: human, text: "One.", end: 2 wk,
     doses: [{amount: 0.5, at: 0 h, over: 40 min}]}
  - {id: double, label: Two doses, clock: human, text: "Two.", end: 2 wk,
     doses: [{amount: 0.5, at: 0 h}, {amount: 0.5, at: 1 d}]}
rivals:
  - {id: other, label: Another way, text: "It may lift by itself [@one].",
     weakens: [receptor__mood], supporting: [{reference: one, text: "For."}],
     contesting: [{reference: one, text: "Against."}]}
references:
  - {id: one, title: One paper, author: [{family: First, given: A.}], container-title: Journal,
     issued: {date-parts: [[2001]]}}
"""


def chain(folder: Path, name: str = "chain.yaml", text: str = CHAIN) -> str:
    """The file on disk; its path as a user would type it."""
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def broken(folder: Path) -> str:
    """The file with two mistakes: an arrow to nowhere and a time without a unit."""
    text = CHAIN.replace("target: mood", "target: moood").replace("end: 2 wk", "end: 2", 1)
    return chain(folder, "broken.yaml", text)
