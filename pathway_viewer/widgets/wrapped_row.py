"""Wrapped row: widgets from left to right, in as many lines as they need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
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
        """Replaces what stands in the row; what is left out is gone."""
        for widget in self._widgets:
            if widget not in widgets:
                widget.hide()
                widget.deleteLater()
        self._widgets = [*widgets]
        for widget in self._widgets:
            widget.setParent(self)
            widget.show()
        self.place()

    def place(self) -> None:
        """Breaks the row anew, as after a change of words; its lines are equally tall."""
        sizes = [widget.sizeHint() for widget in self._widgets]
        tall = max((size.height() for size in sizes), default=0)
        x, y = 0, 0
        for widget, size in zip(self._widgets, sizes, strict=True):
            wide = min(size.width(), max(40, self.width()))
            if x and x + wide > self.width():
                x, y = 0, y + tall + self._gap // 2
            widget.setGeometry(x, y + (tall - size.height()) // 2, wide, size.height())
            x += wide + self._gap
        self.setFixedHeight(y + tall)

    def event(self, event: QEvent) -> bool:
        """Other words or larger type break the row anew too."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.place()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width breaks the row anew."""
        self.place()

    def minimumSizeHint(self) -> QSize:
        """The row wraps to any width."""
        return QSize(80, 0)
