"""Parts kept as pixmaps: one is painted anew only when what it shows has changed."""

from __future__ import annotations

from math import ceil

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from pathway_viewer.scene.beside import NOTHING, Beside
from pathway_viewer.scene.kept import Kept, painted
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
        self._living = LivingSprites(picture.living, pixel_ratio)
        self._nodes: dict[int, tuple[Key, Kept]] = {}
        self._heading: tuple[tuple[str, str], Kept] | None = None
        nodes = self._sheet.nodes
        self._rows = np.array([node.shape.index for node in nodes], dtype=np.intp)
        self._fineness = np.array([self._fine(node) for node in nodes], dtype=np.float64)
        self._no_ghosts: list[int | None] = [None] * len(nodes)

    def paint(
        self, painter: QPainter, frame: Frame, phase: float | None, beside: Beside = NOTHING
    ) -> None:
        """What moves as `Picture.paint_moving` paints it, but for the heading."""
        for corner, pixmap in self.standing(frame, beside):
            painter.drawPixmap(corner, pixmap)
        self.paint_passing(painter, frame, phase)

    def standing(self, frame: Frame, beside: Beside = NOTHING) -> list[Kept]:
        """Living anatomy and nodes at a frame, as pixmaps and where they go, in order of painting.

        What has not changed since the last frame is the same pixmap.
        """
        steps = np.rint(frame.changes[self._rows] * self._fineness).astype(int).tolist()
        shades = self._no_ghosts
        if beside.ghost is not None:
            shades = np.rint(beside.ghost[self._rows] * self._fineness).astype(int).tolist()
        out, words = self._living.parts(frame), frame.words
        for node, step, shade in zip(self._sheet.nodes, steps, shades, strict=True):
            i = node.shape.index
            key = (step, words[i], shade)
            kept = self._nodes.get(i)
            if kept is None or kept[0] != key:
                kept = self._nodes[i] = (key, self._painted(node, key))
            out.append(kept[1])
        return out

    def paint_passing(self, painter: QPainter, frame: Frame, phase: float | None) -> None:
        """What travels: vesicles and their content, and particles where there is a phase."""
        self._living.paint_bubbles(painter, frame, phase)
        if phase is not None:
            self._picture.flow.paint(painter, frame.flows, phase)

    def heading(self, frame: Frame) -> Kept:
        """The heading as `Picture.paint_heading` paints it."""
        key = (moment(frame.time, frame.origin), frame.caption)
        if self._heading is None or self._heading[0] != key:
            kept = painted(
                self._picture.heading,
                self._ratio,
                lambda own: self._picture.paint_heading(own, frame, self._lettering),
            )
            self._heading = (key, kept)
        return self._heading[1]

    def paint_heading(self, painter: QPainter, frame: Frame) -> None:
        """Paint the heading."""
        painter.drawPixmap(*self.heading(frame))

    def _painted(self, node: PlacedNode, key: Key) -> Kept:
        """One node in a state.

        It is painted from the rounded change, not from the one that came first: else a picture
        would depend on the frames before it.
        """
        step, word, shade = key
        sheet = self._picture.light.of(node.shape.node.id)
        fineness, pen = self._fine(node), sheet.theme.node_width * sheet.k
        level, ghost = step / fineness, None if shade is None else shade / fineness
        return painted(
            node.box.adjusted(-pen, -pen, pen, pen),
            self._ratio,
            lambda own: paint_node(own, node, sheet, level, word, self._texts, ghost),
        )

    def _fine(self, node: PlacedNode) -> int:
        """Steps from rest to a full change: as many as its bar has pixels, or as its colour."""
        return max(SHADES, ceil(node.bar.height() / 2 * self._ratio))


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
