"""The course of an arrow: from border to border over its bends, rounded, with points along it."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, degrees, hypot

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from pathway_viewer.model.pathway import Sign
from pathway_viewer.scene.glyphs import head, head_length

Points = tuple[tuple[float, float], ...]

BEND_RADIUS = 22.0
GAP = 5.0
"""Room between a node's border and the arrow that leaves or meets it, in canvas units."""

SAMPLES = 96
"""Points along an arrow on which its particles travel."""


@dataclass(frozen=True)
class Arrow:
    """One arrow on the canvas. `track` holds points (SAMPLES, 2) at even distance along it.

    `corners` are those of its shaft, its two ends among them, before they are rounded.
    """

    shaft: QPainterPath
    head_closed: QPainterPath
    head_strokes: QPainterPath
    tip: QPointF
    track: NDArray[np.float64]
    length: float
    corners: tuple[QPointF, ...] = ()

    def at(self, share: float) -> QPointF:
        """The point at a share 0..1 of the arrow's length."""
        x, y = self.track[round(share * (SAMPLES - 1))]
        return QPointF(float(x), float(y))


def drawn(
    source: tuple[QRectF, QPainterPath],
    target: tuple[QRectF, QPainterPath],
    bends: Points,
    sign: Sign,
    head_size: float,
) -> Arrow:
    """The arrow between two nodes, each given as its box and its outline."""
    points = ports(source[0], target[0], bends)
    points[0] = _leave(points[0], points[1], source[1], GAP)
    points[-1] = _leave(points[-1], points[-2], target[1], GAP)
    tip, before = points[-1], points[-2]
    angle = degrees(atan2(tip.y() - before.y(), tip.x() - before.x()))
    closed, strokes = head(sign, tip, angle, head_size)
    shaft_end = _towards(tip, before, head_length(sign, head_size))
    shaft = rounded([*points[:-1], shaft_end])
    track = _track(rounded(points))
    steps = np.diff(track, axis=0)
    length = float(np.hypot(steps[:, 0], steps[:, 1]).sum())
    return Arrow(shaft, closed, strokes, tip, track, length, (*points[:-1], shaft_end))


def between(arrow: Arrow, first: float, last: float) -> QPainterPath:
    """The shaft of an arrow from one share of its length to another."""
    if (first, last) == (0.0, 1.0):
        return arrow.shaft
    start, end = arrow.at(first), arrow.at(last)
    corners = list(arrow.corners)
    low = _leg(corners, start) if first > 0 else 0
    high = _leg(corners, end) if last < 1 else len(corners) - 2
    inner = corners[low + 1 : high + 1]
    ends = (start if first > 0 else corners[0], end if last < 1 else corners[-1])
    return rounded([ends[0], *inner, ends[1]], cut=(first > 0, last < 1))


def _leg(corners: list[QPointF], point: QPointF) -> int:
    """Which stretch between two corners a point lies on, or nearest to."""

    def detour(i: int) -> float:
        a, b = corners[i], corners[i + 1]
        return QLineF(a, point).length() + QLineF(point, b).length() - QLineF(a, b).length()

    return min(range(len(corners) - 1), key=detour)


def rounded(
    points: list[QPointF], radius: float = BEND_RADIUS, cut: tuple[bool, bool] = (False, False)
) -> QPainterPath:
    """A path over the points with its corners rounded by quadratic curves.

    A corner takes no more than half of a leg; all of the first or last where that is `cut` off.
    """
    path, last = QPainterPath(points[0]), len(points) - 2
    for i, (before, here, after) in enumerate(zip(points, points[1:], points[2:], strict=False)):
        into, out = QLineF(before, here).length(), QLineF(here, after).length()
        into = into if cut[0] and i == 0 else into / 2
        out = out if cut[1] and i == last - 1 else out / 2
        reach = min(radius, into, out)
        path.lineTo(_towards(here, before, reach))
        path.quadTo(here, _towards(here, after, reach))
    path.lineTo(points[-1])
    return path


def ports(source: QRectF, target: QRectF, bends: Points) -> list[QPointF]:
    """Start, bends and end; ends slide along their node so that the first leg runs straight."""
    middle = [QPointF(x, y) for x, y in bends]
    if middle:
        return [_port(source, middle[0]), *middle, _port(target, middle[-1])]
    top, bottom = max(source.top(), target.top()), min(source.bottom(), target.bottom())
    if bottom - top >= 12:
        level = _shared(source.center().y(), target.center().y(), top, bottom)
        return [QPointF(source.center().x(), level), QPointF(target.center().x(), level)]
    left, right = max(source.left(), target.left()), min(source.right(), target.right())
    if right - left >= 12:
        level = _shared(source.center().x(), target.center().x(), left, right)
        return [QPointF(level, source.center().y()), QPointF(level, target.center().y())]
    return [source.center(), target.center()]


def _shared(first: float, second: float, low: float, high: float) -> float:
    """A coordinate both nodes reach: the target's own where possible."""
    for wish in (second, first):
        if low + 6 <= wish <= high - 6:
            return wish
    return (low + high) / 2


def _port(box: QRectF, bend: QPointF) -> QPointF:
    """The point inside a node from which the leg to a bend runs level or upright, if one is."""
    if box.top() + 5 <= bend.y() <= box.bottom() - 5:
        return QPointF(box.center().x(), bend.y())
    if box.left() + 8 <= bend.x() <= box.right() - 8:
        return QPointF(bend.x(), box.center().y())
    return box.center()


def _leave(inside: QPointF, outside: QPointF, border: QPainterPath, gap: float) -> QPointF:
    """Where the line from inside crosses the border last, and `gap` beyond."""
    line = QLineF(inside, outside)
    polygon: QPolygonF = border.toFillPolygon()
    best: tuple[float, QPointF] | None = None
    for i in range(polygon.size() - 1):
        kind, point = line.intersects(QLineF(polygon.at(i), polygon.at(i + 1)))
        if kind == QLineF.IntersectionType.BoundedIntersection:
            far = QLineF(inside, point).length()
            if best is None or far > best[0]:
                best = (far, point)
    return inside if best is None else _towards(best[1], outside, gap)


def _towards(start: QPointF, end: QPointF, distance: float) -> QPointF:
    length = hypot(end.x() - start.x(), end.y() - start.y())
    share = min(1.0, distance / length) if length else 0.0
    return start + (end - start) * share


def _track(path: QPainterPath) -> NDArray[np.float64]:
    """Points (SAMPLES, 2) at even distance along a path."""
    polygons = path.toSubpathPolygons()
    # A path without length has no polygon: two nodes that touch leave no room for an arrow.
    ends = polygons[0].toList() if polygons else [path.currentPosition()] * 2
    corners = np.array([(p.x(), p.y()) for p in ends], dtype=np.float64)
    steps = np.hypot(*np.diff(corners, axis=0).T)
    along = np.concatenate(([0.0], np.cumsum(steps)))
    even: NDArray[np.float64] = np.linspace(0.0, float(along[-1]), SAMPLES)
    return np.column_stack(
        [np.interp(even, along, corners[:, 0]), np.interp(even, along, corners[:, 1])]
    )
