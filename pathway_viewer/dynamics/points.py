"""Measured points held against the model: each on a course of its own species, or not at all."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from pathway_viewer.dynamics.answer import FALL, NOTHING, ONSET, Answers
from pathway_viewer.model.evidence import Measurement, Stage
from pathway_viewer.model.pathway import Pathway

Direction = Literal["up", "down", "none"]
Verdict = Literal[
    "inside",
    "outside",
    "no hour given",
    "no clock of this species",
    "no direction given",
    "after the end of the run",
]
ROOM = 0.25
"""Share of a measured level by which the model may miss it."""


@dataclass(frozen=True)
class Expected:
    """What a point says of its hour: a change up or down, none, or one of a size (-1..1).

    `like_stage` where it is its stage that says so.
    """

    direction: Direction
    level: float | None = None
    like_stage: bool = False


@dataclass(frozen=True)
class Held:
    """A measured point and the model's change there (-1..1), on the scenario of its species.

    `change` is None where the point cannot be held against the model, and `verdict` says why.
    """

    point: Measurement
    scenario: str
    expected: Expected | None
    change: float | None
    verdict: Verdict


def scenario_of(pathway: Pathway, point: Measurement) -> str:
    """The scenario that a point may be judged on: "" when its species has no clock.

    The one it names; else the scenario of its node's own stage if that is on the same species'
    clock, else the one that most stages of the species are judged on, else the first in the file.
    """
    species = {s.id: pathway.clock(s).species for s in pathway.scenarios}
    if point.scenario:
        return point.scenario if species[point.scenario] == point.species else ""
    own = [s.scenario for s in pathway.stages if species[s.scenario] == point.species]
    staged = [s.scenario for s in pathway.stages if s.node == point.node and s.scenario in own]
    usual = [id for id, _ in Counter(own).most_common(1)]
    any_ = [id for id, kind in species.items() if kind == point.species]
    return next(iter([*staged, *usual, *any_]), "")


def expected(pathway: Pathway, point: Measurement) -> Expected | None:
    """What a point says: by its level, its direction, or else the stage that it belongs to.

    A point that gives neither, at an hour at which its node's stage of the same species is on,
    is one of those that the stage was read from. None where nothing tells.
    """
    if point.level is not None:
        if point.level == 0.0:
            return Expected("none")
        return Expected("up" if point.level > 0.0 else "down", point.level)
    if point.direction is not None:
        return Expected(point.direction)
    own = [s for s in pathway.stages if s.node == point.node]
    scenario = scenario_of(pathway, point)
    ways: set[Direction] = {s.direction for s in own if s.scenario == scenario and on(s, point.at)}
    return Expected(ways.pop(), like_stage=True) if len(ways) == 1 else None


def on(stage: Stage, hour: float | None) -> bool:
    """Whether a stage has perhaps begun at an hour, and is surely not over."""
    if hour is None:
        return False
    begins = stage.onset.earliest if stage.onset else 0.0
    return begins <= hour <= (stage.fall.earliest if stage.fall else math.inf)


def lack(answers: Answers, scenario: str, point: Measurement, wanted: Expected) -> float:
    """How far the model is from what a point with an hour says; 0 inside.

    In shares of the node's largest change, by the measure of the stages: a change is there
    from a tenth of it on, and gone under a quarter. KeyError when the course is missing.
    """
    course, hour = answers.courses[scenario], point.at or 0.0
    column = course.node_index[point.node]
    if wanted.level is not None:
        miss = float(course.changes(hour)[column]) - wanted.level
        return max(abs(miss / wanted.level) - ROOM, 0.0)
    down = wanted.direction == "down"
    answer = answers.of(scenario, point.node, down)
    change = float(course.at(hour)[column] - course.rest[column])
    if wanted.direction == "none":
        top = max(answer.top, answer.other)
        return max(abs(change) / top - FALL, 0.0) if top > NOTHING else 0.0
    if not answer.moves:
        return 1.0
    return max(ONSET - (-change if down else change) / answer.top, 0.0)


def held(pathway: Pathway, answers: Answers, point: Measurement) -> Held:
    """A point held against the course of its scenario; KeyError when that is missing."""
    scenario = scenario_of(pathway, point)
    wanted = expected(pathway, point)
    if not scenario or point.at is None:
        why = "no hour given" if scenario else "no clock of this species"
        return Held(point, scenario, wanted, None, why)
    course = answers.courses[scenario]
    if point.at > course.end:
        return Held(point, scenario, wanted, None, "after the end of the run")
    change = float(course.changes(point.at)[course.node_index[point.node]])
    if wanted is None:
        return Held(point, scenario, wanted, change, "no direction given")
    inside = lack(answers, scenario, point, wanted) == 0.0
    return Held(point, scenario, wanted, change, "inside" if inside else "outside")
