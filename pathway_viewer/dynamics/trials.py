"""Trials: a pathway solved with other values of its free parameters, and how far off it is."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pathway_viewer.dynamics.agreement import marks, misfit
from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.goals import Goals
from pathway_viewer.dynamics.parameters import Parameter, counts_on, with_values
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pathway import Pathway

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

IMPASSE = 10.0
"""Every residual of values that cannot be solved: a place to turn back from."""

Values = tuple[float, ...]


@dataclass(frozen=True)
class Progress:
    """How far a fit is: courses solved of at most so many, and the misfit that it has reached."""

    solved: int
    most: int
    misfit: float


@dataclass(frozen=True, eq=False)
class Trial:
    """The model at some values: its courses by scenario, the residuals (R,), and the misfit.

    `score` is the sum of the residuals' squares with the marks as the misfit counts them.
    """

    values: Values
    courses: Mapping[str, Course]
    residuals: Array
    misfit: float
    score: float


class Trials:
    """Makes trials, and counts the courses that are solved for them."""

    def __init__(
        self,
        pathway: Pathway,
        free: Sequence[Parameter],
        told: Callable[[Progress], None],
        most: int,
    ) -> None:
        self.pathway, self.free, self.told, self.most = pathway, tuple(free), told, most
        self.goals = Goals.of(pathway)
        self.solved = 0
        self.lowest = math.inf
        clocks = {id: pathway.clock(pathway.scenario(id)) for id in self.goals.scenarios}
        self.concerned = [
            [id for id, clock in clocks.items() if counts_on(one, clock)] for one in self.free
        ]

    @property
    def left(self) -> int:
        """Courses that may still be solved."""
        return self.most - self.solved

    @property
    def price(self) -> int:
        """Courses that the slopes at one trial take."""
        return sum(map(len, self.concerned))

    def at(self, values: Values) -> Trial:
        """The model at some values; ValueError when it cannot be solved."""
        pathway = with_values(self.pathway, self.free, values)
        courses = {id: self._solved(pathway, id) for id in self.goals.scenarios}
        found = misfit(marks(pathway, courses))
        self.lowest = min(self.lowest, found)
        marked, others = self.goals.residuals(courses)
        score = len(marked) * found**2 + float(others @ others)
        return Trial(values, courses, np.concatenate([marked, others]), found, score)

    def impasse(self, values: Values, other: Trial) -> Trial:
        """What stands for values at which nothing can be solved."""
        return Trial(values, {}, np.full_like(other.residuals, IMPASSE), math.inf, math.inf)

    def slopes(self, trial: Trial, step: float) -> Array:
        """Differences (R, P) of the residuals, a column for each parameter's coordinate.

        `step` is the width of a difference in that coordinate.
        What cannot be solved beside the trial counts as flat.
        """
        columns = [self._slope(trial, i, step) for i in range(len(self.free))]
        return np.stack(columns, axis=1)

    def _slope(self, trial: Trial, i: int, step: float) -> Array:
        one = self.free[i]
        place = one.coordinate(trial.values[i])
        step = step if place + step <= one.coordinate(one.high) else -step
        value = one.at(place + step)
        values = (*trial.values[:i], value, *trial.values[i + 1 :])
        pathway = with_values(self.pathway, self.free, values)
        try:
            anew = {id: self._solved(pathway, id) for id in self.concerned[i]}
        except ValueError:
            return np.zeros_like(trial.residuals)
        beside = np.concatenate(self.goals.residuals({**trial.courses, **anew}))
        return (beside - trial.residuals) / (one.coordinate(value) - place)

    def _solved(self, pathway: Pathway, scenario: str) -> Course:
        self.solved += 1
        course = solve(pathway, Conditions(scenario))
        self.told(Progress(self.solved, self.most, self.lowest))
        return course
