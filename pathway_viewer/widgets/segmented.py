"""Segmented switch: a row of exclusive choices in one bar, or one button where room is short."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from pathway_viewer.widgets.icons import Icons


def open_below(button: QToolButton, menu: QMenu) -> None:
    """Makes a button open a menu, its text left and the sign for it right."""
    button.setProperty("role", "menu")
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    button.setMenu(menu)


class SegmentedSwitch(QWidget):
    """Shows which of a few options holds; says `chosen(id)` when the user picks another."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("segments")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._compact = False
        self._short = self._short_button(name)

    def _short_button(self, name: str) -> QToolButton:
        short = QToolButton(self)
        open_below(short, QMenu(short))
        short.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        short.setToolTip(name)
        short.hide()
        self._row.addWidget(short)
        return short

    def set_options(self, options: Sequence[tuple[str, str, str]]) -> None:
        """Replaces the choices: (id, label, tool tip) each."""
        for button in self._buttons.values():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._buttons = {id: self._button(id, label, tip) for id, label, tip in options}
        menu = self._short.menu()
        menu.clear()
        for id, label, _ in options:
            menu.addAction(label.replace("&", "&&"), partial(self.chosen.emit, id))
        self.setVisible(len(options) > 1)
        self.set_compact(self._compact)

    def set_compact(self, compact: bool) -> None:
        """One button that opens the choices, instead of all of them in a row."""
        self._compact = compact
        for button in self._buttons.values():
            button.setVisible(not compact)
        self._short.setVisible(compact)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, not compact)

    def set_icons(self, icons: Icons) -> None:
        """The sign of the short form, that it opens."""
        self._short.setIcon(icons.icon("chevron_down"))
        self._short.setIconSize(icons.size)

    def full_width(self) -> int:
        """The width of the row with all its choices."""
        return sum(button.sizeHint().width() for button in self._buttons.values())

    @property
    def is_compact(self) -> bool:
        """Whether one button stands for all choices."""
        return self._compact

    def short_width(self) -> int:
        """The width of the one button."""
        return self._short.sizeHint().width()

    def set_current(self, id: str) -> None:
        """Marks an option as the one that holds, without saying so."""
        for known, button in self._buttons.items():
            button.setChecked(known == id)
            tabbed = Qt.FocusPolicy.TabFocus if known == id else Qt.FocusPolicy.NoFocus
            button.setFocusPolicy(tabbed)
        if id in self._buttons:
            self._short.setText(self._buttons[id].text())
            self._short.setAccessibleName(f"{self.accessibleName()}: {self._short.text()}")

    def current(self) -> str:
        """The id of the option that holds, or ''."""
        return next((id for id, button in self._buttons.items() if button.isChecked()), "")

    def button(self, id: str) -> QPushButton:
        """The button of an option; KeyError when there is none."""
        return self._buttons[id]

    def _button(self, id: str, label: str, tip: str) -> QPushButton:
        button = QPushButton(label.replace("&", "&&"), self)
        button.setCheckable(True)
        button.setToolTip(tip)
        button.setAccessibleName(f"{self.accessibleName()}: {label}")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.chosen.emit(id))
        button.installEventFilter(self)
        self._group.addButton(button)
        self._row.addWidget(button)
        return button

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Left and right arrows move the choice, as in any radio group."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
            if way is not None:
                self._move(way)
                return True
        return False

    def _move(self, way: int) -> None:
        ids = list(self._buttons)
        if self.current() not in ids:
            return
        target = ids[(ids.index(self.current()) + way) % len(ids)]
        self.chosen.emit(target)
        self._buttons[self.current()].setFocus()
