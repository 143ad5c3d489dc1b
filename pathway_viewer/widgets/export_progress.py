"""Export progress: how far a long export is, a way to stop it, and what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

STEPS = 1000


class ExportProgress(QDialog):
    """Stays beside the window, which goes on living; closing it stops the export."""

    stopped = Signal()
    closed = Signal()
    """It is gone, whatever became of the export."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Exporting {name}")
        self.setModal(False)
        self.setMinimumWidth(400)
        self.text = QLabel("Preparing", self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Progress")
        self.button = QPushButton("Cancel", self)
        self.button.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        for part in (self.text, self.bar):
            column.addWidget(part)
        column.addLayout(row)
        self._over = False

    def tell(self, done: int, of: int, text: str) -> None:
        """How far it is."""
        self.bar.setValue(round(STEPS * done / max(1, of)))
        if text and text != self.text.text():
            self.text.setText(text[:1].upper() + text[1:])

    def fail(self, trouble: str) -> None:
        """Say in a line why nothing was written; it stays until it is read."""
        self._over = True
        self.text.setProperty("role", "trouble")
        self.text.style().polish(self.text)
        self.text.setText(trouble)
        self.bar.hide()
        self.button.setText("Close")
        self.adjustSize()

    def end(self) -> None:
        """Close without a word: all is well."""
        self._over = True
        self.close()

    def reject(self) -> None:
        """Escape stops it too."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whoever closes it wants it to stop."""
        if not self._over:
            self._over = True
            self.stopped.emit()
        event.accept()
        self.closed.emit()
        self.deleteLater()
