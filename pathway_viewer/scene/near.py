"""Words seen from near: summaries in nodes, mechanisms along arrows, every reference number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import floor, log

from PySide6.QtCore import QRectF

from pathway_viewer.look.theme import Theme
from pathway_viewer.scene.diagram import Diagram
from pathway_viewer.scene.flow import CLEAR
from pathway_viewer.scene.glyphs import NOTCH
from pathway_viewer.scene.lettering import BOLD, Hand, fitted, wrapped
from pathway_viewer.scene.mechanisms import Note, place_mechanisms
from pathway_viewer.scene.names import name_boxes
from pathway_viewer.scene.numbers import EVERY, NUMBER, NumberLabel, Numbers, place_numbers
from pathway_viewer.scene.picture import numbered
from pathway_viewer.scene.settling import anatomy_of
from pathway_viewer.scene.sheet import Line, PlacedNode, Sheet, placed

NEAR = 1.8
"""The zoom from which there are words."""

STEP = 1.25
"""While the zoom grows by less than this, what is written keeps its place on the canvas."""

GROWTH = 0.25
"""How small text grows with the zoom: as a power of it, so that nearer also means more words."""

LABEL_SHARE, WORD_SHARE = 1.36, 1.02
"""The largest label and word in a node seen from near, as shares of the small text there."""


def small_text(factor: float, k: float, theme: Theme) -> float | None:
    """Size of small text in canvas units at a zoom, None from afar.

    `k` is the scale, pixels a canvas unit, at which the whole canvas is seen.
    """
    if factor < NEAR:
        return None
    step = STEP ** floor(log(factor / NEAR, STEP) + 1e-9)
    return theme.type.caption * step**GROWTH / (k * NEAR * step)


TIGHT = 1.13
"""From a node's label to its word, and on to its summary, in sizes of them."""

ROW = 1.2
"""From one line of a summary to the next, in sizes of it."""

MARGIN = 0.035
"""Kept free at the top and the bottom of a node, as a share of its height."""


LARGER = (2.2, 1.8, 1.5, 1.25)
"""How much larger words in nodes may be where every summary still has room."""


@dataclass(frozen=True)
class Annotations:
    """What is written beside nodes and arrows; `text` is the size of words in nodes, in canvas
    units, None from afar."""

    labels: tuple[NumberLabel, ...] = ()
    notes: tuple[Note, ...] = ()
    text: float | None = None


class Written:
    """What is written on one diagram in one theme, placed once a size."""

    def __init__(self, diagram: Diagram, theme: Theme, numbers: Numbers) -> None:
        self._diagram, self._theme, self._numbers = diagram, theme, numbers
        self._kept: dict[float | None, Annotations] = {}

    def at(self, size: float | None) -> Annotations:
        """All of it for small text of a size in canvas units; None is the view from afar."""
        if size not in self._kept:
            self._kept[size] = self._placed(size)
        return self._kept[size]

    def _placed(self, size: float | None) -> Annotations:
        diagram, theme = self._diagram, self._theme
        if size is None:
            return Annotations(numbered(diagram, theme, self._numbers))
        taken = [*name_boxes(diagram, theme), *anatomy_of(diagram, theme).boxes()]
        labels = place_numbers(diagram, self._numbers, size / NUMBER, taken, EVERY, CLEAR)
        taken += [label.box for label in labels]
        nodes = placed(diagram, theme, 1.0, 0.0, 0.0).nodes
        text = next((size * by for by in LARGER if _all_whole(nodes, size * by)), size)
        return Annotations(labels, place_mechanisms(diagram, size, taken), text)


def seen_near(sheet: Sheet, text: float | None) -> Sheet:
    """The same sheet with summaries in its nodes, as far as there is room; as it is from afar."""
    if text is None:
        return sheet
    small = text * sheet.k
    nodes = tuple(_with_summary(node, small) for node in sheet.nodes)
    size = LABEL_SHARE * small
    arrows = tuple(
        replace(arrow, chip_size=min(size, arrow.chip_size)) if arrow.chip else arrow
        for arrow in sheet.arrows
    )
    return replace(sheet, nodes=nodes, arrows=arrows)


def _all_whole(nodes: Iterable[PlacedNode], small: float) -> bool:
    """Whether every node has room for the whole of its summary."""
    return all(
        " ".join(line.text for line in _with_summary(node, small).lines)
        == " ".join(node.shape.node.summary.split())
        for node in nodes
    )


def _with_summary(node: PlacedNode, small: float) -> PlacedNode:
    """A node with its summary under its word: no line passes its outline or meets its bar."""
    field, name = _field(node), node.shape.node.label
    size = min(node.label_hand.size, LABEL_SHARE * small)
    label = fitted(name, Hand(size, BOLD), field.width(), smallest=0.4)
    # From far away a long name may have had the room of the word.
    word, hand = Hand(min(node.word_hand.size or small, WORD_SHARE * small)), Hand(small)
    heights = [label.size * TIGHT, word.size * TIGHT]
    most = int((field.height() - sum(heights)) / (small * ROW))
    lines = wrapped(node.shape.node.summary, hand, field.width(), most)
    if not lines:
        quiet = Hand(min(node.word_hand.size, word.size))
        return replace(node, label_hand=Hand(size, BOLD), word_hand=quiet)
    heights += [small * ROW] * len(lines)
    rows = list(_stacked(field, heights))
    return replace(
        node,
        label=(name,),
        label_box=rows[0],
        word_box=rows[1],
        label_hand=label,
        word_hand=word,
        lines=tuple(Line(text, row, hand) for text, row in zip(lines, rows[2:], strict=True)),
    )


def _field(node: PlacedNode) -> QRectF:
    """Where there is room for text in a node, whatever its outline, left of its bar."""
    box, margin = node.box, node.box.height() * MARGIN
    pointed = 0.0 if node.shape.node.glyph == "activity" else NOTCH * box.height() + margin
    left = max(node.word_box.left(), box.left() + pointed)
    right = min(node.word_box.right(), box.right() - pointed)
    return QRectF(left, box.top() + margin, right - left, box.height() - 2 * margin)


def _stacked(field: QRectF, heights: Iterable[float]) -> Iterator[QRectF]:
    """Rows of these heights as wide as a field, and in the middle of its height."""
    every = list(heights)
    top = field.center().y() - sum(every) / 2
    for height in every:
        yield QRectF(field.left(), top, field.width(), height)
        top += height
