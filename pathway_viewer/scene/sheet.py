"""A diagram mapped to the pixels of a target: every outline and track ready to be painted."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath, QTransform

from pathway_viewer.look.theme import Theme
from pathway_viewer.scene.diagram import CHIP_TEXT, ArrowShape, Diagram, NodeShape
from pathway_viewer.scene.lettering import BOLD, Hand, fitted

LABEL = 21.0
SMALL_LABEL = 17.5
WORD = 16.5
PLACE = 16.0
"""Sizes of text in canvas units: a node's label, that of a node outside the core, its word,
a compartment's name."""

INK = 0.94
"""Size of the largest text that a line holds from its ascenders to its descenders."""

EVEN = 0.85
"""Labels share the size of the longest one, but shrink no further for it than to this share."""

BAR = 9.0
"""Width of the signed bar at a node's right side, in canvas units."""


@dataclass(frozen=True)
class Line:
    """One line of text, the field it is written in, and how."""

    text: str
    box: QRectF
    hand: Hand


@dataclass(frozen=True)
class PlacedNode:
    """One node in target pixels, with the fields its parts are painted in.

    `lines` are small text that is written from near.
    """

    shape: NodeShape
    box: QRectF
    outline: QPainterPath
    label_box: QRectF
    word_box: QRectF
    bar: QRectF
    label_hand: Hand
    word_hand: Hand
    lines: tuple[Line, ...] = ()

    def hand_for(self, word: str) -> Hand:
        """The hand of its word, smaller where the word is long."""
        return fitted(word, self.word_hand, self.word_box.width(), smallest=0.4)


@dataclass(frozen=True)
class PlacedArrow:
    """One arrow in target pixels; `track` is (SAMPLES, 2)."""

    shape: ArrowShape
    shaft: QPainterPath
    head_closed: QPainterPath
    head_strokes: QPainterPath
    track: NDArray[np.float64]
    chip: QRectF | None = None
    chip_size: float = CHIP_TEXT


@dataclass(frozen=True)
class Sheet:
    """The diagram at scale `k` (pixels a canvas unit) with its origin at (dx, dy) pixels."""

    diagram: Diagram
    theme: Theme
    k: float
    dx: float
    dy: float
    nodes: tuple[PlacedNode, ...]
    arrows: tuple[PlacedArrow, ...]

    def to_canvas(self, x: float, y: float) -> tuple[float, float]:
        """A pixel as a point of the canvas."""
        return (x - self.dx) / self.k, (y - self.dy) / self.k

    def mapped(self, box: QRectF) -> QRectF:
        """A rectangle of the canvas in pixels."""
        k = self.k
        x, y = self.dx + box.x() * k, self.dy + box.y() * k
        return QRectF(x, y, box.width() * k, box.height() * k)


def fit(diagram: Diagram, theme: Theme, target: QRectF) -> Sheet:
    """The sheet that shows the diagram's extent, centred, as large as the target allows."""
    extent = diagram.extent
    k = min(target.width() / extent.width(), target.height() / extent.height())
    corner = target.center() - extent.center() * k
    return placed(diagram, theme, k, corner.x(), corner.y())


def placed(diagram: Diagram, theme: Theme, k: float, dx: float, dy: float) -> Sheet:
    """The sheet at a given scale and origin."""
    to_target = QTransform(k, 0, 0, k, dx, dy)
    nodes = _evened(tuple(_placed_node(shape, theme, k, to_target) for shape in diagram.nodes))
    arrows = tuple(
        PlacedArrow(
            shape,
            to_target.map(shape.arrow.shaft),
            to_target.map(shape.arrow.head_closed),
            to_target.map(shape.arrow.head_strokes),
            shape.arrow.track * k + (dx, dy),
            to_target.mapRect(shape.chip) if shape.chip is not None else None,
            CHIP_TEXT * k,
        )
        for shape in diagram.arrows
    )
    return Sheet(diagram, theme, k, dx, dy, nodes, arrows)


def _evened(nodes: tuple[PlacedNode, ...]) -> tuple[PlacedNode, ...]:
    """The same nodes with labels of one size in the core and one outside it.

    Sizes that differ by what happens to fit read as importance. A label far too long for its
    node stays smaller by itself.
    """
    common: dict[bool, float] = {}
    for core in (True, False):
        sizes = [node.label_hand.size for node in nodes if node.shape.core == core]
        common[core] = max([min(sizes), EVEN * max(sizes)]) if sizes else 0.0
    return tuple(
        replace(node, label_hand=Hand(min(size, common[node.shape.core]), BOLD))
        for node in nodes
        for size in (node.label_hand.size,)
    )


def _placed_node(shape: NodeShape, theme: Theme, k: float, to_target: QTransform) -> PlacedNode:
    box = to_target.mapRect(shape.box)
    inset = 7 * k if shape.node.glyph == "activity" else 13 * k
    bar_room = (BAR + 9) * k
    text = box.adjusted(inset, 0, -inset - bar_room + 2 * k, 0)
    middle = box.top() + box.height() * 0.60
    label_box = QRectF(text.left(), box.top() + 3 * k, text.width(), middle - box.top() - 3 * k)
    word_box = QRectF(text.left(), middle - k, text.width(), box.bottom() - middle - 2 * k)
    inner = box.adjusted(0, 7 * k, -inset + 2 * k, -7 * k)
    scale = k * theme.text_scale
    label_size = min((LABEL if shape.core else SMALL_LABEL) * scale, label_box.height() * INK)
    word_size = min(WORD * scale * (1.0 if shape.core else 0.9), word_box.height() * INK)
    return PlacedNode(
        shape=shape,
        box=box,
        outline=to_target.map(shape.outline),
        label_box=label_box,
        word_box=word_box,
        bar=QRectF(inner.right() - BAR * k, inner.top(), BAR * k, inner.height()),
        label_hand=fitted(shape.node.label, Hand(label_size, BOLD), text.width(), smallest=0.4),
        word_hand=Hand(word_size),
    )
