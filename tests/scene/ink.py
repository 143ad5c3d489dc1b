"""What a picture puts where, in pixels: every text as it is painted, nodes, chips, arrows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from drawing import Recorded, painted
from geometry import Track, dense
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from pathway_viewer.scene.lettering import CENTRE, Hand, font
from pathway_viewer.scene.picture import Picture
from pathway_viewer.timeline.frame import Frame

Edges = NDArray[np.float64]

LETTING = 0.4
"""Pixels by which things may meet: less than one is not seen."""


class Text(NamedTuple):
    """One text and the smallest rectangle of pixels around its glyphs."""

    words: str
    box: QRectF


class Glyphs(Recorded):
    """Remembers every text with the box of its glyphs."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Text] = []

    def draw(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        hand: Hand,
        color: str,
        align: Qt.AlignmentFlag = CENTRE,
    ) -> None:
        """As `Lettering.draw`."""
        if text.strip():
            found = glyph_box(box, text, hand, align)
            self.found.append(Text(text, painter.transform().mapRect(found)))
        super().draw(painter, box, text, hand, color, align)


def glyph_box(box: QRectF, text: str, hand: Hand, align: Qt.AlignmentFlag) -> QRectF:
    """The smallest rectangle around the glyphs of a line of text set in a box."""
    scale = hand.size / 100
    metrics = QFontMetricsF(font(Hand(100, hand.weight)))
    tight, wide = metrics.tightBoundingRect(text), metrics.horizontalAdvance(text) * scale
    rest = box.width() - wide
    share = 1.0 if align & Qt.AlignmentFlag.AlignRight else 0.0
    left = box.left() + rest * (share if align != CENTRE else 0.5)
    high = metrics.height() * scale
    base = box.top() + (box.height() - high) / 2 + metrics.ascent() * scale
    return QRectF(
        left + tight.left() * scale,
        base + tight.top() * scale,
        tight.width() * scale,
        tight.height() * scale,
    )


def texts_of(picture: Picture, frame: Frame, size: tuple[int, int]) -> list[Text]:
    """Every text of the whole picture."""
    glyphs = Glyphs()

    def paint(painter: QPainter) -> None:
        picture.paint_still(painter, glyphs)
        picture.paint_moving(painter, frame, None, glyphs)

    painted(paint, *size)
    return glyphs.found


def collisions(picture: Picture, texts: list[Text]) -> list[str]:
    """What lies on what that should not: an empty list is a picture without a fault."""
    inks = edges_of(text.box for text in texts)
    return [
        *_texts_on_texts(texts, inks),
        *_texts_on_boxes(picture, texts, inks),
        *_texts_on_arrows(picture, texts, inks),
        *_arrows_on_boxes(picture),
    ]


def edges_of(boxes: Iterable[QRectF]) -> Edges:
    """Rectangles as rows of left, top, right, bottom, by the letting smaller on each side."""
    rows = [(b.left(), b.top(), b.right(), b.bottom()) for b in boxes]
    lets = (LETTING, LETTING, -LETTING, -LETTING)
    return np.array(rows, dtype=np.float64).reshape(-1, 4) + lets


def meeting(one: Edges, other: Edges) -> NDArray[np.bool_]:
    """Which of the first (N) share ground with which of the second (M)."""
    a, b = one[:, None, :], other[None, :, :]
    across = (a[..., 0] < b[..., 2]) & (a[..., 2] > b[..., 0])
    return across & (a[..., 1] < b[..., 3]) & (a[..., 3] > b[..., 1])


def inside(one: Edges, other: Edges) -> NDArray[np.bool_]:
    """Which of the first (N) are wholly in which of the second (M)."""
    a, b = one[:, None, :], other[None, :, :]
    return (a[..., :2] >= b[..., :2]).all(axis=2) & (a[..., 2:] <= b[..., 2:]).all(axis=2)


def _parts(picture: Picture) -> tuple[list[str], Edges]:
    """The boxes in which texts may stand: nodes, chips, card and legend."""
    sheet = picture.sheet
    boxes = [(str(node.shape.node.label), node.box) for node in sheet.nodes]
    boxes += [(f"the chip of {a.shape.edge.id}", a.chip) for a in sheet.arrows if a.chip]
    boxes += [("the card", picture.heading)]
    boxes += [("the legend", picture.legend_box)] if picture.legend else []
    return [name for name, _ in boxes], edges_of(box for _, box in boxes)


def _texts_on_texts(texts: list[Text], inks: Edges) -> Iterator[str]:
    for i, j in np.argwhere(np.triu(meeting(inks, inks), 1)):
        yield f"'{texts[i].words}' on '{texts[j].words}'"


def _texts_on_boxes(picture: Picture, texts: list[Text], inks: Edges) -> Iterator[str]:
    names, boxes = _parts(picture)
    for i, j in np.argwhere(meeting(inks, boxes) & ~inside(inks, boxes)):
        yield f"'{texts[i].words}' on the edge of {names[j]}"


def _texts_on_arrows(picture: Picture, texts: list[Text], inks: Edges) -> Iterator[str]:
    """Texts outside nodes and chips with an arrow's line or head through them."""
    sheet = picture.sheet
    free = np.flatnonzero(~inside(inks, _parts(picture)[1]).any(axis=1))
    half = max(1.0, sheet.theme.arrow_width * 0.9 * sheet.k) / 2
    wide = inks[free] + (-half, -half, half, half)
    for arrow in sheet.arrows:
        paths = (arrow.head_closed, arrow.head_strokes)
        heads = edges_of(path.boundingRect() for path in paths if not path.isEmpty())
        hit = through(dense(arrow.track), wide) | meeting(inks[free], heads).any(axis=1)
        for i in free[hit]:
            yield f"{arrow.shape.edge.id} through '{texts[i].words}'"


def _arrows_on_boxes(picture: Picture) -> Iterator[str]:
    """Arrows through nodes and chips that they neither leave nor reach."""
    sheet = picture.sheet
    nodes, chips = sheet.nodes, [other for other in sheet.arrows if other.chip]
    boxes = edges_of([*(node.box for node in nodes), *(a.chip for a in chips if a.chip)])
    for arrow in sheet.arrows:
        edge = arrow.shape.edge
        own = [node.shape.node.id in (edge.source, edge.target) for node in nodes]
        own += [other.chip == arrow.chip for other in chips]
        for i in np.flatnonzero(through(dense(arrow.track), boxes) & ~np.array(own)):
            yield f"{edge.id} through {'a chip' if i >= len(nodes) else nodes[i].shape.node.label}"


def through(track: Track, boxes: Edges) -> NDArray[np.bool_]:
    """Through which of some rectangles (N, 4) a dense track runs."""
    x, y = track[:, 0, None], track[:, 1, None]
    left, top, right, bottom = boxes.T
    return ((x > left) & (x < right) & (y > top) & (y < bottom)).any(axis=0)
