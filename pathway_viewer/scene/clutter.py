"""What small text on a diagram must keep off: nodes, chips, arrows and their heads."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from pathway_viewer.scene.diagram import Diagram

ROOM = 2.8
"""Kept free either side of the middle of an arrow, in canvas units."""

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
        self._canvas = QRectF(0, 0, diagram.width, diagram.height)
        self._taken = np.vstack((_edges([*boxes, *obstacles]), _stretches(diagram)))

    def free(self, box: QRectF) -> bool:
        """Whether a rectangle is on the canvas with nothing in it."""
        left, top, right, bottom = self._taken.T
        beside = (left >= box.right()) | (right <= box.left())
        apart = beside | (top >= box.bottom()) | (bottom <= box.top())
        return self._canvas.contains(box) and bool(apart.all())

    def take(self, box: QRectF) -> None:
        """Mark a rectangle as taken."""
        self._taken = np.vstack((self._taken, _edges([box])))


def _edges(boxes: Iterable[QRectF]) -> Edges:
    rows = [(box.left(), box.top(), box.right(), box.bottom()) for box in boxes]
    return np.array(rows, dtype=np.float64).reshape(-1, 4)


def _stretches(diagram: Diagram) -> Edges:
    """A rectangle around each short stretch of every arrow."""
    if not diagram.arrows:
        return _edges(())
    tracks = np.array([shape.arrow.track for shape in diagram.arrows], dtype=np.float64)
    here, there = tracks[:, :-1].reshape(-1, 2), tracks[:, 1:].reshape(-1, 2)
    return np.hstack((np.minimum(here, there) - ROOM, np.maximum(here, there) + ROOM))
