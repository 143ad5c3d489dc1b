"""The times people name, most telling first, and how many of them fit beside each other."""

from __future__ import annotations

import math
from collections.abc import Sequence

Named = tuple[float, str]

DOSE = "dose"
_HOURS = {"min": 1 / 60, "h": 1.0, "d": 24.0, "wk": 168.0}
_TELLING = (
    ((1, "h"), (1, "d"), (1, "wk"), (4, "wk")),
    ((30, "min"), (6, "h"), (3, "d"), (2, "wk"), (10, "min"), (2, "h"), (12, "h")),
    ((-10, "min"), (20, "min"), (3, "h"), (2, "d"), (8, "wk"), (12, "wk"), (26, "wk")),
    ((1, "min"), (5, "min"), (4, "h"), (5, "d"), (3, "wk"), (6, "wk"), (52, "wk")),
    ((-1, "h"), (-1, "d"), (-1, "wk"), (2, "min"), (40, "min"), (104, "wk")),
)
"""By rank. Within a rank the earlier named wins where two do not fit."""

_STEPS = (
    *((n, "min") for n in (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30)),
    *((n, "h") for n in (1, 2, 3, 6, 12)),
    *((n, "d") for n in (1, 2)),
    *((n, "wk") for n in (1, 2, 4, 8, 13, 26, 52, 104, 260, 520)),
)
"""Even steps of the true scale; all its labels are in the step's own unit."""


def ladder(start: float, end: float) -> list[Named]:
    """Hours and labels of the named times from `start` to `end`, the most telling first.

    Each label has one unit; the first dose, at 0, is called by its name.
    """
    named = [(count * _HOURS[unit], spelled(count, unit)) for r in _TELLING for count, unit in r]
    return [(hours, label) for hours, label in [(0.0, DOSE), *named] if start <= hours <= end]


def stepped(start: float, end: float, target: int) -> list[Named]:
    """Hours and labels evenly apart from `start` to `end`, at most `target`, one unit for all."""
    span = end - start
    for count, unit in _STEPS:
        step = count * _HOURS[unit]
        if span / step <= max(target - 1, 1):
            break
    else:
        count, unit = 10 ** math.ceil(math.log10(span / max(target - 1, 1) / 168)), "wk"
        step = count * _HOURS[unit]
    indices = range(math.ceil(start / step), math.floor(end / step) + 1)
    hours = (min(max(i * step, start), end) for i in indices)
    return [
        (h, spelled(i * count, unit) if i else DOSE) for h, i in zip(hours, indices, strict=True)
    ]


def spelled(count: float, unit: str) -> str:
    """A number and its one unit, with a true minus sign: '30 min', '−1 h'."""
    return f"{count:g} {unit}".replace("-", "−")


def chosen(places: Sequence[float], target: int, gap: float) -> list[int]:
    """Indices of the places to keep: in the order given, at most `target`, `gap` apart."""
    kept: list[int] = []
    for index, place in enumerate(places):
        if len(kept) < target and all(abs(place - places[i]) >= gap for i in kept):
            kept.append(index)
    return kept
