"""Experiment table: a line for each published intervention, with what the model makes of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from pathway_viewer.dynamics.experiments import Outcome
from pathway_viewer.model.pathway import Experiment, Pathway
from pathway_viewer.model.text import plain
from pathway_viewer.widgets.experiment_words import (
    STANDING_WORD,
    Standing,
    cells,
    clock_word,
    done,
    standing,
)

ID = Qt.ItemDataRole.UserRole
REASON = Qt.ItemDataRole.UserRole + 1
COLUMNS = ("Result", "What was done", "Clock", "Looked at", "Published", "Model")
RESULT, LABEL, CLOCK, LOOKED, PUBLISHED, MODEL = range(6)
WIDEST = {
    RESULT: "mm not expressible",
    CLOCK: "Rodent clock,",
    LOOKED: "Synaptic proteins at 30 min",
    PUBLISHED: "attenuated",
    MODEL: "✗ attenuated, 34.5 %m",
}
"""About the longest text of each column but that of the label, which takes what is left."""
LEAST_LABEL, MOST_LABEL = 110, 30
"""Width of the label's column: at least these pixels, at most so many letters if others gain."""
EDGES = 18
"""Pixels of a column that its text may not use, left and right together."""
REST_MS = 180
"""How long the pointer rests on a row before the row is told: on its way it crosses many."""


class ExperimentTable(QTreeWidget):
    """Rows in the order of the file. The current row, or the one pointed at, is told of."""

    row_shown = Signal(str)
    row_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("experiments")
        self.setAccessibleName("Published experiments")
        self.setHeaderLabels(COLUMNS)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setWordWrap(True)
        self.setMouseTracking(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Lines(self))
        self.header().setStretchLastSection(False)
        self.header().setSectionsMovable(False)
        self.header().sectionResized.connect(self._break_lines)
        self._rows: dict[str, Experiment] = {}
        self._items: dict[str, QTreeWidgetItem] = {}
        self._icons: Mapping[Standing, QIcon] = {}
        self._standings: dict[str, Standing] = {}
        self._pointed = ""
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._tell_pointed)
        self._breaking = QTimer(self, singleShot=True, interval=0)
        self._breaking.timeout.connect(self.doItemsLayout)
        self.itemClicked.connect(self._choose)
        self.itemEntered.connect(self._point)
        self.currentItemChanged.connect(self._tell_current)

    def set_rows(self, pathway: Pathway, outcomes: Mapping[str, Outcome]) -> None:
        """Replaces the rows; the current one stays where it still exists."""
        kept = self.current()
        self._rows = {row.id: row for row in pathway.experiments}
        self.clear()
        self._items, self._standings = {}, {}
        for row in pathway.experiments:
            self._items[row.id] = QTreeWidgetItem(self)
            self.set_row(pathway, row, outcomes.get(row.id))
        self._size_columns()
        if self._items:
            self.show_row(kept if kept in self._items else next(iter(self._items)))

    def set_row(self, pathway: Pathway, row: Experiment, outcome: Outcome | None) -> None:
        """Writes one row anew; an unknown one is left alone."""
        item = self._items.get(row.id)
        if item is None:
            return
        which = self._standings[row.id] = standing(row, outcome)
        lines = cells(pathway, row, outcome)
        item.setData(RESULT, ID, row.id)
        item.setText(RESULT, STANDING_WORD[which])
        item.setIcon(RESULT, self._icons.get(which, QIcon()))
        item.setText(LABEL, row.label)
        item.setText(CLOCK, clock_word(pathway, row))
        for column, text in enumerate(zip(*lines, strict=True), start=LOOKED):
            item.setText(column, "\n".join(text))
        reason = row.not_expressible or (outcome.failure if outcome else "")
        for column in (LOOKED, PUBLISHED, MODEL):
            item.setData(column, REASON, reason)
        item.setText(LOOKED, reason or item.text(LOOKED))
        said = "; ".join(", ".join(line) for line in lines) or reason
        spoken = f"{STANDING_WORD[which]}: {row.label}. {done(pathway, row)}. {said}"
        item.setData(RESULT, Qt.ItemDataRole.AccessibleTextRole, plain(spoken))

    def set_icons(self, icons: Mapping[Standing, QIcon]) -> None:
        """The signs of the standings."""
        self._icons = icons
        for id, item in self._items.items():
            item.setIcon(RESULT, icons.get(self._standings[id], QIcon()))

    def sift(self, ids: Collection[str]) -> None:
        """Shows these rows only."""
        for id, item in self._items.items():
            item.setHidden(id not in ids)

    def shown(self) -> tuple[str, ...]:
        """The rows that are not hidden, from the top."""
        return tuple(id for id, item in self._items.items() if not item.isHidden())

    def current(self) -> str:
        """The row the keyboard is on, or ''."""
        item = self.currentItem()
        return str(item.data(RESULT, ID)) if item else ""

    def show_row(self, id: str) -> None:
        """Puts the keyboard on a row, and the row where it is seen."""
        if item := self._items.get(id):
            self.setCurrentItem(item)
            self.scrollToItem(item)

    def item_of(self, id: str) -> QTreeWidgetItem:
        """The line of a row; KeyError where there is none."""
        return self._items[id]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what a click does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current():
            self.row_chosen.emit(self.current())
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """A pointer that leaves has pointed at nothing."""
        self._rest.stop()
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another type size wants other widths."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._size_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room goes to what was done first, then to the rest."""
        super().resizeEvent(event)
        self._size_columns()

    def _size_columns(self) -> None:
        letters = self.fontMetrics()
        widths = {c: letters.horizontalAdvance(text) + EDGES for c, text in WIDEST.items()}
        left = self.viewport().width() - sum(widths.values())
        most = letters.horizontalAdvance("m") * MOST_LABEL
        spare = max(0, left - most) // len(WIDEST)
        for column, width in widths.items():
            self.header().resizeSection(column, width + spare)
        self.header().resizeSection(LABEL, max(LEAST_LABEL, left - spare * len(WIDEST)))

    def _break_lines(self) -> None:
        self._breaking.start()

    def _choose(self, item: QTreeWidgetItem) -> None:
        self.row_chosen.emit(item.data(RESULT, ID))

    def _point(self, item: QTreeWidgetItem) -> None:
        self._pointed = item.data(RESULT, ID)
        self._rest.start()

    def _tell_pointed(self) -> None:
        if self._pointed in self._items:
            self.row_shown.emit(self._pointed)

    def _tell_current(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and (id := item.data(RESULT, ID)):
            self.row_shown.emit(id)


Index = QModelIndex | QPersistentModelIndex


class _Lines(QStyledItemDelegate):
    """Lets the reason of a row without a result run over the columns that it leaves empty."""

    def __init__(self, table: ExperimentTable) -> None:
        super().__init__(table)
        self._table = table
        self._heights: dict[tuple[str, int, int], int] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(REASON):
            if index.column() != LOOKED:
                return
            wide = QStyleOptionViewItem(option)
            wide.rect = QRect(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
            wide.rect.setWidth(self._room())  # pyright: ignore[reportAttributeAccessIssue]
            option = wide
        super().paint(painter, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        column = index.column()
        room = self._table.columnWidth(column) - EDGES
        if index.data(REASON) and column >= LOOKED:
            room = self._room() - EDGES
            if column != LOOKED:
                return QSize()
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        return QSize(room, self._height(text, max(room, 20)) + 12)

    def _height(self, text: str, room: int) -> int:
        """Height of a wrapped text; remembered, as every row is asked when one has changed."""
        letters = self._table.fontMetrics()
        key = (text, room, letters.height())
        if key not in self._heights:
            box = QRect(0, 0, room, 9999)
            tall = letters.boundingRect(box, Qt.TextFlag.TextWordWrap, text).height()
            self._heights[key] = tall
        return self._heights[key]

    def _room(self) -> int:
        return sum(self._table.columnWidth(column) for column in (LOOKED, PUBLISHED, MODEL))
