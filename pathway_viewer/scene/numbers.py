"""Where the small reference numbers stand: beside their node or arrow, touching nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import product
from operator import itemgetter
from typing import NamedTuple

from PySide6.QtCore import QRectF

from pathway_viewer.scene.clutter import ROOM, Clutter, borders
from pathway_viewer.scene.diagram import ArrowShape, Diagram
from pathway_viewer.scene.lettering import Hand, width

NUMBER = 14.5
"""Size of reference numbers in canvas units."""

MOST_SHOWN = 2
"""Numbers written out beside one node or arrow; the rest are counted."""

EVERY = 99
"""All of them: there is room from near."""

FEWER = (8, 4, 2, 1)
"""How many are tried where there is no room for more."""

SHARES = (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.14, 0.86, 0.09, 0.91)
"""Places along an arrow that are tried, as shares of its length."""

FOREIGN = 6.0
"""Kept free between numbers and whatever is not theirs, beyond what keeps them apart."""

SMALLEST = 8.0
"""Size in pixels below which numbers are not drawn: from so far there are shapes and names."""

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
    """'4 12 +3': the first numbers, and how many more there are. One more is written out."""
    every = list(numbers)
    shown = every if len(every) <= most + 1 else every[:most]
    rest = len(every) - len(shown)
    return " ".join(map(str, shown)) + (f" +{rest}" if rest else "")


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
    From afar, where few numbers are written, arrows beyond the first layer have none.
    """
    if not any(numbers.values()):
        return ()
    hand, taken = Hand(NUMBER * scale), [*obstacles]
    # On no border of a place where that is possible: a line behind a number makes it hard to read.
    grounds = Clutter(diagram, [*taken, *borders(diagram)]), Clutter(diagram, taken)
    placed = list[NumberLabel]()

    def place(id: str, around: Around) -> None:
        texts = dict.fromkeys(abridged(numbers[id], n) for n in (most, *FEWER) if n <= most)
        every = {text: list(around(width(text, hand) + 2, hand.size * 1.2)) for text in texts}
        for clutter, own, (text, spots) in product(grounds, (True, False), every.items()):
            found = clutter.first_free([spot.room if own else spot.box for spot in spots])
            if found is not None:
                for ground in grounds:
                    ground.take(spots[found].box)
                placed.append(NumberLabel(id, text, spots[found].box, hand.size))
                return

    for id, around in _in_turn(diagram, most, gap):
        if numbers.get(id):
            place(id, around)
    return tuple(placed)


def _in_turn(diagram: Diagram, most: int, gap: float) -> list[tuple[str, Around]]:
    """Whose numbers are placed when, with the places around each.

    Short arrows have the least choice and go first, then nodes; long arrows have room to spare.
    """
    first = diagram.pathway.layers[0].id
    places: list[tuple[float, str, Around]] = [
        (min(a.arrow.length, LONG + 1), str(a.edge.id), partial(_along, a, gap))
        for a in diagram.arrows
        if most > MOST_SHOWN or diagram.pathway.layer_of(a.edge) == first
    ]
    places += [(LONG, str(n.node.id), partial(_beside, n.box)) for n in diagram.nodes]
    return [(id, around) for _, id, around in sorted(places, key=itemgetter(0))]


class Spot(NamedTuple):
    """Where numbers may stand, and what must be free for it to be clear whose they are."""

    box: QRectF
    room: QRectF


Around = Callable[[float, float], Iterator[Spot]]
"""The places around a part for a box of so wide and so high."""


def _beside(box: QRectF, w: float, h: float) -> Iterator[Spot]:
    """Around a node, the top right first, where a reader looks for a note's number."""
    right, left, middle = box.right() + 3, box.left() - w - 3, box.center().y() - h / 2
    above, below = box.top() - h - 1, box.bottom() + 1
    corners = [(right, box.top() - h * 0.2), (right, box.bottom() - h)]
    for x in (box.right() - w, box.left(), box.center().x() - w / 2):
        corners += [(x, above), (x, below)]
    corners += [(left, box.top() - h * 0.2), (left, box.bottom() - h), (right, middle)]
    for x, y in (*corners, (left, middle)):
        spot = QRectF(x, y, w, h)
        dx = (-FOREIGN, 0) if x == left else (0, FOREIGN) if x == right else (0, 0)
        dy = (-FOREIGN, 0) if y == above else (0, FOREIGN) if y == below else (0, 0)
        yield Spot(spot, spot.adjusted(dx[0], dy[0], dx[1], dy[1]))


def _along(shape: ArrowShape, nearest: float, w: float, h: float) -> Iterator[Spot]:
    """Beside an arrow, its middle first; above and below a level stretch, else left and right.

    Only beside what it does not share with others, and nearer to it than to any other.
    """
    track = shape.arrow.track
    last, far = len(track) - 1, FOREIGN
    for share in SHARES:
        i = shape.along(share)
        x, y = track[i].tolist()
        ahead_x, ahead_y = (track[min(last, i + 3)] - track[max(0, i - 3)]).tolist()
        if abs(ahead_x) >= abs(ahead_y):
            above = QRectF(x - w / 2, y - h - nearest, w, h)
            yield Spot(above, above.adjusted(0, -far, 0, 0))
            below = QRectF(x - w / 2, y + nearest, w, h)
            yield Spot(below, below.adjusted(0, 0, 0, far))
        right = QRectF(x + nearest, y - h / 2, w, h)
        yield Spot(right, right.adjusted(0, 0, far, 0))
        left = QRectF(x - nearest - w, y - h / 2, w, h)
        yield Spot(left, left.adjusted(-far, 0, 0, 0))
    if shape.chip is not None:
        yield from _beside(shape.chip, w, h)
