"""Page dialog: a text to scroll through, with a button that closes it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from pathway_viewer.look.theme import Theme
from pathway_viewer.widgets.prose import Prose


class PageDialog(QDialog):
    """One page of prose; `name` is what a screen reader calls it."""

    def __init__(self, name: str, size: QSize, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.resize(size)
        self.page = Prose(name, self)
        self.page.set_theme(theme)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 16, 16)
        column.addWidget(scroll)
        column.addWidget(buttons)
