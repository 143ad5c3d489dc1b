"""What small text on a diagram must keep off: nodes, chips, arrows and their heads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from pathway_viewer.scene.diagram import ArrowShape, Diagram

ROOM = 2.8
"""Kept free either side of the middle of an arrow, in canvas units."""

STRUCK = 4.2
"""Half the height of the strokes on an arrow that is weakened, in canvas units."""

Edges = NDArray[np.float64]
"""Rectangles (N, 4) as left, top, right, bottom in canvas units."""


class Clutter:
    """The rectangles of a canvas that are taken. Those that only touch are apart."""

    def __init__(self, diagram: Diagram, obstacles: Iterable[QRectF] = ()) -> None:
        boxes = [shape.box.adjusted(-1, -1, 1, 1) for shape in diagram.nodes]
        boxes += [arrow.chip for arrow in diagram.arrows if arrow.chip is not None]
        boxes += [
            head.boundingRect().adjusted(-1.5, -1.5, 1.5, 1.5)
            for shape in diagram.arrows
            for head in (shape.arrow.head_closed, shape.arrow.head_strokes)
            if not head.isEmpty()
        ]
        boxes += [strike(shape) for shape in diagram.arrows if shape.standing == "weakened"]
        self._canvas = QRectF(0, 0, diagram.width, diagram.height)
        self._hold(np.vstack((_edges([*boxes, *obstacles]), _stretches(diagram))))

    def free(self, box: QRectF) -> bool:
        """Whether a rectangle is on the canvas with nothing in it."""
        if not self._canvas.contains(box):
            return False
        over = (self._left < box.right()) & (self._right > box.left())
        return not (over & (self._top < box.bottom()) & (self._bottom > box.top())).any()

    def first_free(self, boxes: Sequence[QRectF]) -> int | None:
        """Which of these rectangles is the first on the canvas with nothing in it, if one is."""
        return next(iter(self.all_free(_edges(boxes))), None)

    def all_free(self, wanted: Edges) -> list[int]:
        """Which of these rectangles (N, 4) are on the canvas with nothing in them."""
        (low_x, low_y), (high_x, high_y) = wanted[:, :2].min(axis=0), wanted[:, 2:].max(axis=0)
        # Most of what is taken is nowhere near: it is put aside before each is held against each.
        near = (self._left < high_x) & (self._right > low_x)
        near &= (self._top < high_y) & (self._bottom > low_y)
        left, top, right, bottom = (side[:, None] for side in wanted.T)
        over = (self._left[near] < right) & (self._right[near] > left)
        over &= (self._top[near] < bottom) & (self._bottom[near] > top)
        size = self._canvas.right(), self._canvas.bottom()
        inside = (wanted[:, :2] >= 0).all(axis=1) & (wanted[:, 2:] <= size).all(axis=1)
        return np.flatnonzero(inside & ~over.any(axis=1)).tolist()

    def take(self, box: QRectF) -> None:
        """Mark a rectangle as taken."""
        self._hold(np.vstack((self._taken, _edges([box]))))

    def _hold(self, taken: Edges) -> None:
        """Keep the rectangles, and their sides as rows: thousands of questions are asked."""
        self._taken = taken
        self._left, self._top, self._right, self._bottom = np.ascontiguousarray(taken.T)


def strike(shape: ArrowShape) -> QRectF:
    """The part of the canvas that the strokes on a weakened arrow fill, and a little around."""
    x, y = shape.arrow.track[shape.along(0.5)].tolist()
    return QRectF(x - STRUCK - 4, y - STRUCK - 2, 2 * STRUCK + 8, 2 * STRUCK + 4)


def borders(diagram: Diagram) -> Iterator[QRectF]:
    """The four sides of every place that is drawn, as thick as its membrane."""
    for place in diagram.pathway.arrangement.compartments.values():
        box = QRectF(*place)
        w, h, thick = box.width(), box.height(), 8.0
        for x, y in ((box.left(), box.top()), (box.left(), box.bottom() - thick)):
            yield QRectF(x, y, w, thick)
        for x, y in ((box.left(), box.top()), (box.right() - thick, box.top())):
            yield QRectF(x, y, thick, h)


def _edges(boxes: Iterable[QRectF]) -> Edges:
    rows = [(box.left(), box.top(), box.right(), box.bottom()) for box in boxes]
    return np.array(rows, dtype=np.float64).reshape(-1, 4)


def _stretches(diagram: Diagram) -> Edges:
    """A rectangle around each level or upright run of every arrow, and around its short rest."""
    rows = [_edges(())]
    for shape in diagram.arrows:
        points = _corners(shape.arrow.track)
        low, high = np.minimum(points[:-1], points[1:]), np.maximum(points[:-1], points[1:])
        rows.append(np.hstack((low - ROOM, high + ROOM)))
    return np.vstack(rows)


def _corners(track: NDArray[np.float64]) -> NDArray[np.float64]:
    """The points of a track without those inside a level or an upright run."""
    still = np.abs(np.diff(track, axis=0)) < 1e-6
    inside = (still[:-1] & still[1:]).any(axis=1)
    return track[np.concatenate(([True], ~inside, [True]))]
