"""Where the small reference numbers stand: beside their node or arrow, touching nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from pathway_viewer.scene.arrows import Arrow
from pathway_viewer.scene.diagram import Diagram
from pathway_viewer.scene.lettering import Hand, width

NUMBER = 13.0
"""Size of reference numbers in canvas units."""

MOST_SHOWN = 2
"""Numbers written out beside one node or arrow; an ellipsis stands for the rest."""

SHARES = (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78, 0.14, 0.86)
"""Places along an arrow that are tried, as shares of its length."""

Numbers = Mapping[str, tuple[int, ...]]


@dataclass(frozen=True)
class NumberLabel:
    """A short text and the part of the canvas it fills."""

    id: str
    text: str
    box: QRectF


def abridged(numbers: Iterable[int]) -> str:
    """'4 12…': the first numbers, and a sign that there are more."""
    every = list(numbers)
    shown = " ".join(str(n) for n in every[:MOST_SHOWN])
    return f"{shown}…" if len(every) > MOST_SHOWN else shown


def place_numbers(
    diagram: Diagram, numbers: Numbers, scale: float = 1.0, obstacles: Iterable[QRectF] = ()
) -> tuple[NumberLabel, ...]:
    """Labels for every node and arrow shown that cites; one without free room is left out.

    `scale` is the theme's factor for text; `obstacles` are parts of the canvas to keep clear.
    """
    if not numbers:
        return ()
    room = _Room(diagram, obstacles)
    hand = Hand(NUMBER * scale)
    placed: list[NumberLabel] = []
    for shape in diagram.nodes:
        text = abridged(numbers.get(shape.node.id, ()))
        size = (width(text, hand) + 2, hand.size * 1.2)
        _put(placed, room, str(shape.node.id), text, _beside(shape.box, *size))
    for arrow in diagram.arrows:
        text = abridged(numbers.get(arrow.edge.id, ()))
        size = (width(text, hand) + 2, hand.size * 1.2)
        _put(placed, room, str(arrow.edge.id), text, _along(arrow.arrow, *size))
    return tuple(placed)


class _Room:
    """The canvas with what already stands on it."""

    def __init__(self, diagram: Diagram, obstacles: Iterable[QRectF]) -> None:
        boxes = [shape.box.adjusted(-1, -1, 1, 1) for shape in diagram.nodes]
        boxes += [a.chip for a in diagram.arrows if a.chip is not None]
        boxes += obstacles
        self._taken: list[tuple[float, float, float, float]] = [_edges(box) for box in boxes]
        tracks = [a.arrow.track for a in diagram.arrows]
        self._points: NDArray[np.float64] = np.concatenate(tracks) if tracks else np.empty((0, 2))
        self._size = (diagram.width, diagram.height)

    def take(self, box: QRectF) -> bool:
        """Whether the box was free and inside; then it is so no longer."""
        left, top, right, bottom = edges = _edges(box)
        if left < 0 or top < 0 or right > self._size[0] or bottom > self._size[1]:
            return False
        if any(
            x0 < right and left < x1 and y0 < bottom and top < y1 for x0, y0, x1, y1 in self._taken
        ):
            return False
        x, y = self._points[:, 0], self._points[:, 1]
        if bool(((x > left - 1) & (x < right + 1) & (y > top) & (y < bottom)).any()):
            return False
        self._taken.append(edges)
        return True


def _edges(box: QRectF) -> tuple[float, float, float, float]:
    return box.left(), box.top(), box.right(), box.bottom()


def _put(
    placed: list[NumberLabel], room: _Room, id: str, text: str, candidates: Iterator[QRectF]
) -> None:
    if text and (box := next((b for b in candidates if room.take(b)), None)) is not None:
        placed.append(NumberLabel(id, text, box))


def _beside(box: QRectF, w: float, h: float) -> Iterator[QRectF]:
    """Around a node, the top right first, where a reader looks for a note's number."""
    for top in (box.top() - h * 0.2, box.bottom() - h):
        yield QRectF(box.right() + 3, top, w, h)
    for left in (box.right() - w, box.left()):
        yield QRectF(left, box.top() - h - 2, w, h)
        yield QRectF(left, box.bottom() + 2, w, h)
    yield QRectF(box.left() - w - 3, box.top() - h * 0.2, w, h)


def _along(arrow: Arrow, w: float, h: float) -> Iterator[QRectF]:
    """Beside an arrow, its middle first; above and below a level stretch, else left and right."""
    last = len(arrow.track) - 1
    for share in SHARES:
        i = round(share * last)
        x, y = (float(v) for v in arrow.track[i])
        ahead = arrow.track[min(last, i + 3)] - arrow.track[max(0, i - 3)]
        if abs(ahead[0]) >= abs(ahead[1]):
            yield QRectF(x - w / 2, y - h - 3, w, h)
            yield QRectF(x - w / 2, y + 3, w, h)
        else:
            yield QRectF(x + 6, y - h / 2, w, h)
            yield QRectF(x - 6 - w, y - h / 2, w, h)
