"""Shown: what the window shows at one moment, as values that an export is made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QSize

from pathway_viewer.app.courses import Courses
from pathway_viewer.app.exits import WrongInsideError
from pathway_viewer.app.lecture import Solver, Wish
from pathway_viewer.app.listed import printed, shown
from pathway_viewer.app.look import Look as Shape
from pathway_viewer.app.numbering import marks, numbering
from pathway_viewer.app.opening import clock_label, first_scenario
from pathway_viewer.app.session import Session
from pathway_viewer.dynamics.course import Course
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.export.look import Look
from pathway_viewer.export.work import Steps, at_once, elsewhere
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.beside import beside_of
from pathway_viewer.scene.overlay import Overlay
from pathway_viewer.scene.picture import moment
from pathway_viewer.timeline.frame import Frame
from pathway_viewer.timeline.what_if_words import tried


@dataclass(frozen=True, eq=False)
class Shown:
    """The pathway, its run and its moment, and how the window draws them; `size` is its diagram's.

    It holds while the window goes on to something else.
    """

    pathway: Pathway
    run: Conditions
    course: Course
    ghost: Course | None
    frame: Frame
    shape: Shape
    size: tuple[int, int]
    solver: Solver

    @property
    def what_if(self) -> str:
        """What is changed in the run, in words, '' where nothing is."""
        return "; ".join(one.text for one in tried(self.pathway, self.run))

    @property
    def when(self) -> str:
        """'2 h after the dose'."""
        return moment(self.frame.time, self.frame.origin)

    @property
    def scenario(self) -> str:
        """What the scenario is called, '' in a file that has none."""
        return self.pathway.scenario(self.run.scenario).label if self.run.scenario else ""

    @property
    def wish(self) -> Wish:
        """What this run wants of the steps of a lecture: nothing where it is as it was opened."""
        first = first_scenario(self.pathway)
        return Wish(self.run, self.run.doses is not None or self.run.scenario != first)

    def look(self, size: tuple[int, int]) -> Look:
        """How a picture of this moment looks, with the references that its numbers lead to."""
        return at_once(self.looking(size))

    def looking(self, size: tuple[int, int]) -> Steps[Look]:
        """The same in steps, between which a window may live."""
        found = numbering(self.pathway)
        look = Look(
            theme=self.shape.theme,
            size=size,
            layers=self.shape.layers,
            overlay=Overlay.of(self.pathway, self.run),
            clock=clock_label(self.pathway, self.run),
            what_if=self.what_if,
            beside=beside_of(self.course, self.ghost, self.frame.time),
            numbers=marks(self.pathway, found) if self.shape.numbers else {},
        )
        yield
        listed = shown(self.pathway, look, found)
        entries = yield from elsewhere(partial(printed, self.pathway, listed))
        return replace(look, entries=entries)


def shown_by(session: Session, courses: Courses, size: QSize) -> Shown | None:
    """What a window shows; None before there is a pathway whose levels are known."""
    pathway, course, frame = session.pathway, session.course, session.frame
    if pathway is None or course is None or frame is None:
        return None

    def solver(conditions: Conditions) -> Course:
        try:
            return courses.solved(pathway, conditions)
        except ValueError as error:
            raise WrongInsideError(f"the levels cannot be solved: {error}") from None

    run, ghost, shape = session.conditions, session.ghost, session.look
    extent = (max(size.width(), 1), max(size.height(), 1))
    return Shown(pathway, run, course, ghost, frame, shape, extent, solver)
