"""Rival card: one explanation with its switch, folded to a line or opened to its page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pathway_viewer.look.theme import UNIT, Theme
from pathway_viewer.model.story import Rival
from pathway_viewer.widgets.explain_rival import explain_rival, references_of
from pathway_viewer.widgets.explanation import Reader
from pathway_viewer.widgets.icons import Icons
from pathway_viewer.widgets.prose import Prose
from pathway_viewer.widgets.reference_list import Printer, ReferenceList

INDENT = 28
"""Of the line under the label, in pixels: as far as the label is from the edge."""


class RivalCard(QFrame):
    """Says when it is to be switched or opened, and which link was followed.

    Its page is made when it is first opened.
    """

    switched = Signal(str, bool)
    opened = Signal(str)
    link_activated = Signal(str)
    copied = Signal(str)

    def __init__(self, rival: Rival, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rival")
        self.rival, self._theme = rival, theme
        self._reader: Reader | None = None
        self._entry: Callable[[str], str] | None = None
        self._printers: Mapping[str, Printer] = {}
        self._body: QWidget | None = None
        self._prose: Prose | None = None
        self.references: ReferenceList | None = None
        self.switch = QCheckBox(self)
        self.switch.setAccessibleName(rival.label)
        self.switch.setAccessibleDescription(rival.status)
        self.switch.clicked.connect(self._wish)
        self._label = QLabel(rival.label, self)
        self._label.setProperty("role", "chapter")
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._state = QLabel(self)
        self._state.setProperty("role", "caption")
        self.fold = QToolButton(self)
        self.fold.setCheckable(True)
        self.fold.setAccessibleName(f"Read about: {rival.label}")
        self.fold.setToolTip("Its arrows, the papers for and against, what it predicts")
        self.fold.clicked.connect(self._toggle)
        self._status = QLabel(rival.status, self)
        self._status.setProperty("role", "muted")
        self._status.setWordWrap(True)
        self._status.setVisible(bool(rival.status))
        self._arrange()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(self.switch)
        row.addWidget(self._label, 1)
        row.addWidget(self._state)
        row.addWidget(self.fold)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, UNIT // 2, 0, UNIT)
        self._column.setSpacing(2)
        self._column.addLayout(row)
        under = QHBoxLayout()
        under.setContentsMargins(INDENT, 0, 0, 0)
        under.addWidget(self._status)
        self._column.addLayout(under)

    def set_reader(self, reader: Reader) -> None:
        """Who reads, with the references' numbers."""
        self._reader = reader
        self._write()

    def set_bibliography(
        self, entry: Callable[[str], str], printers: Mapping[str, Printer]
    ) -> None:
        """How references read and can be copied."""
        self._entry, self._printers = entry, printers
        if self.references is not None:
            self.references.set_bibliography(entry, printers)

    def set_on(self, on: bool, as_in_file: bool) -> None:
        """Whether it counts in this run, and whether the file has it so."""
        self.switch.setChecked(on)
        self._state.setText(("on" if on else "off") + ("" if as_in_file else ", changed"))

    def set_open(self, opened: bool) -> None:
        """Shows the page under the line, or folds it away."""
        self.fold.setChecked(opened)
        if opened and self._body is None:
            self._make_body()
        if self._body is not None:
            self._body.setVisible(opened)

    def is_open(self) -> bool:
        """Whether the page is shown."""
        return self._body is not None and not self._body.isHidden()

    def set_theme(self, theme: Theme) -> None:
        """Colours of the page."""
        self._theme = theme
        for part in (self._prose, self.references):
            if part is not None:
                part.set_theme(theme)
        self._write()

    def set_icons(self, icons: Icons) -> None:
        """The sign that it opens."""
        self.fold.setIcon(icons.icon("chevron_down"))
        self.fold.setIconSize(icons.small)

    def text(self) -> str:
        """All that is written."""
        parts = [self._label.text(), self._state.text(), self._status.text()]
        if self._prose is not None and self.references is not None:
            parts += [self._prose.toPlainText(), self.references.text()]
        return "\n".join(parts)

    def top_of(self, reference: str) -> int:
        """The y of a reference within this card; 0 where there is none."""
        if self._body is None or self.references is None:
            return 0
        return self._body.y() + self.references.y() + self.references.top_of(reference)

    def _make_body(self) -> None:
        body = self._body = QWidget(self)
        self._prose = Prose(self.rival.label, body)
        self.references = ReferenceList(body)
        for part in (self._prose, self.references):
            part.set_theme(self._theme)
            part.link_activated.connect(self.link_activated)
        self.references.copied.connect(self.copied)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, UNIT, 0, UNIT)
        column.addWidget(self._prose)
        column.addWidget(self.references)
        self._column.addWidget(body)
        if self._entry is not None:
            self.references.set_bibliography(self._entry, self._printers)
        self._write()

    def _write(self) -> None:
        if self._prose is None or self.references is None or self._reader is None:
            return
        page = explain_rival(self._reader, self.rival)
        self._prose.set_html(page)
        numbers = self._reader.citer.numbers
        self.references.set_references(references_of(self._reader, page), numbers)

    def _wish(self) -> None:
        """Asks for the switch; the box follows what then holds."""
        wished = self.switch.isChecked()
        self.switch.setChecked(not wished)
        self.switched.emit(self.rival.id, wished)

    def _toggle(self) -> None:
        self.opened.emit(self.rival.id if self.fold.isChecked() else "")
