"""A diagram mapped to the pixels of a target: every outline and track ready to be painted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath, QTransform

from pathway_viewer.look.theme import Theme
from pathway_viewer.model.pathway import Glyph
from pathway_viewer.scene.arrows import between
from pathway_viewer.scene.diagram import ArrowShape, Diagram, NodeShape
from pathway_viewer.scene.glyphs import NOTCH
from pathway_viewer.scene.lettering import BOLD, Hand, fitted
from pathway_viewer.scene.naming import Wish, named
from pathway_viewer.scene.sizes import ORDINARY, Sizes
from pathway_viewer.scene.ways import CHIP_TEXT
from pathway_viewer.timeline.doing import vocabulary

LEGIBLE = 9.5
"""Size in pixels below which a name grows at the cost of the word under it."""

POINTED = 0.2
"""Where the bar of a pointed node begins and ends, as a share of its height from either end."""

STEP = 1.12
"""From one line of a name to the next, in sizes of it."""

EVEN = 0.85
"""Labels share the size of the longest one, but shrink no further for it than to this share."""


@dataclass(frozen=True)
class Line:
    """One line of text, the field it is written in, and how."""

    text: str
    box: QRectF
    hand: Hand


@dataclass(frozen=True)
class PlacedNode:
    """One node in target pixels, with the fields its parts are painted in.

    `label` is its name in lines, one below another in `label_box`. A word of size 0 has no
    room. `lines` are small text that is written from near.
    """

    shape: NodeShape
    box: QRectF
    outline: QPainterPath
    label: tuple[str, ...]
    label_box: QRectF
    word_box: QRectF
    bar: QRectF
    label_hand: Hand
    word_hand: Hand
    lines: tuple[Line, ...] = ()

    def label_rows(self) -> Iterator[tuple[str, QRectF]]:
        """Each line of its name and where it stands, close together in the middle."""
        box, step = self.label_box, self.label_hand.size * STEP
        tall = min(step, box.height() / len(self.label))
        top = box.center().y() - tall * len(self.label) / 2
        for i, text in enumerate(self.label):
            yield text, QRectF(box.left(), top + i * tall, box.width(), tall)

    def hand_for(self, word: str) -> Hand:
        """The hand of its word, smaller where the word is long."""
        return fitted(word, self.word_hand, self.word_box.width(), smallest=0.4)


@dataclass(frozen=True)
class PlacedArrow:
    """One arrow in target pixels; `track` is (SAMPLES, 2), `part` what of its shaft is drawn."""

    shape: ArrowShape
    shaft: QPainterPath
    part: QPainterPath
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
    nodes = _evened(
        tuple(_placed_node(shape, theme, diagram.sizes, k, to_target) for shape in diagram.nodes)
    )
    arrows = tuple(
        PlacedArrow(
            shape,
            to_target.map(shape.arrow.shaft),
            to_target.map(between(shape.arrow, *shape.own)),
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


def _placed_node(
    shape: NodeShape, theme: Theme, sizes: Sizes, k: float, to_target: QTransform
) -> PlacedNode:
    box = to_target.mapRect(shape.box)
    left, bar = _bar_and_inset(shape.node.glyph, box, sizes, k)
    field = QRectF(box.left() + left, box.top() + 3 * k, 0, box.height() - 5 * k)
    field.setRight(bar.left() - 6 * k)
    scale = k * sizes.scale(theme)
    wish = Wish(
        (sizes.label if shape.core else sizes.small_label) * scale,
        sizes.word * scale * (1.0 if shape.core else 0.9),
        max(LEGIBLE, sizes.enough * k),
        0.0 if sizes.themed else sizes.word * k,
    )
    naming = named(shape.node.label, vocabulary(shape.node.words), field, wish)
    return PlacedNode(
        shape=shape,
        box=box,
        outline=to_target.map(shape.outline),
        label=naming.lines,
        label_box=naming.box,
        word_box=naming.word_box,
        bar=bar,
        label_hand=Hand(naming.size, BOLD),
        word_hand=Hand(naming.word_size),
    )


def _bar_and_inset(glyph: Glyph, box: QRectF, sizes: Sizes, k: float) -> tuple[float, QRectF]:
    """Where text begins in an outline, and the bar at its right side, clear of notch and point."""
    grain, depth = k * sizes.bar / ORDINARY.bar, NOTCH * box.height()
    if glyph == "agent":
        left, right, above = 0.8 * depth + 2 * k, depth + 4 * k, 7 * k
    elif glyph == "phenotype":
        left, above = 0.4 * depth + 5 * grain, POINTED * box.height()
        right = depth * (1 - 2 * POINTED) + 4 * grain
    else:
        left, right, above = 7 * grain, 5 * grain, 7 * k
    wide = sizes.bar * k
    return left, QRectF(
        box.right() - right - wide, box.top() + above, wide, box.height() - 2 * above
    )
