"""Experiment reading: one experiment in full, with its papers and the button that replays it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from pathway_viewer.dynamics.experiments import Outcome
from pathway_viewer.look.theme import UNIT, Theme
from pathway_viewer.model.pathway import Experiment
from pathway_viewer.widgets.experiment_words import standing, told
from pathway_viewer.widgets.explain_experiment import explain_experiment, references_of
from pathway_viewer.widgets.explanation import Reader
from pathway_viewer.widgets.prose import Prose
from pathway_viewer.widgets.reference_list import Printer, ReferenceList


class ExperimentReading(QScrollArea):
    """Shows a row; says when it is to be replayed, and which link was followed."""

    replay_clicked = Signal(str)
    selection_requested = Signal(str)
    link_requested = Signal(str)
    copied = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("The experiment in full")
        self.setWidgetResizable(True)
        self.setMinimumWidth(300)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._reader: Reader | None = None
        self._row: Experiment | None = None
        self._outcome: Outcome | None = None
        self._standing = QLabel(self)
        self._standing.setProperty("role", "muted")
        self._title = QLabel(self)
        self._title.setProperty("role", "heading")
        self._title.setWordWrap(True)
        self.replay = QPushButton("Replay in the diagram", self)
        self.replay.setProperty("role", "primary")
        self.replay.clicked.connect(self._replay)
        self._prose = Prose("Experiment", self)
        self._prose.link_activated.connect(self._follow)
        self._references = ReferenceList(self)
        self._references.link_activated.connect(self._follow)
        self._references.copied.connect(self.copied)
        page = self._page = QWidget(self)
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(2 * UNIT, 0, UNIT, UNIT)
        column.setSpacing(UNIT)
        for part in (self._standing, self._title):
            column.addWidget(part)
        column.addWidget(self.replay, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._prose)
        column.addWidget(self._references)
        column.addStretch(1)
        self.setWidget(page)
        self.set_theme(theme)

    def set_reader(self, reader: Reader) -> None:
        """Another pathway; its first row is set next."""
        self._reader, self._row = reader, None
        self._write()

    def set_bibliography(
        self, entry: Callable[[str], str], printers: Mapping[str, Printer]
    ) -> None:
        """How references read and can be copied."""
        self._references.set_bibliography(entry, printers)

    def set_row(self, row: Experiment, outcome: Outcome | None) -> None:
        """The row to tell of, with what it came to so far."""
        fresh = self._row is None or self._row.id != row.id
        self._row, self._outcome = row, outcome
        self._write()
        if fresh:
            self.verticalScrollBar().setValue(0)

    def set_theme(self, theme: Theme) -> None:
        """Colours of the text."""
        self._prose.set_theme(theme)
        self._references.set_theme(theme)
        self._write()

    def text(self) -> str:
        """All that is written."""
        parts = [self._standing.text(), self._title.text(), self._prose.toPlainText()]
        return "\n".join([*parts, self._references.text()])

    def _write(self) -> None:
        row, reader = self._row, self._reader
        self._page.setVisible(row is not None)
        if row is None or reader is None:
            return
        self._standing.setText(told(standing(row, self._outcome)))
        self._title.setText(row.label)
        self.replay.setVisible(not row.not_expressible and bool(row.readouts))
        self.replay.setAccessibleName(f"Replay in the diagram: {row.label}")
        page = explain_experiment(reader, row, self._outcome)
        self._prose.set_html(page)
        self._references.set_references(references_of(reader, page), reader.citer.numbers)

    def _replay(self) -> None:
        if self._row is not None:
            self.replay_clicked.emit(self._row.id)

    def _follow(self, link: str) -> None:
        kind, _, rest = link.partition(":")
        if kind in ("node", "edge"):
            self.selection_requested.emit(rest)
        elif kind == "ref":
            top = self._references.y() + self._references.top_of(rest)
            self.verticalScrollBar().setValue(max(0, top - 2 * UNIT))
        else:
            self.link_requested.emit(link)
