"""What a fit aims at: marks in their windows, events in order, changes the right way.

Each goal gives one number that is 0 where it is reached and moves smoothly with the parameters,
as least squares needs; times count as logarithms, so that a factor is a factor at any hour.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pathway_viewer.dynamics.agreement import windows
from pathway_viewer.dynamics.answer import FALL, ONSET, Answer, Answers, MarkName
from pathway_viewer.dynamics.course import Course
from pathway_viewer.dynamics.points import Expected, expected, lack, scenario_of
from pathway_viewer.model.evidence import Measurement, Stage, Window
from pathway_viewer.model.pathway import Pathway

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

ORDER, POINT = 0.5, 0.3
"""What a unit of disorder, and of a point missed, weigh beside one of a mark's logarithm."""
FAR_APART = 3.0
"""The factor between two onsets that no difference between two species' clocks undoes."""
WITHIN = 0.003
"""How far inside a window's edge a fit aims, so that rounding does not push a mark out again."""
EARLIEST = 1e-4
"""Hours after the dose before which no time is told from the dose itself."""
SURE = 0.03
"""Share of its goal by which a change has to be beyond it to count in full."""
NEVER = 3.0
"""The logarithm for a mark of a change that is not there at all: a factor of twenty."""
STILL = 0.02
"""Change that a node may show of which a stage says that it does not change."""


@dataclass(frozen=True)
class Order:
    """Two stages of which one has a mark before the other, on one scenario."""

    scenario: str
    before: Stage
    after: Stage
    name: MarkName


@dataclass(frozen=True)
class Goals:
    """All that the model is held against, with the scenarios that have to be solved for it."""

    stages: tuple[Stage, ...]
    orders: tuple[Order, ...]
    points: tuple[tuple[str, Measurement, Expected], ...]
    scenarios: tuple[str, ...]

    @classmethod
    def of(cls, pathway: Pathway) -> Goals:
        """The goals of a pathway's stages and of those measured points that can be judged."""
        named = [stage.scenario for stage in pathway.stages]
        named += [scenario_of(pathway, point) for point in pathway.measurements]
        return cls(
            stages=pathway.stages,
            orders=tuple(_orders(pathway.stages)),
            points=tuple(_points(pathway)),
            scenarios=tuple(dict.fromkeys(id for id in named if id)),
        )

    def residuals(self, courses: Mapping[str, Course]) -> tuple[Array, Array]:
        """One number a mark, and one for each other goal, in an order that never changes."""
        answers = Answers(courses)
        marks = [
            _missed(_answer(answers, stage.scenario, stage), name, window)
            for stage in self.stages
            if stage.direction != "none"
            for name, window in windows(stage).items()
        ]
        others = [_astray(stage, answers) for stage in self.stages]
        others += [ORDER * _disorder(order, answers) for order in self.orders]
        others += [POINT * lack(answers, *point) for point in self.points]
        return np.array(marks), np.array(others)


def _orders(stages: Iterable[Stage]) -> Iterator[Order]:
    """Every pair whose windows lie apart on one clock.

    Hours of two clocks cannot be compared, but for onsets far apart, the early one of which
    comes first in any species: those pairs must stand in order on both scenarios.
    """
    known = [(stage, windows(stage)) for stage in stages if stage.direction != "none"]
    for before, early in known:
        for after, late in known:
            for name in early:
                if name not in late:
                    continue
                gap = late[name].earliest / early[name].latest
                if before.scenario == after.scenario and gap > 1.0:
                    yield Order(before.scenario, before, after, name)
                elif before.scenario != after.scenario and name == "onset" and gap > FAR_APART:
                    yield Order(before.scenario, before, after, name)
                    yield Order(after.scenario, before, after, name)


def _points(pathway: Pathway) -> Iterator[tuple[str, Measurement, Expected]]:
    """The points that can be judged, without those that dispute the windows of their stage.

    A dispute cannot be settled by moving a parameter; it is only printed.
    """
    ends = {scenario.id: scenario.end for scenario in pathway.scenarios}
    for point in pathway.measurements:
        scenario, wanted = scenario_of(pathway, point), expected(pathway, point)
        if not scenario or wanted is None or point.at is None or point.at > ends[scenario]:
            continue
        own = [s for s in pathway.stages if s.node == point.node and s.scenario == scenario]
        if not any(_disputes(point.at, wanted, windows(stage)) for stage in own):
            yield scenario, point, wanted


def _disputes(hour: float, wanted: Expected, seen: Mapping[MarkName, Window]) -> bool:
    """Whether a point found nothing where the stage is on, or something where it is not."""
    never = Window(earliest=0.0, latest=math.inf)
    onset, fall = seen.get("onset", never), seen.get("fall", never)
    if wanted.direction == "none":
        return onset.latest <= hour <= fall.earliest
    return not onset.earliest <= hour <= fall.latest


def _answer(answers: Answers, scenario: str, stage: Stage) -> Answer:
    return answers.of(scenario, stage.node, stage.direction == "down")


def _astray(stage: Stage, answers: Answers) -> float:
    """How much more a change goes against its stage than with it; 0 where it goes with it."""
    answer = _answer(answers, stage.scenario, stage)
    if stage.direction == "none":
        return max(max(answer.top, answer.other) - STILL, 0.0) / STILL
    both = answer.top + answer.other
    return max(2.0 * answer.other / both - 1.0, 0.0) if both else 0.0


def _missed(answer: Answer, name: MarkName, window: Window) -> float:
    """The logarithm by which a mark is later (or, below 0, earlier) than its window."""
    if not answer.moves:
        return NEVER
    latest = math.log(window.latest)
    earliest = math.log(window.earliest) if window.earliest > 0.0 else -math.inf
    margin = min(WITHIN, (latest - earliest) / 2.0)
    earliest, latest = earliest + margin, latest - margin
    if name == "peak":
        return _sunk(answer, math.exp(earliest), math.exp(latest))
    time = _logarithm(answer, name)
    if time < earliest:
        return (time - earliest) * _sure(_too_early(answer, name, math.exp(earliest)))
    return (time - latest) * _sure(_too_late(answer, name, math.exp(latest))) * (time > latest)


def _sure(share: float) -> float:
    """How much a time counts where the change is this share of its goal beyond it.

    A change that just touches the goal has another time with the next touch of a parameter;
    what it is beyond the goal does not jump.
    """
    return min(share / SURE, 1.0)


def _too_early(answer: Answer, name: MarkName, hour: float) -> float:
    """How far a change is beyond its goal at some time before an hour."""
    if name == "onset":
        return answer.within(0.0, hour) / (ONSET * answer.top) - 1.0
    peak = answer.times["peak"]
    return 1.0 - answer.least(peak, hour) / (FALL * answer.top) if peak < hour else 1.0


def _too_late(answer: Answer, name: MarkName, hour: float) -> float:
    """How far a change stays from its goal all the time until an hour."""
    if name == "onset":
        return 1.0 - answer.within(0.0, hour) / (ONSET * answer.top)
    peak = answer.times["peak"]
    return answer.least(peak, hour) / (FALL * answer.top) - 1.0 if peak < hour else 1.0


def _sunk(answer: Answer, earliest: float, latest: float) -> float:
    """The same of a peak, by how far the change in its window stays below the top.

    The time of a peak jumps when a second hump outgrows the first; what a hump lacks does not.
    Near its top a rise and fall of first order is 1 - x^2 / 2, with x the logarithm of the time.
    """
    lacks = max(1.0 - answer.within(earliest, latest) / answer.top, 0.0)
    return math.copysign(math.sqrt(2.0 * lacks), answer.times["peak"] - earliest)


def _logarithm(answer: Answer, name: MarkName) -> float:
    """Of a mark's time; a fall that never comes is put the further out the less it has begun."""
    time = answer.times[name]
    if math.isfinite(time):
        return math.log(max(time, EARLIEST))
    curve = answer.curve
    left = float(curve.change[-1]) / answer.top
    return math.log(float(curve.hours[-1])) + 4.0 * (left - FALL)


def _disorder(order: Order, answers: Answers) -> float:
    """The logarithm by which two marks stand the wrong way round; 0 where a change is missing."""
    before = _answer(answers, order.scenario, order.before)
    after = _answer(answers, order.scenario, order.after)
    if not (before.moves and after.moves):
        return 0.0
    return max(_logarithm(before, order.name) - _logarithm(after, order.name), 0.0)
