"""Talk: the steps of a lecture one after the other, each on a run and a play head of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from pathway_viewer.app.courses import Courses
from pathway_viewer.app.look import Look
from pathway_viewer.app.session import Session
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.story import Step
from pathway_viewer.timeline.playback import Playback
from pathway_viewer.timeline.steps import run_of, steps_of

MOST_DIGITS = 3


class Talk(QObject):
    """Where the lecture stands. The window's own session is never touched by it.

    `moved` tells the number of the step, from 0; `typed` the digits of a number that is not
    complete yet.
    """

    moved = Signal(int)
    typed = Signal(str)
    refused = Signal(str)

    def __init__(self, courses: Courses, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = Session(courses, look, self)
        self.session.refused.connect(self.refused)
        self._wished = Conditions("")
        self._steps: tuple[Step, ...] = ()
        self._index = 0
        self._digits = ""

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps; a file without any is told by its chapters."""
        return self._steps

    @property
    def index(self) -> int:
        """The number of the step that is shown, from 0."""
        return self._index

    @property
    def step(self) -> Step | None:
        """The step that is shown."""
        return self._steps[self._index] if self._steps else None

    @property
    def next_step(self) -> Step | None:
        """The one after it, None at the last."""
        following = self._index + 1
        return self._steps[following] if following < len(self._steps) else None

    def begin(self, pathway: Pathway, path: Path | None, scenario: str) -> None:
        """Takes a pathway and its steps; those that name no scenario are on this one."""
        self._wished = Conditions(scenario)
        self._steps = steps_of(pathway, scenario)
        self.session.set_pathway(pathway, path)
        self.session.solve()

    def take(self, pathway: Pathway, path: Path | None) -> None:
        """Takes an edited file; `go_on` then shows the same step, if it is still there."""
        before = self.step
        self.begin(pathway, path, self._wished.scenario)
        ids = [step.id for step in self._steps]
        known = before is not None and before.id in ids
        self._index = ids.index(before.id) if before and known else min(self._index, len(ids) - 1)

    def go_on(self) -> None:
        """Shows the step of now anew."""
        self.go(self._index)

    def go(self, index: int) -> None:
        """Shows a step; a number beyond the ends shows the first or the last."""
        self._forget_digits()
        pathway = self.session.pathway
        if pathway is None or not self._steps:
            return
        self._index = min(max(index, 0), len(self._steps) - 1)
        step = self._steps[self._index]
        self.session.set_conditions(self.conditions_of(pathway, step))
        self.session.move(lambda head: began(head, step))
        self.moved.emit(self._index)

    def conditions_of(self, pathway: Pathway, step: Step) -> Conditions:
        """The run of a step."""
        return run_of(pathway, step, self._wished)

    def nearest(self, scenario: str, hours: float) -> int:
        """The last step of a scenario that is not after a time; without one the nearest of all."""
        own = [i for i, step in enumerate(self._steps) if step.scenario in ("", scenario)]
        past = [i for i in own if self._steps[i].at <= hours]
        if past:
            return max(past, key=lambda i: (self._steps[i].at, i))
        return min(own, key=lambda i: self._steps[i].at, default=0)

    # Digits, then Enter

    def type(self, digit: str) -> None:
        """One more digit of the number of a step."""
        self._digits = (self._digits + digit)[-MOST_DIGITS:]
        self.typed.emit(self._digits)

    def erase(self) -> None:
        """Takes the last digit back."""
        self._digits = self._digits[:-1]
        self.typed.emit(self._digits)

    def enter(self) -> None:
        """Goes to the number that was typed; on without one."""
        self.go(int(self._digits) - 1 if self._digits else self._index + 1)

    def _forget_digits(self) -> None:
        if self._digits:
            self._digits = ""
            self.typed.emit("")

    # Time

    def play(self) -> None:
        """Lets time run, or stops it; at the end of the step's stretch it runs once more."""
        step = self.step
        if step is None:
            return
        head = self.session.playback
        over = head is not None and step.until is not None and head.time >= step.until
        if over:
            self.session.move(lambda head: began(head, step))
        else:
            self.session.move(lambda head: head.pause() if head.playing else head.play())

    def advance(self, seconds: float) -> None:
        """Some time later; a stretch stops exactly where it ends."""
        step = self.step
        if step is not None:
            self.session.move(lambda head: held(head.advance(seconds), step))


def began(head: Playback, step: Step) -> Playback:
    """The play head at a step's moment, under way where the step has a stretch of time."""
    at = replace(head.seek(step.at), playing=False, speed=1.0, loop=False)
    if step.until is None:
        return at
    axis = at.axis
    share = axis.position(step.until) - axis.position(step.at)
    if share <= 0:
        return at
    return replace(at, duration_s=step.seconds / share, until="end", playing=True)


def held(head: Playback, step: Step) -> Playback:
    """A play head that has come to the end of a step's stretch, at rest there."""
    if step.until is None or not head.playing or head.time < step.until:
        return head
    return head.seek(step.until).pause()
