"""Rivals panel: the explanations that compete, each with a switch, its arrows and its papers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from pathway_viewer.look.theme import UNIT, Theme
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.widgets.citer import Citer
from pathway_viewer.widgets.explanation import Reader
from pathway_viewer.widgets.icons import Icons
from pathway_viewer.widgets.reference_list import Printer
from pathway_viewer.widgets.rival_card import RivalCard

HINT = (
    "Papers disagree about what does the work. Switch an explanation on or off: its arrows "
    "appear in the diagram, those it weakens are struck, and the levels follow."
)
NONE = "This pathway names no rival explanations."


class RivalsPanel(QScrollArea):
    """One column of cards, at most one of them open. Facts come by setters."""

    rival_wished = Signal(str, bool)
    selection_requested = Signal(str)
    link_requested = Signal(str)
    fold_requested = Signal()
    copied = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rivals")
        self.setAccessibleName("Rival explanations")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = theme
        self._icons: Icons | None = None
        self._pathway: Pathway | None = None
        self.cards: dict[str, RivalCard] = {}
        self._fold = QToolButton(self)
        self._fold.setAccessibleName("Fold away")
        self._fold.setToolTip("Fold away")
        self._fold.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._fold.clicked.connect(self.fold_requested)
        self._hint = QLabel(HINT, self)
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.setWidget(self._page())

    def _page(self) -> QWidget:
        page = QWidget(self)
        page.setObjectName("page")
        title = QLabel("Rival explanations", page)
        title.setProperty("role", "name")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._fold)
        column = QVBoxLayout(page)
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addLayout(self._rows)
        column.addStretch(1)
        return page

    # Facts from above

    def set_pathway(self, pathway: Pathway, numbers: Mapping[str, int]) -> None:
        """The explanations of a pathway; the open one stays open where it still exists."""
        opened = next((id for id, card in self.cards.items() if card.is_open()), "")
        for card in self.cards.values():
            card.hide()
            card.deleteLater()
        self._pathway = pathway
        self._hint.setText(HINT if pathway.rivals else NONE)
        reader = Reader(pathway, "student", Citer(numbers))
        self.cards = {}
        for rival in pathway.rivals:
            card = self.cards[rival.id] = RivalCard(rival, self._theme, self)
            card.set_reader(reader)
            card.switched.connect(self.rival_wished)
            card.opened.connect(self.open)
            card.link_activated.connect(self._follow)
            card.copied.connect(self.copied)
            if self._icons is not None:
                card.set_icons(self._icons)
            self._rows.addWidget(card)
            card.set_open(rival.id == opened)
        self.setFocusProxy(next((card.switch for card in self.cards.values()), self._fold))

    def set_bibliography(
        self, entry: Callable[[str], str], printers: Mapping[str, Printer]
    ) -> None:
        """How references read and can be copied."""
        for card in self.cards.values():
            card.set_bibliography(entry, printers)

    def set_on(self, on: Collection[str], as_in_file: Collection[str]) -> None:
        """The explanations that count in this run, and those that do where none was switched."""
        for id, card in self.cards.items():
            card.set_on(id in on, (id in on) == (id in as_in_file))

    def set_theme(self, theme: Theme) -> None:
        """Colours of the pages."""
        self._theme = theme
        for card in self.cards.values():
            card.set_theme(theme)

    def set_icons(self, icons: Icons) -> None:
        """The signs in the theme's ink."""
        self._icons = icons
        self._fold.setIcon(icons.icon("close"))
        self._fold.setIconSize(icons.small)
        for card in self.cards.values():
            card.set_icons(icons)

    def open(self, id: str) -> None:
        """Opens one card and folds the others; '' folds them all."""
        for known, card in self.cards.items():
            card.set_open(known == id)
        if id in self.cards:
            # The heights of folded and opened cards are known once the page is laid out.
            QTimer.singleShot(0, self, lambda: self._scroll_to(id))

    def _scroll_to(self, id: str) -> None:
        if id in self.cards:
            self.verticalScrollBar().setValue(self.cards[id].y())

    def _follow(self, link: str) -> None:
        kind, _, rest = link.partition(":")
        opened = next((card for card in self.cards.values() if card.is_open()), None)
        if kind in ("node", "edge"):
            self.selection_requested.emit(rest)
        elif kind == "ref" and opened is not None:
            top = opened.y() + opened.top_of(rest)
            self.verticalScrollBar().setValue(max(0, top - 2 * UNIT))
        elif kind not in ("ref",):
            self.link_requested.emit(link)
