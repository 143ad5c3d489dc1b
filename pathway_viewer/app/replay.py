"""Replay: a published experiment run in the window, and the way back to what was before."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from pathway_viewer.app.session import Session
from pathway_viewer.dynamics.experiments import Runs
from pathway_viewer.dynamics.scenario import Conditions, tidy
from pathway_viewer.model.pathway import Experiment


@dataclass(frozen=True)
class Place:
    """What was shown: the run, the moment, and what was selected."""

    conditions: Conditions
    time: float
    selection: str


class Replay(QObject):
    """Holds which row is replayed. Whatever else changes the run ends the replay."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._row: Experiment | None = None
        self._readout = 0
        self._before: Place | None = None
        self._run: Conditions | None = None
        session.conditions_changed.connect(self._follow)
        session.pathway_changed.connect(self._end)

    @property
    def row(self) -> Experiment | None:
        """The row that is replayed, None while none is."""
        return self._row

    @property
    def readout(self) -> int:
        """The place of the read-out that is looked at."""
        return self._readout

    def start(self, row: Experiment) -> None:
        """Runs a row and looks at its first read-out; nothing where it cannot be run."""
        session = self._session
        if session.pathway is None or session.playback is None:
            return
        if row.not_expressible or not row.readouts:
            return
        now = session.conditions
        before = self._before or Place(now, session.playback.time, session.selection)
        wanted = tidy(session.pathway, Runs.of(row).treated)
        run, self._run = self._run, None
        session.set_conditions(wanted)
        if session.conditions != wanted:
            self._run = run
            return
        self._before, self._row, self._run = before, row, wanted
        self.look(0)

    def look(self, index: int) -> None:
        """Selects the node of a read-out and goes to its hour."""
        if self._row is not None and 0 <= index < len(self._row.readouts):
            readout = self._row.readouts[index]
            self._readout = index
            self._session.select(readout.node)
            self._session.move(lambda head: head.pause().seek(readout.at))
            self.changed.emit()

    def back(self) -> None:
        """Shows again what was shown before the first of the replays."""
        before, session = self._before, self._session
        if before is None:
            return
        self._end()
        past = session.history.past
        if past and past[0] == before.conditions:
            session.undo()
        else:
            session.set_conditions(before.conditions)
        session.select(before.selection)
        session.move(lambda head: head.seek(before.time))

    def _follow(self, conditions: Conditions) -> None:
        if self._run is not None and conditions != self._run:
            self._end()

    def _end(self) -> None:
        self._row, self._before, self._run = None, None, None
        self.changed.emit()
