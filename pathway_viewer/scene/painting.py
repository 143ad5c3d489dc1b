"""The strokes of the picture: nodes with their level, arrows with their evidence, particles."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from pathway_viewer.look.dimming import veiled
from pathway_viewer.look.theme import THEMES, Theme, ThemeId, mix
from pathway_viewer.model.evidence import Evidence, Strength
from pathway_viewer.scene.beside import paint_ghost
from pathway_viewer.scene.clutter import STRUCK
from pathway_viewer.scene.lettering import Hand, Lettering
from pathway_viewer.scene.naming import SMALLEST_WORD
from pathway_viewer.scene.overlay import Standing
from pathway_viewer.scene.sheet import PlacedArrow, PlacedNode, Sheet

DASHES: dict[Strength, tuple[float, tuple[float, ...]]] = {
    "strong": (1.3, ()),
    "moderate": (0.9, ()),
    "weak": (0.85, (5.0, 3.0)),
    "contested": (0.9, (7.0, 2.5, 1.5, 2.5)),
    "hypothesis": (0.75, (1.2, 2.6)),
}
"""Weight (a share of the theme's) and dashes (in line widths) by strength of evidence."""

SHADES = 48
"""Steps of colour between rest and a full change: finer than the eye tells apart."""

THIN = 0.55
"""Width of an arrow that is weakened or off, as a share of its own."""

BRANCH = 40.0
"""A branch shorter than this has its trunk's marks of species, in canvas units."""

PALE = 0.22
"""How far an arrow that is off fades into the ground: it still has 3:1 in every theme."""

SMALLEST_LABEL = 4.5
"""Below this size in pixels nobody can read a name: from so far there is shape and level."""


def arrow_pen(theme: Theme, strength: Strength, k: float, color: str = "") -> QPen:
    """The pen of a shaft: weight and dashes say how strong the evidence is."""
    weight, dashes = DASHES[strength]
    pen = QPen(QColor(color or theme.arrow), max(1.0, theme.arrow_width * weight * k))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes:
        pen.setDashPattern(list(dashes))
    return pen


def paint_arrow(painter: QPainter, arrow: PlacedArrow, sheet: Sheet, color: str = "") -> None:
    """One arrow: shaft by evidence, hollow SBGN head, marks of the species at its tail.

    One that a rival weakens is thin and struck twice; one that is off is thin and pale.
    """
    theme, k = sheet.theme, sheet.k
    evidence, whole = arrow.shape.edge.evidence, arrow.shape.standing == "whole"
    shaft = arrow.shaft if color else arrow.part
    color = color or standing_color(theme, arrow.shape.standing)
    ink = QColor(color)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(arrow_pen(theme, evidence.strength, k if whole else THIN * k, color))
    painter.drawPath(shaft)
    if arrow.shape.standing == "weakened":
        x, y = arrow.track[arrow.shape.along(0.5)]
        struck(painter, QPointF(float(x), float(y)), STRUCK * k, ink, theme)
    pen = QPen(ink, max(1.0, theme.arrow_width * (0.8 if whole else 0.6) * k))
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(QBrush(QColor(theme.background)))
    painter.drawPath(arrow.head_closed)
    pen.setWidthF(max(1.2, theme.arrow_width * 1.35 * k))
    painter.setPen(pen)
    painter.drawPath(arrow.head_strokes)
    paint_species(painter, evidence, arrow, sheet, ink)


def standing_color(theme: Theme, standing: Standing) -> str:
    """The ink of an arrow: paler where it does not count in this run."""
    return mix(theme.arrow, theme.background, PALE) if standing == "absent" else theme.arrow


def struck(painter: QPainter, centre: QPointF, half: float, ink: QColor, theme: Theme) -> None:
    """Two slanting strokes on a gap in the line: what passes here is weakened."""
    painter.save()
    painter.translate(centre)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.background))
    painter.drawEllipse(QPointF(), half * 0.75, half * 0.75)
    painter.setPen(QPen(ink, max(1.2, half * 0.26)))
    for side in (-0.38, 0.38):
        x = side * half
        painter.drawLine(
            QPointF(x - half * 0.35, half * 0.8), QPointF(x + half * 0.35, -half * 0.8)
        )
    painter.restore()


def paint_chips(painter: QPainter, sheet: Sheet, lettering: Lettering) -> None:
    """The small names at which arrows from far away start; one that several share is drawn once."""
    theme, k = sheet.theme, sheet.k
    chips = {arrow.chip.getRect(): arrow for arrow in sheet.arrows if arrow.chip is not None}
    for at, arrow in chips.items():
        chip = QRectF(*at)
        painter.setPen(QPen(QColor(theme.arrow), max(0.8, 1.2 * k)))
        painter.setBrush(QColor(theme.panel))
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        label = sheet.diagram.pathway.node(arrow.shape.edge.source).label
        lettering.draw(painter, chip, label, Hand(arrow.chip_size), theme.ink)


def paint_species(
    painter: QPainter, evidence: Evidence, arrow: PlacedArrow, sheet: Sheet, ink: QColor
) -> None:
    """Marks at the tail: a full disc for people, a ring for rodents, a square for cells.

    A short arrow has room for the first of them, a branch too short to be told from its head
    for none.
    """
    radius, length = 3.6 * sheet.k, arrow.shape.arrow.length * sheet.k
    first, last = arrow.shape.own
    if first and (last - first) * length < BRANCH * sheet.k:
        return
    every = [one for one in ("human", "rodent", "cells") if one in evidence.species]
    paper = QColor(sheet.theme.background)
    for i, species in enumerate(every if length > 60 * sheet.k else every[:1]):
        way = (radius * 1.4 + i * radius * 2.9) / max(length, 1)
        x, y = arrow.track[_sample(arrow, first + way)]
        species_mark(painter, species, QPointF(float(x), float(y)), radius, ink, paper)


def species_mark(
    painter: QPainter, species: str, centre: QPointF, radius: float, ink: QColor, paper: QColor
) -> None:
    """The mark of one species: disc (people), ring (rodents) or square (cells)."""
    painter.setPen(QPen(ink, max(1.0, radius * 0.38)))
    painter.setBrush(ink if species == "human" else paper)
    if species == "cells":
        side = radius * 0.85
        painter.drawRect(QRectF(centre.x() - side, centre.y() - side, 2 * side, 2 * side))
    else:
        painter.drawEllipse(centre, radius, radius)


def _sample(arrow: PlacedArrow, share: float) -> int:
    return min(len(arrow.track) - 1, round(min(1.0, share) * (len(arrow.track) - 1)))


def paint_node(
    painter: QPainter,
    node: PlacedNode,
    sheet: Sheet,
    change: float,
    word: str,
    lettering: Lettering,
    ghost: float | None = None,
) -> None:
    """One node: its level as colour, as a signed bar, and as a word where there is room.

    `ghost` is its change without what somebody changed: a line across the bar.
    """
    fill, ink = fill_and_ink(sheet.theme.id, round(change * SHADES), sheet.theme.veil)
    painter.fillPath(node.outline, QColor(fill))
    paint_shell(painter, node, sheet, ink, word, lettering)
    paint_level(painter, node.bar, change, ink)
    if ghost is not None:
        paint_ghost(painter, node.bar, change, ghost, ink)


def paint_shell(
    painter: QPainter, node: PlacedNode, sheet: Sheet, ink: str, word: str, lettering: Lettering
) -> None:
    """What stays of a node while its level moves: outline, frame of the bar, all text."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(sheet.theme.outline), sheet.theme.node_width * sheet.k))
    painter.drawPath(node.outline)
    paint_bar(painter, node.bar, ink, sheet.k)
    if node.word_hand.size >= SMALLEST_WORD:
        lettering.draw(painter, node.word_box, word, node.hand_for(word), ink)
    if node.label_hand.size >= SMALLEST_LABEL:
        for text, row in node.label_rows():
            lettering.draw(painter, row, text, node.label_hand, ink)
    for line in node.lines:
        lettering.draw(painter, line.box, line.text, line.hand, ink)


@lru_cache(maxsize=1024)
def fill_and_ink(theme: ThemeId, shade: int, veil: float = 0.0) -> tuple[str, str]:
    """The colour of a level in one of `SHADES` steps either side of rest, and the text on it.

    Both are seen through the veil of a theme that has one.
    """
    own = THEMES[theme]
    fill = own.level_color(shade / SHADES)
    ink = own.ink_on(fill)
    return (veiled(fill, own.background), veiled(ink, own.background)) if veil else (fill, ink)


def paint_bar(painter: QPainter, bar: QRectF, ink: str, k: float) -> None:
    """The frame of the signed bar; the line in the middle is rest."""
    painter.setPen(QPen(QColor(ink), max(0.8, 1.1 * k)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar)
    middle = bar.center().y()
    painter.drawLine(QPointF(bar.left(), middle), QPointF(bar.right(), middle))


def paint_level(painter: QPainter, bar: QRectF, change: float, ink: str) -> None:
    """A level in its bar: up from the middle above rest, down below it."""
    middle, height = bar.center().y(), bar.height() / 2 * max(-1.0, min(1.0, change))
    if abs(height) > 0.3:
        top = middle - height if height > 0 else middle
        painter.fillRect(QRectF(bar.left(), top, bar.width(), abs(height)), QColor(ink))
