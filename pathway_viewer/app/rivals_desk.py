"""Rivals desk: joins the panel of rival explanations to the session and to its commands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from pathway_viewer.app.main_window import MainWindow
from pathway_viewer.app.numbering import numbering
from pathway_viewer.app.references import printers
from pathway_viewer.app.session import Session
from pathway_viewer.app.what_if_commands import WhatIfCommands
from pathway_viewer.citations.bibliography import Bibliography
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.overlay import rivals_on
from pathway_viewer.widgets.icons import Icons
from pathway_viewer.widgets.rivals_panel import RivalsPanel


class RivalsDesk(QObject):
    """The panel is in its dock from the beginning, and filled whenever the pathway changes."""

    def __init__(
        self,
        session: Session,
        window: MainWindow,
        commands: WhatIfCommands,
        icons: Callable[[], Icons],
        open_link: Callable[[str], None],
        toggle: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._session, self._window, self._icons = session, window, icons
        self._toggle = toggle
        self._theme = session.look.worn
        self.panel = RivalsPanel(self._theme)
        window.docks["rivals"].setWidget(self.panel)
        self.panel.rival_wished.connect(commands.set_rival)
        self.panel.selection_requested.connect(self._select)
        self.panel.link_requested.connect(open_link)
        self.panel.fold_requested.connect(toggle)
        self.panel.copied.connect(window.strip.tell)
        session.pathway_changed.connect(self._show_pathway)
        session.conditions_changed.connect(self._show_conditions)
        session.look_changed.connect(self._show_look)
        self.panel.set_icons(icons())
        if session.pathway is not None:
            self._show_pathway(session.pathway)

    def follow(self, link: str) -> None:
        """Opens the explanation that a link 'rival:ID' names; other links are not its business."""
        kind, _, id = link.partition(":")
        if kind == "rival" and id in self.panel.cards:
            if self.panel.visibleRegion().isEmpty():
                self._toggle()
            self.panel.open(id)

    def _show_pathway(self, pathway: Pathway) -> None:
        numbers = numbering(pathway)
        bibliography = Bibliography(pathway.references)
        self.panel.set_pathway(pathway, numbers)
        self.panel.set_bibliography(bibliography.html, printers(pathway, bibliography, numbers))
        self._show_conditions(self._session.conditions)

    def _show_conditions(self, conditions: Conditions) -> None:
        pathway = self._session.pathway
        if pathway is not None:
            own = rivals_on(pathway, Conditions(conditions.scenario))
            self.panel.set_on(rivals_on(pathway, conditions), own)

    def _show_look(self) -> None:
        theme = self._session.look.worn
        if theme != self._theme:
            self._theme = theme
            self.panel.set_theme(theme)
            self.panel.set_icons(self._icons())

    def _select(self, id: str) -> None:
        """Marks an arrow in the diagram; the panel stays in front of the details."""
        self._session.select(id)
        self._window.docks["rivals"].raise_()
