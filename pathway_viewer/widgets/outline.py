"""Outline: the diagram's content as a tree of places, nodes and arrows, with levels now."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pathway_viewer.model.ids import NodeId
from pathway_viewer.model.pathway import Edge, Pathway
from pathway_viewer.timeline.frame import Frame
from pathway_viewer.widgets.wording import SIGN_WORD, evidence_word

ID = Qt.ItemDataRole.UserRole
UPDATE_MS = 250
"""Levels are written at most four times a second: words that flicker cannot be read."""


class Outline(QWidget):
    """A tree that says what the diagram shows. Enter or a click asks for an explanation."""

    selection_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._pathway: Pathway | None = None
        self._parts: frozenset[str] = frozenset()
        self._frame: Frame | None = None
        self._items: dict[str, QTreeWidgetItem] = {}
        self._filter = QLineEdit(self)
        self._filter.setPlaceholderText("Filter")
        self._filter.setAccessibleName("Filter the outline")
        self._filter.setClearButtonEnabled(True)
        self.setFocusProxy(self._filter)
        self._filter.textChanged.connect(self._sift)
        self.tree = self._made_tree()
        self._late = QTimer(self, singleShot=True, interval=UPDATE_MS)
        self._late.timeout.connect(self._write_levels)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 0)
        column.setSpacing(8)
        column.addWidget(self._filter)
        column.addWidget(self.tree)

    def _made_tree(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setAccessibleName("Outline of the pathway")
        tree.setColumnCount(2)
        tree.setHeaderLabels(["Participant", "Now"])
        tree.setUniformRowHeights(True)
        tree.setIndentation(14)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tree.itemActivated.connect(self._chosen)
        tree.itemClicked.connect(self._chosen)
        return tree

    def set_parts(self, pathway: Pathway, parts: frozenset[str]) -> None:
        """Rebuilds the tree for the nodes and arrows that are shown, by their ids."""
        if pathway is self._pathway and parts == self._parts:
            return
        self._pathway, self._parts = pathway, parts
        self._items = {}
        self.tree.clear()
        nodes = [node for node in pathway.nodes if node.id in parts]
        for place in pathway.compartments:
            inside = [node for node in nodes if node.compartment == place.id]
            if inside:
                branch = QTreeWidgetItem(self.tree, [place.label, ""])
                branch.setFirstColumnSpanned(True)
                branch.setExpanded(True)
                for node in inside:
                    self._add_node(pathway, branch, node.id)
        self._sift(self._filter.text())
        self._write_levels()

    def _add_node(self, pathway: Pathway, branch: QTreeWidgetItem, id: NodeId) -> None:
        node = pathway.node(id)
        item = QTreeWidgetItem(branch, [node.label, ""])
        item.setData(0, ID, node.id)
        item.setToolTip(0, f"{node.name}: {node.summary}")
        self._items[node.id] = item
        for edge in pathway.edges:
            if edge.source == id and edge.id in self._parts:
                self._add_edge(pathway, item, edge)

    def _add_edge(self, pathway: Pathway, item: QTreeWidgetItem, edge: Edge) -> None:
        target = pathway.node(edge.target).label
        arrow = QTreeWidgetItem(item, [f"{SIGN_WORD[edge.sign]} {target}", ""])
        arrow.setData(0, ID, edge.id)
        arrow.setToolTip(0, evidence_word(edge.evidence))
        self._items[edge.id] = arrow

    def set_frame(self, frame: Frame) -> None:
        """The levels now; written at the next of four moments a second, if anybody sees it."""
        self._frame = frame
        if self.isVisible() and not self._late.isActive():
            self._late.start()

    def set_selection(self, id: str) -> None:
        """Marks the row of a node or arrow, without saying so."""
        item = self._items.get(id)
        if item is None:
            self.tree.clearSelection()
            return
        if self.tree.currentItem() is not item:
            self.tree.setCurrentItem(item)
        self.tree.scrollToItem(item)

    def showEvent(self, event: QShowEvent) -> None:
        """Catches up with the levels."""
        super().showEvent(event)
        self._write_levels()

    def lists(self, id: str) -> bool:
        """Whether a node or an arrow has a row."""
        return id in self._items

    def text_of(self, id: str) -> str:
        """What the row of a node or arrow says; KeyError if there is none."""
        item = self._items[id]
        return f"{item.text(0)} {item.text(1)}".strip()

    def _write_levels(self) -> None:
        if self._pathway is None or self._frame is None:
            return
        if len(self._frame.words) != len(self._pathway.nodes):
            return
        for node, index in self._pathway.node_index.items():
            item = self._items.get(node)
            if item is not None:
                now = f"{self._frame.words[index]}  {self._frame.levels[index]:.2f}"
                if item.text(1) != now:
                    item.setText(1, now)
                    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{item.text(0)}, {now}")

    def _sift(self, wanted: str) -> None:
        """Shows rows that hold the text, with the rows above and below them."""
        for index in range(self.tree.topLevelItemCount()):
            if branch := self.tree.topLevelItem(index):
                self._sifted(branch, wanted.casefold().strip(), held=False)

    def _sifted(self, item: QTreeWidgetItem, wanted: str, held: bool) -> bool:
        own = wanted in item.text(0).casefold() or wanted in item.toolTip(0).casefold()
        children = (item.child(i) for i in range(item.childCount()))
        below = [self._sifted(child, wanted, held or own) for child in children if child]
        shown = own or held or any(below)
        item.setHidden(not shown)
        if wanted and any(below):
            item.setExpanded(True)
        return own or any(below)

    def _chosen(self, item: QTreeWidgetItem) -> None:
        if id := item.data(0, ID):
            self.selection_requested.emit(id)
