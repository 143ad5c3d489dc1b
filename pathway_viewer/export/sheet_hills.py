"""The hills of the patient sheet: when a few things go up and come down, in large type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from pathway_viewer.dynamics.course import Course
from pathway_viewer.export.handout_steps import printed
from pathway_viewer.export.pages import MM, POINT, Block, Piece, stacked
from pathway_viewer.export.pages_prose import Prose
from pathway_viewer.export.sheet_text import long_time
from pathway_viewer.look.theme import PRINT
from pathway_viewer.model.story import Chapter, SheetLine
from pathway_viewer.scene.lettering import CENTRE, Hand, Lettering, width
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.timeline.origin import zero
from pathway_viewer.widgets.citer import Citer

Floats = NDArray[np.float64]

ROWS = (6.4 * MM, 7.6 * MM, 9.0 * MM, 10.5 * MM)
"""How high a row may be, from what is still seen to what is best seen."""

LABELS = 58 * MM
"""The room for what each hill is called."""

SAMPLES = 600
AIR = 8 * POINT
"""Between two times under the hills."""

STILL = 0.01
"""A change that stays under this is drawn as none."""


@dataclass(frozen=True)
class Mark:
    """A time under the hills: its place 0..1 and what a patient would call it."""

    place: float
    text: str


@dataclass(frozen=True)
class Form:
    """Size of the type, width of the text, and height of a row of the picture.

    A row is higher where its words need two lines.
    """

    size: float
    width: float
    row: float


@dataclass(frozen=True)
class Hills:
    """What is drawn: the lines of the sheet, of one run, over the times of its chapters."""

    lines: Sequence[SheetLine]
    course: Course
    chapters: tuple[Chapter, ...]

    @cached_property
    def axis(self) -> Axis:
        """From the first chapter to the end of the run."""
        start = min([0.0, *(one.start for one in self.chapters)])
        return Axis.of("lecture", self.chapters, start, self.course.end)

    @cached_property
    def borders(self) -> tuple[float, ...]:
        """Where chapters begin and end, 0..1."""
        ends = {t for one in self.chapters for t in (one.start, one.end)}
        return tuple(sorted(self.axis.position(t) for t in ends))

    @cached_property
    def heights(self) -> Floats:
        """The change of each line's node (L, N) along the axis, as a share of its own largest."""
        columns = [self.course.node_index[line.node] for line in self.lines]
        times = self.axis.times(np.linspace(0.0, 1.0, SAMPLES))
        changes = np.array([self.course.changes(float(t))[columns] for t in times]).T
        largest = np.abs(changes).max(axis=1, keepdims=True)
        return np.where(largest > STILL, changes / np.maximum(largest, STILL), 0.0)


def hills(shown: Hills, citer: Citer, form: Form) -> Block:
    """A row for each line of the sheet, over the times at which chapters begin and end."""
    axis, room = shown.axis, form.width - LABELS
    ground = Ground(shown.borders, room, form.row)
    rows = [
        _row(
            Prose(printed(citer, line.text), LABELS - 2 * MM, form.size, 100),
            ground,
            heights,
        )
        for line, heights in zip(shown.lines, shown.heights, strict=True)
    ]
    # The first and the last time are told whatever else has room.
    times = sorted({one.end for one in shown.chapters} or {shown.course.end})
    marks = [Mark(axis.position(0.0), zero(shown.course))]
    marks += [Mark(axis.position(t), long_time(t)) for t in (times[-1], *times[:-1])]
    return stacked([*rows, _scale(marks, form.size * 0.84, room)], 0.0)


@dataclass(frozen=True)
class Ground:
    """What a hill stands on: stripes from border to border (0..1), and its width and height."""

    borders: Sequence[float]
    room: float
    high: float


def _row(label: Prose, ground: Ground, heights: Floats) -> Block:
    """What it is called, and its hill beside that on a striped ground."""
    high = max(ground.high, label.height + 1.2 * MM)

    def paint(painter: QPainter, box: QRectF) -> None:
        _paint_ground(painter, box, ground.borders)
        _paint_hill(painter, box.adjusted(0, 1.0 * MM, 0, 0), heights)

    hill = Piece(QRectF(LABELS, 0, ground.room, high), paint, "hill")
    return Block((*label.block().at(0.0, (high - label.height) / 2), hill), high)


def _paint_ground(painter: QPainter, box: QRectF, borders: Sequence[float]) -> None:
    for i, (left, right) in enumerate(pairwise(borders)):
        stripe = QColor(PRINT.chapters[i % len(PRINT.chapters)])
        x = box.left() + left * box.width()
        painter.fillRect(QRectF(x, box.top(), (right - left) * box.width(), box.height()), stripe)


def _paint_hill(painter: QPainter, box: QRectF, heights: Floats) -> None:
    """A filled curve on its line of rest, which is as low as the curve lets it be."""
    low = min(0.0, float(heights.min()))
    unit = box.height() / max(1.0, 1.0 - low if heights.max() > STILL else -low)
    rest = box.bottom() + low * unit
    xs = np.linspace(box.left(), box.right(), len(heights))
    curve = [QPointF(float(x), rest - float(h) * unit) for x, h in zip(xs, heights, strict=True)]
    painter.setPen(QPen(QColor(PRINT.rising), 0))
    painter.setBrush(QColor(PRINT.rest))
    ends = QPointF(box.right(), rest), QPointF(box.left(), rest)
    painter.drawPolygon(QPolygonF([*curve, *ends]))
    painter.setPen(QPen(QColor(PRINT.ink), 9))
    painter.drawPolyline(QPolygonF(curve))
    painter.setPen(QPen(QColor(PRINT.ink), 4))
    painter.drawLine(QLineF(box.left(), rest, box.right(), rest))


def _scale(marks: Sequence[Mark], size: float, room: float) -> Block:
    """The times under the hills, those that have room."""
    hand, high = Hand(size), size * 1.5
    kept = _apart(marks, hand, room)

    def paint(painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(QColor(PRINT.ink), 5))
        for mark, spot in kept:
            x = box.left() + mark.place * box.width()
            painter.drawLine(QLineF(x, box.top(), x, box.top() + 1.0 * MM))
            where = spot.translated(box.topLeft() + QPointF(0, 1.0 * MM))
            Lettering().draw(painter, where, mark.text, hand, PRINT.ink, CENTRE)

    piece = Piece(QRectF(LABELS, 0, room, high + 1.0 * MM), paint, "times")
    return Block((piece,), high + 1.0 * MM)


def _apart(marks: Sequence[Mark], hand: Hand, room: float) -> list[tuple[Mark, QRectF]]:
    """The marks whose words do not touch an earlier one's, and where the words stand."""
    kept: list[tuple[Mark, QRectF]] = []
    for mark in marks:
        wide = width(mark.text, hand) + POINT
        left = min(max(mark.place * room - wide / 2, -LABELS), room - wide)
        spot = QRectF(left, 0, wide, hand.size * 1.3)
        if all(not spot.adjusted(-AIR, 0, AIR, 0).intersects(other) for _, other in kept):
            kept.append((mark, spot))
    return kept
