"""Agent list: known tools by name, to be switched on, with what papers say of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from pathway_viewer.look.theme import Theme
from pathway_viewer.model.pathway import Agent, Pathway
from pathway_viewer.model.text import cited, plain
from pathway_viewer.timeline.what_if_words import push_words
from pathway_viewer.widgets.citer import Citer
from pathway_viewer.widgets.prose import Prose

ID = Qt.ItemDataRole.UserRole
ROWS = 6


class AgentList(QWidget):
    """A list to search; a checked row is on. Says `wished(id, on)`."""

    wished = Signal(str, bool)
    link_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pathway: Pathway | None = None
        self._numbers: Mapping[str, int] = {}
        self._entry: Callable[[str], str] | None = None
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText("Find an agent")
        self.filter.setAccessibleName("Find a known agent")
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._sift)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Known agents")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(self._checked)
        self.list.itemActivated.connect(self._toggle)
        self.list.currentItemChanged.connect(self._explain)
        self.prose = Prose("About this agent", self)
        self.prose.link_activated.connect(self.link_activated)
        self.prose.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.filter, self.list, self.prose):
            column.addWidget(part)

    def set_pathway(self, pathway: Pathway, numbers: Mapping[str, int]) -> None:
        """The agents of a pathway, and its references' numbers."""
        self._pathway, self._numbers = pathway, numbers
        self.list.blockSignals(True)
        self.list.clear()
        for agent in pathway.agents:
            item = QListWidgetItem(agent.label, self.list)
            item.setData(ID, agent.id)
            item.setToolTip(plain(agent.text))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self.prose.hide()
        self._sift(self.filter.text())

    def set_bibliography(self, entry: Callable[[str], str]) -> None:
        """How a reference reads, as HTML."""
        self._entry = entry

    def set_on(self, ids: Collection[str]) -> None:
        """The agents that are on."""
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            item = self.list.item(row)
            on = item.data(ID) in ids
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)

    def set_theme(self, theme: Theme) -> None:
        """Colours and sizes of the text; rows as high as their words."""
        self.prose.set_theme(theme)
        self.list.setFixedHeight(round(ROWS * (theme.type.body * 1.4 + 8)) + 4)
        self._explain(self.list.currentItem())

    def item(self, id: str) -> QListWidgetItem:
        """The row of an agent; KeyError when there is none."""
        rows = (self.list.item(row) for row in range(self.list.count()))
        found = next((item for item in rows if item.data(ID) == id), None)
        if found is None:
            raise KeyError(id)
        return found

    def _sift(self, wanted: str) -> None:
        words = wanted.casefold().split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            said = f"{item.text()} {item.toolTip()}".casefold()
            item.setHidden(not all(word in said for word in words))

    def _checked(self, item: QListWidgetItem) -> None:
        self.list.setCurrentItem(item)
        self.wished.emit(item.data(ID), item.checkState() == Qt.CheckState.Checked)

    def _toggle(self, item: QListWidgetItem) -> None:
        """Enter and a double click."""
        on = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _explain(self, item: QListWidgetItem | None) -> None:
        agent = self._agent(item)
        self.prose.setVisible(agent is not None)
        if agent is not None and self._pathway is not None:
            self.prose.set_html(self._page(self._pathway, agent))

    def _agent(self, item: QListWidgetItem | None) -> Agent | None:
        if item is None or self._pathway is None:
            return None
        return next((one for one in self._pathway.agents if one.id == item.data(ID)), None)

    def _page(self, pathway: Pathway, agent: Agent) -> str:
        """What it does here, what was found with it, and by whom."""
        does = "; ".join(push_words(pathway, one) for one in agent.perturbations)
        citer = Citer(self._numbers)
        ids = citer.ordered(cited(agent.text))
        papers = [f"{self._numbers[id]}. {self._entry(id)}" for id in ids] if self._entry else []
        told = "".join(f'<p class="small">{paper}</p>' for paper in papers)
        return f"<p><b>{does}.</b></p>{citer.html(agent.text)}{told}"
