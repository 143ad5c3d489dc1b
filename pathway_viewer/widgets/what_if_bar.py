"""What-if bar: all that is on, as chips above the diagram; a click lets go of one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from pathway_viewer.timeline.what_if_words import Tried
from pathway_viewer.widgets.icons import Icons

GAP = 6
MARGIN = 16
LONGEST = 60
"""Letters of a chip; the tip says the rest."""


class WhatIfBar(QWidget):
    """Hidden while nothing is on. Says `removed(index)` and `panel_requested`."""

    removed = Signal(int)
    panel_requested = Signal()
    reset_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("what_if_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("What if")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._icons: Icons | None = None
        self._title = self._button("What if", "quiet", "Open the what-if panel")
        self._title.clicked.connect(self.panel_requested)
        self._reset = self._button("Reset", "quiet", "Run the scenario as the file has it")
        self._reset.clicked.connect(self.reset_requested)
        self._chips: list[QPushButton] = []
        self.hide()

    def set_tried(self, tried: Sequence[Tried]) -> None:
        """Replaces the chips."""
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(one, index) for index, one in enumerate(tried)]
        self.setAccessibleDescription("; ".join(one.text for one in tried))
        self.setVisible(bool(tried))
        self._place()

    def set_reset(self, action: QAction) -> None:
        """The tip of the action that takes everything off."""
        self._reset.setToolTip(action.toolTip())

    def set_icons(self, icons: Icons) -> None:
        """The sign that a chip goes when it is clicked."""
        self._icons = icons
        for chip in self._chips:
            chip.setIcon(icons.icon("close"))

    def chips(self) -> tuple[QPushButton, ...]:
        """The chips, in order."""
        return tuple(self._chips)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A new width breaks the row anew."""
        self._place()

    def event(self, event: QEvent) -> bool:
        """Larger type, as in another theme, breaks the row anew too."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """The row wraps to any width."""
        return QSize(120, 0)

    def _chip(self, one: Tried, index: int) -> QPushButton:
        text = one.text if len(one.text) <= LONGEST else one.text[: LONGEST - 1] + "…"
        chip = self._button(text, "chip", "")
        chip.setAccessibleName(f"Take off: {one.text}")
        chip.setToolTip(f"{one.text}\n{one.tip}\nClick to take it off".replace("\n\n", "\n"))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setIconSize(QSize(12, 12))
        if self._icons is not None:
            chip.setIcon(self._icons.icon("close"))
        chip.clicked.connect(lambda: self.removed.emit(index))
        chip.show()
        return chip

    def _button(self, text: str, role: str, tip: str) -> QPushButton:
        button = QPushButton(text.replace("&", "&&"), self)
        button.setProperty("role", role)
        button.setToolTip(tip)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    def _place(self) -> None:
        """Left to right, wrapped, all of one height; the reset comes last."""
        row = [self._title, *self._chips, self._reset]
        tall = max(button.sizeHint().height() for button in row)
        corner = QPoint(MARGIN - 8, GAP // 2)
        for button in row:
            width = button.sizeHint().width()
            if corner.x() > MARGIN and corner.x() + width > self.width() - MARGIN:
                corner = QPoint(MARGIN - 8, corner.y() + tall + GAP // 2)
            button.setGeometry(QRect(corner, QSize(width, tall)))
            corner.setX(corner.x() + width + GAP)
        for before, after in pairwise(row):
            QWidget.setTabOrder(before, after)
        self.setFixedHeight(corner.y() + tall + GAP // 2)
