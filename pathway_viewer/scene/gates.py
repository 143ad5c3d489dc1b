"""Channels, receptors and spines, as seen from their spot on the rim: x leads out of the cell."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from pathway_viewer.look.theme import Theme, mix
from pathway_viewer.scene.anatomy import GATE_HALF, GATE_IN, GATE_OUT, SPINE_OUT

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

LOBE = 8.6
"""Thickness of one half of a channel, in canvas units."""

WIDEST = 4.2
"""Half the width of a channel's pore when it is fully open."""

SPREAD = 0.45
"""Share of the way to full growth over which one spine emerges."""


def paint_channel(painter: QPainter, level: float, fill: str, theme: Theme) -> None:
    """Two halves across the membrane, as far apart as the level says; closed, they meet inside."""
    open_ = max(0.0, min(1.0, level))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.background))
    painter.drawRect(QRectF(-GATE_IN, -WIDEST, GATE_IN + GATE_OUT - 3, 2 * WIDEST))
    pen = QPen(QColor(theme.outline), theme.node_width * 0.7)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QColor(fill))
    for way in (-1, 1):
        painter.drawPath(_half(way, WIDEST * open_))


def _half(way: int, gap: float) -> QPainterPath:
    """One half of a channel: its inner end stands `gap` off the middle, its mouth stays wide."""
    inner, outer = -GATE_IN + 1, GATE_OUT - 1
    mouth, back = max(gap, WIDEST * 0.8), GATE_HALF - 1
    path = QPainterPath(QPointF(inner, way * gap))
    path.cubicTo(inner + 8, way * gap, outer - 9, way * gap, outer, way * mouth)
    path.cubicTo(outer + 1.5, way * (mouth + 2), outer + 1, way * back, outer - 5, way * back)
    path.lineTo(inner + 4, way * back)
    path.cubicTo(inner - 1, way * back, inner, way * (back - 4), inner, way * gap)
    path.closeSubpath()
    return path


def paint_receptor(painter: QPainter, fill: str, theme: Theme) -> None:
    """A receptor that is no channel: arms outside, one stalk through the membrane, a foot."""
    pen = QPen(QColor(theme.outline), theme.node_width * 0.7)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QColor(fill))
    path = QPainterPath(QPointF(3, -2.4))
    path.cubicTo(7, -3, 7, -9, GATE_OUT - 1, -9.5)
    path.lineTo(GATE_OUT - 1, -4.5)
    path.cubicTo(10.5, -4, 10.5, 4, GATE_OUT - 1, 4.5)
    path.lineTo(GATE_OUT - 1, 9.5)
    path.cubicTo(7, 9, 7, 3, 3, 2.4)
    path.lineTo(-1, 2.4)
    path.lineTo(-1, -2.4)
    path.closeSubpath()
    foot = QPainterPath()
    foot.addRoundedRect(QRectF(-GATE_IN + 0.5, -5.5, 7.5, 11), 3, 3)
    painter.drawPath(path.united(foot))


def grown(level: Floats | float, turn: Floats | float, standing: Bools | bool) -> Floats:
    """How far spines have grown, 0..1, at a level 0..1 of the node that stands for them.

    Heads are areas, so growth follows the root of the level. A spine emerges when its turn
    comes; one that stands already grows from two fifths, thicker with the level.
    """
    share = np.sqrt(np.clip(level, 0.0, 1.0))
    x = np.clip((share - np.multiply(turn, 1 - SPREAD)) / SPREAD, 0.0, 1.0)
    return np.where(standing, 0.4 + 0.6 * share, x * x * (3 - 2 * x))


def paint_spine(
    painter: QPainter, growth: float, color: str, place: tuple[str, str], theme: Theme
) -> None:
    """A spine: first a thin filopodium, then a neck with a head, and density at its tip.

    `place` are the fill and border of its dendrite, `color` what the head fills with.
    """
    if growth <= 0.02:
        return
    fill, border = place
    length = 10 + (SPINE_OUT - 12) * min(1.0, growth * 1.6)
    neck, head = 1.6 + 1.6 * growth, 1.8 + 8.0 * growth
    path = _mushroom(length, neck, min(head, length / 2 - 1))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(mix(fill, color, 0.75)))
    painter.drawPath(path)
    pen = QPen(QColor(border), 2.0 if theme.node_width < 3 else 2.6)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawPath(path)
    if head > 4:
        painter.setPen(QPen(QColor(mix(border, theme.ink, 0.5)), 2.6 * growth + 0.8))
        box = QRectF(length - 2 * head, -head, 2 * head, 2 * head)
        painter.drawArc(box, -48 * 16, 96 * 16)


def _mushroom(length: float, neck: float, head: float) -> QPainterPath:
    """The open outline of a spine, from the rim around its head and back to the rim."""
    centre = length - head
    box = QRectF(centre - head, -head, 2 * head, 2 * head)
    path = QPainterPath(QPointF(-1.2, -neck - 5))
    path.cubicTo(2.5, -neck - 1.5, centre * 0.4, -neck, max(2.0, centre - head * 0.9), -neck)
    angle = 142.0
    path.arcTo(box, angle, -2 * angle)
    path.lineTo(max(2.0, centre - head * 0.9), neck)
    path.cubicTo(centre * 0.4, neck, 2.5, neck + 1.5, -1.2, neck + 5)
    return path
