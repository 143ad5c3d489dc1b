"""Export form: a small dialog with the few choices that an export has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

Button = QDialogButtonBox.StandardButton
Chosen = Mapping[str, str]
"""What was chosen, by the ids of the choices."""


@dataclass(frozen=True)
class Choice:
    """A line of the form: what may be chosen, each as a value and its words."""

    id: str
    label: str
    options: tuple[tuple[str, str], ...]
    first: str = ""


class ExportForm(QDialog):
    """Says `wished` with what was chosen; it closes only when it is accepted.

    `told` says in a sentence what the choices mean; `hindered` why they cannot be, or ''.
    """

    wished = Signal(object)

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        told: Callable[[Chosen], str],
        hindered: Callable[[Chosen], str] = lambda _: "",
        action: str = "Save…",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self._told, self._hindered = told, hindered
        self.boxes = {choice.id: self._box(choice) for choice in choices}
        self.note, self.trouble = self._label("caption"), self._label("trouble")
        self.buttons = QDialogButtonBox(Button.Cancel, self)
        self.save = self.buttons.addButton(action, QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setDefault(True)
        self.buttons.accepted.connect(self._wish)
        self.buttons.rejected.connect(self.reject)
        self._lay_out(choices)
        self._follow()

    def chosen(self) -> dict[str, str]:
        """The value of every choice."""
        return {id: str(box.currentData()) for id, box in self.boxes.items()}

    def choose(self, id: str, value: str) -> None:
        """Choose a value; nothing where it is not offered."""
        place = self.boxes[id].findData(value)
        if place >= 0:
            self.boxes[id].setCurrentIndex(place)

    def _box(self, choice: Choice) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(choice.label)
        for value, words in choice.options:
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(choice.first)))
        box.currentIndexChanged.connect(self._follow)
        return box

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _lay_out(self, choices: Sequence[Choice]) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for choice in choices:
            form.addRow(choice.label, self.boxes[choice.id])
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.note)
        column.addWidget(self.trouble)
        column.addStretch(1)
        column.addWidget(self.buttons)

    def _follow(self, *_: object) -> None:
        chosen = self.chosen()
        trouble = self._hindered(chosen)
        self.note.setText(self._told(chosen))
        self.note.setVisible(bool(self.note.text()))
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        self.save.setEnabled(not trouble)
        self.adjustSize()

    def _wish(self) -> None:
        self.wished.emit(self.chosen())
