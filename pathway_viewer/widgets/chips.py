"""Chips: a row of short labels that breaks into as many lines as it needs."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from pathway_viewer.widgets.explanation import Chip

GAP = 4


class Chips(QWidget):
    """Shows chips left to right, wrapped; as tall as its lines."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._labels: list[QLabel] = []

    def set_chips(self, chips: tuple[Chip, ...]) -> None:
        """Replaces the row."""
        for label in self._labels:
            label.hide()
            label.deleteLater()
        self._labels = [self._label(chip) for chip in chips]
        self.setAccessibleDescription(", ".join(chip.text for chip in chips))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width breaks the row anew."""
        self._place()

    def minimumSizeHint(self) -> QSize:
        """The row wraps to any width."""
        return QSize(80, 0)

    def _label(self, chip: Chip) -> QLabel:
        label = QLabel(chip.text, self)
        label.setProperty("role", chip.role)
        label.show()
        return label

    def _place(self) -> None:
        corner, tallest = QPoint(0, 0), 0
        for label in self._labels:
            size = label.sizeHint()
            if corner.x() and corner.x() + size.width() > self.width():
                corner = QPoint(0, corner.y() + tallest + GAP)
            label.setGeometry(QRect(corner, size))
            corner.setX(corner.x() + size.width() + GAP)
            tallest = max(tallest, size.height())
        self.setFixedHeight(corner.y() + tallest + GAP if self._labels else 0)
