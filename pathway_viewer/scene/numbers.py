"""Where the small reference numbers stand: beside their node or arrow, touching nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import product
from operator import itemgetter

from PySide6.QtCore import QRectF

from pathway_viewer.scene.clutter import ROOM, Clutter
from pathway_viewer.scene.diagram import ArrowShape, Diagram
from pathway_viewer.scene.lettering import Hand, width

NUMBER = 14.5
"""Size of reference numbers in canvas units."""

MOST_SHOWN = 2
"""Numbers written out beside one node or arrow; an ellipsis stands for the rest."""

EVERY = 99
"""All of them: there is room from near."""

FEWER = (8, 4, 2, 1)
"""How many are tried where there is no room for more."""

SHARES = (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.14, 0.86, 0.09, 0.91)
"""Places along an arrow that are tried, as shares of its length."""

LONG = 100.0
"""An arrow longer than this finds room for its numbers after the nodes have found theirs."""

Numbers = Mapping[str, tuple[int, ...]]


@dataclass(frozen=True)
class NumberLabel:
    """A short text, the part of the canvas it fills, and its size in canvas units."""

    id: str
    text: str
    box: QRectF
    size: float = NUMBER


def abridged(numbers: Iterable[int], most: int = MOST_SHOWN) -> str:
    """'4 12…': the first numbers, and a sign that there are more."""
    every = list(numbers)
    shown = " ".join(str(n) for n in every[:most])
    return f"{shown}…" if len(every) > most else shown


def place_numbers(
    diagram: Diagram,
    numbers: Numbers,
    scale: float = 1.0,
    obstacles: Iterable[QRectF] = (),
    most: int = MOST_SHOWN,
    gap: float = ROOM + 0.5,
) -> tuple[NumberLabel, ...]:
    """Labels for every node and arrow shown that cites; one without free room is left out.

    `scale` is a factor for the text; `obstacles` are parts of the canvas to keep clear; where
    there is no room for `most` numbers, fewer are written. `gap` is from an arrow to its numbers.
    """
    if not any(numbers.values()):
        return ()
    clutter, hand = Clutter(diagram, obstacles), Hand(NUMBER * scale)
    arrows, placed = diagram.arrows, list[NumberLabel]()

    def place(id: str, around: Callable[[float, float], Iterator[QRectF]]) -> None:
        for text in dict.fromkeys(abridged(numbers[id], n) for n in (most, *FEWER) if n <= most):
            candidates = list(around(width(text, hand) + 2, hand.size * 1.2))
            if (found := clutter.first_free(candidates)) is not None:
                clutter.take(candidates[found])
                placed.append(NumberLabel(id, text, candidates[found], hand.size))
                return

    # Short arrows have the least choice and go first, then nodes; long arrows have room to spare.
    spots = [
        (min(a.arrow.length, LONG + 1), str(a.edge.id), partial(_along, a, gap)) for a in arrows
    ]
    spots += [(LONG, str(n.node.id), partial(_beside, n.box)) for n in diagram.nodes]
    for _, id, around in sorted(spots, key=itemgetter(0)):
        if numbers.get(id):
            place(id, around)
    return tuple(placed)


def _beside(box: QRectF, w: float, h: float) -> Iterator[QRectF]:
    """Around a node, the top right first, where a reader looks for a note's number."""
    right, left, middle = box.right() + 3, box.left() - w - 3, box.center().y() - h / 2
    yield QRectF(right, box.top() - h * 0.2, w, h)
    yield QRectF(right, box.bottom() - h, w, h)
    for x in (box.right() - w, box.left(), box.center().x() - w / 2):
        yield QRectF(x, box.top() - h - 2, w, h)
        yield QRectF(x, box.bottom() + 2, w, h)
    yield QRectF(left, box.top() - h * 0.2, w, h)
    yield QRectF(left, box.bottom() - h, w, h)
    yield QRectF(right, middle, w, h)
    yield QRectF(left, middle, w, h)


def _along(shape: ArrowShape, nearest: float, w: float, h: float) -> Iterator[QRectF]:
    """Beside an arrow, its middle first; above and below a level stretch, else left and right."""
    track = shape.arrow.track
    last = len(track) - 1
    for gap, share in product((nearest, ROOM + 6), SHARES):
        i = round(share * last)
        x, y = track[i].tolist()
        ahead_x, ahead_y = (track[min(last, i + 3)] - track[max(0, i - 3)]).tolist()
        if abs(ahead_x) >= abs(ahead_y):
            yield QRectF(x - w / 2, y - h - gap, w, h)
            yield QRectF(x - w / 2, y + gap, w, h)
        yield QRectF(x + gap, y - h / 2, w, h)
        yield QRectF(x - gap - w, y - h / 2, w, h)
    if shape.chip is not None:
        yield from _beside(shape.chip, w, h)
