"""Comparing: two pictures side by side, their headings and their differences in words."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QDockWidget, QGridLayout, QWidget

from pathway_viewer.app.comparison.compared import headings, now_told, overall_told
from pathway_viewer.app.comparison.ghosts import LETTERS, Ghosts
from pathway_viewer.app.comparison.second_run import Second, SecondRun, choices
from pathway_viewer.app.look import Look
from pathway_viewer.app.main_window import MainWindow
from pathway_viewer.app.numbering import marks, numbering
from pathway_viewer.app.opening import clock_label
from pathway_viewer.app.session import Session
from pathway_viewer.dynamics.course import Course
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.overlay import Overlay
from pathway_viewer.scene.view import DiagramView
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.timeline.frame import Frame
from pathway_viewer.timeline.playback import Playback
from pathway_viewer.widgets.difference_list import DifferenceList
from pathway_viewer.widgets.icons import Icons
from pathway_viewer.widgets.run_heading import RunHeading

WORDS_MS = 80
"""The words wait this long under a moving play head: a list that changes faster reads badly."""
ROWS = (0, 7, 3)
"""How the height is shared by headings, pictures and words."""
NARROW = 1600
"""A window less wide than this has no room for the details beside two pictures."""


class Comparing(QObject):
    """Made when first asked for. Everything is as it was when the comparison is left."""

    selection_requested = Signal(str)
    choice_requested = Signal(str)
    left = Signal()

    def __init__(
        self, session: Session, second: SecondRun, ghosts: Ghosts, window: MainWindow, icons: Path
    ) -> None:
        super().__init__(window)
        self._session, self._second, self._ghosts = session, second, ghosts
        self._window, self._icons = window, icons
        middle = window.diagram.parentWidget()
        self.view = DiagramView(middle)
        self.view.setObjectName("diagram_b")
        self.headings = tuple(RunHeading(letter, middle) for letter in LETTERS)
        self.headings[1].add_buttons()
        self.words = DifferenceList(session.look.worn, middle)
        self._folded: list[QDockWidget] = []
        self._axis: Axis | None = None
        self._timer = QTimer(self, singleShot=True, interval=WORDS_MS)
        self._timer.timeout.connect(self._catch_up)
        self._other_run = False
        self._lay_out()
        self._set_visible(False)
        self._order_tabs()
        self._connect()

    def _lay_out(self) -> None:
        """The picture of the window keeps its place, in a grid that has room for the other."""
        middle = self._window.diagram.parentWidget()
        column = middle.layout() if middle else None
        assert isinstance(column, QBoxLayout)
        place = column.indexOf(self._window.diagram)
        column.removeWidget(self._window.diagram)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for index, heading in enumerate(self.headings):
            grid.addWidget(heading, 0, index)
            grid.setColumnStretch(index, 1)
        grid.addWidget(self._window.diagram, 1, 0)
        grid.addWidget(self.view, 1, 1)
        grid.addWidget(self.words, 2, 0, 1, 2)
        for row, share in enumerate(ROWS):
            grid.setRowStretch(row, share)
        column.insertLayout(place, grid, 1)
        self._grid = grid

    def _order_tabs(self) -> None:
        """From the first picture to what stands beside and below it."""
        row = [self._window.diagram, *self.headings[1].buttons(), self.view, *self.words.readers()]
        for before, after in pairwise(row):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        session, second = self._session, self._second
        session.pathway_changed.connect(self._show_pathway)
        session.course_changed.connect(self._follow_run)
        session.playback_changed.connect(self._show_playback)
        session.selection_changed.connect(self._show_selection)
        session.look_changed.connect(self._show_look)
        second.frame_changed.connect(self._show_frame)
        self.view.selection_requested.connect(self.selection_requested)
        # Two pictures of one size: what is looked at closely in one is in the other too.
        self.view.zoom_changed.connect(self._window.diagram.show_zoom)
        self._window.diagram.zoom_changed.connect(self.view.show_zoom)
        self.words.selection_requested.connect(self.selection_requested)
        self.headings[1].chosen.connect(self.choice_requested)
        self.headings[1].left.connect(self.left)
        self._window.docks["details"].visibilityChanged.connect(self._show_curves)

    # Facts from above

    def show(self, second: Second | None) -> None:
        """Another run to compare with, None to leave."""
        begins = second is not None and self.view.isHidden()
        self._set_visible(second is not None)
        if begins:
            self._fold()
        if second is None:
            self._unfold()
            return
        if self._session.pathway is not None:
            self._show_pathway(self._session.pathway)
        self._show_look(self._session.look)
        self.view.show_zoom(self._window.diagram.zoom_shown())
        self.view.set_selection(self._session.selection)
        self._show_run()

    def _set_visible(self, visible: bool) -> None:
        for part in (*self.headings, self.view, self.words):
            part.setVisible(visible)
        self._grid.setColumnStretch(1, 1 if visible else 0)
        self._grid.setRowStretch(2, ROWS[2] if visible else 0)
        self._window.room_for_details = not visible or self._window.width() >= NARROW

    def _fold(self) -> None:
        """Panels at the sides make way for the second picture where the window is narrow."""
        docks = self._window.docks
        sides = [docks[panel] for panel in docks if panel != "timeline"]
        narrow = self._window.width() < NARROW
        self._folded = [dock for dock in sides if narrow and not dock.isHidden()]
        for dock in self._folded:
            dock.hide()

    def _unfold(self) -> None:
        """Panels, legend and numbers as before."""
        for dock in self._folded:
            dock.show()
        self._folded = []
        pathway, look, diagram = self._session.pathway, self._session.look, self._window.diagram
        diagram.setAccessibleName("")
        diagram.set_legend(look.legend)
        if pathway is not None:
            diagram.set_numbers(marks(pathway, numbering(pathway)) if look.numbers else {})

    def said(self) -> str:
        """What is compared, in a sentence."""
        if self.view.isHidden():
            return "The comparison is over"
        first, second = (heading.text() for heading in self.headings)
        return f"Compared: A, {first}; B, {second}"

    def set_phase(self, seconds: float) -> None:
        """Where the particles are on their way."""
        self.view.set_phase(seconds)

    def tell_now(self) -> None:
        """The differences of this moment, in words."""
        pathway, runs, head = self._session.pathway, self._runs(), self._session.playback
        if pathway is None or runs is None or head is None:
            return
        course, second = runs
        both = (course, second.course)
        self.words.tell(0, now_told(pathway, both, head, self._session.look))
        titles = headings(pathway, self._session.conditions, course, second, head)
        views = (self._window.diagram, self.view)
        for view, heading, title in zip(views, self.headings, titles, strict=True):
            heading.set_title(title)
            view.setAccessibleName(heading.accessibleName())

    def _runs(self) -> tuple[Course, Second] | None:
        """Both runs, None while one is missing or still that of the pathway before."""
        pathway, course, second = self._session.pathway, self._session.course, self._second.second
        if pathway is None or course is None or second is None:
            return None
        ids = tuple(str(node.id) for node in pathway.nodes)
        whole = course.node_ids == ids and second.course.node_ids == ids
        return (course, second) if whole else None

    # One method a fact

    def _show_pathway(self, pathway: Pathway) -> None:
        """What the second picture draws: the layers, and what its run and the selection need."""
        session, second = self._session, self._second.second
        if second is not None:
            also = (session.selection,) if session.selection else ()
            overlay = Overlay.of(pathway, second.conditions, also)
            self.view.set_pathway(pathway, session.look.layers, overlay)

    def _follow_run(self) -> None:
        """Another run; while something is dragged there are many, and the words wait."""
        if self._second.second is not None:
            self._other_run = True
            if not self._timer.isActive():
                self._timer.start()

    def _catch_up(self) -> None:
        """What has changed since the words were set."""
        if self._other_run:
            self._show_run()
        else:
            self.tell_now()

    def _show_run(self) -> None:
        self._other_run = False
        pathway, runs = self._session.pathway, self._runs()
        if pathway is None or runs is None:
            return
        course, second = runs
        self.headings[1].set_choices(choices(pathway), second.choice)
        self.words.tell(1, overall_told(pathway, (course, second.course), self._session.look))
        self.view.set_clock(clock_label(pathway, second.conditions))
        self.tell_now()
        self._show_curves()

    def _show_playback(self, playback: Playback) -> None:
        if self._second.second is not None:
            if playback.axis != self._axis:
                self._show_curves()
            self.words.show_time(playback.position)
            if not self._timer.isActive():
                self._timer.start()

    def _show_frame(self, frame: Frame) -> None:
        self.view.show_frame(frame)

    def _show_selection(self, id: str) -> None:
        if self._second.second is not None and self._session.pathway is not None:
            self._show_pathway(self._session.pathway)
            self.view.set_selection(id)
            self._show_curves()

    def _show_look(self, look: Look) -> None:
        theme = look.worn
        self.words.set_theme(theme)
        self.view.set_theme(theme)
        self.view.set_reduced_motion(look.reduced_motion)
        icons = Icons.of(self._icons, theme)
        for heading in self.headings:
            heading.set_icons(icons)
        if self._second.second is not None and self._session.pathway is not None:
            self._show_pathway(self._session.pathway)
            # Half as wide there is no room for a legend twice, nor for reference numbers.
            for view in (self._window.diagram, self.view):
                view.set_legend(False)
                view.set_numbers({})
            self._show_run()

    def _show_curves(self) -> None:
        """Both curves of the selected node, unless the details show them."""
        pathway, runs, ghost = self._session.pathway, self._runs(), self._ghosts.shown
        head, id = self._session.playback, self._session.selection
        self._axis = head.axis if head else None
        if pathway is None or runs is None or ghost is None or head is None:
            self.words.hide_curves()
        elif id in pathway.node_index and self._window.docks["details"].isHidden():
            name = pathway.node(id).label
            self.words.show_curves(name, runs[0], ghost, head.axis, id)
            self.words.show_time(head.position)
        else:
            self.words.hide_curves()
