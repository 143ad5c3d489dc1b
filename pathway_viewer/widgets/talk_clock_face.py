"""The clock of a talk as the speaker sees it: how long, how long still, and what time it is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from pathway_viewer.look.theme import Theme
from pathway_viewer.timeline.talk_clock import TalkClock, spelled

BUTTONS: Mapping[str, tuple[str, str]] = {
    "clock": ("Pause", "Pause the talk's clock (C)"),
    "clock_zero": ("From 0", "The talk's clock from zero (R)"),
    "shorter": ("− 5 min", "Five minutes less for the talk ([)"),
    "longer": ("+ 5 min", "Five minutes more for the talk (])"),
}
"""By the name of what they do: text and tip."""


class TalkClockFace(QWidget):
    """Large digits, a line of words below, buttons that take no key focus."""

    act_wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._warning, self._ink = "", ""
        self._elapsed, self._words = QLabel("0:00", self), QLabel(self)
        self._elapsed.setAccessibleName("Time since the talk began")
        self._day = QLabel(self)
        self._day.setAccessibleName("Time of day")
        self._buttons = {act: self._button(act) for act in BUTTONS}
        numbers = QHBoxLayout()
        numbers.addWidget(self._elapsed)
        numbers.addStretch(1)
        numbers.addWidget(self._day)
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(self._words, 1)
        for button in self._buttons.values():
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(numbers)
        column.addLayout(below)
        column.addStretch(1)

    def _button(self, act: str) -> QToolButton:
        text, tip = BUTTONS[act]
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.act_wished.emit(act))
        return button

    def set_theme(self, theme: Theme) -> None:
        """Large digits in the theme's ink, in its warning colour when it is late."""
        self._warning, self._ink = theme.warning, theme.ink
        large = round(theme.type.title * 1.9)
        self._elapsed.setStyleSheet(f"font-size: {large}px; font-weight: 600;")
        self._day.setStyleSheet(f"font-size: {round(large * 0.6)}px; color: {theme.muted};")

    def show_clock(self, clock: TalkClock) -> None:
        """The talk's clock as it is now."""
        self._elapsed.setText(spelled(clock.elapsed_s))
        paused = "" if clock.running else "Paused. "
        self._words.setText(paused + (clock.words() or "No planned length"))
        warns = clock.mood in ("soon over", "late")
        weight = 600 if warns else 400
        color = self._warning if warns else self._ink
        self._words.setStyleSheet(f"color: {color}; font-weight: {weight};")
        self._buttons["clock"].setText("Pause" if clock.running else "Go on")

    def show_time_of_day(self, text: str) -> None:
        """'14:05'."""
        self._day.setText(text)

    def told(self) -> tuple[str, str]:
        """What can be read: the digits and the words."""
        return self._elapsed.text(), self._words.text()
