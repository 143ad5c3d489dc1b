"""Which screen? Asked once for each set of screens, before a talk begins."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QRadioButton, QVBoxLayout, QWidget

Button = QDialogButtonBox.StandardButton


class ScreenDialog(QDialog):
    """Offers (choice, words) pairs; says `chosen(choice)` when one is taken."""

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]], first: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Present")
        self.setMinimumWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        question = QLabel("Which screen does the audience see?", self)
        question.setProperty("role", "heading")
        column.addWidget(question)
        self.options: dict[str, QRadioButton] = {}
        for choice, words in choices:
            self.options[choice] = option = QRadioButton(words, self)
            option.setChecked(choice == first)
            column.addWidget(option)
        told = QLabel("Remembered for these screens. S swaps them while you present.", self)
        told.setProperty("role", "caption")
        column.addWidget(told)
        column.addSpacing(8)
        self.buttons = QDialogButtonBox(Button.Ok | Button.Cancel, self)
        self.buttons.button(Button.Ok).setText("Present")
        self.buttons.accepted.connect(self._choose)
        self.buttons.rejected.connect(self.reject)
        column.addWidget(self.buttons)
        self.options[first].setFocus()

    def _choose(self) -> None:
        choice = next(choice for choice, one in self.options.items() if one.isChecked())
        self.accept()
        self.chosen.emit(choice)
