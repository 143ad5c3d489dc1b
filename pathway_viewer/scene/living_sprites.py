"""The living anatomy kept as pixmaps: a part is painted anew only when its state has changed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from pathway_viewer.scene.kept import Kept, painted
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
        self._parts: list[tuple[State, Kept] | None] = [None] * len(living.parts)
        self._round: dict[tuple[bool, int, bool], Kept] = {}

    def paint(self, painter: QPainter, frame: Frame, phase: float | None) -> None:
        """As `Living.draw`."""
        for corner, pixmap in self.parts(frame):
            painter.drawPixmap(corner, pixmap)
        self.paint_bubbles(painter, frame, phase)

    def parts(self, frame: Frame) -> list[Kept]:
        """Gates and spines; what has not changed since the last frame is the same pixmap."""
        levels, changes = frame.levels.tolist(), frame.changes.tolist()
        out: list[Kept] = []
        for i, part in enumerate(self._living.parts):
            state = part.state(levels[part.index], changes[part.index])
            kept = self._parts[i]
            if kept is None or kept[0] != state:
                kept = (state, painted(part.box, self._ratio, part.painter(state)))
                self._parts[i] = kept
            out.append(kept[1])
        return out

    def paint_bubbles(self, painter: QPainter, frame: Frame, phase: float | None) -> None:
        """Vesicles at their sites and what they set free."""
        for bubble in self._living.bubbles(frame, phase):
            corner, pixmap = self._kept_round(bubble)
            painter.drawPixmap(QPointF(bubble.x + corner.x(), bubble.y + corner.y()), pixmap)

    def _kept_round(self, bubble: Bubble) -> Kept:
        size = round(bubble.radius * SIZES)
        key = (bubble.grain, size, bubble.lit)
        if key not in self._round:
            own = Bubble(0.0, 0.0, size / SIZES, bubble.grain, bubble.lit)
            side = own.radius + 2 * self._living.k + 1
            box = QRectF(-side, -side, 2 * side, 2 * side)
            self._round[key] = painted(
                box, self._ratio, lambda on: self._living.paint_bubble(on, own)
            )
        return self._round[key]
