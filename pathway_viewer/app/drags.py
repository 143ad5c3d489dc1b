"""Drags: runs solved beside the window while something is dragged, the latest first."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from pathway_viewer.app.courses import Courses
from pathway_viewer.app.session import Session
from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.scenario import Conditions, tidy
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.timeline.frame import frame_at

USUAL_S, BRISK_S = 0.005, 0.001
"""How long a thread may run before another gets its turn: the window shall not wait for long."""

PAUSE_MS = 12
"""Between one run and the next: a frame is painted with nobody else at work."""
REST_MS = 300
"""After the last value of a drag: then the draft that is shown is solved exactly."""


@dataclass(frozen=True, eq=False)
class Wish:
    """A run that is wished while something is dragged."""

    pathway: Pathway
    conditions: Conditions
    grip: str
    draft: bool = True


class Drags(QObject):
    """Takes every value of a drag and brings into the session those it can keep up with.

    One run is solved at a time, in a thread of its own, so that the window goes on painting;
    of the values that come meanwhile only the last is kept, and each is a draft. Once the drag
    rests, the run that is shown is solved exactly. A change from anywhere else ends the drag:
    what is still being solved for it is dropped.
    """

    _solved = Signal(object, object)

    def __init__(self, session: Session, courses: Courses, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._courses = session, courses
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: Wish | None = None
        self._next: Wish | None = None
        self._delivering = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._refine)
        self._solved.connect(self._arrived)
        session.conditions_changed.connect(self._end)

    @property
    def conditions(self) -> Conditions:
        """The conditions that were wished last, whether they are shown already or not."""
        last = self._next or self._running
        return last.conditions if last else self._session.conditions

    def wish(self, conditions: Conditions, grip: str) -> None:
        """Wishes a run; it is shown as soon as it is solved, unless a later one is wished."""
        pathway = self._session.pathway
        if pathway is None:
            return
        self._rest.stop()
        self._next = Wish(pathway, tidy(pathway, conditions), grip)
        if self._running is None and not self._pause.isActive():
            self._begin()

    def is_idle(self) -> bool:
        """Whether all that was wished is shown, and no longer as a draft."""
        return self._running is None and self._next is None and not self._rest.isActive()

    def finish(self) -> None:
        """Waits until nothing is being solved."""
        self._rest.stop()
        self._next = self._running = None
        self._pool.waitForDone()

    def _begin(self) -> None:
        wish, self._next = self._next, None
        if wish is None:
            return
        if self._courses.ready(wish.pathway, wish.conditions) is not None:
            self._deliver(wish)
            return
        self._start(wish)

    def _refine(self) -> None:
        if self._running is None and self._is_draft() and (pathway := self._session.pathway):
            self._start(Wish(pathway, self._session.conditions, "", draft=False))

    def _is_draft(self) -> bool:
        pathway, conditions = self._session.pathway, self._session.conditions
        return pathway is not None and self._courses.has_only_a_draft(pathway, conditions)

    def _start(self, wish: Wish) -> None:
        self._running = wish
        sys.setswitchinterval(BRISK_S)
        self._pool.start(lambda: self._solve(wish))

    def _solve(self, wish: Wish) -> None:
        """In the other thread: nothing but the solution is made here."""
        course: Course | None = None
        try:
            course = solve(wish.pathway, wish.conditions, wish.draft)
            # What all its frames share takes as long as two frames may: it is made here too.
            frame_at(wish.pathway, course, 0.0)
        except ValueError:
            pass  # The session asks again, and says why not.
        finally:
            self._solved.emit(wish, course)

    def _arrived(self, wish: Wish, course: Course | None) -> None:
        sys.setswitchinterval(USUAL_S)
        if course is not None:
            hold = self._courses.hold_draft if wish.draft else self._courses.hold
            hold(wish.pathway, wish.conditions, course)
        if wish is self._running:
            self._running = None
            if wish.draft:
                self._deliver(wish)
            else:
                self._session.refine()
        if self._running is None:
            self._pause.start()

    def _deliver(self, wish: Wish) -> None:
        if wish.pathway is self._session.pathway:
            self._delivering = True
            self._session.set_conditions(wish.conditions, wish.grip)
            self._delivering = False

    def _end(self) -> None:
        if not self._delivering:
            self._next = self._running = None
        if self._is_draft():
            self._rest.start()
