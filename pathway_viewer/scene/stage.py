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
        self._heading: Kept | None = None
        self.pixmap = ground.copy()

    def show(self, frame: Frame, beside: Beside = NOTHING) -> None:
        """Bring the pixmap to a frame. It does not depend on the frames shown before."""
        standing = [
            kept
            for kept in self._sprites.standing(frame, beside)
            if _box(kept).intersects(self._field)
        ]
        heading = self._sprites.heading(frame)
        if len(standing) != len(self._shown):
            changed = [self._field]
        else:
            pairs = zip(standing, self._shown, strict=True)
            changed = [_box(new) for new, old in pairs if new is not old]
        if changed or heading is not self._heading:
            with QPainter(self.pixmap) as painter:
                for box in changed:
                    self._repaint(painter, box.intersected(self._field), standing)
                if heading is not self._heading:
                    self._repaint(painter, _box(heading), [heading])
        self._shown, self._heading = standing, heading

    def _repaint(self, painter: QPainter, box: QRectF, things: list[Kept]) -> None:
        """Ground and everything on it inside a box of whole pixels."""
        painter.setClipRect(box)
        ratio = self._ground.devicePixelRatio()
        source = QRectF(box.topLeft() * ratio, box.size() * ratio)
        painter.drawPixmap(box, self._ground, source)
        for corner, pixmap in things:
            if QRectF(corner, pixmap.deviceIndependentSize()).intersects(box):
                painter.drawPixmap(corner, pixmap)


def _box(kept: Kept) -> QRectF:
    """The part of the widget that a pixmap fills."""
    return QRectF(kept[0], kept[1].deviceIndependentSize())
