"""Panels: the details and the outline, made after the first frame and kept in step from then on."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from pathway_viewer.app.look import Look
from pathway_viewer.app.main_window import MainWindow
from pathway_viewer.app.numbering import numbering
from pathway_viewer.app.opening import clock_label
from pathway_viewer.app.references import printers
from pathway_viewer.app.session import Session
from pathway_viewer.citations.bibliography import Bibliography
from pathway_viewer.dynamics.course import Course
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.timeline.frame import Frame
from pathway_viewer.widgets.details import DetailsPanel
from pathway_viewer.widgets.outline import Outline
from pathway_viewer.widgets.traces import library
from pathway_viewer.widgets.what_if_panel import WhatIfPanel


class Panels(QObject):
    """Rich text and trees take longer to make than the first frame may: these come later."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._look = session.look
        self.details = DetailsPanel(session.look.worn)
        self.outline = Outline()
        self.what_if = WhatIfPanel(session.look.worn)
        session.pathway_changed.connect(self.show_pathway)
        session.conditions_changed.connect(self.show_parts)
        session.course_changed.connect(self.show_course)
        session.playback_changed.connect(self.details.set_playback)
        session.frame_changed.connect(self.show_frame)
        session.selection_changed.connect(self.show_selection)
        session.look_changed.connect(self.show_look)
        self._catch_up()
        window.docks["details"].setWidget(self.details)
        window.docks["outline"].setWidget(self.outline)
        window.docks["what_if"].setWidget(self.what_if)
        # The first click on a node shall not wait for the plotting library.
        QTimer.singleShot(0, library)

    def _catch_up(self) -> None:
        """Shows what the session already holds."""
        session = self._session
        self.details.set_reading(session.look.reading)
        if session.pathway is not None:
            self.show_pathway(session.pathway)
            self.show_course(session.course)
        if session.playback is not None:
            self.details.set_playback(session.playback)
        if session.frame is not None:
            self.show_frame(session.frame)
        self.show_selection(session.selection)

    def show_pathway(self, pathway: Pathway) -> None:
        """Another pathway, or the edited one, with its bibliography."""
        numbers = numbering(pathway)
        bibliography = Bibliography(pathway.references)
        self.details.set_pathway(pathway, numbers)
        self.details.set_bibliography(bibliography.html, printers(pathway, bibliography, numbers))
        self.show_parts()
        self.what_if.set_pathway(pathway, numbers)
        self.what_if.set_bibliography(bibliography.html)

    def show_parts(self) -> None:
        """The outline lists what the diagram draws, which has heard of a change before this."""
        if (pathway := self._session.pathway) is not None:
            self.outline.set_parts(pathway, frozenset(self._window.diagram.parts()))

    def show_course(self, course: Course | None) -> None:
        """Another run."""
        pathway, conditions = self._session.pathway, self._session.conditions
        if pathway is not None:
            clock = clock_label(pathway, conditions)
            self.details.set_run(course, conditions.scenario, clock)

    def show_frame(self, frame: Frame) -> None:
        """The picture of the moment."""
        self.details.set_frame(frame)
        self.outline.set_frame(frame)

    def show_selection(self, id: str) -> None:
        """The selected node or arrow."""
        self.details.set_selection(id)
        self.show_parts()
        self.outline.set_selection(id)
        self.what_if.set_selection(id)

    def show_look(self, look: Look) -> None:
        """How things are shown: only what differs is touched."""
        before, self._look = self._look, look
        if before.worn != look.worn:
            self.details.set_theme(look.worn)
            self.what_if.set_theme(look.worn)
        if before.reading != look.reading:
            self.details.set_reading(look.reading)
        if before.layers != look.layers:
            self.show_parts()
