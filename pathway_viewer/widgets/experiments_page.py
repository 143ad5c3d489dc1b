"""Experiments page: all published interventions, held against the model, to be replayed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from pathway_viewer.dynamics.experiments import Outcome
from pathway_viewer.look.theme import UNIT, Theme
from pathway_viewer.model.pathway import Experiment, Pathway
from pathway_viewer.model.text import plain
from pathway_viewer.widgets.citer import Citer
from pathway_viewer.widgets.experiment_reading import ExperimentReading
from pathway_viewer.widgets.experiment_table import ExperimentTable
from pathway_viewer.widgets.experiment_words import Standing, cells, done, standing, summary
from pathway_viewer.widgets.explanation import Reader
from pathway_viewer.widgets.icons import Icons, tinted
from pathway_viewer.widgets.page import Page
from pathway_viewer.widgets.reference_list import Printer
from pathway_viewer.widgets.segmented import SegmentedSwitch

Which = Literal["all", "agree", "disagree", "silent"]
FILTERS: tuple[tuple[Which, str, str], ...] = (
    ("all", "All", "Every experiment of the file"),
    ("agree", "Agree", "Where the model comes out as the experiment did"),
    ("disagree", "Disagree", "Where the model comes out otherwise"),
    ("silent", "Not expressible", "What the model has no words for"),
)
NONE = "This pathway holds no published experiments."
NONE_FITS = "No experiment fits what is looked for."


class ExperimentsPage(Page):
    """The table, what to see of it, and the row that is pointed at in full."""

    replay_requested = Signal(str)
    link_requested = Signal(str)
    selection_requested = Signal(str)
    copied = Signal(str)

    def __init__(self, theme: Theme, window: QWidget, below: QWidget, above: QWidget) -> None:
        super().__init__("Published experiments", window, below, above)
        self._reader: Reader | None = None
        self._outcomes: dict[str, Outcome] = {}
        self._rows: dict[str, Experiment] = {}
        self._haystack: dict[str, str] = {}
        self._shown = ""
        self._summary = QLabel(self)
        self._summary.setProperty("role", "muted")
        self.head.addWidget(self._summary, 1, Qt.AlignmentFlag.AlignBaseline)
        self.filter = SegmentedSwitch("Show", self)
        self.filter.set_options(FILTERS)
        self.filter.set_current("all")
        self.filter.chosen.connect(self.show_only)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("Search experiments")
        self.search.setAccessibleName("Search experiments")
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(320)
        self.search.textChanged.connect(self._sift)
        self.table = ExperimentTable(self)
        self.setFocusProxy(self.table)
        self.reading = ExperimentReading(theme, self)
        self._none = QLabel(NONE, self)
        self._none.setProperty("role", "muted")
        self._none.hide()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        row.addWidget(self.filter)
        row.addWidget(self.search, 1)
        hint = QLabel("A click or Enter replays an experiment in the diagram", self)
        hint.setProperty("role", "caption")
        row.addStretch(1)
        row.addWidget(hint)
        self.column.addLayout(row)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._none)
        column.addWidget(self.table, 1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self.reading)
        split.setStretchFactor(0, 5)
        split.setStretchFactor(1, 2)
        split.setSizes([900, 360])
        self.column.addWidget(split, 1)

    def _connect(self) -> None:
        self.table.row_shown.connect(self._show_row)
        self.table.row_chosen.connect(self._choose)
        reading = self.reading
        reading.replay_clicked.connect(self._choose)
        reading.link_requested.connect(self.link_requested)
        reading.selection_requested.connect(self.selection_requested)
        reading.copied.connect(self.copied)

    # Facts from above

    def set_pathway(self, pathway: Pathway, numbers: Mapping[str, int]) -> None:
        """The rows, and their references' numbers; what they come to is told later."""
        self._reader = Reader(pathway, "student", Citer(numbers))
        self._rows = {row.id: row for row in pathway.experiments}
        self._outcomes = {}
        self._haystack = {row.id: words_of(pathway, row) for row in pathway.experiments}
        self.reading.set_reader(self._reader)
        self.table.set_rows(pathway, {})
        self._count()
        self._sift()

    def set_bibliography(
        self, entry: Callable[[str], str], printers: Mapping[str, Printer]
    ) -> None:
        """How references read and can be copied."""
        self.reading.set_bibliography(entry, printers)

    def add_outcome(self, outcome: Outcome) -> None:
        """What a row came to."""
        row = outcome.experiment
        if self._reader is None or self._rows.get(row.id) != row:
            return
        self._outcomes[row.id] = outcome
        self.table.set_row(self._reader.pathway, row, outcome)
        self._count()
        self._sift()
        if row.id == self._shown:
            self.reading.set_row(row, outcome)

    def set_theme(self, theme: Theme) -> None:
        """Colours of the text."""
        self.reading.set_theme(theme)

    def set_signs(self, icons: Icons, theme: Theme) -> None:
        """The signs of the standings and of the button that closes."""
        self.set_icons(icons)
        self.table.set_icons(signs(icons, theme))

    # What a user does here

    def show_only(self, which: str) -> None:
        """Shows rows of one standing, or all."""
        self.filter.set_current(which)
        self._sift()

    def summary(self) -> str:
        """The line that sums up."""
        return self._summary.text()

    def neighbour(self, id: str, way: int) -> str:
        """The next row to replay among those shown, before or after one; '' where there is none."""
        ids = [one for one in self.table.shown() if self._can_replay(one) or one == id]
        if id not in ids:
            return ""
        place = ids.index(id) + way
        return ids[place] if 0 <= place < len(ids) else ""

    def _count(self) -> None:
        rows = tuple(self._rows.values())
        self._summary.setText(summary(rows, self._outcomes))
        standings = [standing(row, self._outcomes.get(row.id)) for row in rows]
        for id, label, _ in FILTERS:
            count = len(rows) if id == "all" else standings.count(id)
            self.filter.button(id).setText(f"{label}  {count}")

    def _sift(self) -> None:
        words = self.search.text().casefold().split()
        which = self.filter.current()
        found = [
            id
            for id, row in self._rows.items()
            if which in ("all", standing(row, self._outcomes.get(id)))
            and all(word in self._haystack[id] for word in words)
        ]
        self.table.sift(found)
        self._none.setText(NONE_FITS if self._rows else NONE)
        self._none.setVisible(not found)
        if found and self.table.current() not in found:
            self.table.show_row(found[0])

    def _show_row(self, id: str) -> None:
        if id in self._rows:
            self._shown = id
            self.reading.set_row(self._rows[id], self._outcomes.get(id))

    def _choose(self, id: str) -> None:
        self._show_row(id)
        if self._can_replay(id):
            self.table.show_row(id)
            self.replay_requested.emit(id)

    def _can_replay(self, id: str) -> bool:
        row = self._rows[id]
        return not row.not_expressible and bool(row.readouts)


def signs(icons: Icons, theme: Theme) -> dict[Standing, QIcon]:
    """A sign for each standing: a shape of its own, in the theme's colour for it."""
    colors: dict[Standing, str] = {
        "agree": theme.accent,
        "disagree": theme.warning,
        "silent": theme.muted,
        "waiting": theme.muted,
    }
    return {which: sign(icons, which, color) for which, color in colors.items()}


def sign(icons: Icons, which: Standing, color: str) -> QIcon:
    """One sign, the same in a row that is selected."""
    made = QIcon(tinted(icons.folder / f"{which}.svg", color, color, icons.side))
    for size in made.availableSizes():
        made.addPixmap(made.pixmap(size), QIcon.Mode.Selected)
    return made


def words_of(pathway: Pathway, row: Experiment) -> str:
    """All the words a search may find a row by."""
    lines = [" ".join(line) for line in cells(pathway, row, None)]
    said = (row.label, plain(row.text), done(pathway, row), row.mapping, row.not_expressible)
    return " ".join([row.id, *said, *lines]).casefold()
