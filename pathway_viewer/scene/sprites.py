"""Parts kept as pixmaps: one is painted anew only when what it shows has changed."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from pathway_viewer.scene.beside import NOTHING, Beside
from pathway_viewer.scene.kept import painted
from pathway_viewer.scene.lettering import CENTRE, Hand, Lettering
from pathway_viewer.scene.living_sprites import LivingSprites
from pathway_viewer.scene.painting import SHADES, paint_node
from pathway_viewer.scene.picture import Picture, moment
from pathway_viewer.scene.sheet import PlacedNode
from pathway_viewer.timeline.frame import Frame

Key = tuple[int, str, int | None]

MOST_TEXTS = 600
"""Texts kept at the most: two inks for each label, and every word in two."""


class Sprites:
    """Nodes and heading of one picture. A level moves many frames before its colour does."""

    def __init__(self, picture: Picture, pixel_ratio: float) -> None:
        self._picture = picture
        self._sheet = picture.sheet
        self._ratio = pixel_ratio
        self._lettering = Lettering()
        self._texts = KeptLettering(pixel_ratio)
        self._nodes: dict[int, tuple[Key, QPointF, QPixmap]] = {}
        self._living = LivingSprites(picture.living, pixel_ratio)
        self._heading: tuple[tuple[str, str], QPointF, QPixmap] | None = None

    def paint(
        self, painter: QPainter, frame: Frame, phase: float | None, beside: Beside = NOTHING
    ) -> None:
        """What moves as `Picture.paint_moving` paints it, inside the painter's clip."""
        changes = frame.changes.tolist()
        ghosts = [None] * len(changes) if beside.ghost is None else beside.ghost.tolist()
        seen = painter.clipBoundingRect() if painter.hasClipping() else None
        self._living.paint(painter, frame, phase)
        for node in self._sheet.nodes:
            i = node.shape.index
            if seen is None or seen.intersects(node.box):
                self._paint_node(painter, node, changes[i], frame.words[i], ghosts[i])
        if phase is not None:
            self._picture.flow.paint(painter, frame.flows, phase)

    def paint_heading(self, painter: QPainter, frame: Frame) -> None:
        """The heading as `Picture.paint_heading` paints it."""
        key = (moment(frame.time, frame.origin), frame.caption)
        if self._heading is None or self._heading[0] != key:
            corner, pixmap = painted(
                self._picture.heading,
                self._ratio,
                lambda own: self._picture.paint_heading(own, frame, self._lettering),
            )
            self._heading = (key, corner, pixmap)
        painter.drawPixmap(self._heading[1], self._heading[2])

    def _paint_node(
        self,
        painter: QPainter,
        node: PlacedNode,
        change: float,
        word: str,
        ghost: float | None,
    ) -> None:
        # What is kept is painted from the rounded change, not from the one that came first:
        # else a picture would depend on the frames before it.
        fineness = max(SHADES, ceil(node.bar.height() / 2 * self._ratio))
        step = round(change * fineness)
        shade = None if ghost is None else round(ghost * fineness)
        key = (step, word, shade)
        kept = self._nodes.get(node.shape.index)
        if kept is None or kept[0] != key:
            pen = self._sheet.theme.node_width * self._sheet.k
            level, other = step / fineness, None if shade is None else shade / fineness
            corner, pixmap = painted(
                node.box.adjusted(-pen, -pen, pen, pen),
                self._ratio,
                lambda own: paint_node(own, node, self._sheet, level, word, self._texts, other),
            )
            kept = (key, corner, pixmap)
            self._nodes[node.shape.index] = kept
        painter.drawPixmap(kept[1], kept[2])


class KeptLettering(Lettering):
    """Draws each text once and copies it after that: shaping glyphs costs more than a copy."""

    def __init__(self, pixel_ratio: float) -> None:
        self._ratio = pixel_ratio
        self._kept: dict[tuple[str, Hand, str, float, float, int], tuple[QPointF, QPixmap]] = {}

    def draw(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        hand: Hand,
        color: str,
        align: Qt.AlignmentFlag = CENTRE,
    ) -> None:
        """As `Lettering.draw`, from a pixmap."""
        key = (text, hand, color, box.left(), box.top(), int(align))
        if key not in self._kept:
            if len(self._kept) >= MOST_TEXTS:
                self._kept.clear()
            draw = super().draw
            self._kept[key] = painted(
                box, self._ratio, lambda own: draw(own, box, text, hand, color, align)
            )
        painter.drawPixmap(*self._kept[key])
