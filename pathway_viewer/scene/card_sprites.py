"""The card in motion: the time is painted anew each minute, the rest only with what it tells."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from pathway_viewer.scene.kept import Kept, painted, whole_pixels
from pathway_viewer.scene.lettering import Lettering
from pathway_viewer.scene.now_card import Card, paint_telling, paint_time, time_box, told
from pathway_viewer.scene.picture import Picture
from pathway_viewer.timeline.frame import Frame


class CardSprites:
    """The card of one picture, in two pixmaps: its ground with what it tells, and the time."""

    def __init__(self, picture: Picture, pixel_ratio: float) -> None:
        self._picture, self._ratio = picture, pixel_ratio
        self._seen: tuple[object, ...] = ()
        self._telling: tuple[Card, QRectF, Kept] | None = None
        self._time: Kept | None = None
        self.box = whole_pixels(picture.heading, pixel_ratio)

    def show(self, frame: Frame) -> QRectF:
        """Take a frame; what of the card looks different since the last one, maybe nothing."""
        seen = (told(frame.time, frame.origin), frame.chapter, frame.caption)
        if seen == self._seen:
            return QRectF()
        self._seen, card = seen, self._picture.card(frame)
        theme, large = self._picture.sheet.theme, self._picture.setting.audience
        first = time_box(self._picture.heading, card, theme, large)
        self._time = painted(
            first, self._ratio, lambda own: paint_time(own, first, card, theme, Lettering(), large)
        )
        rest = replace(card, time="", since="")
        if self._telling is not None and self._telling[:2] == (rest, first):
            return whole_pixels(first, self._ratio).intersected(self.box)
        self._telling = (
            rest,
            first,
            painted(
                self._picture.heading,
                self._ratio,
                lambda own: paint_telling(
                    own, self._picture.heading, first, card, theme, Lettering(), large
                ),
            ),
        )
        return self.box

    def paint(self, painter: QPainter) -> None:
        """The card as it is at the frame shown last."""
        if self._telling is not None and self._time is not None:
            painter.drawPixmap(*self._telling[2])
            painter.drawPixmap(*self._time)
