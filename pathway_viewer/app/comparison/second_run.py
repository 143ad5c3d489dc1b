"""Second run: the one that is compared with the session's own, kept in step with it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from pathway_viewer.app.courses import Courses
from pathway_viewer.app.session import Session
from pathway_viewer.dynamics.course import Course
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.timeline.frame import Frame, frame_at

UNCHANGED = ""
"""The choice of the scenario in use as the file has it, without what is changed about it."""


@dataclass(frozen=True, eq=False)
class Second:
    """What is compared with: the choice it came from, its conditions and its levels."""

    choice: str
    conditions: Conditions
    course: Course


class SecondRun(QObject):
    """Owns the other run of a comparison: None while nothing is compared.

    It follows the session: the same pathway, the same time, and, where the choice is the
    scenario in use without its changes, the same scenario. The session's axis is made to
    reach to the end of the longer of the two.
    """

    changed = Signal(object)
    frame_changed = Signal(object)
    refused = Signal(str)

    def __init__(self, session: Session, courses: Courses, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._courses = session, courses
        self._second: Second | None = None
        self._frame: Frame | None = None
        session.conditions_changed.connect(self._follow)
        session.frame_changed.connect(self._show_frame)

    @property
    def second(self) -> Second | None:
        """The other run, None while nothing is compared."""
        return self._second

    @property
    def frame(self) -> Frame | None:
        """The other run's picture of the moment."""
        return self._frame

    def begin(self, choice: str | None = None) -> None:
        """Compares with a scenario, or with the run as it is without changes.

        Without a choice: the run without its changes where there are any, else the next
        scenario, one on the same clock if the file has one.
        """
        pathway = self._session.pathway
        if pathway is not None and pathway.scenarios and self._session.course is not None:
            self._run(pathway, usual(pathway, self._session.conditions, choice))

    def end(self) -> None:
        """Compares no longer."""
        if self._second is not None:
            self._second = self._frame = None
            self._session.set_reach(0.0)
            self.changed.emit(None)

    def _run(self, pathway: Pathway, choice: str) -> None:
        conditions = Conditions(choice or self._session.conditions.scenario)
        before = self._second
        if before and before.choice == choice and before.conditions == conditions:
            course = self._courses.solved(pathway, conditions)
            if course is before.course:
                return
        try:
            course = self._courses.solved(pathway, conditions)
        except ValueError as error:
            self.end()
            self.refused.emit(str(error))
            return
        self._second = Second(choice, conditions, course)
        self._session.set_reach(course.end)
        self.changed.emit(self._second)
        self._show_frame()

    def _follow(self) -> None:
        """Another run, or another pathway with it: an edited file may have lost the scenario."""
        pathway = self._session.pathway
        if self._second is None or pathway is None:
            return
        known = [one.id for one in pathway.scenarios]
        if known and self._second.choice in (UNCHANGED, *known):
            self._run(pathway, self._second.choice)
        else:
            self.end()

    def _show_frame(self) -> None:
        pathway, frame = self._session.pathway, self._session.frame
        if self._second is not None and pathway is not None and frame is not None:
            self._frame = frame_at(pathway, self._second.course, frame.time)
            self.frame_changed.emit(self._frame)


def usual(pathway: Pathway, conditions: Conditions, choice: str | None) -> str:
    """The choice, or the one to begin with."""
    if choice is not None:
        return choice
    if conditions != Conditions(conditions.scenario):
        return UNCHANGED
    own = pathway.scenario(conditions.scenario)
    others = [one for one in pathway.scenarios if one.id != own.id]
    same_clock = [one.id for one in others if one.clock == own.clock]
    return next(iter([*same_clock, *(one.id for one in others)]), UNCHANGED)


def choices(pathway: Pathway) -> tuple[tuple[str, str], ...]:
    """What may be compared with: (choice, label) each."""
    scenarios = ((one.id, one.label) for one in pathway.scenarios)
    return ((UNCHANGED, "The same without the changes"), *scenarios)
