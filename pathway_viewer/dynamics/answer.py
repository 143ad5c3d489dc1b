"""A node's answer in a course: how far it moves one way, when that begins, peaks and is over."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from pathway_viewer.dynamics.course import Course

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

MarkName = Literal["onset", "peak", "fall"]

ONSET, FALL = 0.10, 0.25
"""Shares of the largest change at which an answer has begun, and is over."""
BISECTIONS = 30
NOTHING = 1e-6
"""A largest change that is only the solver's rounding."""


@dataclass(frozen=True, eq=False)
class Answer:
    """A node's change from rest since the first dose, counted in one direction.

    Changes are differences of levels. `top` is the largest one, between the rows too, and
    `times` when the change first reaches a tenth of it, when it stands there, and when it is
    first back under a quarter of it: hours, infinite where that never happens. `other` is the
    largest change the other way. Neither is ever below 0.
    """

    curve: Curve
    top: float
    other: float
    times: dict[MarkName, float]

    @property
    def moves(self) -> bool:
        """Whether there is a change this way at all."""
        return self.top > NOTHING

    @classmethod
    def of(cls, course: Course, node: str, down: bool = False) -> Answer:
        """The answer of a node; KeyError when there is no such node."""
        sign = -1.0 if down else 1.0
        column = course.node_index[node]
        after = course.times >= 0.0
        curve = Curve(
            course.times[after],
            sign * (course.rows[after, column] - course.rest[column]),
            sign * course.slopes[after, column],
        )
        at, top = curve.top()
        never: dict[MarkName, float] = {"onset": math.inf, "peak": math.inf, "fall": math.inf}
        times = never if top <= NOTHING else curve.times(at, top)
        other = max(-float(curve.change.min(initial=0.0)), 0.0)
        return cls(curve, max(top, 0.0), other, times)

    def within(self, earliest: float, latest: float) -> float:
        """The largest change from one hour to another."""
        if earliest <= self.times["peak"] <= latest:
            return self.top
        hours, change = self.curve.hours, self.curve.change
        inside = change[(hours >= earliest) & (hours <= latest)]
        return max(self.curve.at(earliest), self.curve.at(latest), *inside.tolist())

    def least(self, earliest: float, latest: float) -> float:
        """The smallest change from one hour to another."""
        hours, change = self.curve.hours, self.curve.change
        inside = change[(hours >= earliest) & (hours <= latest)]
        return min(self.curve.at(earliest), self.curve.at(latest), *inside.tolist())


class Answers:
    """The answers of many nodes in several courses, each read once."""

    def __init__(self, courses: Mapping[str, Course]) -> None:
        self.courses = courses
        self._known: dict[tuple[str, str, bool], Answer] = {}

    def of(self, scenario: str, node: str, down: bool = False) -> Answer:
        """The answer of a node in one of the courses; KeyError when either is missing."""
        key = (scenario, node, down)
        if key not in self._known:
            self._known[key] = Answer.of(self.courses[scenario], node, down)
        return self._known[key]


@dataclass(frozen=True, eq=False)
class Curve:
    """Rows (M,) of a change with their slopes.

    Between them runs the cubic through both ends (Hermite), as in a course: reading a time from
    the rows alone would move it in steps as wide as theirs.
    """

    hours: Array
    change: Array
    slope: Array

    def at(self, hour: float) -> float:
        """The change at any hour; before the first and after the last row it is theirs."""
        right = int(np.searchsorted(self.hours, hour, side="right"))
        if right in (0, len(self.hours)):
            return float(self.change[max(right - 1, 0)])
        before, after = self.hours[right - 1], self.hours[right]
        return _cubic(*self._ends(right - 1), float((hour - before) / (after - before)))

    def top(self) -> tuple[float, float]:
        """When the change is largest, and how large it is."""
        row = int(np.argmax(self.change))
        left = row if self.slope[row] > 0.0 else row - 1
        if not 0 <= left < len(self.hours) - 1:
            return float(self.hours[row]), float(self.change[row])
        return self._top_between(left, row)

    def _top_between(self, left: int, row: int) -> tuple[float, float]:
        """The top of the cubic from a row to the next; the highest of both where it has none."""
        low, high, rise, fall = self._ends(left)
        if not (rise > 0.0 > fall):
            return float(self.hours[row]), float(self.change[row])
        a = 6.0 * (low - high) + 3.0 * (rise + fall)
        b = 6.0 * (high - low) - 4.0 * rise - 2.0 * fall
        # The slope a s^2 + b s + rise falls through 0 once; this form is exact for a = 0 too.
        s = 2.0 * rise / (math.sqrt(max(b * b - 4.0 * a * rise, 0.0)) - b)
        s = min(max(s, 0.0), 1.0)
        step = float(self.hours[left + 1] - self.hours[left])
        return float(self.hours[left]) + s * step, _cubic(low, high, rise, fall, s)

    def times(self, peak: float, top: float) -> dict[MarkName, float]:
        """The times of a change that is largest at `peak`."""
        falling = int(np.searchsorted(self.hours, peak, side="right"))
        return {
            "onset": self._first(self.change >= ONSET * top, ONSET * top, 0),
            "peak": peak,
            "fall": self._first(self.change < FALL * top, FALL * top, falling),
        }

    def _first(self, reached: NDArray[np.bool_], goal: float, start: int) -> float:
        """When, from a row on, a goal is first reached, between two rows by bisection."""
        if not reached[start:].any():
            return math.inf
        row = start + int(np.argmax(reached[start:]))
        if row == 0:
            return float(self.hours[0])
        ends = self._ends(row - 1)
        low, high, upward = 0.0, 1.0, self.change[row] > self.change[row - 1]
        for _ in range(BISECTIONS):
            middle = (low + high) / 2.0
            beyond = (_cubic(*ends, middle) >= goal) == upward
            low, high = (low, middle) if beyond else (middle, high)
        before, now = self.hours[row - 1], self.hours[row]
        return float(before + high * (now - before))

    def _ends(self, left: int) -> tuple[float, float, float, float]:
        """Both values and, per width of the step, both slopes of the cubic after a row."""
        step = float(self.hours[left + 1] - self.hours[left])
        return (
            float(self.change[left]),
            float(self.change[left + 1]),
            step * float(self.slope[left]),
            step * float(self.slope[left + 1]),
        )


def _cubic(low: float, high: float, rise: float, fall: float, s: float) -> float:
    """Hermite's cubic with these ends, at a share of the step."""
    blend = s * s * (3.0 - 2.0 * s)
    return low + blend * (high - low) + s * (1.0 - s) * ((1.0 - s) * rise - s * fall)
