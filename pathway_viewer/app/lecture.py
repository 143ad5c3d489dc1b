"""Lecture: the steps of a pathway as solved runs, for slides, pages and films."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pathway_viewer.app.terminal.jobs import tried as solved_or_refused
from pathway_viewer.app.terminal.jobs import within
from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.export.work import Steps, at_once
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.story import Step
from pathway_viewer.scene.beside import Beside, beside_of
from pathway_viewer.scene.overlay import Overlay
from pathway_viewer.timeline.frame import Frame, frame_at
from pathway_viewer.timeline.steps import run_of, steps_of
from pathway_viewer.timeline.what_if_words import tried

Solver = Callable[[Conditions], Course]


@dataclass(frozen=True)
class Wish:
    """What the user wants of every step: changes to the run, and with `everywhere` its scenario.

    A dose is in the unit of one clock, so that it is given on that clock alone.
    """

    conditions: Conditions
    everywhere: bool = False


@dataclass(frozen=True, eq=False)
class Stand:
    """One step with the run that it shows, solved; `ghost` is that run as the file has it.

    `until` is where the talk plays on to, None where it stands.
    """

    step: Step
    run: Conditions
    course: Course
    ghost: Course | None
    overlay: Overlay
    frame: Frame
    until: float | None
    scenario: str
    what_if: str

    def beside(self) -> Beside:
        """What is seen beside the frame."""
        return beside_of(self.course, self.ghost, self.frame.time)


def lecture(pathway: Pathway, wish: Wish, solver: Solver) -> tuple[Stand, ...]:
    """Every step at its moment; a file without steps is told by its chapters.

    Raises RefusedError for a moment after the end of its run, and what the solver raises.
    """
    return at_once(lecture_steps(pathway, wish, solver))


def lecture_steps(pathway: Pathway, wish: Wish, solver: Solver) -> Steps[tuple[Stand, ...]]:
    """The same, one after the other, so that a window may live between them."""
    made: list[Stand] = []
    for step in steps_of(pathway, wish.conditions.scenario):
        yield
        made.append(_stand(pathway, step, wish, solver))
    return tuple(made)


def _stand(pathway: Pathway, step: Step, wish: Wish, solver: Solver) -> Stand:
    run = run_of(pathway, step, wish.conditions, wish.everywhere)
    plain = Conditions(run.scenario)
    course = solver(run)
    until = None if step.until is None else within(step.until, course.end)
    also = (*step.focus, *step.camera)
    return Stand(
        step=step,
        run=run,
        course=course,
        ghost=None if run == plain else solver(plain),
        overlay=Overlay.of(pathway, run, also=also),
        frame=frame_at(pathway, course, within(step.at, course.end)),
        until=until,
        scenario=pathway.scenario(run.scenario).label if run.scenario else "",
        what_if="; ".join(one.text for one in tried(pathway, run)),
    )


def solver_of(pathway: Pathway) -> Solver:
    """Solves each run once. Raises what the command line tells of a run that cannot be solved."""
    solved: dict[Conditions, Course] = {}

    def course_of(conditions: Conditions) -> Course:
        if conditions not in solved:
            solved[conditions] = solved_or_refused(lambda: solve(pathway, conditions))
        return solved[conditions]

    return course_of
