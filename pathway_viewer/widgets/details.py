"""Details: one thing explained, with its level, its curve, its text and its papers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from pathway_viewer.dynamics.course import Course
from pathway_viewer.look.theme import UNIT, Theme
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.story import Reading
from pathway_viewer.timeline.frame import Frame
from pathway_viewer.timeline.playback import Playback
from pathway_viewer.widgets.chips import Chips
from pathway_viewer.widgets.citer import Citer
from pathway_viewer.widgets.explain_chapter import explain_chapter
from pathway_viewer.widgets.explain_edge import explain_edge
from pathway_viewer.widgets.explain_node import explain_node
from pathway_viewer.widgets.explanation import Explanation, Reader
from pathway_viewer.widgets.ghost import Ghost
from pathway_viewer.widgets.level_now import LevelNow
from pathway_viewer.widgets.prose import Prose
from pathway_viewer.widgets.reference_list import Printer, ReferenceList
from pathway_viewer.widgets.try_row import TryRow

TURN_MS = 60
"""How long a chapter must last under a moving play head before its page is set: scrubbing over
chapters would else typeset each of them between two frames."""


class DetailsPanel(QScrollArea):
    """Explains the selection; with nothing selected, the chapter under the play head."""

    selection_requested = Signal(str)
    link_requested = Signal(str)
    command_requested = Signal(str)
    copied = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self.setAccessibleName("Details")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pathway: Pathway | None = None
        self._numbers: Mapping[str, int] = {}
        self._reading: Reading = "student"
        self._scenario = ""
        self._selection = ""
        self._frame: Frame | None = None
        self._shown: object = None
        self._told: tuple[object, ...] = ()
        self._turning = QTimer(self, singleShot=True, interval=TURN_MS)
        self._turning.timeout.connect(self._turn_page)
        self._kicker = self._label("caption")
        self._title = self._label("name")
        self._subtitle = self._label("muted")
        self._chips = Chips("Evidence", self)
        self._now = LevelNow(theme, self)
        self._caption = self._label("muted")
        self.tries = TryRow(self)
        self._prose = Prose("Explanation", self)
        self._references = ReferenceList(self)
        self._prose.link_activated.connect(self._follow)
        self._references.link_activated.connect(self._follow)
        self._references.copied.connect(self.copied)
        self.setWidget(self._page())
        self.set_theme(theme)

    def _page(self) -> QWidget:
        page = QWidget(self)
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        head = QVBoxLayout()
        head.setSpacing(UNIT // 2)
        for part in (self._kicker, self._title, self._subtitle):
            head.addWidget(part)
        column.addLayout(head)
        for part in (
            self._chips,
            self._now,
            self.tries,
            self._caption,
            self._prose,
            self._references,
        ):
            column.addWidget(part)
        column.addStretch(1)
        return page

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    # Facts from above

    def set_pathway(self, pathway: Pathway, numbers: Mapping[str, int]) -> None:
        """The pathway, and its references' numbers."""
        self._pathway, self._numbers = pathway, numbers
        self._frame = None
        self._now.set_pathway(pathway, numbers)
        self._rebuild()

    def set_bibliography(
        self, entry: Callable[[str], str], printers: Mapping[str, Printer]
    ) -> None:
        """How references read, and the formats they can be copied in."""
        self._references.set_bibliography(entry, printers)

    def set_run(self, course: Course | None, scenario: str, clock: str) -> None:
        """The levels (None: not solved yet), the scenario's id and the clock's name."""
        told, self._scenario = scenario == self._scenario, scenario
        self._now.set_run(course, clock)
        if not told:
            self._rebuild()

    def set_ghost(self, ghost: Ghost | None) -> None:
        """Another run whose curve is drawn behind this one's, None for none."""
        self._now.set_ghost(ghost)

    def set_playback(self, playback: Playback) -> None:
        """The axis of the curve and the place of its line."""
        self._now.set_playback(playback)

    def set_frame(self, frame: Frame) -> None:
        """The levels now; the page changes only when the chapter does."""
        first, self._frame = self._frame is None, frame
        self._now.set_frame(frame)
        if self._selection:
            return
        if first:
            self._turn_page()
        elif (told := (frame.chapter, frame.caption, frame.told, frame.origin)) != self._told:
            self._told = told
            self._turning.start()

    def _turn_page(self) -> None:
        self._show_caption()
        self._rebuild(only_if_new=True)

    def set_selection(self, id: str) -> None:
        """The node or arrow to explain, '' for the chapter."""
        self._selection = id
        self._rebuild()
        self.verticalScrollBar().setValue(0)

    def set_reading(self, reading: Reading) -> None:
        """Who reads."""
        self._reading = reading
        self._rebuild()

    def set_theme(self, theme: Theme) -> None:
        """Colours and type sizes."""
        for part in (self._now, self._prose, self._references):
            part.set_theme(theme)
        self._rebuild()

    def copy_references(self, form: str) -> None:
        """Copies the references of this page in a format, by the label of its button."""
        self._references.copy_as(form)

    # What is shown

    def explanation(self) -> Explanation | None:
        """What the panel says at present, None before there is a pathway."""
        if self._pathway is None:
            return None
        reader = Reader(self._pathway, self._reading, Citer(self._numbers))
        if self._selection in self._pathway.node_index:
            return explain_node(reader, self._pathway.node(self._selection))
        if self._selection in self._pathway.edge_index:
            return explain_edge(reader, self._pathway.edge(self._selection))
        if (frame := self._frame) is None:
            return explain_chapter(reader, None, self._scenario)
        return explain_chapter(reader, frame.chapter, self._scenario, frame.told, frame.origin)

    def text(self) -> str:
        """All that is written on the page, as plain text."""
        parts = [self._kicker, self._title, self._subtitle, self._caption]
        written = [part.text() for part in parts if not part.isHidden()]
        now = "" if self._now.isHidden() else self._now.text()
        return "\n".join([*written, now, self._prose.toPlainText(), self._references.text()])

    def _rebuild(self, only_if_new: bool = False) -> None:
        frame = self._frame if not self._selection else None
        shown = (frame.chapter, frame.told, frame.origin) if frame else None
        if only_if_new and self._shown == shown:
            return
        page = self.explanation()
        if page is None:
            return
        self._shown = shown
        for label, text in (
            (self._kicker, page.kicker),
            (self._title, page.title),
            (self._subtitle, page.subtitle),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self._chips.set_chips(page.chips)
        self._chips.setVisible(bool(page.chips))
        node = self._pathway is not None and self._selection in self._pathway.node_index
        self._now.set_node(self._selection if node else "")
        self.tries.set_target(self._selection, page.title, node)
        self._show_caption()
        self._prose.set_html(page.html)
        self._references.set_references(page.references, self._numbers)

    def _show_caption(self) -> None:
        caption = self._frame.caption if self._frame and not self._selection else ""
        if caption != self._caption.text():
            self._caption.setText(caption)
        self._caption.setVisible(bool(caption))

    def _follow(self, link: str) -> None:
        kind, _, rest = link.partition(":")
        if kind in ("node", "edge"):
            self.selection_requested.emit(rest)
        elif kind == "command":
            self.command_requested.emit(rest)
        elif kind == "ref":
            top = self._references.y() + self._references.top_of(rest)
            self.verticalScrollBar().setValue(max(0, top - 2 * UNIT))
        else:
            self.link_requested.emit(link)
