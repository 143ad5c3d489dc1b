"""The speaker's pointer on a picture: a dot of light, and a spot outside of which it is dark."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pathway_viewer.look.theme import LIGHT, RIM

SHADE = 172
"""How dark it is around the spot, of 255."""

SMALLEST, LARGEST, USUAL, STEP = 0.05, 0.60, 0.18, 1.15
"""Radius of the spot as a share of the picture's height, and by how much a turn changes it."""


class Pointer(QWidget):
    """Lies on a window and lets every event through. Places are shares 0..1 of a field in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._place: QPointF | None = None
        self._laser = False
        self._radius = 0.0
        self._field = QRectF(self.rect())

    def set_field(self, field: QRectF) -> None:
        """The part of the window whose shares places are."""
        self._field = field

    @property
    def laser(self) -> bool:
        """Whether the dot is on."""
        return self._laser

    @property
    def radius(self) -> float:
        """How large the spot is, 0 without one."""
        return self._radius

    def set_laser(self, on: bool) -> None:
        """The dot on or off."""
        self._laser = on
        self._show()

    def set_radius(self, radius: float) -> None:
        """A spot of this size; smaller than the smallest is none."""
        self._radius = 0.0 if radius < SMALLEST else min(radius, LARGEST)
        self._show()

    def turn(self, steps: float) -> None:
        """A larger spot (steps above 0) or a smaller one; the first turn opens it."""
        if not self._radius:
            self.set_radius(USUAL if steps > 0 else 0.0)
        else:
            self.set_radius(self._radius * STEP**steps)

    def point_at(self, place: QPointF | None) -> None:
        """Where the speaker points, None where that is nowhere in the picture."""
        if place == self._place:
            return
        before, self._place = self._place, place
        if self._radius:
            self.update()
            return
        for one in (before, place):
            if one is not None and self._laser:
                self.update(self._dot(one).adjusted(-3, -3, 3, 3).toAlignedRect())

    def _show(self) -> None:
        self.setVisible(self._laser or self._radius > 0)
        self.raise_()
        self.update()

    def _dot(self, place: QPointF) -> QRectF:
        size, centre = max(6.0, self._field.height() * 0.011), self._centre(place)
        return QRectF(centre.x() - size, centre.y() - size, 2 * size, 2 * size)

    def _centre(self, place: QPointF) -> QPointF:
        field = self._field
        return field.topLeft() + QPointF(place.x() * field.width(), place.y() * field.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dark around the spot, then the dot."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._radius:
                painter.fillPath(self._dark(), QColor(0, 0, 0, SHADE))
            if self._laser and self._place is not None:
                dot = self._dot(self._place)
                painter.setPen(QPen(QColor(RIM), dot.width() * 0.14))
                painter.setBrush(QColor(LIGHT))
                painter.drawEllipse(dot)

    def _dark(self) -> QPainterPath:
        dark = QPainterPath()
        dark.setFillRule(Qt.FillRule.OddEvenFill)
        dark.addRect(QRectF(self.rect()))
        if self._place is not None:
            radius = self._radius * self._field.height()
            dark.addEllipse(self._centre(self._place), radius, radius)
        return dark
