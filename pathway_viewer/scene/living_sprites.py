"""The living anatomy kept as pixmaps: a part is painted anew only when its state has changed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from pathway_viewer.scene.kept import painted
from pathway_viewer.scene.living import Living
from pathway_viewer.scene.release import Bubble
from pathway_viewer.timeline.frame import Frame

SIZES = 4.0
"""Sizes of a vesicle kept for each pixel of its radius: it swells in steps too small to see."""

State = tuple[int, int]


class LivingSprites:
    """Channels, receptors, spines and vesicles of one picture."""

    def __init__(self, living: Living, pixel_ratio: float) -> None:
        self._living, self._ratio = living, pixel_ratio
        self._parts: dict[int, tuple[State, QPointF, QPixmap]] = {}
        self._round: dict[tuple[bool, int], tuple[QPointF, QPixmap]] = {}

    def paint(self, painter: QPainter, frame: Frame, phase: float | None) -> None:
        """As `Living.draw`."""
        levels, changes = frame.levels, frame.changes
        for i, part in enumerate(self._living.parts):
            state = part.state(float(levels[part.index]), float(changes[part.index]))
            kept = self._parts.get(i)
            if kept is None or kept[0] != state:
                kept = (state, *painted(part.box, self._ratio, part.painter(state)))
                self._parts[i] = kept
            painter.drawPixmap(kept[1], kept[2])
        for bubble in self._living.bubbles(frame, phase):
            corner, pixmap = self._kept_round(bubble)
            painter.drawPixmap(QPointF(bubble.x + corner.x(), bubble.y + corner.y()), pixmap)

    def _kept_round(self, bubble: Bubble) -> tuple[QPointF, QPixmap]:
        size = round(bubble.radius * SIZES)
        key = (bubble.grain, size)
        if key not in self._round:
            own = Bubble(0.0, 0.0, size / SIZES, bubble.grain)
            side = own.radius + 2 * self._living.k + 1
            box = QRectF(-side, -side, 2 * side, 2 * side)
            self._round[key] = painted(
                box, self._ratio, lambda on: self._living.paint_bubble(on, own)
            )
        return self._round[key]
