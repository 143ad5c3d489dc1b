"""Nodes in motion: text and outline are kept, only a level's colour and bar are painted anew."""

from __future__ import annotations

from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from pathway_viewer.scene.beside import Beside, paint_ghost
from pathway_viewer.scene.kept import Kept, painted, whole_pixels
from pathway_viewer.scene.lettering import Lettering
from pathway_viewer.scene.lighting import Lighting
from pathway_viewer.scene.painting import SHADES, fill_and_ink, paint_level, paint_shell
from pathway_viewer.scene.sheet import PlacedNode
from pathway_viewer.timeline.frame import Frame

Floats = NDArray[np.float64]


class NodeSprites:
    """Some nodes of one picture.

    A level moves many frames before its colour or its bar does: changes are rounded to what
    can be seen. A node is painted from the rounded change, not from the one that came first,
    else a picture would depend on the frames before it.
    """

    def __init__(self, nodes: list[PlacedNode], light: Lighting, pixel_ratio: float) -> None:
        self._nodes, self._light, self._ratio = nodes, light, pixel_ratio
        self._rows = np.array([node.shape.index for node in nodes], dtype=np.intp)
        self._fineness = np.array([self._fine(node) for node in nodes], dtype=np.float64)
        self._shells: dict[int, tuple[tuple[str, str], Kept]] = {}
        self._steps: Floats | None = None
        self._ghosts: Floats | None = None
        self._words: tuple[str, ...] = ()
        self.boxes = [whole_pixels(self._around(node), pixel_ratio) for node in nodes]

    def show(self, frame: Frame, beside: Beside) -> list[int]:
        """Take a frame; the numbers of nodes that look different since the last one."""
        before = self._steps, self._ghosts, self._words
        self._steps = np.rint(frame.changes[self._rows] * self._fineness)
        self._ghosts = None
        if beside.ghost is not None:
            self._ghosts = np.rint(beside.ghost[self._rows] * self._fineness)
        self._words = frame.words
        if before[0] is None or (before[1] is None) != (self._ghosts is None):
            return list(range(len(self._nodes)))
        differ = self._steps != before[0]
        if before[1] is not None and self._ghosts is not None:
            differ |= self._ghosts != before[1]
        if frame.words != before[2]:
            rows = [node.shape.index for node in self._nodes]
            words = [frame.words[row] != before[2][row] for row in rows]
            differ |= np.array(words, dtype=np.bool_)
        return np.flatnonzero(differ).tolist()

    def paint_one(self, painter: QPainter, number: int) -> None:
        """A node as it is at the frame shown last."""
        assert self._steps is not None
        node, fineness = self._nodes[number], float(self._fineness[number])
        theme = self._light.of(node.shape.node.id).theme
        change = float(self._steps[number]) / fineness
        fill, ink = fill_and_ink(theme.id, round(change * SHADES), theme.veil)
        painter.fillPath(node.outline, QColor(fill))
        painter.drawPixmap(*self._shell(number, node, ink))
        paint_level(painter, node.bar, change, ink)
        if self._ghosts is not None:
            paint_ghost(painter, node.bar, change, float(self._ghosts[number]) / fineness, ink)

    def _shell(self, number: int, node: PlacedNode, ink: str) -> Kept:
        """All of a node but its level."""
        key = (ink, self._words[node.shape.index])
        kept = self._shells.get(number)
        if kept is None or kept[0] != key:
            sheet = self._light.of(node.shape.node.id)
            kept = self._shells[number] = (
                key,
                painted(
                    self._around(node),
                    self._ratio,
                    lambda own: paint_shell(own, node, sheet, *key, Lettering()),
                ),
            )
        return kept[1]

    def _around(self, node: PlacedNode) -> QRectF:
        pen = self._light.lit.theme.node_width * self._light.lit.k
        return node.box.adjusted(-pen, -pen, pen, pen)

    def _fine(self, node: PlacedNode) -> int:
        """Steps from rest to a full change: as many as its bar has pixels, or as its colour."""
        return max(SHADES, ceil(node.bar.height() / 2 * self._ratio))
