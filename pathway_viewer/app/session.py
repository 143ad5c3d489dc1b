"""Session: the one owner of what changes; everything else shows it or asks it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance

from pathway_viewer.app.courses import Courses
from pathway_viewer.app.history import History
from pathway_viewer.app.look import Look, fitted
from pathway_viewer.app.opening import first_scenario, origin_of, resting_frame, story_axis
from pathway_viewer.dynamics.course import Course
from pathway_viewer.dynamics.scenario import Conditions, Plan, tidy
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.timeline.frame import Frame, frame_at
from pathway_viewer.timeline.playback import Playback


class Session(QObject):
    """Compares, stores, then says what has changed, each time with one frozen value.

    `course` is None until the levels are solved: a stored course is taken at once, else
    whoever has painted the first picture calls `solve`. Frames show rest until then. While
    a what-if is on, `ghost` is the course of its scenario untouched. What cannot be run is
    refused in a sentence, and everything stays as it was.
    """

    pathway_changed = Signal(object)
    problems_changed = Signal(object)
    conditions_changed = Signal(object)
    course_changed = Signal(object)
    ghost_changed = Signal(object)
    refused = Signal(str)
    playback_changed = Signal(object)
    frame_changed = Signal(object)
    selection_changed = Signal(str)
    look_changed = Signal(object)

    def __init__(self, courses: Courses, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._courses = courses
        self._pathway: Pathway | None = None
        self._path: Path | None = None
        self._problems: tuple[str, ...] = ()
        self._history = History(Conditions(""))
        self._course: Course | None = None
        self._ghost: Course | None = None
        self._playback: Playback | None = None
        self._frame: Frame | None = None
        self._selection = ""
        self._look = look
        self._reach = 0.0
        self._at_once = False

    # What holds now

    @property
    def pathway(self) -> Pathway | None:
        """The last good pathway, None before the first."""
        return self._pathway

    @property
    def path(self) -> Path | None:
        """The file the pathway came from."""
        return self._path

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the file, a line each, the most important first."""
        return self._problems

    @property
    def conditions(self) -> Conditions:
        """The scenario and what is changed about it."""
        return self._history.now

    @property
    def history(self) -> History:
        """What was tried before, and what was undone."""
        return self._history

    @property
    def course(self) -> Course | None:
        """The levels of the conditions, None until they are solved."""
        return self._course

    @property
    def ghost(self) -> Course | None:
        """The levels of the scenario as the file has it, None while nothing is changed."""
        return self._ghost

    @property
    def playback(self) -> Playback | None:
        """The play head, None before the first pathway."""
        return self._playback

    @property
    def frame(self) -> Frame | None:
        """The picture of the moment, None before the first pathway."""
        return self._frame

    @property
    def selection(self) -> str:
        """The id of the selected node or arrow, or ''."""
        return self._selection

    @property
    def look(self) -> Look:
        """How things are shown."""
        return self._look

    # What may be changed

    def set_pathway(self, pathway: Pathway, path: Path | None) -> None:
        """Shows a pathway; an edit of the file that is open keeps time, what-if and selection."""
        before, same_file = self._pathway, path is not None and path == self._path
        self._pathway, self._path = pathway, path
        if not same_file or not self._exists(self._selection):
            self.select("")
        self.set_look(fitted(self._look, before, pathway))
        self.pathway_changed.emit(pathway)
        history = self._history if same_file else History(Conditions(""))
        if (kept := self._still_runs(pathway, history.now)) != history.now:
            history = History(kept)
        self._run(history, self._course_or_problem(pathway, kept), same_file)

    def set_problems(self, problems: tuple[str, ...]) -> None:
        """Tells what is wrong with the file; the last good picture stays."""
        self._put("_problems", problems, self.problems_changed)

    def set_conditions(self, conditions: Conditions, grip: str = "") -> None:
        """Runs the pathway differently; the time is kept as far as the new run reaches.

        Conditions that follow each other with the same `grip` are one step for undo.
        """
        if self._pathway is not None:
            self._turn(self._history.then(tidy(self._pathway, conditions), grip))

    def undo(self) -> None:
        """Back to the conditions before."""
        self._turn(self._history.undone())

    def redo(self) -> None:
        """To the conditions that were undone last."""
        self._turn(self._history.redone())

    def reset(self) -> None:
        """The scenario as the file has it; can be undone like any other change."""
        self.set_conditions(Conditions(self.conditions.scenario))

    def solve(self) -> None:
        """Solves the levels, now and from now on at once with every change.

        Before, only levels that were kept are shown: the first picture waits for no solver. A
        run that cannot be solved becomes a problem.
        """
        self._at_once = True
        if self._pathway is None or self._course is not None:
            return
        self._course = self._course_or_problem(self._pathway, self.conditions)
        if self._course is not None:
            self.course_changed.emit(self._course)
            self._put("_ghost", self._unchanged(self._pathway), self.ghost_changed)
            self._show_frame()

    def refine(self) -> None:
        """Takes the exact levels of the run once they are there: a draft of it is shown."""
        if self._pathway is None:
            return
        better = self._courses.ready(self._pathway, self.conditions)
        if better is not None and better is not self._course:
            self._course = better
            self.course_changed.emit(better)
            self._show_frame()

    def set_playback(self, playback: Playback) -> None:
        """Moves the play head, starts or stops it."""
        before = self._playback
        if playback == before:
            return
        self._playback = playback
        self.playback_changed.emit(playback)
        if before is None or playback.time != before.time:
            self._show_frame()

    def move(self, change: Callable[[Playback], Playback]) -> None:
        """Moves the play head by one of its own methods; nothing without a pathway."""
        if self._playback is not None:
            self.set_playback(change(self._playback))

    def select(self, id: str) -> None:
        """Selects a node or an arrow; '' or an unknown id selects nothing."""
        self._put("_selection", id if self._exists(id) else "", self.selection_changed)

    def set_look(self, look: Look) -> None:
        """Shows things differently."""
        before = self._look
        self._put("_look", look, self.look_changed)
        if look.scale != before.scale and self._pathway and self._playback:
            self.set_playback(replace(self._playback, axis=self._axis(self._pathway)))

    def set_reach(self, hours: float) -> None:
        """Lets the axis go on at least this far: another run beside this one may last longer."""
        if hours != self._reach:
            self._reach = hours
            if self._pathway and self._playback:
                self.set_playback(replace(self._playback, axis=self._axis(self._pathway)))

    def _put(self, field: str, value: object, signal: SignalInstance) -> None:
        if getattr(self, field) != value:
            setattr(self, field, value)
            signal.emit(value)

    def _exists(self, id: str) -> bool:
        pathway = self._pathway
        return pathway is not None and (id in pathway.node_index or id in pathway.edge_index)

    def _axis(self, pathway: Pathway) -> Axis:
        return story_axis(pathway, self.conditions, self._look.scale, self._reach)

    def _turn(self, history: History) -> None:
        """Runs what a history says now, or refuses and leaves everything as it was."""
        pathway = self._pathway
        if pathway is None or history == self._history:
            return
        try:
            course = self._course_of(pathway, history.now)
        except ValueError as error:
            self.refused.emit(str(error))
            return
        self._run(history, course, keep_time=True)

    def _run(self, history: History, course: Course | None, keep_time: bool) -> None:
        """A new run: its axis and chapters, its course if one is there, its frame."""
        before, pathway = self._playback, self._pathway
        assert pathway is not None
        self._history, self._course = history, course
        axis, chapters = self._axis(pathway), pathway.chapters_of(history.now.scenario)
        if before is None or not keep_time:
            self._playback = Playback(axis=axis, time=axis.start, chapters=chapters)
        else:
            self._playback = replace(before, axis=axis, chapters=chapters)
        self._frame = self._made_frame(pathway, self._playback)
        self.conditions_changed.emit(history.now)
        self.course_changed.emit(course)
        self._put("_ghost", self._unchanged(pathway), self.ghost_changed)
        self.playback_changed.emit(self._playback)
        self.frame_changed.emit(self._frame)

    def _still_runs(self, pathway: Pathway, conditions: Conditions) -> Conditions:
        """Conditions as far as an edited pathway still knows what they name."""
        known = {scenario.id for scenario in pathway.scenarios}
        scenario = conditions.scenario if conditions.scenario in known else ""
        kept = Conditions(scenario or first_scenario(pathway))
        try:
            Plan.of(pathway, conditions)
        except ValueError:
            return kept
        return tidy(pathway, conditions) if scenario else kept

    def _unchanged(self, pathway: Pathway) -> Course | None:
        """The scenario's own course, while what is shown differs from it."""
        plain = Conditions(self.conditions.scenario)
        if self.conditions == plain or self._course is None:
            return None
        return self._course_or_problem(pathway, plain)

    def _course_of(self, pathway: Pathway, conditions: Conditions) -> Course | None:
        """The course, None before the first picture. ValueError where there can be none."""
        Plan.of(pathway, conditions)
        if self._at_once:
            return self._courses.solved(pathway, conditions)
        return self._courses.ready(pathway, conditions)

    def _course_or_problem(self, pathway: Pathway, conditions: Conditions) -> Course | None:
        try:
            return self._course_of(pathway, conditions)
        except ValueError as error:
            self.set_problems((*self._problems, f"the levels cannot be solved: {error}"))
            return None

    def _show_frame(self) -> None:
        if self._pathway is not None and self._playback is not None:
            self._frame = self._made_frame(self._pathway, self._playback)
            self.frame_changed.emit(self._frame)

    def _made_frame(self, pathway: Pathway, playback: Playback) -> Frame:
        if self._course is None:
            origin = origin_of(pathway, self.conditions)
            return resting_frame(pathway, playback.time, playback.chapters, origin)
        return frame_at(pathway, self._course, playback.time)
