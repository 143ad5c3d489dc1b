"""The shapes of SBGN Activity Flow: outlines of nodes, and the marks at the heads of arrows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from pathway_viewer.model.pathway import Glyph, Sign

CORNER = 9.0
NOTCH = 0.24
"""Depth of an agent's notch and a phenotype's point, as a share of the node's height."""

HEAD = 13.0
"""Length of an arrow's head in canvas units at the weight of the paper theme."""


def outline(glyph: Glyph, box: QRectF) -> QPainterPath:
    """A node's outline: rectangle (activity), pinched (agent) or pointed (phenotype) hexagon."""
    path = QPainterPath()
    if glyph == "activity":
        path.addRoundedRect(box, CORNER, CORNER)
        return path
    depth = box.height() * NOTCH
    inward = depth if glyph == "agent" else -depth
    left = box.left() + max(0.0, -inward)
    right = box.right() - max(0.0, -inward)
    middle = box.center().y()
    path.addPolygon(
        QPolygonF(
            [
                QPointF(left, box.top()),
                QPointF(right, box.top()),
                QPointF(right - inward, middle),
                QPointF(right, box.bottom()),
                QPointF(left, box.bottom()),
                QPointF(left + inward, middle),
            ]
        )
    )
    path.closeSubpath()
    return path


def head(sign: Sign, tip: QPointF, angle: float, size: float) -> tuple[QPainterPath, QPainterPath]:
    """The closed part (hollow) and the open part (strokes) of an arrow's head.

    `angle` is the direction of travel in degrees, clockwise as Qt counts. Positive influence:
    triangle; negative: bar; necessary stimulation: bar and triangle; unknown: diamond.
    """
    closed, strokes = QPainterPath(), QPainterPath()
    half = size * 0.46
    if sign in ("inhibits", "removes"):
        strokes.moveTo(0, -size * 0.62)
        strokes.lineTo(0, size * 0.62)
    elif sign == "correlates":
        closed.addPolygon(_polygon((0, 0), (-size / 2, half), (-size, 0), (-size / 2, -half)))
        closed.closeSubpath()
    else:
        closed.addPolygon(_polygon((0, 0), (-size, half), (-size, -half)))
        closed.closeSubpath()
    if sign == "maintains":
        strokes.moveTo(-size * 1.3, -size * 0.62)
        strokes.lineTo(-size * 1.3, size * 0.62)
    turn = QTransform().translate(tip.x(), tip.y()).rotate(angle)
    return turn.map(closed), turn.map(strokes)


def head_length(sign: Sign, size: float) -> float:
    """How far from the tip the shaft ends under a head of this size."""
    if sign in ("inhibits", "removes"):
        return 0.0
    return size


def _polygon(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])
