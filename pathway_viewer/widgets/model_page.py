"""Model page: the teaching model in short, its equations and every constant, over the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QTextBrowser, QVBoxLayout, QWidget

from pathway_viewer.look.theme import UNIT, Theme
from pathway_viewer.widgets.explanation import Explanation
from pathway_viewer.widgets.page import Page
from pathway_viewer.widgets.prose import Prose
from pathway_viewer.widgets.reference_list import Printer, ReferenceList
from pathway_viewer.widgets.segmented import SegmentedSwitch

Part = Literal["short", "equations", "constants"]
PARTS: tuple[tuple[Part, str, str], ...] = (
    ("short", "In short", "What the model is, what it is not, and where it fails"),
    ("equations", "Equations", "The equations, their units and their sources"),
    ("constants", "Every constant", "Each constant of the model with the reason for it"),
)
FILES: dict[str, Part] = {"model.md": "equations", "model_constants.md": "constants"}
WIDEST = 880
"""A line longer than this many pixels is hard to read."""


class ModelPage(Page):
    """One page at a time; documents are given as Markdown when they are first asked for."""

    selection_requested = Signal(str)
    command_requested = Signal(str)
    link_requested = Signal(str)
    copied = Signal(str)

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        below: QWidget,
        above: QWidget,
        document: Callable[[Part], str],
    ) -> None:
        super().__init__("Teaching model", window, below, above)
        self._document = document
        self._read: set[Part] = set()
        self.parts = SegmentedSwitch("Part", self)
        self.parts.set_options(PARTS)
        self.parts.chosen.connect(self.show_part)
        self.head.addWidget(self.parts)
        self.head.addStretch(1)
        self.prose = Prose("Teaching model", self)
        self.references = ReferenceList(self)
        self._browsers: dict[Part, QTextBrowser] = {
            part: self._browser(name) for part, name, _ in PARTS if part != "short"
        }
        self._short = self._column()
        self.column.addWidget(self._short, 1)
        for browser in self._browsers.values():
            self.column.addWidget(browser, 1)
        self.prose.link_activated.connect(self._follow)
        self.references.link_activated.connect(self._follow)
        self.references.copied.connect(self.copied)
        self.set_theme(theme)
        self.show_part("short")

    def _browser(self, name: str) -> QTextBrowser:
        browser = QTextBrowser(self)
        browser.setAccessibleName(name)
        browser.setOpenLinks(False)
        browser.anchorClicked.connect(self._open)
        return browser

    def _column(self) -> QScrollArea:
        page = QWidget(self)
        page.setObjectName("page")
        column = QVBoxLayout()
        column.addWidget(self.prose)
        column.addWidget(self.references)
        column.addStretch(1)
        held = QWidget(page)
        held.setMaximumWidth(WIDEST)
        held.setLayout(column)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(held, 1)
        row.addStretch(0)
        scroll = QScrollArea(self)
        scroll.setAccessibleName("In short")
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        return scroll

    def set_theme(self, theme: Theme) -> None:
        """Colours and type sizes of what is set next."""
        self.prose.set_theme(theme)
        self.references.set_theme(theme)

    def set_bibliography(
        self, entry: Callable[[str], str], printers: Mapping[str, Printer]
    ) -> None:
        """How references read, and the formats they can be copied in."""
        self.references.set_bibliography(entry, printers)

    def show_explanation(self, page: Explanation, numbers: Mapping[str, int]) -> None:
        """The short part, and whom it cites."""
        self.prose.set_html(page.html)
        self.references.set_references(page.references, numbers)

    def forget_documents(self) -> None:
        """They are asked for anew: the pathway or the theme is another one."""
        self._read.clear()
        self.show_part(self.parts.current() or "short")

    def show_part(self, part: str) -> None:
        """One of the parts; a document is read when it is first shown."""
        self.parts.set_current(part)
        self._short.setVisible(part == "short")
        for own, browser in self._browsers.items():
            browser.setVisible(own == part)
            if own == part and own not in self._read:
                self._read.add(own)
                browser.setMarkdown(self._document(own))
                _space(browser.document())

    def text(self) -> str:
        """What is written on the part that is shown."""
        for browser in self._browsers.values():
            if not browser.isHidden():
                return browser.toPlainText()
        return self.prose.toPlainText()

    def _open(self, link: QUrl) -> None:
        name = link.path().rpartition("/")[2]
        if name in FILES:
            self.show_part(FILES[name])
        elif link.scheme():
            self._follow(link.toString())

    def _follow(self, link: str) -> None:
        kind, _, rest = link.partition(":")
        if kind == "node":
            self.leave()
            self.selection_requested.emit(rest)
        elif kind == "command":
            self.leave()
            self.command_requested.emit(rest)
        elif kind in ("http", "https"):
            self.link_requested.emit(link)


def _space(document: QTextDocument) -> None:
    """Air between paragraphs, which Markdown leaves to whoever shows it."""
    cursor, block = QTextCursor(document), document.begin()
    while block.isValid():
        form = block.blockFormat()
        if not QTextCursor(block).currentTable():
            form.setTopMargin(2 * UNIT if form.headingLevel() else 0)
            form.setBottomMargin(UNIT)
            cursor.setPosition(block.position())
            cursor.setBlockFormat(form)
        block = block.next()
