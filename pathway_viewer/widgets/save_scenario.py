"""Save scenario: a small dialog that asks for a name and says what went wrong."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

Button = QDialogButtonBox.StandardButton


class SaveScenarioDialog(QDialog):
    """Says `wished(name)`; stays until it is told that all went well, by `accept`."""

    wished = Signal(str)

    def __init__(
        self, told: str, file: str, id_of: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Save as scenario")
        self.setFixedWidth(440)
        self._id_of = id_of
        self.name = QLineEdit(self)
        self.name.setAccessibleName("Name of the scenario")
        self.name.setPlaceholderText("Name, such as: AMPA receptors blocked")
        self.name.textChanged.connect(self._follow)
        self._id, self._trouble = self._label("caption", ""), self._label("trouble", "")
        self.buttons = QDialogButtonBox(Button.Save | Button.Cancel, self)
        self.buttons.accepted.connect(self._wish)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        for part in (self._label("", told), self.name, self._id, self._label("caption", file)):
            column.addWidget(part)
        column.addWidget(self._trouble)
        column.addSpacing(8)
        column.addWidget(self.buttons)
        self._follow("")

    def tell(self, trouble: str) -> None:
        """Says why it could not be saved."""
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        self.adjustSize()

    def trouble(self) -> str:
        """What is said to be wrong, or ''."""
        return self._trouble.text()

    def _label(self, role: str, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _follow(self, name: str) -> None:
        named = bool(name.strip())
        self._id.setText(f"On the command line: --scenario {self._id_of(name)}" if named else "")
        self._id.setVisible(named)
        self.buttons.button(Button.Save).setEnabled(named)
        self.tell("")

    def _wish(self) -> None:
        if self.name.text().strip():
            self.wished.emit(self.name.text().strip())
