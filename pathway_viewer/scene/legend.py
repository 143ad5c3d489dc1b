"""The legend: every sign that is really in the picture, and no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from pathway_viewer.look.theme import Theme, mix
from pathway_viewer.model.evidence import Species, Strength
from pathway_viewer.model.pathway import Glyph, Pathway, Sign
from pathway_viewer.scene.anatomy import Anatomy
from pathway_viewer.scene.beside import SIGNS as BADGES
from pathway_viewer.scene.beside import Sign as Kind
from pathway_viewer.scene.beside import paint_badge, paint_ghost
from pathway_viewer.scene.diagram import Diagram
from pathway_viewer.scene.gates import paint_channel, paint_spine
from pathway_viewer.scene.glyphs import head, head_length, outline
from pathway_viewer.scene.lettering import LEFT, Hand, Lettering, width
from pathway_viewer.scene.overlay import Standing
from pathway_viewer.scene.painting import arrow_pen, species_mark, standing_color, struck
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
STANDINGS: dict[Standing, str] = {
    "weakened": "weakened by a rival explanation",
    "absent": "explanation switched off",
}
SPECIES: dict[Species, str] = {"human": "people", "rodent": "rodents", "cells": "cells"}

Draw = Callable[[QPainter, QRectF], None]


@dataclass(frozen=True)
class Entry:
    """A sign, the width of its drawing (in line heights) and what it means."""

    draw: Draw
    wide: float
    text: str


def entries(diagram: Diagram, theme: Theme) -> tuple[Entry, ...]:
    """The entries for what this diagram shows, in reading order."""
    glyphs = {shape.node.glyph for shape in diagram.nodes}
    signs = dict.fromkeys(SIGNS[shape.edge.sign] for shape in diagram.arrows)
    strengths = {shape.edge.evidence.strength for shape in diagram.arrows}
    species = {s for shape in diagram.arrows for s in shape.edge.evidence.species}
    out = [Entry(_scale(theme), 5.2, "below · at · above rest")]
    if diagram.arrows:
        out.append(Entry(_particle(theme), 1.0, "influence now"))
    told: dict[Glyph, str] = {"agent": _given(diagram.pathway), **GLYPHS}
    out += [Entry(_glyph(g, theme), 1.9, text) for g, text in told.items() if g in glyphs]
    out += [Entry(_sign(sign, theme), 2.2, text) for sign, text in signs]
    out += [Entry(_dash(s, theme), 2.4, text) for s, text in STRENGTHS.items() if s in strengths]
    standings = {shape.standing for shape in diagram.arrows}
    out += [
        Entry(_standing(s, theme), 2.4, text) for s, text in STANDINGS.items() if s in standings
    ]
    out += [Entry(_species(s, theme), 0.9, text) for s, text in SPECIES.items() if s in species]
    return (*out, *living_entries(anatomy_of(diagram, theme), theme))


def living_entries(anatomy: Anatomy, theme: Theme) -> tuple[Entry, ...]:
    """The entries for the parts of cells that follow levels."""
    out: list[Entry] = []
    if any(gate.kind == "channel" for gate in anatomy.gates):
        out.append(Entry(_part(theme, _channel), 1.5, "channel, opens with its level"))
    if anatomy.pools:
        out.append(Entry(_part(theme, _vesicle), 1.3, "vesicle and what it releases now"))
    if anatomy.spines:
        out.append(Entry(_part(theme, _spine), 2.0, "spine, grows with its level"))
    return tuple(out)


def _given(pathway: Pathway) -> str:
    """What is given from outside, in the words of the pathway's clocks: 'drug'."""
    return " or ".join(dict.fromkeys(clock.drug_word for clock in pathway.clocks)) or "from outside"


def what_if_entries(theme: Theme, ghost: bool, signs: frozenset[Kind]) -> tuple[Entry, ...]:
    """The entries for what is changed by hand, and for the levels without it."""
    out = [Entry(_ghost(theme), 1.0, "level without the change")] if ghost else []
    out += [Entry(_badge(sign, theme), 1.2, text) for sign, text in BADGES.items() if sign in signs]
    return tuple(out)


def rows(every: tuple[Entry, ...], hand: Hand, room: float) -> list[list[tuple[float, Entry]]]:
    """Entries with their x, broken into lines no wider than the room."""
    lines: list[list[tuple[float, Entry]]] = [[]]
    x = 0.0
    for entry in every:
        need = (entry.wide + 0.5) * hand.size + width(entry.text, hand)
        if lines[-1] and x + need > room:
            lines.append([])
            x = 0.0
        lines[-1].append((x, entry))
        x += need + hand.size * 1.5
    return lines


def height(every: tuple[Entry, ...], hand: Hand, room: float) -> float:
    """Height in pixels of the legend in this room."""
    return len(rows(every, hand, room)) * hand.size * 1.75


def paint_legend(
    painter: QPainter,
    box: QRectF,
    every: tuple[Entry, ...],
    theme: Theme,
    hand: Hand,
    lettering: Lettering,
) -> None:
    """The legend from the top left of the box."""
    step = hand.size * 1.75
    for i, line in enumerate(rows(every, hand, box.width())):
        for x, entry in line:
            sign = QRectF(box.left() + x, box.top() + i * step, entry.wide * hand.size, step)
            entry.draw(painter, sign)
            left = sign.right() + hand.size * 0.5
            text = QRectF(left, sign.top(), width(entry.text, hand) + 2, step)
            lettering.draw(painter, text, entry.text, hand, theme.muted, LEFT)


def _scale(theme: Theme) -> Draw:
    def draw(painter: QPainter, box: QRectF) -> None:
        cells = 9
        side = box.width() / cells
        top = box.center().y() - box.height() * 0.24
        for i in range(cells):
            color = theme.level_color((i - cells // 2) / (cells // 2))
            cell = QRectF(box.left() + i * side, top, side + 0.5, box.height() * 0.48)
            painter.fillRect(cell, QColor(color))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.outline), 0.8))
        painter.drawRect(QRectF(box.left(), top, box.width(), box.height() * 0.48))

    return draw


def _particle(theme: Theme) -> Draw:
    def draw(painter: QPainter, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.particle))
        radius = box.height() * 0.17
        painter.drawEllipse(box.center(), radius, radius)

    return draw


def _glyph(glyph: Glyph, theme: Theme) -> Draw:
    def draw(painter: QPainter, box: QRectF) -> None:
        small = box.adjusted(1, box.height() * 0.22, -1, -box.height() * 0.22)
        painter.setPen(QPen(QColor(theme.outline), 1.1))
        painter.setBrush(QColor(theme.rest))
        if glyph == "activity":
            painter.drawRoundedRect(small, 2.5, 2.5)
        else:
            painter.drawPath(outline(glyph, small))

    return draw


def _sign(sign: Sign, theme: Theme) -> Draw:
    def draw(painter: QPainter, box: QRectF) -> None:
        size = box.height() * 0.5
        tip = QPointF(box.right() - 1, box.center().y())
        closed, strokes = head(sign, tip, 0, size)
        pen = QPen(QColor(theme.arrow), 1.4)
        painter.setPen(pen)
        end = QPointF(tip.x() - head_length(sign, size), tip.y())
        painter.drawLine(QPointF(box.left(), tip.y()), end)
        painter.setBrush(QColor(theme.background))
        painter.drawPath(closed)
        painter.strokePath(strokes, QPen(QColor(theme.arrow), 2.0))

    return draw


def _dash(strength: Strength, theme: Theme) -> Draw:
    def draw(painter: QPainter, box: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(arrow_pen(theme, strength, max(0.6, box.height() / 26)))
        path = QPainterPath(QPointF(box.left(), box.center().y()))
        path.lineTo(QPointF(box.right(), box.center().y()))
        painter.drawPath(path)

    return draw


def _ghost(theme: Theme) -> Draw:
    def draw(painter: QPainter, box: QRectF) -> None:
        tall = box.height() * 0.7
        bar = QRectF(box.center().x() - tall * 0.1, box.center().y() - tall / 2, tall * 0.4, tall)
        painter.setPen(QPen(QColor(theme.ink), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)
        paint_ghost(painter, bar, 0.0, 0.5, theme.ink)

    return draw


def _badge(sign: Kind, theme: Theme) -> Draw:
    def draw(painter: QPainter, box: QRectF) -> None:
        paint_badge(painter, box.center(), box.height() * 0.3, sign, theme)

    return draw


def _standing(standing: Standing, theme: Theme) -> Draw:
    def draw(painter: QPainter, box: QRectF) -> None:
        color = standing_color(theme, standing)
        painter.setPen(QPen(QColor(color), max(1.0, box.height() / 18)))
        painter.drawLine(
            QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y())
        )
        if standing == "weakened":
            struck(painter, box.center(), box.height() * 0.3, QColor(color), theme)

    return draw


def _part(theme: Theme, paint: Callable[[QPainter, Theme], None]) -> Draw:
    """A part of a cell about 40 canvas units wide, as seen from its rim."""

    def draw(painter: QPainter, box: QRectF) -> None:
        painter.save()
        painter.translate(box.left(), box.center().y())
        painter.scale(box.height() / 38, box.height() / 38)
        paint(painter, theme)
        painter.restore()

    return draw


def _channel(painter: QPainter, theme: Theme) -> None:
    painter.translate(12, 0)
    paint_channel(painter, 0.8, theme.rest, theme)


def _vesicle(painter: QPainter, theme: Theme) -> None:
    fill, border = theme.places["terminal"]
    painter.setPen(QPen(QColor(border), 1.6))
    painter.setBrush(QColor(mix(fill, border, 0.18)))
    painter.drawEllipse(QPointF(9, 0), 7.5, 7.5)
    painter.setBrush(QColor(border))
    for x, y in ((21.0, -4.0), (25.0, 1.0), (20.0, 5.0)):
        painter.drawEllipse(QPointF(x, y), 1.8, 1.8)


def _spine(painter: QPainter, theme: Theme) -> None:
    place = theme.places["membrane"]
    painter.setPen(QPen(QColor(place[1]), 2.2))
    painter.drawLine(QPointF(3, -13), QPointF(3, 13))
    painter.translate(4, 0)
    paint_spine(painter, 0.9, theme.level_color(0.4), place, theme)


def _species(species: Species, theme: Theme) -> Draw:
    def draw(painter: QPainter, box: QRectF) -> None:
        ink, paper = QColor(theme.arrow), QColor(theme.background)
        species_mark(painter, species, box.center(), box.height() * 0.19, ink, paper)

    return draw
