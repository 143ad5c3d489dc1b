"""The model held against measurements: when each stage begins, peaks and falls, and should."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pathway_viewer.dynamics.answer import Answer, MarkName
from pathway_viewer.dynamics.course import Course
from pathway_viewer.model.evidence import Stage, Window
from pathway_viewer.model.pathway import Pathway


@dataclass(frozen=True)
class Mark:
    """One time of a stage: when the model has it (hours) and the window it was seen in.

    `time` is infinite when the model never gets there before its course ends.
    """

    stage: str
    node: str
    name: MarkName
    window: Window
    time: float

    @property
    def ratio(self) -> float:
        """How far outside the window, as a factor to its nearest edge; 1 inside."""
        if self.time < self.window.earliest:
            return self.window.earliest / self.time if self.time > 0.0 else math.inf
        return max(self.time / self.window.latest, 1.0)

    @property
    def inside(self) -> bool:
        """Whether the model's time lies in the window."""
        return self.ratio == 1.0


def marks(pathway: Pathway, courses: Mapping[str, Course]) -> tuple[Mark, ...]:
    """Every mark that a stage has a window for, on the course of the stage's own scenario.

    `courses` are by scenario; KeyError when one is missing. Windows that end at 0 (a drug is
    there from its dose on) cannot be held against a time and are left out, as are stages that
    should show no change.
    """
    found: list[Mark] = []
    for stage in pathway.stages:
        if stage.direction != "none":
            found += _stage_marks(stage, courses[stage.scenario])
    return tuple(found)


def share(found: Iterable[Mark], factor: float) -> float:
    """The share of marks that lie inside their window or within a factor of its edge."""
    ratios = [mark.ratio for mark in found]
    return sum(ratio <= factor for ratio in ratios) / len(ratios) if ratios else 1.0


def misfit(found: Iterable[Mark]) -> float:
    """Root mean square of ln(ratio) over the marks: 0 when all lie inside their windows."""
    logs = [math.log(min(mark.ratio, 1e3)) for mark in found]
    return math.sqrt(sum(x * x for x in logs) / len(logs)) if logs else 0.0


def windows(stage: Stage) -> dict[MarkName, Window]:
    """The windows of a stage that a time can be held against."""
    named: dict[MarkName, Window | None] = {
        "onset": stage.onset,
        "peak": stage.peak,
        "fall": stage.fall,
    }
    return {name: window for name, window in named.items() if window and window.latest > 0.0}


def _stage_marks(stage: Stage, course: Course) -> list[Mark]:
    times = Answer.of(course, stage.node, stage.direction == "down").times
    return [
        Mark(stage.id, stage.node, name, window, times[name])
        for name, window in windows(stage).items()
    ]
