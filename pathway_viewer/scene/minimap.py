"""A small map in the corner: every place and node with its level, and the part that is seen."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from pathway_viewer.look.theme import UNIT
from pathway_viewer.scene.painting import SHADES, fill_and_ink
from pathway_viewer.scene.sheet import Sheet

WIDE = 176
"""Width of the map in pixels."""

ROOM = 3.0
"""A field that is not so many times as wide and as high as the map has no room for it."""

INSET = 5
"""Between the map's border and what it shows."""

DOT = 3.0
"""Radius of a node."""


STEPS = 12
"""Steps of colour between rest and a full change: enough for a dot."""


class Minimap(QWidget):
    """Shown what is seen; a click or a drag asks to see another place. Hidden where it would be
    in the way."""

    wished = Signal(float, float)
    """A point of the diagram, in canvas units, to look at."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("minimap")
        # Else the diagram below would be painted again with every change of it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Map of the whole diagram; a frame marks the part that is seen")
        self.setToolTip("Click or drag to look at another part")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._sheet: Sheet | None = None
        self._part = QRectF()
        self._ground: QPixmap | None = None
        self._shades: list[int] = []
        self._key: object = None
        self.hide()

    def show_part(
        self, sheet: Sheet, field: QRectF, part: QRectF, changes: NDArray[np.float64] | None
    ) -> None:
        """Takes its place in the corner of the field in which a part of a diagram is seen.

        `part` is in canvas units.
        """
        self._sheet, self._part = sheet, part
        extent = sheet.diagram.extent
        size = QSize(WIDE, round((WIDE - 2 * INSET) * extent.height() / extent.width()) + 2 * INSET)
        corner = field.bottomRight() - QPointF(UNIT + size.width(), UNIT + size.height())
        self.setGeometry(round(corner.x()), round(corner.y()), size.width(), size.height())
        key = (id(sheet.diagram), sheet.theme.id, self.devicePixelRatioF())
        if key != self._key:
            self._key, self._ground = key, None
        if changes is not None:
            self.show_changes(changes)
        roomy = field.width() >= ROOM * WIDE and field.height() >= ROOM * size.height()
        self.setVisible(roomy)
        self.update()

    def show_changes(self, changes: NDArray[np.float64]) -> None:
        """The levels of this moment, as changes from rest -1..1."""
        shades = (np.round(changes * STEPS) * (SHADES // STEPS)).astype(int).tolist()
        if shades != self._shades:
            self._shades = shades
            self.update()

    def part(self) -> QRectF:
        """The part of the diagram that is seen, in canvas units."""
        return self._part

    def point_of(self, x: float, y: float) -> QPointF:
        """Where a point of the diagram is on the map."""
        extent, k = self._extent(), self._scale()
        return QPointF(INSET + (x - extent.left()) * k, INSET + (y - extent.top()) * k)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look there."""
        self._wish(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Look there, while a button is held."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._wish(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The diagram below takes no part in it."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks are two clicks."""
        self._wish(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Places, nodes coloured by their level, and a frame around what is seen."""
        if self._sheet is None:
            return
        if self._ground is None:
            self._ground = self._made_ground(self._sheet)
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._ground)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_nodes(painter, self._sheet)
            frame = QRectF(
                self.point_of(self._part.left(), self._part.top()),
                self.point_of(self._part.right(), self._part.bottom()),
            )
            inner = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.setPen(QPen(QColor(self._sheet.theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.intersected(inner), 2, 2)

    def _paint_nodes(self, painter: QPainter, sheet: Sheet) -> None:
        painter.setPen(QPen(QColor(sheet.theme.outline), 0.8))
        for shape in sheet.diagram.nodes:
            shade = self._shades[shape.index] if shape.index < len(self._shades) else 0
            painter.setBrush(QColor(fill_and_ink(sheet.theme.id, shade)[0]))
            centre = shape.box.center()
            painter.drawEllipse(self.point_of(centre.x(), centre.y()), DOT, DOT)

    def _made_ground(self, sheet: Sheet) -> QPixmap:
        """What does not change with time: paper, border and places."""
        theme, ratio = sheet.theme, self.devicePixelRatioF()
        ground = QPixmap(self.size() * ratio)
        ground.setDevicePixelRatio(ratio)
        ground.fill(QColor(theme.panel))
        with QPainter(ground) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
            pathway, k = sheet.diagram.pathway, self._scale()
            boxes = pathway.arrangement.compartments
            for place in (one for one in pathway.compartments if one.id in boxes):
                x, y, w, h = boxes[place.id]
                fill, border = theme.places[place.place]
                painter.setPen(QPen(QColor(border), 0.8))
                painter.setBrush(QColor(fill))
                box = QRectF(self.point_of(x, y), self.point_of(x + w, y + h))
                painter.drawRoundedRect(box, 30 * k, 30 * k)
        return ground

    def _wish(self, event: QMouseEvent) -> None:
        extent, k, at = self._extent(), self._scale(), event.position()
        x, y = extent.left() + (at.x() - INSET) / k, extent.top() + (at.y() - INSET) / k
        self.wished.emit(x, y)

    def _extent(self) -> QRectF:
        return self._sheet.diagram.extent if self._sheet else QRectF(0, 0, 1, 1)

    def _scale(self) -> float:
        return (WIDE - 2 * INSET) / self._extent().width()
