"""Parts kept as pixmaps: one is painted anew only when what it shows has changed."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from pathway_viewer.scene.lettering import Lettering
from pathway_viewer.scene.painting import SHADES, paint_node
from pathway_viewer.scene.picture import Picture, moment
from pathway_viewer.scene.sheet import PlacedNode
from pathway_viewer.timeline.frame import Frame

Key = tuple[int, str]


class Sprites:
    """Nodes and heading of one picture. A level moves many frames before its colour does."""

    def __init__(self, picture: Picture, pixel_ratio: float) -> None:
        self._picture = picture
        self._sheet = picture.sheet
        self._ratio = pixel_ratio
        self._lettering = Lettering()
        self._nodes: dict[int, tuple[Key, QPointF, QPixmap]] = {}
        self._heading: tuple[tuple[str, str], QPointF, QPixmap] | None = None

    def paint(self, painter: QPainter, frame: Frame, phase: float | None) -> None:
        """All that changes with time, as `Picture.paint_moving` paints it."""
        changes = frame.changes.tolist()
        for node in self._sheet.nodes:
            i = node.shape.index
            self._paint_node(painter, node, changes[i], frame.words[i])
        if phase is not None:
            self._picture.flow.paint(painter, frame.flows, phase)
        self._paint_heading(painter, frame)

    def _paint_heading(self, painter: QPainter, frame: Frame) -> None:
        key = (moment(frame.time), frame.caption)
        if self._heading is None or self._heading[0] != key:
            corner, pixmap = self._made(
                self._picture.heading,
                lambda own: self._picture.paint_heading(own, frame, self._lettering),
            )
            self._heading = (key, corner, pixmap)
        painter.drawPixmap(self._heading[1], self._heading[2])

    def _paint_node(self, painter: QPainter, node: PlacedNode, change: float, word: str) -> None:
        # What is kept is painted from the rounded change, not from the one that came first:
        # else a picture would depend on the frames before it.
        fineness = max(SHADES, ceil(node.bar.height() / 2 * self._ratio))
        step = round(change * fineness)
        key = (step, word)
        kept = self._nodes.get(node.shape.index)
        if kept is None or kept[0] != key:
            pen = self._sheet.theme.node_width * self._sheet.k
            corner, pixmap = self._made(
                node.box.adjusted(-pen, -pen, pen, pen),
                lambda own: paint_node(
                    own, node, self._sheet, step / fineness, word, self._lettering
                ),
            )
            kept = (key, corner, pixmap)
            self._nodes[node.shape.index] = kept
        painter.drawPixmap(kept[1], kept[2])

    def _made(self, box: QRectF, paint: Callable[[QPainter], None]) -> tuple[QPointF, QPixmap]:
        """What a painter leaves in a box, at whole device pixels, and where that goes."""
        ratio = self._ratio
        left, top = floor(box.left() * ratio), floor(box.top() * ratio)
        size = QSize(ceil(box.right() * ratio) - left, ceil(box.bottom() * ratio) - top)
        pixmap = QPixmap(size)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        corner = QPointF(left / ratio, top / ratio)
        with QPainter(pixmap) as own:
            own.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
            )
            own.translate(-corner)
            paint(own)
        return corner, pixmap
