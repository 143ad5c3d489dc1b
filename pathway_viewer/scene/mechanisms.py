"""Where an arrow's mechanism is told: beside it and nearer to it than to anything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from pathway_viewer.scene.clutter import ROOM, Clutter, Edges, borders
from pathway_viewer.scene.diagram import ArrowShape, Diagram
from pathway_viewer.scene.flow import CLEAR
from pathway_viewer.scene.lettering import (
    CENTRE,
    LEFT,
    LINE,
    RIGHT,
    Hand,
    Lettering,
    width,
    wrapped,
)
from pathway_viewer.scene.numbers import SHARES
from pathway_viewer.scene.sheet import Sheet

Floats = NDArray[np.float64]

MOST_LINES = 4

OWN, OTHER = 0.3, 0.9
"""Room between a text and its own arrow, and between it and all else, in sizes of the text."""


@dataclass(frozen=True)
class Note:
    """A text of one or more lines beside an arrow; box and size are of the canvas."""

    id: str
    lines: tuple[str, ...]
    box: QRectF
    size: float
    align: Qt.AlignmentFlag

    def rows(self) -> Iterator[tuple[str, QRectF]]:
        """Each line and the part of the canvas that it fills."""
        tall = self.box.height() / len(self.lines)
        for i, text in enumerate(self.lines):
            yield text, QRectF(self.box.left(), self.box.top() + i * tall, self.box.width(), tall)


def paint_notes(
    painter: QPainter, sheet: Sheet, notes: Iterable[Note], lettering: Lettering
) -> None:
    """Every note, quieter than the names of nodes."""
    for note in notes:
        hand = Hand(note.size * sheet.k)
        for text, box in note.rows():
            lettering.draw(painter, sheet.mapped(box), text, hand, sheet.theme.muted, note.align)


class Spots(NamedTuple):
    """Places for a note, best first: boxes, and what must be free around them, as (N, 4) edges.

    `level` (N,) says whether the arrow runs level there; the even ones are above or to the right
    of it, the odd ones below or to the left.
    """

    boxes: Edges
    around: Edges
    level: NDArray[np.bool_]

    def align(self, i: int) -> Qt.AlignmentFlag:
        """How the lines of a note are set there: towards their arrow."""
        return CENTRE if self.level[i] else RIGHT if i % 2 else LEFT


def place_mechanisms(
    diagram: Diagram, size: float, obstacles: Iterable[QRectF] = ()
) -> tuple[Note, ...]:
    """The mechanism of every arrow beside which it has room, whole; `size` in canvas units.

    Inside a place or outside it where that is possible, else across its border.
    """
    taken, notes = [*obstacles], list[Note]()
    clear, across = Clutter(diagram, [*taken, *borders(diagram)]), Clutter(diagram, taken)
    # Short arrows have the least choice and go first.
    for shape in sorted(diagram.arrows, key=lambda one: (one.arrow.length, str(one.edge.id))):
        note = _placed(shape, size, clear) or _placed(shape, size, across)
        if note is not None:
            notes.append(note)
            clear.take(note.box)
            across.take(note.box)
    return tuple(notes)


def _placed(shape: ArrowShape, size: float, clutter: Clutter) -> Note | None:
    for lines in broken(shape.edge.mechanism, size):
        wide = max(width(text, Hand(size)) for text in lines) + 0.2 * size
        spots = _spots(shape, wide, len(lines) * size * LINE, size)
        for i in clutter.all_free(spots.around):
            left, top, right, bottom = spots.boxes[i].tolist()
            box = QRectF(left, top, right - left, bottom - top)
            return Note(str(shape.edge.id), lines, box, size, spots.align(i))
    return None


def broken(text: str, size: float) -> list[tuple[str, ...]]:
    """A text in one line, in two, and so on: each time into lines of about one length."""
    hand, found = Hand(size), dict[tuple[str, ...], None]()
    whole = width(text, hand)
    for count in range(1, MOST_LINES + 1):
        for slack in (1.02, 1.12, 1.3):
            lines = wrapped(text, hand, whole / count * slack, count)
            if lines and not lines[-1].endswith("…"):
                found[lines] = None
                break
    return list(found)


def _spots(shape: ArrowShape, w: float, h: float, size: float) -> Spots:
    """Beside an arrow, its middle first; above and below a level stretch, else left and right."""
    track, last = shape.arrow.track, len(shape.arrow.track) - 1
    gap, far = max(ROOM + OWN * size, CLEAR), OTHER * size
    near = gap - ROOM - 0.1
    at = np.round(np.array(SHARES) * last).astype(int)
    ahead = np.abs(track[np.minimum(last, at + 3)] - track[np.maximum(0, at - 3)])
    # By place along the arrow, shift along it, and side.
    level = np.broadcast_to((ahead[:, 0] >= ahead[:, 1])[:, None, None], (len(at), 3, 2))
    x: Floats = track[at, 0][:, None, None]
    y: Floats = track[at, 1][:, None, None]
    shift: Floats = np.array([0.0, 0.35, -0.35])[:, None]
    first: NDArray[np.bool_] = np.array([True, False])
    across: Floats = np.where(first, x + gap, x - gap - w)
    along: Floats = np.where(first, y - h - gap, y + gap)
    left: Floats = np.where(level, x - w / 2 + shift * w, across)
    top: Floats = np.where(level, along, y - h / 2 + shift * h)
    boxes: Edges = np.stack((left, top, left + w, top + h), axis=-1).reshape(-1, 4)
    room: Floats = np.where(
        level[..., None],
        np.where(first[:, None], (-far, -far, far, near), (-far, -near, far, far)),
        np.where(first[:, None], (-near, -far, far, far), (-far, -far, near, far)),
    )
    return Spots(boxes, boxes + room.reshape(-1, 4), level.reshape(-1))
