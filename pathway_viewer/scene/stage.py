"""The picture without what travels, kept whole: of a new frame only what changed is painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from pathway_viewer.scene.beside import NOTHING, Beside
from pathway_viewer.scene.sprites import Sprites
from pathway_viewer.timeline.frame import Frame


class Stage:
    """A ground with nodes, living anatomy and the card on it.

    `field` is where the diagram is seen: nothing but the card is painted outside of it.
    """

    def __init__(self, sprites: Sprites, ground: QPixmap, field: QRectF) -> None:
        self._sprites, self._ground = sprites, ground
        self._boxes = [box.intersected(field) for box in sprites.boxes]
        self._beside = [
            [j for j, other in enumerate(self._boxes) if other.intersects(box)]
            for box in self._boxes
        ]
        self._empty = True
        self.pixmap = ground.copy()

    def show(self, frame: Frame, beside: Beside = NOTHING) -> None:
        """Bring the pixmap to a frame. It does not depend on the frames shown before."""
        card = self._sprites.card
        changed, stale = self._sprites.show(frame, beside), card.show(frame)
        if self._empty:
            changed, stale, self._empty = list(range(len(self._boxes))), card.box, False
        if not changed and stale.isEmpty():
            return
        with QPainter(self.pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for number in changed:
                self._repaint(painter, number)
            if not stale.isEmpty():
                self._clear(painter, stale)
                card.paint(painter)

    def _repaint(self, painter: QPainter, number: int) -> None:
        """Ground and the things on it inside the box of one of them, each within its own."""
        box, things = self._boxes[number], self._beside[number]
        if box.isEmpty():
            return
        self._clear(painter, box)
        for other in things:
            if len(things) > 1:
                painter.setClipRect(box.intersected(self._boxes[other]))
            self._sprites.paint_thing(painter, other)

    def _clear(self, painter: QPainter, box: QRectF) -> None:
        """Bare ground inside a box of whole pixels, to which painting is confined after that."""
        painter.setClipRect(box)
        ratio = self._ground.devicePixelRatio()
        painter.drawPixmap(box, self._ground, QRectF(box.topLeft() * ratio, box.size() * ratio))
