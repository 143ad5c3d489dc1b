"""The legend: every sign that is really in the picture and no other, in groups and columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from pathway_viewer.look.theme import Theme
from pathway_viewer.model.evidence import Species, Strength
from pathway_viewer.model.pathway import Glyph, Pathway, Sign
from pathway_viewer.scene.beside import SIGNS as BADGES
from pathway_viewer.scene.beside import Sign as Kind
from pathway_viewer.scene.diagram import Diagram
from pathway_viewer.scene.legend_columns import AFTER, APART, LINE, Entry, Legend, placed
from pathway_viewer.scene.legend_signs import (
    badge_sign,
    chip_sign,
    dash_sign,
    ghost_sign,
    glyph_sign,
    head_sign,
    nothing_sign,
    paint_channel_sign,
    paint_receptor_sign,
    paint_spine_sign,
    paint_vesicle_sign,
    part_sign,
    particle_sign,
    scale_sign,
    species_sign,
    standing_sign,
)
from pathway_viewer.scene.lettering import LEFT, Hand, Lettering, width
from pathway_viewer.scene.overlay import Standing
from pathway_viewer.scene.settling import anatomy_of

GLYPHS: dict[Glyph, str] = {"activity": "activity", "phenotype": "outcome"}
SIGNS: dict[str, tuple[Sign, str]] = {
    "activates": ("activates", "raises"),
    "produces": ("activates", "raises"),
    "inhibits": ("inhibits", "lowers"),
    "removes": ("inhibits", "lowers"),
    "maintains": ("maintains", "needed for"),
    "correlates": ("correlates", "goes with"),
}
STRENGTHS: dict[Strength, str] = {
    "strong": "strong evidence",
    "moderate": "moderate",
    "weak": "weak",
    "contested": "contested",
    "hypothesis": "hypothesis",
}
STANDINGS: dict[Standing, str] = {"weakened": "weakened by a rival", "absent": "rival switched off"}
ONE, MORE = ("7", "reference 7"), ("7 +2", "reference 7 and 2 more")
"""Numbers beside nodes and arrows, as they stand there, and what they mean."""

SPECIES: dict[Species, str] = {"human": "in people", "rodent": "in rodents", "cells": "in cells"}


@dataclass(frozen=True)
class Shown:
    """What a legend may have to name: the kinds of things in a diagram, or in a whole file.

    `chips` is whether arrows come from names of what is far away.
    """

    drug: str
    glyphs: frozenset[Glyph]
    signs: tuple[tuple[Sign, str], ...]
    strengths: frozenset[Strength]
    species: frozenset[Species]
    standings: frozenset[Standing] = frozenset()
    parts: frozenset[str] = frozenset()
    chips: bool = False

    @classmethod
    def in_diagram(cls, diagram: Diagram, theme: Theme) -> Self:
        """What is really drawn."""
        edges = [shape.edge for shape in diagram.arrows]
        anatomy = anatomy_of(diagram, theme)
        parts = {str(gate.kind) for gate in anatomy.gates}
        parts |= {"vesicles"} if anatomy.pools else set()
        parts |= {"spines"} if anatomy.spines else set()
        return cls(
            _given(diagram.pathway),
            frozenset(shape.node.glyph for shape in diagram.nodes),
            tuple(dict.fromkeys(SIGNS[edge.sign] for edge in edges)),
            frozenset(edge.evidence.strength for edge in edges),
            frozenset(s for edge in edges for s in edge.evidence.species),
            frozenset(shape.standing for shape in diagram.arrows),
            frozenset(parts),
            any(shape.chip is not None for shape in diagram.arrows),
        )

    @classmethod
    def at_most(cls, pathway: Pathway) -> Self:
        """What could be drawn with every layer shown."""
        edges = pathway.edges
        return cls(
            _given(pathway),
            frozenset(node.glyph for node in pathway.nodes),
            tuple(dict.fromkeys(SIGNS[edge.sign] for edge in edges)),
            frozenset(edge.evidence.strength for edge in edges),
            frozenset(s for edge in edges for s in edge.evidence.species),
            frozenset(STANDINGS) if pathway.rivals else frozenset(),
            frozenset(node.shows for node in pathway.nodes),
            len(pathway.layers) > 1 or bool(pathway.arrangement.chips),
        )


def legend_of(
    shown: Shown, theme: Theme, ghost: bool = False, signs: frozenset[Kind] = frozenset()
) -> Legend:
    """The groups for what is shown, and for what is changed by hand, in reading order."""
    scale = Entry(scale_sign(theme), 6.2, "above rest", "below")
    flow = (Entry(particle_sign(theme), 1.0, "influence now"),) if shown.signs else ()
    told: dict[Glyph, str] = {"agent": shown.drug, **GLYPHS}
    glyphs = [Entry(glyph_sign(g, theme), 1.8, t) for g, t in told.items() if g in shown.glyphs]
    heads, shafts = _arrows(shown, theme)
    seen = [Entry(species_sign(s, theme), 0.9, t) for s, t in SPECIES.items() if s in shown.species]
    changed = [Entry(ghost_sign(theme), 1.0, "level without the change")] if ghost else []
    changed += [Entry(badge_sign(s, theme), 1.2, t) for s, t in BADGES.items() if s in signs]
    groups = ((scale, *flow), glyphs, heads, shafts, seen, _parts(shown, theme), changed)
    return tuple(tuple(group) for group in groups if group)


def _arrows(shown: Shown, theme: Theme) -> tuple[list[Entry], list[Entry]]:
    """The entries for what arrows do, and for what is known of them."""
    heads = [(head_sign(sign, theme), 2.2, text) for sign, text in shown.signs]
    heads += [(chip_sign(theme), 2.2, "from farther away")] if shown.chips else []
    shafts = [(dash_sign(s, theme), 2.2, t) for s, t in STRENGTHS.items() if s in shown.strengths]
    shafts += [
        (standing_sign(s, theme), 2.4, t) for s, t in STANDINGS.items() if s in shown.standings
    ]
    made = ([Entry(*one, arrow=True) for one in group] for group in (heads, shafts))
    first, second = made
    return first, second


def numbered(legend: Legend, labels: Iterable[str]) -> Legend:
    """The legend of a picture beside whose nodes and arrows these numbers are read."""
    texts = list(labels)
    if not texts or not legend:
        return legend
    number, meaning = MORE if any("+" in text for text in texts) else ONE
    first, *rest = legend
    return ((*first, Entry(nothing_sign, 0.0, meaning, number)), *rest)


def most_of(pathway: Pathway, theme: Theme) -> Legend:
    """The legend of a picture that shows whatever the file has."""
    every = legend_of(Shown.at_most(pathway), theme)
    return numbered(every, [MORE[0]] if pathway.references else [])


def _parts(shown: Shown, theme: Theme) -> list[Entry]:
    """The entries for the parts of cells that follow levels."""
    every = {
        "channel": Entry(part_sign(theme, paint_channel_sign), 1.5, "channel, opens"),
        "receptor": Entry(part_sign(theme, paint_receptor_sign), 1.5, "receptor, binds"),
        "vesicles": Entry(part_sign(theme, paint_vesicle_sign), 1.5, "vesicle, releases"),
        "spines": Entry(part_sign(theme, paint_spine_sign), 1.5, "spine, grows"),
    }
    return [entry for part, entry in every.items() if part in shown.parts]


def _given(pathway: Pathway) -> str:
    """What is given from outside, in the words of the pathway's clocks: 'drug'."""
    return " or ".join(dict.fromkeys(clock.drug_word for clock in pathway.clocks)) or "from outside"


def paint_legend(
    painter: QPainter,
    box: QRectF,
    legend: Legend,
    theme: Theme,
    hand: Hand,
    lettering: Lettering,
) -> None:
    """The legend from the top left of the box, with a fine line between groups."""
    step, spots = hand.size * LINE, placed(legend, hand, box.width())
    tall = step * (1 + max(spot.line for spot in spots))
    for spot in spots:
        entry, top = spot.entry, box.top() + spot.line * step
        if spot.first:
            x = box.left() + spot.x - APART * hand.size / 2
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(x, box.top() + 2), QPointF(x, box.top() + tall - 2))
        for text, part in _texts(entry, QRectF(box.left() + spot.x, top, 0, step), hand):
            lettering.draw(painter, part, text, hand, theme.muted, LEFT)
        entry.draw(painter, _sign_box(entry, box.left() + spot.x, top, hand))


def _sign_box(entry: Entry, x: float, top: float, hand: Hand) -> QRectF:
    ahead = width(entry.before, hand) + AFTER * hand.size if entry.before else 0.0
    return QRectF(x + ahead, top, entry.wide * hand.size, hand.size * LINE)


def _texts(entry: Entry, at: QRectF, hand: Hand) -> Iterator[tuple[str, QRectF]]:
    """The words of an entry and where they stand: after its sign, and before a scale."""
    sign = _sign_box(entry, at.left(), at.top(), hand)
    if entry.before:
        yield entry.before, QRectF(at.left(), at.top(), width(entry.before, hand) + 2, at.height())
    left = sign.right() + AFTER * hand.size
    yield entry.text, QRectF(left, at.top(), width(entry.text, hand) + 2, at.height())
