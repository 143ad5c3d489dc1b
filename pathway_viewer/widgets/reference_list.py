"""Reference list: the numbered papers of a page, and buttons to take them along."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from pathway_viewer.look.theme import Theme
from pathway_viewer.widgets.prose import Prose
from pathway_viewer.widgets.wrapped_row import WrappedRow

Printer = Callable[[tuple[str, ...]], str]
"""Turns reference ids into a text for the clipboard."""


class ReferenceList(QWidget):
    """References by number with copy buttons. Entries come from a function given later."""

    link_activated = Signal(str)
    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        self._numbers: Mapping[str, int] = {}
        self._entry: Callable[[str], str] | None = None
        self._printers: Mapping[str, Printer] = {}
        self._title = QLabel("References", self)
        self._title.setProperty("role", "heading")
        self._prose = Prose("References", self)
        self._prose.link_activated.connect(self.link_activated)
        self._buttons = WrappedRow("Copy references", 4, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._buttons)
        column.addWidget(self._prose)

    def set_bibliography(
        self, entry: Callable[[str], str], printers: Mapping[str, Printer]
    ) -> None:
        """How an entry reads as HTML, and the formats to copy in, by their label."""
        self._entry = entry
        self._printers = printers
        self._buttons.set_widgets([self._button(label) for label in printers])
        self._show()

    def set_references(self, ids: tuple[str, ...], numbers: Mapping[str, int]) -> None:
        """The papers of this page, in order."""
        self._ids, self._numbers = ids, numbers
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Colours of the text."""
        self._prose.set_theme(theme)
        self._show()

    def top_of(self, id: str) -> int:
        """The y of a reference within this widget."""
        return self._prose.y() + self._prose.height_of(f"ref-{id}")

    def copy_as(self, label: str) -> None:
        """Puts the page's references on the clipboard in a format; KeyError if unknown."""
        QGuiApplication.clipboard().setText(self._printers[label](self._ids))
        count = len(self._ids)
        plural = "reference" if count == 1 else "references"
        form = "" if label == "Copy" else f" as {label}"
        self.copied.emit(f"{count} {plural} copied{form}")

    def text(self) -> str:
        """The list as plain text."""
        return self._prose.toPlainText()

    def _show(self) -> None:
        self.setVisible(bool(self._ids))
        if self._ids and self._entry is not None:
            self._prose.set_html("".join(self._row(id) for id in self._ids))

    def _row(self, id: str) -> str:
        assert self._entry is not None
        return (
            f'<table cellspacing="0" cellpadding="0"><tr>'
            f'<td width="28" class="small"><a name="ref-{html.escape(id)}"></a>'
            f"<b>{self._numbers.get(id, '')}</b></td>"
            f'<td class="note">{self._entry(id)}</td></tr></table>'
        )

    def _button(self, label: str) -> QPushButton:
        button = QPushButton(label, self)
        button.setProperty("role", "quiet")
        button.setAccessibleName(
            "Copy references" if label == "Copy" else f"Copy references as {label}"
        )
        button.setToolTip(button.accessibleName())
        button.clicked.connect(lambda: self.copy_as(label))
        return button
