"""The picture without what travels, kept whole: of a new frame only what changed is painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from pathway_viewer.scene.beside import NOTHING, Beside
from pathway_viewer.scene.kept import Kept
from pathway_viewer.scene.sprites import Sprites
from pathway_viewer.timeline.frame import Frame


class Stage:
    """A ground with nodes, living anatomy and heading on it.

    `field` is where the diagram is seen: nothing but the heading is painted outside of it.
    """

    def __init__(self, sprites: Sprites, ground: QPixmap, field: QRectF) -> None:
        self._sprites, self._ground, self._field = sprites, ground, field
        self._shown: list[Kept] = []
        self._boxes: list[QRectF] = []
        self._beside: list[list[int]] = []
        self._heading: Kept | None = None
        self.pixmap = ground.copy()

    def show(self, frame: Frame, beside: Beside = NOTHING) -> None:
        """Bring the pixmap to a frame. It does not depend on the frames shown before."""
        standing, heading = self._sprites.standing(frame, beside), self._sprites.heading(frame)
        if not self._shown:
            self._place(standing)
        before = self._shown or [None] * len(standing)
        pairs = enumerate(zip(standing, before, strict=True))
        changed = [i for i, (new, old) in pairs if new is not old]
        if changed or heading is not self._heading:
            with QPainter(self.pixmap) as painter:
                for i in changed:
                    box = self._boxes[i].intersected(self._field)
                    self._repaint(painter, box, [standing[j] for j in self._beside[i]])
                if heading is not self._heading:
                    self._repaint(painter, _box(heading), [heading])
        self._shown, self._heading = standing, heading

    def _place(self, standing: list[Kept]) -> None:
        """Note the box of each thing and what reaches into it; neither changes."""
        self._boxes = [_box(kept) for kept in standing]
        self._beside = [
            [j for j, other in enumerate(self._boxes) if other.intersects(box)]
            for box in self._boxes
        ]

    def _repaint(self, painter: QPainter, box: QRectF, things: list[Kept]) -> None:
        """Ground and the things on it inside a box of whole pixels."""
        if box.isEmpty():
            return
        painter.setClipRect(box)
        ratio = self._ground.devicePixelRatio()
        painter.drawPixmap(box, self._ground, QRectF(box.topLeft() * ratio, box.size() * ratio))
        for corner, pixmap in things:
            painter.drawPixmap(corner, pixmap)


def _box(kept: Kept) -> QRectF:
    """The part of the widget that a pixmap fills."""
    return QRectF(kept[0], kept[1].deviceIndependentSize())
