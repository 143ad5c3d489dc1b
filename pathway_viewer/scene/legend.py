"""The legend: every sign that is really in the picture and no other, in groups and columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from pathway_viewer.look.theme import Theme
from pathway_viewer.model.evidence import Species, Strength
from pathway_viewer.model.pathway import Glyph, Pathway, Sign
from pathway_viewer.scene.beside import SIGNS as BADGES
from pathway_viewer.scene.beside import Sign as Kind
from pathway_viewer.scene.diagram import Diagram
from pathway_viewer.scene.legend_signs import (
    Draw,
    badge_sign,
    dash_sign,
    ghost_sign,
    glyph_sign,
    head_sign,
    paint_channel_sign,
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
SHORT = {
    "influence now": "influence",
    "strong evidence": "strong",
    "weakened by a rival": "weakened",
    "rival switched off": "switched off",
    "in people": "people",
    "in rodents": "rodents",
    "in cells": "cells",
    "channel, opens": "channel",
    "vesicle, releases": "vesicle",
    "spine, grows": "spine",
}
"""Words for a narrow legend, where a longer one needs more lines."""

SPECIES: dict[Species, str] = {"human": "in people", "rodent": "in rodents", "cells": "in cells"}

LINE = 1.52
"""From one line of the legend to the next, in sizes of its text."""

AFTER, BETWEEN, APART = 0.45, 1.1, 2.0
"""From a sign to its text, from one column to the next, from one group to the next."""

LEAST_LINES = 2
"""Columns of two read better than one long line."""


@dataclass(frozen=True)
class Entry:
    """A sign, the width of its drawing (in sizes of the text), and what it means.

    A scale has words at both its ends.
    """

    draw: Draw
    wide: float
    text: str
    before: str = ""

    def width(self, hand: Hand) -> float:
        """Its width in pixels."""
        ahead = width(self.before, hand) + AFTER * hand.size if self.before else 0.0
        return ahead + (self.wide + AFTER) * hand.size + width(self.text, hand)


Legend = tuple[tuple[Entry, ...], ...]
"""Groups of entries, none empty."""


@dataclass(frozen=True)
class Shown:
    """What a legend may have to name: the kinds of things in a diagram, or in a whole file."""

    drug: str
    glyphs: frozenset[Glyph]
    signs: tuple[tuple[Sign, str], ...]
    strengths: frozenset[Strength]
    species: frozenset[Species]
    standings: frozenset[Standing] = frozenset()
    parts: frozenset[str] = frozenset()

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
        )


def legend_of(
    shown: Shown, theme: Theme, ghost: bool = False, signs: frozenset[Kind] = frozenset()
) -> Legend:
    """The groups for what is shown, and for what is changed by hand, in reading order."""
    scale = Entry(scale_sign(theme), 4.4, "above rest", "below")
    flow = (Entry(particle_sign(theme), 1.0, "influence now"),) if shown.signs else ()
    told: dict[Glyph, str] = {"agent": shown.drug, **GLYPHS}
    glyphs = [Entry(glyph_sign(g, theme), 1.8, t) for g, t in told.items() if g in shown.glyphs]
    heads = [Entry(head_sign(sign, theme), 2.2, text) for sign, text in shown.signs]
    shafts = [
        Entry(dash_sign(s, theme), 2.2, t) for s, t in STRENGTHS.items() if s in shown.strengths
    ]
    shafts += [
        Entry(standing_sign(s, theme), 2.4, t) for s, t in STANDINGS.items() if s in shown.standings
    ]
    seen = [Entry(species_sign(s, theme), 0.9, t) for s, t in SPECIES.items() if s in shown.species]
    changed = [Entry(ghost_sign(theme), 1.0, "level without the change")] if ghost else []
    changed += [Entry(badge_sign(s, theme), 1.2, t) for s, t in BADGES.items() if s in signs]
    groups = ((scale, *flow), glyphs, heads, shafts, seen, _parts(shown, theme), changed)
    return tuple(tuple(group) for group in groups if group)


def _parts(shown: Shown, theme: Theme) -> list[Entry]:
    """The entries for the parts of cells that follow levels."""
    every = {
        "channel": Entry(part_sign(theme, paint_channel_sign), 1.5, "channel, opens"),
        "vesicles": Entry(part_sign(theme, paint_vesicle_sign), 1.5, "vesicle, releases"),
        "spines": Entry(part_sign(theme, paint_spine_sign), 1.5, "spine, grows"),
    }
    return [entry for part, entry in every.items() if part in shown.parts]


def _given(pathway: Pathway) -> str:
    """What is given from outside, in the words of the pathway's clocks: 'drug'."""
    return " or ".join(dict.fromkeys(clock.drug_word for clock in pathway.clocks)) or "from outside"


@dataclass(frozen=True)
class Placed:
    """An entry and where it begins: pixels from the left, lines from the top.

    `first` is whether a group begins with it, other than the first group.
    """

    entry: Entry
    x: float
    line: int
    first: bool = False


def placed(legend: Legend, hand: Hand, room: float) -> tuple[Placed, ...]:
    """Entries in columns, group beside group: in two lines, or as many as the room needs."""
    most = max(LEAST_LINES, sum(map(len, legend)))
    short = tuple(tuple(map(_shortened, group)) for group in legend)
    for lines in range(LEAST_LINES, most + 1):
        for words in (legend, short):
            spots, wide = _columns(words, hand, lines)
            if wide <= room:
                return spots
    every = [entry for group in short for entry in group]
    return tuple(Placed(entry, 0.0, i) for i, entry in enumerate(every))


def _shortened(entry: Entry) -> Entry:
    return replace(entry, text=SHORT.get(entry.text, entry.text))


def _columns(legend: Legend, hand: Hand, lines: int) -> tuple[tuple[Placed, ...], float]:
    """The entries in so many lines, and how wide they are together."""
    spots: list[Placed] = []
    x, end = 0.0, 0.0
    for group in legend:
        for column in (group[i : i + lines] for i in range(0, len(group), lines)):
            spots += [
                Placed(entry, x, line, x > 0 and entry is group[0])
                for line, entry in enumerate(column)
            ]
            end = x + max(entry.width(hand) for entry in column)
            x = end + BETWEEN * hand.size
        x += (APART - BETWEEN) * hand.size
    return tuple(spots), end


def lines_of(legend: Legend, hand: Hand, room: float) -> int:
    """How many lines the legend has in this room."""
    return 1 + max((spot.line for spot in placed(legend, hand, room)), default=-1)


def height(legend: Legend, hand: Hand, room: float) -> float:
    """Height in pixels of the legend in this room."""
    return lines_of(legend, hand, room) * hand.size * LINE


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
