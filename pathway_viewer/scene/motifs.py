"""What is seen inside places: vesicles in reserve, a nucleolus, a network, a person; all faint."""

from __future__ import annotations

from itertools import combinations
from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from pathway_viewer.look.theme import Theme, contrast, mix
from pathway_viewer.model.pathway import Place
from pathway_viewer.scene.anatomy import SITE_IN, Anatomy
from pathway_viewer.scene.clutter import Clutter
from pathway_viewer.scene.places import outline, to_pixels
from pathway_viewer.scene.release import RADIUS
from pathway_viewer.scene.sheet import Sheet

READABLE = 4.6
"""The least contrast between any small text of a theme and what is painted behind it."""

GRID = (
    ((0.12, 0.34, 0.6, 0.86), (0.2, 0.12, 0.24, 0.14)),
    ((0.2, 0.46, 0.74, 0.9), (0.48, 0.44, 0.5, 0.7)),
    ((0.1, 0.32, 0.54, 0.74), (0.8, 0.74, 0.88, 0.84)),
)
"""Where the cells of a network stand, row by row: across and down, as shares of its place."""

LINKED = 0.33
"""Cells of a network nearer than this share of its place's diagonal are joined."""


def faint(theme: Theme, place: Place, seen: float) -> QColor:
    """A place's fill, drawn towards its border until it stands out by a contrast of `seen`.

    It is drawn no further than text on it stays readable.
    """
    fill, border = theme.places[place]
    color = fill
    for step in range(1, 40):
        further = mix(fill, border, step / 40)
        readable = min(contrast(ink, further) for ink in (theme.ink, theme.muted)) >= READABLE
        if contrast(color, fill) >= seen or not readable:
            break
        color = further
    return QColor(color)


def paint_reserve(painter: QPainter, sheet: Sheet, anatomy: Anatomy, clutter: Clutter) -> None:
    """Vesicles in reserve behind the sites of release, in two staggered rows, on nothing."""
    fill, border = sheet.theme.places["terminal"]
    painter.setPen(QPen(QColor(border), 1.2 * sheet.k))
    painter.setBrush(QColor(mix(fill, border, 0.18)))
    for pool in anatomy.pools:
        for i, site in enumerate(pool.sites):
            for row in (0, 1):
                deep = SITE_IN + RADIUS + 3 + row * 2.4 * RADIUS
                across = (i * 37 % 7 - 3) * 1.1 + row * RADIUS
                spot = QRectF(-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS).translated(-deep, across)
                vesicle = site.turned().mapRect(spot)
                if clutter.free(vesicle.adjusted(-2, -2, 2, 2)):
                    clutter.take(vesicle)
                    painter.drawEllipse(sheet.mapped(vesicle))


def paint_envelope(painter: QPainter, sheet: Sheet, box: QRectF, radius: float) -> None:
    """The nucleus: two membranes that join at the pores, and a nucleolus."""
    fill, border = sheet.theme.places["nucleus"]
    path, k = outline("nucleus", sheet.mapped(box), radius * sheet.k), sheet.k
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawPath(path)
    side = min(box.width(), box.height()) * 0.17
    centre = sheet.mapped(box).center() + QPointF(side * 0.5, side * 0.4) * k
    painter.setBrush(faint(sheet.theme, "nucleus", 1.14))
    painter.drawEllipse(centre, side * k, side * k)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for wide, color in ((7.0, border), (4.2, mix(fill, border, 0.12))):
        pen = QPen(QColor(color), wide * k)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([26.0 / wide, 12.0 / wide])
        pen.setDashOffset(0)
        painter.setPen(pen)
        painter.drawPath(path)


def paint_network(painter: QPainter, sheet: Sheet, box: QRectF, clutter: Clutter) -> None:
    """Cells and the fibres that join them, where nothing else stands."""
    faded = faint(sheet.theme, "network", 1.25)
    cells = [
        QPointF(box.left() + x * box.width(), box.top() + y * box.height())
        for row in GRID
        for x, y in zip(*row, strict=True)
    ]
    cells = [c for c in cells if clutter.free(QRectF(c.x() - 11, c.y() - 11, 22, 22))]
    far = LINKED * hypot(box.width(), box.height())
    painter.setPen(QPen(faded, 1.6 * sheet.k))
    to = to_pixels(sheet)
    for a, b in combinations(cells, 2):
        if hypot(a.x() - b.x(), a.y() - b.y()) < far and _open(a, b, clutter):
            painter.drawLine(to.map(a), to.map(b))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faded)
    for cell in cells:
        painter.drawPath(to.map(_pyramid(cell, 9)))


def _open(a: QPointF, b: QPointF, clutter: Clutter) -> bool:
    """Whether nothing stands on the line between two points."""
    steps = [a + (b - a) * (i / 16) for i in range(17)]
    return all(clutter.free(QRectF(p.x() - 2, p.y() - 2, 4, 4)) for p in steps)


def _pyramid(centre: QPointF, size: float) -> QPainterPath:
    """The body of a pyramidal cell: a triangle with round corners."""
    x, y = centre.x(), centre.y()
    path = QPainterPath(QPointF(x, y - size))
    path.cubicTo(
        x + size * 0.3,
        y - size * 0.2,
        x + size * 1.1,
        y + size * 0.6,
        x + size * 0.7,
        y + size * 0.75,
    )
    path.cubicTo(
        x + size * 0.3,
        y + size * 0.95,
        x - size * 0.3,
        y + size * 0.95,
        x - size * 0.7,
        y + size * 0.75,
    )
    path.cubicTo(x - size * 1.1, y + size * 0.6, x - size * 0.3, y - size * 0.2, x, y - size)
    return path


def paint_person(painter: QPainter, sheet: Sheet, box: QRectF) -> None:
    """Head and shoulders, from the lower edge of the place."""
    path, wide, tall = QPainterPath(), box.width(), box.height()
    size = min(wide, tall)
    x, head = box.center().x(), QPointF(box.center().x(), box.bottom() - size * 0.56)
    path.addEllipse(head, size * 0.145, size * 0.175)
    bust = QPainterPath(QPointF(x - size * 0.4, box.bottom()))
    y = box.bottom()
    bust.cubicTo(
        x - size * 0.4,
        y - size * 0.24,
        x - size * 0.24,
        y - size * 0.27,
        x - size * 0.075,
        y - size * 0.33,
    )
    bust.lineTo(x - size * 0.075, y - size * 0.46)
    bust.lineTo(x + size * 0.075, y - size * 0.46)
    bust.lineTo(x + size * 0.075, y - size * 0.33)
    bust.cubicTo(
        x + size * 0.24, y - size * 0.27, x + size * 0.4, y - size * 0.24, x + size * 0.4, y
    )
    bust.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faint(sheet.theme, "person", 1.14))
    painter.drawPath(to_pixels(sheet).map(path.united(bust)))
