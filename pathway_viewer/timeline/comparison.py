"""Two runs side by side, in words: how they differ at a moment, and over the whole story."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from pathway_viewer.dynamics.course import Course
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.times import spoken

LEAST = 0.05
"""A smaller difference, as a share of a node's full range, is none worth a line."""
LEAST_FACTOR = 1.25
"""Times that differ by less than this factor count as the same."""
OVER = 0.25
"""A node's response is over when its change is under this share of its largest one for good."""
CREST = 0.97
"""Of several peaks within this share of the largest, as after several doses, the first counts."""
STEPS = ((1, 1 / 60), (10, 1 / 12), (48, 1), (math.inf, 24))
"""Hours up to which a time is told in steps of so many hours."""
SOONEST = 1 / 60
"""Times are compared as factors, and the very first moment needs one too (hours)."""

HOLDS = ("block", "clamp")
Names = tuple[str, str]


@dataclass(frozen=True)
class Difference:
    """How one node differs, in words, and how much that is (a share of its full range)."""

    node: str
    label: str
    text: str
    size: float

    @property
    def sentence(self) -> str:
        """'Spines: 34 % above rest in A, 12 % in B'."""
        return f"{self.label}: {self.text}"


@dataclass(frozen=True)
class Response:
    """A node's whole response: its largest change (-1..1), when that is, when it is over.

    `over` is infinite where the run ends before; hours since the first dose.
    """

    change: float
    peak: float
    over: float

    @property
    def moves(self) -> bool:
        """Whether it is large enough for a word."""
        return abs(self.change) >= LEAST


def response(course: Course, node: str) -> Response:
    """What a node does over a whole course, from the first dose on."""
    after = course.times >= 0.0
    hours, change = course.times[after], course.change_series(node)[after]
    size = np.abs(change)
    first = int(np.argmax(size >= CREST * size.max()))
    below = size[first:] < CREST * size.max()
    crest = size[first : first + int(np.argmax(below)) if below.any() else None]
    top = first + int(np.argmax(crest))
    left = int(np.flatnonzero(size >= OVER * size.max())[-1])
    over = float(hours[left + 1]) if left + 1 < len(hours) else math.inf
    return Response(float(change[top]), float(hours[top]), over)


def now(
    pathway: Pathway,
    courses: tuple[Course, Course],
    hours: float,
    nodes: Iterable[str],
    names: Names = ("A", "B"),
) -> tuple[Difference, ...]:
    """How two runs differ at a time, the largest difference first.

    A run that has ended counts with its last levels. Nodes that differ by less than `LEAST`
    are left out, unless only one run holds them.
    """
    sides = [_Side(pathway, course, hours) for course in courses]
    found: list[Difference] = []
    for node in nodes:
        first, second = (side.state(node) for side in sides)
        size = abs(first.change - second.change)
        if (first.held is None) != (second.held is None):
            size = max(size, abs(first.level - second.level), LEAST)
        if size >= LEAST and first != second:
            text = _both(first.words, second.words, names)
            found.append(Difference(node, pathway.node(node).label, text, size))
    return _ordered(found)


def overall(
    pathway: Pathway,
    courses: tuple[Course, Course],
    nodes: Iterable[str],
    names: Names = ("A", "B"),
) -> tuple[Difference, ...]:
    """How the whole responses differ in height, in the time of the peak and of the end.

    Nodes that something holds in either run are left out: what they do is what was asked.
    """
    found: list[Difference] = []
    held = {one.target for run in courses for one in run.perturbations if one.kind in HOLDS}
    for node in nodes:
        if node in held:
            continue
        first, second = (response(course, node) for course in courses)
        text = _response_words(first, second, names)
        if text:
            size = abs(first.change - second.change) + 0.1 * _apart(first, second)
            found.append(Difference(node, pathway.node(node).label, text, size))
    return _ordered(found)


def before(
    pathway: Pathway,
    courses: tuple[Course, Course],
    nodes: Iterable[str],
    names: Names = ("A", "B"),
) -> tuple[Difference, ...]:
    """Nodes whose level at rest differs, by what was done to a network for life."""
    found: list[Difference] = []
    for node in nodes:
        first, second = (float(course.rest[course.node_index[node]]) for course in courses)
        if abs(first - second) >= LEAST:
            text = f"rest is {percent(first)} in {names[0]}, {percent(second)} in {names[1]}"
            found.append(Difference(node, pathway.node(node).label, text, abs(first - second)))
    return _ordered(found)


def percent(share: float) -> str:
    """A share as whole percent, without its sign."""
    return f"{abs(round(100 * share))} %"


@dataclass(frozen=True)
class _State:
    """A node in one run: its level, its change from rest, and the level it is held at."""

    level: float
    change: float
    held: float | None

    @property
    def words(self) -> tuple[str, str]:
        """What it is, and on which side of rest: ('34 %', 'above rest')."""
        if self.held is not None:
            return ("blocked" if self.held == 0 else f"held at {percent(self.held)}"), ""
        return _change_words(self.change)


class _Side:
    """One run at one moment."""

    def __init__(self, pathway: Pathway, course: Course, hours: float) -> None:
        self._course = course
        self._levels, self._changes = course.at(hours), course.changes(hours)
        self._held = dict(course.held_at(hours))
        for group in pathway.nodes:
            if group.members and group.id in self._held:
                self._held |= dict.fromkeys(group.members, self._held[group.id])

    def state(self, node: str) -> _State:
        column = self._course.node_index[node]
        level, change = float(self._levels[column]), float(self._changes[column])
        return _State(level, change, self._held.get(node))


def _change_words(change: float) -> tuple[str, str]:
    if not round(100 * change):
        return "at rest", ""
    return percent(change), "above rest" if change > 0 else "below rest"


def _both(first: tuple[str, str], second: tuple[str, str], names: Names) -> str:
    """'34 % above rest in A, 12 % in B': the side of rest is said once where it is the same."""
    later = second[0] if first[1] == second[1] else " ".join(filter(None, second))
    return f"{' '.join(filter(None, first))} in {names[0]}, {later} in {names[1]}"


def _response_words(first: Response, second: Response, names: Names) -> str:
    if not first.moves and not second.moves:
        return ""
    parts: list[str] = []
    taller = abs(first.change - second.change) >= LEAST
    if taller or _factor(first.peak, second.peak) >= LEAST_FACTOR:
        parts.append(_peaks(first, second, names))
    both = first.moves and second.moves
    if both and _factor(first.over, second.over) >= LEAST_FACTOR:
        told = [_ended(one.over) for one in (first, second)]
        parts.append(f"a quarter left until {told[0]} in {names[0]}, {told[1]} in {names[1]}")
    return "; ".join(parts)


def _peaks(first: Response, second: Response, names: Names) -> str:
    """'peak 41 % above rest at 19 h in A, 70 % at 11 d in B'."""
    if not (first.moves and second.moves):
        told = [_peak(one, True) if one.moves else "hardly moves" for one in (first, second)]
    else:
        same = (first.change > 0) == (second.change > 0)
        told = [_peak(first, True), _peak(second, not same).removeprefix("peak ")]
    return f"{told[0]} in {names[0]}, {told[1]} in {names[1]}"


def _peak(one: Response, whole: bool) -> str:
    amount, side = _change_words(one.change)
    return f"peak {amount}{f' {side}' if whole else ''} at {_about(one.peak)}"


def _ended(over: float) -> str:
    return "the end" if math.isinf(over) else _about(over)


def _about(hours: float) -> str:
    """A time as exactly as one would say it when comparing: '1 h 40 min', '19 h', '11 d'."""
    step = next(step for limit, step in STEPS if hours < limit)
    return spoken(round(hours / step) * step)


def _factor(first: float, second: float) -> float:
    low, high = sorted(max(hours, SOONEST) for hours in (first, second))
    return 1.0 if low == high else high / low


def _apart(first: Response, second: Response) -> float:
    """How far apart the times are, as a sum of logarithms; a run without an end counts as ten."""
    factors = (_factor(first.peak, second.peak), _factor(first.over, second.over))
    return sum(math.log(min(factor, 10.0)) for factor in factors)


def _ordered(found: list[Difference]) -> tuple[Difference, ...]:
    return tuple(sorted(found, key=lambda one: -one.size))
