"""What each node is doing, in a word: rising, peak, easing, falling, blocked, at rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from pathway_viewer.model.pathway import Words

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

REST = 0.03
"""A change from rest smaller than this is none worth a word."""

CREST = 0.97
"""Within this share of a turning point a node is at it."""

AHEAD = 0.05
"""How far 'a slightly later time' is, as a share of the time since the last dose."""

SOONEST_HOURS = 10 / 60
"""Added to the time since the last dose, so that a first minute is not nothing."""

STEADY = 0.03 * AHEAD
"""A smaller change than this until slightly later is no movement."""


NOTHING: Mapping[int, float] = MappingProxyType({})


class Doing(IntEnum):
    """The classes that a word is chosen by."""

    AT_REST = 0
    RISING = 1
    PEAK = 2
    EASING = 3
    ABOVE = 4
    FALLING = 5
    LOW = 6
    RECOVERING = 7
    BELOW = 8
    BLOCKED = 9
    SHUT = 10
    HELD = 11


def vocabulary(words: Words) -> tuple[str, ...]:
    """The word for each `Doing` of a node; ten letters or fewer unless the file's are longer."""
    own_low = words.down if words.down != Words().down else "low"
    return (
        *("at rest", "rising", "peak", "easing", words.up),
        *("falling", own_low, "recovering", words.down, "blocked", "blocked", "held"),
    )


@dataclass(frozen=True, eq=False)
class Doings:
    """The rule for the words, prepared for one course of M times and N nodes.

    `above` and `below` (M, N) are what a node does at each time, should it be above or below
    rest: both follow from the way its curve takes.

    A node within `REST` of rest is at rest, whichever way it moves. Farther off it is at its
    peak (or its low) while within 3 % of a turning point of its curve; else it rises or eases
    above rest, falls or recovers below it, by comparison with a slightly later time; and
    where it hardly moves, the word is the file's own for above and below. A node that is
    active at rest and now at exactly nothing is blocked: no decay of its own gets there. What
    is held by somebody's hand is shut (at nothing) or held, wherever its rest is.
    """

    times: Floats
    above: NDArray[np.int8]
    below: NDArray[np.int8]

    @classmethod
    def of(cls, times: Floats, changes: Floats, doses: Sequence[float]) -> Self:
        """Prepare from change against rest (M, N) at `times` (M,), with the hours of the doses."""
        crests = np.column_stack([_crests(column) for column in changes.T])
        troughs = np.column_stack([_crests(-column) for column in changes.T])
        trends = _trends(times, changes, doses)
        up, down = trends > STEADY, trends < -STEADY
        above = np.where(up, int(Doing.RISING), np.where(down, int(Doing.EASING), Doing.ABOVE))
        below = np.where(down, int(Doing.FALLING), np.where(up, int(Doing.RECOVERING), Doing.BELOW))
        return cls(
            times,
            np.where(crests, int(Doing.PEAK), above).astype(np.int8),
            np.where(troughs, int(Doing.LOW), below).astype(np.int8),
        )

    def at(
        self, time: float, levels: Floats, changes: Floats, held: Mapping[int, float] = NOTHING
    ) -> list[int]:
        """The `Doing` of each node (N,) at a time (hours), from its level and change then.

        `held` are the levels that are held just then, by the node's place.
        """
        row = int(np.searchsorted(self.times, time, side="right")) - 1
        row = min(max(row, 0), len(self.times) - 1)
        over, doings = changes > 0, self.below[row].copy()
        doings[levels == 0.0] = Doing.BLOCKED
        doings[over] = self.above[row, over]
        doings[np.abs(changes) < REST] = Doing.AT_REST
        for place, level in held.items():
            doings[place] = Doing.HELD if level else Doing.SHUT
        return doings.tolist()


def _trends(times: Floats, changes: Floats, doses: Sequence[float]) -> Floats:
    """Change from each time to a slightly later one, which is never past the next dose.

    Slightly later is a share of the time since the last dose; where nothing moves that soon
    (what is slow, minutes after a second dose), of the time since the first.
    """
    given = np.array([-np.inf, *sorted(set(doses)), np.inf])
    index = np.searchsorted(given, times, side="right")
    end = np.minimum(given[index], times[-1])
    soon = _trend(times, changes, times - np.maximum(given[index - 1], times[0]), end)
    late = _trend(times, changes, times - times[0], end)
    return np.where(np.abs(soon) > STEADY, soon, late)


def _trend(times: Floats, changes: Floats, since: Floats, end: Floats) -> Floats:
    """Change until `AHEAD` of `since` later; extrapolated where `end` comes before that."""
    ahead = AHEAD * (SOONEST_HOURS + since)
    later = np.minimum(times + ahead, end)
    span = np.maximum(later - times, 1e-9)
    trend = (_rows(times, changes, later) - changes) * (ahead / span)[:, None]
    trend[-1:] = trend[-2:-1]
    return trend


def _rows(times: Floats, values: Floats, wanted: Floats) -> Floats:
    """Rows of `values` (M, N) at other times, linear between the known ones."""
    right = np.clip(np.searchsorted(times, wanted), 1, len(times) - 1)
    gap = np.maximum(times[right] - times[right - 1], 1e-12)
    share = np.clip((wanted - times[right - 1]) / gap, 0.0, 1.0)[:, None]
    return values[right - 1] * (1 - share) + values[right] * share


def _crests(curve: Floats) -> Bools:
    """Where a curve (M,) is within 3 % of a local maximum that is well above rest.

    A bump that has a higher point within its 3 % is a ripple on a slope and no maximum, nor is
    a height that the curve never leaves again.
    """
    near = np.zeros(len(curve), dtype=bool)
    rise = np.diff(curve) > 0
    tops = np.concatenate([[False], rise]) & ~np.concatenate([rise, [True]])
    for top in np.flatnonzero(tops & (curve >= REST)):
        away = np.flatnonzero(curve < CREST * curve[top])
        split = int(np.searchsorted(away, top))
        if split == len(away):
            continue
        first = int(away[split - 1]) + 1 if split > 0 else 0
        if curve[first : away[split]].max() <= curve[top]:
            near[first : away[split]] = True
    return near
