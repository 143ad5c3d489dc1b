"""Foresight: solves the runs that a talk will need, beside the window, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QThreadPool, Signal

from pathway_viewer.app.courses import Courses
from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.timeline.frame import frame_at


class Foresight(QObject):
    """A step that is reached shall not wait for its levels. `ready` tells of each run."""

    ready = Signal(object)
    _solved = Signal(object, object, object)

    def __init__(self, courses: Courses, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._courses = courses
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._left: list[tuple[Pathway, Conditions]] = []
        self._busy = False
        self._solved.connect(self._arrived)

    def prepare(self, pathway: Pathway, runs: Sequence[Conditions]) -> None:
        """Solves these runs, the first first; what was left of others is dropped."""
        self._left = [(pathway, run) for run in dict.fromkeys(runs)]
        self._next()

    def is_idle(self) -> bool:
        """Whether all that was wished is there."""
        return not self._busy and not self._left

    def finish(self) -> None:
        """Wishes nothing more, and waits for what is being solved."""
        self._left = []
        self._pool.waitForDone()

    def _next(self) -> None:
        while self._left and not self._busy:
            pathway, run = self._left.pop(0)
            if self._courses.ready(pathway, run) is not None:
                self.ready.emit(run)
            else:
                self._busy = True
                self._pool.start(partial(self._solve, pathway, run))

    def _solve(self, pathway: Pathway, run: Conditions) -> None:
        """In the other thread: nothing but the solution is made here."""
        course: Course | None = None
        try:
            course = solve(pathway, run)
            frame_at(pathway, course, 0.0)
        except ValueError:
            pass  # The step asks again, and says why not.
        finally:
            self._solved.emit(pathway, run, course)

    def _arrived(self, pathway: Pathway, run: Conditions, course: Course | None) -> None:
        self._busy = False
        if course is not None:
            self._courses.hold(pathway, run, course)
            self.ready.emit(run)
        self._next()
