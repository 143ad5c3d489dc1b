"""Experiment runs: the rows of a pathway run in the background, each kept by what it hangs on."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache

import msgspec
from PySide6.QtCore import QObject, QThread, Signal

from pathway_viewer.app.courses import course_key
from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.experiments import MOST_KEPT, Finding, Outcome, outcome
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pathway import Experiment, Pathway
from pathway_viewer.model.store import Store

BREATH_MS = 4
"""Between two solutions: whoever else waits for the solver comes first."""


class Kept(msgspec.Struct, frozen=True):
    """What is kept of a row: the effect at each read-out, or why it could not be run."""

    effects: tuple[float, ...] = ()
    failure: str = ""

    @staticmethod
    def of(found: Outcome) -> Kept:
        """What has to be remembered of an outcome."""
        return Kept(tuple(one.effect for one in found.findings), found.failure)

    def outcome(self, row: Experiment) -> Outcome:
        """The outcome again, in the row's present words."""
        pairs = zip(row.readouts, self.effects, strict=False)
        return Outcome(row, tuple(Finding(*pair) for pair in pairs), self.failure)


class ExperimentRuns(QObject):
    """Says the outcome of every row: what is known at once, the rest one by one.

    Only what moves the levels makes a row new; other words for it do not.
    """

    came = Signal(object)
    finished = Signal()

    def __init__(self, store: Store | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._kept: dict[str, Kept] = {}
        self._worker: _Worker | None = None

    def run(self, pathway: Pathway) -> None:
        """Runs what is not known; what ran before for another pathway ends unheard."""
        self.stop()
        keys = row_keys(pathway)
        todo: list[tuple[str, Experiment]] = []
        for row in pathway.experiments:
            known = Kept() if row.not_expressible else self._known(keys[row.id])
            if known is None:
                todo.append((keys[row.id], row))
            else:
                self.came.emit(known.outcome(row))
        if not todo:
            self.finished.emit()
            return
        self._worker = _Worker(pathway, todo, self)
        self._worker.ran.connect(self._keep)
        self._worker.finished.connect(self._end)
        self._worker.start()

    def is_running(self) -> bool:
        """Whether rows are still to come."""
        return self._worker is not None

    def stop(self) -> None:
        """Ends the background work, at the latest after the solution that is under way."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.ran.disconnect(self._keep)
            worker.finished.disconnect(self._end)
            worker.requestInterruption()
            worker.wait()
            worker.deleteLater()

    def _known(self, key: str) -> Kept | None:
        if key not in self._kept and self._store is not None:
            data = self._store.get(key)
            if data is not None:
                with suppress(msgspec.MsgspecError):
                    self._kept[key] = msgspec.msgpack.decode(data, type=Kept)
        return self._kept.get(key)

    def _keep(self, key: str, found: Outcome) -> None:
        self._kept[key] = Kept.of(found)
        if self._store is not None:
            self._store.put(key, msgspec.msgpack.encode(self._kept[key]))
        self.came.emit(found)

    def _end(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.deleteLater()
        self.finished.emit()


class _Worker(QThread):
    """Runs rows until it is interrupted."""

    ran = Signal(str, object)

    def __init__(
        self, pathway: Pathway, todo: Sequence[tuple[str, Experiment]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._pathway, self._todo = pathway, todo

    def run(self) -> None:
        """Solves what the rows need, each course once as long as it is remembered."""

        @lru_cache(maxsize=MOST_KEPT)
        def solved(conditions: Conditions) -> Course:
            if self.isInterruptionRequested():
                raise InterruptedError
            self.msleep(BREATH_MS)
            return solve(self._pathway, conditions)

        try:
            for key, row in self._todo:
                self.ran.emit(key, outcome(row, solved))
        except InterruptedError:
            return


def row_keys(pathway: Pathway) -> dict[str, str]:
    """For each row a digest of everything its effects depend on, and of nothing else."""
    network = course_key(pathway, Conditions(""))
    keys: dict[str, str] = {}
    for row in pathway.experiments:
        looked = [(one.node, one.at) for one in row.readouts]
        parts = [network, row.scenario, row.perturbations, row.rivals, row.dosed, looked]
        made = msgspec.msgpack.encode(parts, order="sorted")
        keys[row.id] = "experiment " + hashlib.sha256(made).hexdigest()
    return keys
