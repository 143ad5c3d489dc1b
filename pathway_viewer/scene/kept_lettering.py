"""Lettering that draws each text once and copies it after that."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from pathway_viewer.scene.kept import painted
from pathway_viewer.scene.lettering import CENTRE, LINE, Hand, Lettering

MOST_TEXTS = 600
"""Texts kept at the most: two inks for each label, and every word in two."""


class KeptLettering(Lettering):
    """For pictures in motion: shaping glyphs costs more than a copy."""

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
            draw, over = super().draw, max(0.0, LINE * hand.size - box.height()) / 2
            # Letters reach out of a close line, above and below: a pixmap would cut them off.
            room = box.adjusted(0, -over, 0, over)
            self._kept[key] = painted(
                room, self._ratio, lambda own: draw(own, box, text, hand, color, align)
            )
        painter.drawPixmap(*self._kept[key])
