"""Chart head: the play head's line and label, and the chapter that it is in."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from pathway_viewer.look.theme import Theme
from pathway_viewer.model.story import Chapter
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.timeline.frame import chapter_at
from pathway_viewer.timeline.playback import Playback
from pathway_viewer.widgets.chart_geometry import ChartGeometry
from pathway_viewer.widgets.ruler import chapter_box

UNDERLINE = 3
AROUND = 16
"""Room left and right of the label's words, together, in pixels."""


@dataclass(frozen=True, eq=False)
class Head:
    """The play head at one time: its words, its column, and the parts of the chart it fills.

    `mark` is the line under the name of its chapter, empty between chapters.
    """

    playback: Playback
    words: str
    x: float
    label: QRect
    line: QRect
    mark: QRectF

    def looks_like(self, other: Head, ratio: float) -> bool:
        """Whether line and label are seen alike on a screen of so many pixels a pixel."""
        return self.words == other.words and round(self.x * ratio) == round(other.x * ratio)


class HeadLabel:
    """The words of a play head on its colour, kept: many frames pass before they change."""

    def __init__(self, font: QFont, theme: Theme) -> None:
        self._font, self._theme = font, theme
        self._measured = ("", 0)
        self._painted: tuple[object, QPixmap] = ((), QPixmap())
        self._mark: tuple[tuple[object, ...], QRectF] = ((), QRectF())

    def at(self, where: ChartGeometry, playback: Playback, words: str) -> Head:
        """The head with these words where it stands on the chart."""
        if words != self._measured[0]:
            self._measured = words, QFontMetrics(self._font).horizontalAdvance(words) + AROUND
        place = playback.position
        box = where.strip(place, self._measured[1])
        mark = self._marked(where, playback)
        return Head(playback, words, where.x(place), box, where.line(place), mark)

    def _marked(self, where: ChartGeometry, playback: Playback) -> QRectF:
        chapter, axis = chapter_at(playback.chapters, playback.time), playback.axis
        key = chapter and chapter.id, axis, where
        if key != self._mark[0]:
            self._mark = key, _chapter_mark(chapter, axis, where)
        return self._mark[1]

    def paint(self, painter: QPainter, where: ChartGeometry, head: Head, ratio: float) -> None:
        """The line with a rim of the ground, so that it is seen on any strip, under its label.

        The label stands below the chapters' names and above the marks of the doses: it covers
        neither.
        """
        accent = QColor(self._theme.accent)
        # On whole pixels: between two of them the line would be as pale as its rim.
        x = round(head.x * ratio) / ratio
        ends = QPointF(x, where.doses_top - 2), QPointF(x, where.ruler_top + 5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for color, width in ((QColor(self._theme.panel), 5), (accent, 2)):
            painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(*ends)
        painter.fillRect(head.mark, accent)
        painter.drawPixmap(head.label.topLeft(), self._pixmap(head, ratio))

    def _pixmap(self, head: Head, ratio: float) -> QPixmap:
        key = head.words, head.label.width(), head.label.height(), ratio
        if key != self._painted[0]:
            self._painted = key, self._made(head, ratio)
        return self._painted[1]

    def _made(self, head: Head, ratio: float) -> QPixmap:
        pixmap = QPixmap(head.label.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        box = QRectF(0, 0, head.label.width(), head.label.height()).adjusted(1, 1, -1, -4)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.accent))
            painter.drawRoundedRect(box, 6, 6)
            painter.setPen(QColor(self._theme.on_accent))
            painter.setFont(self._font)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, head.words)
        return pixmap


def _chapter_mark(chapter: Chapter | None, axis: Axis, where: ChartGeometry) -> QRectF:
    """The line under the name of a chapter; empty between chapters."""
    if chapter is None:
        return QRectF()
    box = chapter_box(where, axis, chapter)
    return QRectF(box.left(), box.bottom() - UNDERLINE + 2, box.width(), UNDERLINE)
