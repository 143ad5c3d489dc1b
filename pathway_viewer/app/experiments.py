"""Experiments: the table, its runs in the background and the replay of a row, joined."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject

from pathway_viewer.app.announcer import Announcer
from pathway_viewer.app.experiment_runs import ExperimentRuns
from pathway_viewer.app.main_window import MainWindow
from pathway_viewer.app.numbering import numbering
from pathway_viewer.app.references import printers
from pathway_viewer.app.replay import Replay
from pathway_viewer.app.session import Session
from pathway_viewer.citations.bibliography import Bibliography
from pathway_viewer.dynamics.experiments import Outcome
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.store import Store
from pathway_viewer.widgets.experiment_words import standing
from pathway_viewer.widgets.experiments_page import ExperimentsPage, signs
from pathway_viewer.widgets.icons import Icons
from pathway_viewer.widgets.replay_note import ReplayNote


class Experiments(QObject):
    """Made when first asked for; rows are run when the table is opened, and not before."""

    def __init__(
        self,
        session: Session,
        window: MainWindow,
        store: Store | None,
        icons: Path,
        announcer: Announcer,
        open_link: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._session, self._window, self._icons = session, window, icons
        self._announcer = announcer
        self._outcomes: dict[str, Outcome] = {}
        self._told_of: Pathway | None = None
        theme = session.look.worn
        self.page = ExperimentsPage(theme, window, window.toolbar, window.statusBar())
        self.note = ReplayNote(window)
        window.add_note(self.note)
        self.runs = ExperimentRuns(store, self)
        self.replay = Replay(session, self)
        self.page.link_requested.connect(open_link)
        self.page.copied.connect(window.strip.tell)
        self._connect()
        self._show_look()

    def _connect(self) -> None:
        page, note = self.page, self.note
        page.replay_requested.connect(self.start)
        page.selection_requested.connect(self._select)
        page.closed.connect(self._window.diagram.setFocus)
        note.readout_chosen.connect(self.replay.look)
        note.step_requested.connect(self.step)
        note.table_requested.connect(self.open)
        note.back_requested.connect(self.replay.back)
        self.runs.came.connect(self._keep)
        self.replay.changed.connect(self._show_replay)
        self._session.pathway_changed.connect(self._follow)
        self._session.look_changed.connect(self._show_look)
        self._window.closing.connect(self.runs.stop)

    def begin(self) -> None:
        """Runs the rows, unless they are known already."""
        self._tell(self._session.pathway)

    def outcomes(self) -> tuple[Outcome, ...]:
        """What has been run of the pathway that is open, so far."""
        known = self._told_of is self._session.pathway
        return tuple(self._outcomes.values()) if known else ()

    def open(self) -> None:
        """Shows the table; on the row that is replayed, if one is."""
        self._tell(self._session.pathway)
        if (row := self.replay.row) is not None:
            self.page.table.show_row(row.id)
        self.page.enter()

    def toggle(self) -> None:
        """Shows the table, or goes back to the diagram."""
        if self.page.isHidden():
            self.open()
        else:
            self.page.leave()

    def go(self, how: Literal["next", "previous", "back"]) -> None:
        """Replays another row, or shows what was before the replay."""
        if how == "back":
            self.replay.back()
        else:
            self.step(1 if how == "next" else -1)

    def start(self, id: str) -> None:
        """Replays a row in the diagram."""
        pathway = self._session.pathway
        row = next((one for one in pathway.experiments if one.id == id), None) if pathway else None
        if row is not None:
            self.page.leave()
            self.replay.start(row)

    def step(self, way: int) -> None:
        """Replays the next row of those the table shows, or the one before."""
        row = self.replay.row
        if row is not None and (id := self.page.neighbour(row.id, way)):
            self.start(id)

    def _tell(self, pathway: Pathway | None) -> None:
        """The rows of a pathway, from the beginning, unless they are there already."""
        if pathway is None or pathway is self._told_of:
            return
        self._told_of, self._outcomes = pathway, {}
        numbers = numbering(pathway)
        bibliography = Bibliography(pathway.references)
        self.page.set_pathway(pathway, numbers)
        self.page.set_bibliography(bibliography.html, printers(pathway, bibliography, numbers))
        self.runs.run(pathway)

    def _follow(self, pathway: Pathway) -> None:
        """Another pathway, or the edited one: told of now if anybody looks, else when asked for."""
        if not self.page.isHidden():
            self._tell(pathway)

    def _keep(self, outcome: Outcome) -> None:
        self._outcomes[outcome.experiment.id] = outcome
        self.page.add_outcome(outcome)
        row = self.replay.row
        if row is not None and row.id == outcome.experiment.id:
            self._show_replay()

    def _select(self, id: str) -> None:
        self.page.leave()
        self._session.select(id)

    def _show_replay(self) -> None:
        row, pathway = self.replay.row, self._session.pathway
        if row is None or pathway is None:
            self.note.hide()
            return
        self.note.show_row(pathway, row, self._outcomes.get(row.id))
        self.note.set_current(self.replay.readout)
        self.note.set_steps(*(bool(self.page.neighbour(row.id, way)) for way in (-1, 1)))
        self._show_signs()
        self._announcer.say(self.note.accessibleDescription())

    def _show_look(self) -> None:
        self.page.set_theme(self._session.look.worn)
        self._show_signs()

    def _show_signs(self) -> None:
        theme = self._session.look.worn
        icons = Icons.of(self._icons, theme)
        self.page.set_signs(icons, theme)
        row = self.replay.row
        if row is not None:
            which = standing(row, self._outcomes.get(row.id))
            self.note.set_icons(icons, signs(icons, theme)[which])
