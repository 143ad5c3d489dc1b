"""Crash report: what went wrong, in one plain sentence, with a text to hand on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)


class CrashReport(QDialog):
    """Tells, and lets the report be copied. With two choices it asks how to go on."""

    chosen = Signal(bool)
    """True for the first choice, False for the second or for a dialog that was just closed."""

    def __init__(
        self,
        title: str,
        told: str,
        report: str,
        choices: tuple[str, ...] = ("Go on",),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Pathway Viewer")
        self.setMinimumWidth(560)
        heading, text = QLabel(title, self), QLabel(told, self)
        heading.setProperty("role", "name")
        for label in (heading, text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.report = QPlainTextEdit(report, self)
        self.report.setReadOnly(True)
        self.report.setAccessibleName("Report")
        self.report.setMinimumHeight(160)
        self.copy = QPushButton("Copy the report", self)
        self.copy.clicked.connect(self._copy)
        for part in (self.report, self.copy):
            part.setVisible(bool(report))
        self.choices = tuple(QPushButton(words, self) for words in choices)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for part in (heading, text, self.report):
            column.addWidget(part)
        column.addLayout(self._buttons())
        self.rejected.connect(lambda: self.chosen.emit(False))

    def _buttons(self) -> QHBoxLayout:
        """Copying at the left, the choices at the right, the first of them as the usual one."""
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addStretch(1)
        for i, button in enumerate(self.choices):
            button.clicked.connect(lambda _=False, first=i == 0: self._choose(first))
            row.addWidget(button)
        self.choices[0].setDefault(True)
        self.choices[0].setFocus()
        self.choices[0].setProperty("role", "primary")
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy.setText("Copied")

    def _choose(self, first: bool) -> None:
        self.chosen.emit(first)
        self.accept()
