"""A made-up pathway of a thousand nodes and two thousand arrows, the same at every run."""

from __future__ import annotations

import random

NODES, ARROWS = 1000, 2000
STAGES = 30
"""Nodes are made in stages from causes to effects; most arrows lead a stage or two onward."""

CANVAS = (5400, 3040)
SEED = 4

HEAD = f"""\
format: 1
id: thousand
title: A thousand nodes
reviewed: 2026-01-31
canvas: [{CANVAS[0]}, {CANVAS[1]}]
layers:
  - {{id: core, label: Core}}
compartments:
  - {{id: cell, label: Cell}}
clocks:
  - {{id: person, label: Person, species: human, drug: n0, unit: mg, distribution: 10 min,
     elimination: 3 h, distributed: 0.5, full_effect_dose: 10, reason: Made up.}}
scenarios:
  - {{id: single, label: One dose, clock: person, text: One dose., end: 1 d,
     doses: [{{amount: 10, at: 0 h, over: 40 min}}]}}
"""

NODE = """\
  - {{id: n{i}, label: Node {i}, name: Node number {i}, layer: core, compartment: cell,
     glyph: {glyph}, summary: Made up., text: {{patient: It is., student: It is., expert: It is.}}}}
"""

ARROW = """\
  - {{id: n{source}__n{target}, source: n{source}, target: n{target}, sign: {sign}, text: It acts.,
     expert: It acts., evidence: {{strength: {strength}, species: [human]}}}}
"""


def thousand(nodes: int = NODES, arrows: int = ARROWS) -> str:
    """The file as text: nodes in stages, every one driven by an earlier one, no loops."""
    chance = random.Random(SEED)
    stage = sorted(chance.randrange(STAGES) for _ in range(nodes))
    stage[0] = 0
    pairs: dict[tuple[int, int], None] = {}
    for target in range(1, nodes):
        pairs[_driver(chance, stage, target), target] = None
    while len(pairs) < arrows:
        target = chance.randrange(1, nodes)
        pairs[_driver(chance, stage, target), target] = None
    glyphs = ["agent", *chance.choices(("activity", "phenotype"), (9, 1), k=nodes - 1)]
    text = [
        HEAD,
        "nodes:\n",
        *(NODE.format(i=i, glyph=g) for i, g in enumerate(glyphs)),
        "edges:\n",
    ]
    for source, target in pairs:
        sign = chance.choices(("activates", "inhibits", "produces"), (6, 2, 2))[0]
        strength = chance.choice(("strong", "moderate", "weak"))
        text.append(ARROW.format(source=source, target=target, sign=sign, strength=strength))
    return "".join(text)


def _driver(chance: random.Random, stage: list[int], target: int) -> int:
    """An earlier node, mostly of the stage before or the one before that."""
    near = [i for i in range(target) if stage[target] - 2 <= stage[i] < stage[target]]
    if near and chance.random() < 0.95:
        return chance.choice(near)
    return chance.randrange(target)
