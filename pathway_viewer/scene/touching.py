"""Fingers on the diagram: one drags, two pinch, a short touch is a click."""

from __future__ import annotations

from collections.abc import Mapping
from math import hypot
from typing import NamedTuple

from PySide6.QtCore import QPointF

SLACK = 10.0
"""A finger that has moved less than this, in pixels, has only touched."""


class Pull(NamedTuple):
    """What fingers do between two moments: nearer by a factor about a point, then along a way."""

    factor: float
    about: QPointF
    way: QPointF


class Fingers:
    """The fingers that are down, by their ids, and whether they have done more than touch."""

    def __init__(self) -> None:
        self._points: dict[int, QPointF] = {}
        self._start: QPointF | None = None
        self._touched = False

    def begin(self, points: Mapping[int, QPointF]) -> None:
        """The first finger, or fingers, come down."""
        self._points = dict(points)
        self._start = next(iter(points.values()), None)
        self._touched = len(points) == 1

    def move(self, points: Mapping[int, QPointF]) -> Pull | None:
        """Fingers go on; None while it may be a mere touch, or when others hold than before."""
        before, self._points = self._points, dict(points)
        if len(points) > 1:
            self._touched = False
        if not points or before.keys() != points.keys():
            return None
        if self._touched and self._start is not None:
            (here,) = points.values()
            if _length(here - self._start) < SLACK:
                self._points = before
                return None
            self._touched = False
        return pull(list(before.values()), [points[id] for id in before])

    def end(self) -> QPointF | None:
        """All are up: where one has touched, None if it did more than that."""
        touched = self._start if self._touched else None
        self._points, self._start, self._touched = {}, None, False
        return touched


def pull(before: list[QPointF], after: list[QPointF]) -> Pull:
    """How the picture follows fingers, each keeping the place that it holds as well as it can."""
    about, there = _middle(before), _middle(after)
    spread = sum(_length(point - about) for point in before)
    wider = sum(_length(point - there) for point in after)
    return Pull(wider / spread if spread > 1 and wider > 1 else 1.0, about, there - about)


def _middle(points: list[QPointF]) -> QPointF:
    return QPointF(
        sum(point.x() for point in points) / len(points),
        sum(point.y() for point in points) / len(points),
    )


def _length(way: QPointF) -> float:
    return hypot(way.x(), way.y())
