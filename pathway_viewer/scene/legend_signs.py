"""The drawings of the legend: every sign of the picture, small."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from pathway_viewer.look.theme import Theme, mix
from pathway_viewer.model.evidence import Species, Strength
from pathway_viewer.model.pathway import Glyph, Sign
from pathway_viewer.scene.beside import Sign as Kind
from pathway_viewer.scene.beside import paint_badge, paint_ghost
from pathway_viewer.scene.gates import paint_channel, paint_receptor, paint_spine
from pathway_viewer.scene.glyphs import head, head_length, outline
from pathway_viewer.scene.overlay import Standing
from pathway_viewer.scene.painting import arrow_pen, species_mark, standing_color, struck

Draw = Callable[[QPainter, QRectF], None]
"""Paints a sign in a box."""


def scale_sign(theme: Theme) -> Draw:
    """The colours and bars of levels, from below rest to above it; a notch is rest."""

    def draw(painter: QPainter, whole: QRectF) -> None:
        bar = QRectF(whole.left(), whole.center().y() - whole.height() * 0.36,
                     whole.height() * 0.26, whole.height() * 0.72)  # fmt: skip
        _draw_bar(painter, bar, -0.7, theme)
        _draw_bar(painter, bar.translated(whole.width() - bar.width(), 0), 0.7, theme)
        beside = bar.width() * 1.8
        box = whole.adjusted(beside, 0, -beside, 0)
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
        middle = QPointF(box.center().x(), top - box.height() * 0.12)
        painter.setPen(QPen(QColor(theme.ink), 1.2))
        painter.drawLine(middle, middle + QPointF(0, box.height() * 0.72))

    return draw


def _draw_bar(painter: QPainter, bar: QRectF, change: float, theme: Theme) -> None:
    """The bar of a node: filled down from its middle, or up."""
    middle = bar.center().y()
    filled = QRectF(bar.left(), min(middle, middle - change * bar.height() / 2),
                    bar.width(), abs(change) * bar.height() / 2)  # fmt: skip
    painter.fillRect(filled, QColor(theme.ink))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.ink), 0.9))
    painter.drawRect(bar)
    painter.drawLine(QPointF(bar.left(), middle), QPointF(bar.right(), middle))


def chip_sign(theme: Theme) -> Draw:
    """The name of a source from where a short arrow comes."""

    def draw(painter: QPainter, box: QRectF) -> None:
        chip = box.adjusted(0.5, box.height() * 0.28, -0.5, -box.height() * 0.28)
        painter.setPen(QPen(QColor(theme.outline), 0.9))
        painter.setBrush(QColor(theme.background))
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        painter.setPen(QPen(QColor(theme.ink), 0.9))
        middle = chip.center()
        painter.drawLine(middle - QPointF(chip.width() * 0.25, 0),
                         middle + QPointF(chip.width() * 0.25, 0))  # fmt: skip

    return draw


def nothing_sign(_painter: QPainter, _box: QRectF) -> None:
    """No drawing: the words are the sign."""


def particle_sign(theme: Theme) -> Draw:
    """A particle."""

    def draw(painter: QPainter, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.particle))
        radius = box.height() * 0.17
        painter.drawEllipse(box.center(), radius, radius)

    return draw


def glyph_sign(glyph: Glyph, theme: Theme) -> Draw:
    """The outline of a kind of node."""

    def draw(painter: QPainter, box: QRectF) -> None:
        small = box.adjusted(1, box.height() * 0.22, -1, -box.height() * 0.22)
        painter.setPen(QPen(QColor(theme.outline), 1.1))
        painter.setBrush(QColor(theme.rest))
        if glyph == "activity":
            painter.drawRoundedRect(small, 2.5, 2.5)
        else:
            painter.drawPath(outline(glyph, small))

    return draw


def head_sign(sign: Sign, theme: Theme) -> Draw:
    """An arrow of one sign."""

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


def dash_sign(strength: Strength, theme: Theme) -> Draw:
    """A shaft of one strength of evidence."""

    def draw(painter: QPainter, box: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(arrow_pen(theme, strength, max(0.6, box.height() / 26)))
        path = QPainterPath(QPointF(box.left(), box.center().y()))
        path.lineTo(QPointF(box.right(), box.center().y()))
        painter.drawPath(path)

    return draw


def ghost_sign(theme: Theme) -> Draw:
    """The level without a change."""

    def draw(painter: QPainter, box: QRectF) -> None:
        tall = box.height() * 0.7
        bar = QRectF(box.center().x() - tall * 0.1, box.center().y() - tall / 2, tall * 0.4, tall)
        painter.setPen(QPen(QColor(theme.ink), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)
        paint_ghost(painter, bar, 0.0, 0.5, theme.ink)

    return draw


def badge_sign(sign: Kind, theme: Theme) -> Draw:
    """The mark of a change by hand."""

    def draw(painter: QPainter, box: QRectF) -> None:
        paint_badge(painter, box.center(), box.height() * 0.3, sign, theme)

    return draw


def standing_sign(standing: Standing, theme: Theme) -> Draw:
    """An arrow that counts in part, or not."""

    def draw(painter: QPainter, box: QRectF) -> None:
        color = standing_color(theme, standing)
        painter.setPen(QPen(QColor(color), max(1.0, box.height() / 18)))
        painter.drawLine(
            QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y())
        )
        if standing == "weakened":
            struck(painter, box.center(), box.height() * 0.3, QColor(color), theme)

    return draw


def part_sign(theme: Theme, paint: Callable[[QPainter, Theme], None]) -> Draw:
    """A part of a cell about 40 canvas units wide, as seen from its rim."""

    def draw(painter: QPainter, box: QRectF) -> None:
        painter.save()
        painter.translate(box.left(), box.center().y())
        painter.scale(box.height() / 38, box.height() / 38)
        paint(painter, theme)
        painter.restore()

    return draw


def paint_channel_sign(painter: QPainter, theme: Theme) -> None:
    """A channel, half open."""
    painter.translate(12, 0)
    paint_channel(painter, 0.8, theme.rest, theme)


def paint_receptor_sign(painter: QPainter, theme: Theme) -> None:
    """A receptor on its membrane."""
    painter.translate(12, 0)
    paint_receptor(painter, theme.rest, theme)


def paint_vesicle_sign(painter: QPainter, theme: Theme) -> None:
    """A vesicle and what leaves it."""
    fill, border = theme.places["terminal"]
    painter.setPen(QPen(QColor(border), 1.6))
    painter.setBrush(QColor(mix(fill, border, 0.18)))
    painter.drawEllipse(QPointF(9, 0), 7.5, 7.5)
    painter.setBrush(QColor(border))
    for x, y in ((21.0, -4.0), (25.0, 1.0), (20.0, 5.0)):
        painter.drawEllipse(QPointF(x, y), 1.8, 1.8)


def paint_spine_sign(painter: QPainter, theme: Theme) -> None:
    """A spine on its membrane."""
    place = theme.places["membrane"]
    painter.setPen(QPen(QColor(place[1]), 2.2))
    painter.drawLine(QPointF(3, -13), QPointF(3, 13))
    painter.translate(4, 0)
    paint_spine(painter, 0.9, theme.level_color(0.4), place, theme)


def species_sign(species: Species, theme: Theme) -> Draw:
    """The mark of a species."""

    def draw(painter: QPainter, box: QRectF) -> None:
        ink, paper = QColor(theme.arrow), QColor(theme.background)
        species_mark(painter, species, box.center(), box.height() * 0.19, ink, paper)

    return draw
