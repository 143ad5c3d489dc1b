"""Session: the one owner of what changes; everything else shows it or asks it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance

from pathway_viewer.app.courses import Courses
from pathway_viewer.app.look import Look, fitted
from pathway_viewer.app.opening import first_scenario, resting_frame, story_axis
from pathway_viewer.dynamics.course import Course
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.timeline.frame import Frame, frame_at
from pathway_viewer.timeline.playback import Playback


class Session(QObject):
    """Compares, stores, then says what has changed, each time with one frozen value.

    `course` is None until the levels are solved: a stored course is taken at once, else
    whoever has painted the first picture calls `solve`. Frames show rest until then.
    """

    pathway_changed = Signal(object)
    problems_changed = Signal(object)
    course_changed = Signal(object)
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
        self._conditions = Conditions("")
        self._course: Course | None = None
        self._playback: Playback | None = None
        self._frame: Frame | None = None
        self._selection = ""
        self._look = look
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
        return self._conditions

    @property
    def course(self) -> Course | None:
        """The levels of the conditions, None until they are solved."""
        return self._course

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

    def is_as_opened(self) -> bool:
        """Whether everything is as it was when the pathway was opened, and solved."""
        pathway, head = self._pathway, self._playback
        if pathway is None or head is None or self._course is None or self._problems:
            return False
        untouched = Playback(axis=head.axis, time=head.axis.start, chapters=head.chapters)
        first = Conditions(first_scenario(pathway))
        plain = fitted(replace(self._look, layers=frozenset()), None, pathway)
        now = (head, self._conditions, self._look, self._selection)
        return now == (untouched, first, plain, "")

    # What may be changed

    def set_pathway(self, pathway: Pathway, path: Path | None) -> None:
        """Shows a pathway; an edit of the file that is open keeps time, scenario and selection."""
        before, same_file = self._pathway, path is not None and path == self._path
        kept = self._conditions if same_file else Conditions("")
        known = {scenario.id for scenario in pathway.scenarios}
        conditions = kept if kept.scenario in known else Conditions(first_scenario(pathway))
        self._pathway, self._path = pathway, path
        if not same_file or not self._exists(self._selection):
            self.select("")
        self.set_look(fitted(self._look, before, pathway))
        self.pathway_changed.emit(pathway)
        self._run(pathway, conditions, self._playback if same_file else None)

    def set_problems(self, problems: tuple[str, ...]) -> None:
        """Tells what is wrong with the file; the last good picture stays."""
        self._put("_problems", problems, self.problems_changed)

    def set_conditions(self, conditions: Conditions) -> None:
        """Runs the pathway differently; the time is kept as far as the new run reaches."""
        if self._pathway is not None and conditions != self._conditions:
            self._run(self._pathway, conditions, self._playback)

    def solve(self) -> None:
        """Solves the levels, now and from now on at once with every change.

        Before, only levels that were kept are shown: the first picture waits for no solver. A
        run that cannot be solved becomes a problem.
        """
        self._at_once = True
        if self._pathway is None or self._course is not None:
            return
        self._course = self._course_of(self._pathway, self._conditions)
        if self._course is not None:
            self.course_changed.emit(self._course)
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

    def _put(self, field: str, value: object, signal: SignalInstance) -> None:
        if getattr(self, field) != value:
            setattr(self, field, value)
            signal.emit(value)

    def _exists(self, id: str) -> bool:
        pathway = self._pathway
        return pathway is not None and (id in pathway.node_index or id in pathway.edge_index)

    def _axis(self, pathway: Pathway) -> Axis:
        return story_axis(pathway, self._conditions, self._look.scale)

    def _run(self, pathway: Pathway, conditions: Conditions, before: Playback | None) -> None:
        """A new run: its axis and chapters, its course if one is stored, its frame."""
        self._conditions = conditions
        self._course = self._course_of(pathway, conditions)
        axis, chapters = self._axis(pathway), pathway.chapters_of(conditions.scenario)
        if before is None:
            self._playback = Playback(axis=axis, time=axis.start, chapters=chapters)
        else:
            self._playback = replace(before, axis=axis, chapters=chapters)
        self._frame = self._made_frame(pathway, self._playback)
        self.course_changed.emit(self._course)
        self.playback_changed.emit(self._playback)
        self.frame_changed.emit(self._frame)

    def _course_of(self, pathway: Pathway, conditions: Conditions) -> Course | None:
        if not self._at_once:
            return self._courses.ready(pathway, conditions)
        try:
            return self._courses.solved(pathway, conditions)
        except ValueError as error:
            self.set_problems((*self._problems, f"the levels cannot be solved: {error}"))
            return None

    def _show_frame(self) -> None:
        if self._pathway is not None and self._playback is not None:
            self._frame = self._made_frame(self._pathway, self._playback)
            self.frame_changed.emit(self._frame)

    def _made_frame(self, pathway: Pathway, playback: Playback) -> Frame:
        if self._course is None:
            return resting_frame(pathway, playback.time, playback.chapters)
        return frame_at(pathway, self._course, playback.time)
