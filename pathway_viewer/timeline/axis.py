"""The ruler: which place on the axis belongs to which hour, and where its ticks stand."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from pathway_viewer.model.story import Chapter
from pathway_viewer.timeline.tick import chosen, ladder, stepped

ScaleId = Literal["lecture", "log", "true"]
SCALE_LABELS: dict[ScaleId, str] = {
    "lecture": "Lecture scale",
    "log": "Logarithmic scale",
    "true": "True scale",
}

LINEAR_HOURS = 10 / 60
"""The log scale is nearly linear within this distance of the dose, so that zero has a place."""

Floats = NDArray[np.float64]


class Tick(NamedTuple):
    """One mark of the axis: its hour, what a person would call it, and its place 0..1."""

    hours: float
    label: str
    position: float


class Knot(NamedTuple):
    """A fixed point of the ruler: a warped hour and its place 0..1."""

    warped: float
    position: float


@dataclass(frozen=True)
class Axis:
    """A monotone map between hours and places 0..1, exact both ways to rounding.

    Hours are warped (a logarithm of the distance to the dose, or nothing on the true scale)
    and then stretched piece by piece between knots. On the lecture scale the knots are the
    borders of the chapters, so that each chapter gets the room of its `share`.
    """

    scale: ScaleId
    start: float
    end: float
    knots: tuple[Knot, ...]

    @classmethod
    def of(cls, scale: ScaleId, chapters: Iterable[Chapter], start: float, end: float) -> Axis:
        """The axis of a scale from `start` to `end` (hours).

        The lecture scale of a story without chapters is the log scale, and says so. Time that
        no chapter tells gets the room that the log scale would give it beside the chapters.
        Raises ValueError when the span is empty or not finite.
        """
        if not (math.isfinite(start) and math.isfinite(end) and start < end):
            raise ValueError(f"an axis needs a start before its end, not {start} h to {end} h")
        if scale == "lecture" and (spans := _spans(chapters, start, end)):
            return cls(scale, start, end, _shared(spans))
        plain: ScaleId = "true" if scale == "true" else "log"
        borders = np.array([start, end])
        low, high = borders if plain == "true" else _warp(borders)
        return cls(plain, start, end, (Knot(float(low), 0.0), Knot(float(high), 1.0)))

    @property
    def label(self) -> str:
        """The name of the scale in use, to be printed beside the axis."""
        return SCALE_LABELS[self.scale]

    def position(self, hours: float) -> float:
        """The place 0..1 of a time; times outside stand at the ends."""
        return float(self.positions(hours))

    def time(self, position: float) -> float:
        """The hour at a place; places outside 0..1 are the ends, which are met exactly."""
        if position <= 0:
            return self.start
        if position >= 1:
            return self.end
        return float(self.times(position))

    def positions(self, hours: ArrayLike) -> Floats:
        """Places of many times, same shape."""
        times = np.clip(np.asarray(hours, dtype=float), self.start, self.end)
        warped = times if self.scale == "true" else _warp(times)
        return np.clip(np.interp(warped, *self._columns), 0.0, 1.0)

    def times(self, positions: ArrayLike) -> Floats:
        """Hours at many places, same shape."""
        warps, places = self._columns
        warped = np.interp(np.asarray(positions, dtype=float), places, warps)
        times = warped if self.scale == "true" else _unwarp(warped)
        return np.clip(times, self.start, self.end)

    def ticks(self, target: int = 14, gap: float = 0.05) -> tuple[Tick, ...]:
        """At most `target` marks in order of time, no two closer than `gap` (0..1).

        On the true scale they are evenly spaced; else they are the times people name, the
        most telling first. A span that holds too few such times is divided evenly.
        """
        steps = stepped(self.start, self.end, target)
        names = steps if self.scale == "true" else ladder(self.start, self.end)
        ticks = self._placed(names, target, gap)
        return ticks if len(ticks) > 2 else self._placed(steps, target, gap)

    def _placed(self, names: list[tuple[float, str]], target: int, gap: float) -> tuple[Tick, ...]:
        places = [self.position(hours) for hours, _ in names]
        kept = chosen(places, target, gap)
        return tuple(sorted(Tick(*names[i], places[i]) for i in kept))

    @cached_property
    def _columns(self) -> tuple[Floats, Floats]:
        warps, places = zip(*self.knots, strict=True)
        return np.array(warps), np.array(places)


def _warp(hours: Floats) -> Floats:
    """Signed log1p of the distance to the dose in units of `LINEAR_HOURS`."""
    return np.copysign(np.log1p(np.abs(hours) / LINEAR_HOURS), hours)


def _unwarp(warped: Floats) -> Floats:
    """The inverse of `_warp`."""
    return np.copysign(np.expm1(np.abs(warped)) * LINEAR_HOURS, warped)


class _Span(NamedTuple):
    start: float
    end: float
    share: float | None


def _spans(chapters: Iterable[Chapter], start: float, end: float) -> list[_Span]:
    """The axis cut into chapters and untold gaps (share None); empty without a chapter on it.

    A chapter ends where the next begins, should they overlap.
    """
    told = sorted((c for c in chapters if c.start < end and c.end > start), key=lambda c: c.start)
    spans: list[_Span] = []
    limits = [*(chapter.start for chapter in told), end][1:]
    cursor = start
    for chapter, limit in zip(told, limits, strict=True):
        first, last = max(cursor, chapter.start), min(chapter.end, limit, end)
        if first > cursor:
            spans.append(_Span(cursor, first, None))
        if last > first:
            spans.append(_Span(first, last, chapter.share))
        cursor = max(first, last)
    if told and cursor < end:
        spans.append(_Span(cursor, end, None))
    return spans if any(span.share for span in spans) else []


def _shared(spans: list[_Span]) -> tuple[Knot, ...]:
    """Knots that give every span its room; a gap gets what its warped length is worth."""
    borders = _warp(np.array([spans[0].start, *(span.end for span in spans)]))
    lengths = np.diff(borders)
    told = np.array([span.share is not None for span in spans])
    shares = np.array([span.share or 0.0 for span in spans])
    worth = shares.sum() / lengths[told].sum()
    rooms = np.where(told, shares, lengths * worth)
    places = np.concatenate([[0.0], np.cumsum(rooms) / rooms.sum()])
    places[-1] = 1.0
    return tuple(Knot(float(w), float(p)) for w, p in zip(borders, places, strict=True))
