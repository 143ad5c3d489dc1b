"""A point on the rim of a place, with the way out of it: where membranes have their parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTransform

Side = Literal["right", "bottom", "left", "top"]
SIDES: tuple[Side, ...] = ("right", "bottom", "left", "top")

TURN: dict[Side, float] = {"right": 0, "bottom": 90, "left": 180, "top": 270}
"""Degrees from 'out is to the right' to each side's way out, clockwise as Qt counts."""


AHEAD: dict[Side, tuple[float, float]] = {
    "right": (1, 0),
    "bottom": (0, 1),
    "left": (-1, 0),
    "top": (0, -1),
}
"""Each side's way out, as a step on the canvas."""


@dataclass(frozen=True)
class Spot:
    """A point of a rim in canvas units. Seen from it, x leads out of the place, y along the rim."""

    x: float
    y: float
    side: Side

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """The point of the canvas at x, y as seen from the spot."""
        dx, dy = AHEAD[self.side]
        return self.x + x * dx - y * dy, self.y + x * dy + y * dx

    def turned(self) -> QTransform:
        """From what is seen from the spot to the canvas."""
        return QTransform().translate(self.x, self.y).rotate(TURN[self.side])

    def box(self, inward: float, outward: float, half: float) -> QRectF:
        """The part of the canvas so far in, so far out and `half` to either side."""
        return self.turned().mapRect(QRectF(-inward, -half, inward + outward, 2 * half))


def depth(place: QRectF, side: Side, box: QRectF) -> float:
    """How far inside one side of a place a box begins; negative when it reaches out."""
    return {
        "right": place.right() - box.right(),
        "bottom": place.bottom() - box.bottom(),
        "left": box.left() - place.left(),
        "top": box.top() - place.top(),
    }[side]


def facing(place: QRectF, point: QPointF) -> Side:
    """The side of a place beyond which a point lies farthest, or to which it is nearest."""
    return min(SIDES, key=lambda side: depth(place, side, QRectF(point, point)))


def beside(place: QRectF, side: Side, along: float) -> Spot:
    """The spot of a side at a position along it (x or y of the canvas)."""
    if side in ("left", "right"):
        return Spot(place.left() if side == "left" else place.right(), along, side)
    return Spot(along, place.top() if side == "top" else place.bottom(), side)


def reach(place: QRectF, side: Side) -> tuple[float, float]:
    """From where to where a side runs along its axis of the canvas."""
    if side in ("left", "right"):
        return place.top(), place.bottom()
    return place.left(), place.right()


def spots(place: QRectF, side: Side, corner: float, step: float) -> Iterator[Spot]:
    """Spots in even steps along the straight part of a side, from its middle outwards."""
    first, last = reach(place, side)
    middle, room = (first + last) / 2, (last - first) / 2 - corner
    count = max(0, int(room // step))
    for i in range(count + 1):
        for way in (-1, 1) if i else (1,):
            yield beside(place, side, middle + way * i * step)
