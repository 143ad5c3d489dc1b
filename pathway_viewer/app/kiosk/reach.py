"""Reach: which box a finger means on a small screen, where boxes are smaller than a finger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF

from pathway_viewer.widgets.chapter_track import FINGER

REACH = 1.4 * FINGER
"""Boxes answer as if they had at least this width and height, in pixels: neighbours share it."""

LEAST = FINGER + 2.0
"""What a box asks of its neighbours: a finger, and what is lost where pixels are whole."""


def meant(boxes: Mapping[str, QRectF], point: QPointF) -> str:
    """The box at a point, else the nearest one within reach, '' for none.

    Between two boxes the one with less room around it is met from farther away.
    """
    for id, box in boxes.items():
        if box.contains(point):
            return id
    near = [id for id, box in boxes.items() if grown(box).contains(point)]
    room = {id: lacking(boxes, id) for id in near}
    return min(near, key=lambda id: distance(boxes[id], point) - room[id], default="")


def grown(box: QRectF) -> QRectF:
    """Where a box answers if nothing else is near."""
    wide = max(0.0, (REACH - box.width()) / 2)
    high = max(0.0, (REACH - box.height()) / 2)
    return box.adjusted(-wide, -high, wide, high)


def distance(box: QRectF, point: QPointF) -> float:
    """How far a point is from a box, along the axes; 0 inside."""
    across = max(box.left() - point.x(), 0.0, point.x() - box.right())
    return across + max(box.top() - point.y(), 0.0, point.y() - box.bottom())


def lacking(boxes: Mapping[str, QRectF], id: str) -> float:
    """How many pixels a box would miss, if it shared each gap with its neighbour in halves."""
    box, others = boxes[id], [one for other, one in boxes.items() if other != id]
    x, y = box.center().x(), box.center().y()
    beside = [one for one in others if one.top() <= y <= one.bottom()]
    over = [one for one in others if one.left() <= x <= one.right()]
    left = _half(box.left() - one.right() for one in beside)
    right = _half(one.left() - box.right() for one in beside)
    above = _half(box.top() - one.bottom() for one in over)
    below = _half(one.top() - box.bottom() for one in over)
    return max(0.0, LEAST - box.width() - left - right, LEAST - box.height() - above - below)


def _half(gaps: Iterable[float]) -> float:
    """Half of the narrowest gap on one side, as far as a box reaches."""
    return min((gap / 2 for gap in gaps if gap >= 0), default=REACH)
