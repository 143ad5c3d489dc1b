"""Wrapped row: widgets from left to right, in as many lines as they need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class WrappedRow(QWidget):
    """Keeps its widgets at their own sizes; as tall as its lines."""

    def __init__(self, name: str, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._gap = gap
        self._widgets: list[QWidget] = []

    def set_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Replaces what stands in the row."""
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        self._widgets = [*widgets]
        for widget in self._widgets:
            widget.setParent(self)
            widget.show()
        self.place()

    def place(self) -> None:
        """Breaks the row anew, as after a change of words."""
        corner, tallest = QPoint(0, 0), 0
        for widget in self._widgets:
            size = widget.sizeHint()
            if corner.x() and corner.x() + size.width() > self.width():
                corner = QPoint(0, corner.y() + tallest + self._gap // 2)
                tallest = 0
            size.setWidth(min(size.width(), max(40, self.width())))
            widget.setGeometry(QRect(corner, size))
            corner.setX(corner.x() + size.width() + self._gap)
            tallest = max(tallest, size.height())
        self.setFixedHeight(corner.y() + tallest if self._widgets else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width breaks the row anew."""
        self.place()

    def minimumSizeHint(self) -> QSize:
        """The row wraps to any width."""
        return QSize(80, 0)
