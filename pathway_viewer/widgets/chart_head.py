"""Chart head: the play head's line and label, and the chapter that it is in."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from pathway_viewer.look.theme import Theme
from pathway_viewer.timeline.frame import chapter_at
from pathway_viewer.timeline.playback import Playback
from pathway_viewer.widgets.chart_geometry import ChartGeometry
from pathway_viewer.widgets.ruler import chapter_box

UNDERLINE = 3


def chapter_mark(where: ChartGeometry, playback: Playback) -> QRectF:
    """The line under the name of the chapter at the play head; empty between chapters."""
    chapter = chapter_at(playback.chapters, playback.time)
    if chapter is None:
        return QRectF()
    box = chapter_box(where, playback.axis, chapter)
    return QRectF(box.left(), box.bottom() - UNDERLINE + 2, box.width(), UNDERLINE)


def paint_head(
    painter: QPainter,
    where: ChartGeometry,
    playback: Playback,
    label: QRectF,
    text: tuple[str, QFont],
    theme: Theme,
) -> None:
    """The line with a rim of the ground, so that it is seen on any strip, under its label.

    The label stands below the chapters' names and above the marks of the doses: it covers
    neither.
    """
    x, accent = where.x(playback.position), QColor(theme.accent)
    ends = QPointF(x, where.doses_top - 2), QPointF(x, where.ruler_top + 5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for color, width in ((QColor(theme.panel), 5), (accent, 2)):
        painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(*ends)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent)
    painter.drawRect(chapter_mark(where, playback))
    painter.drawRoundedRect(label, 6, 6)
    painter.setPen(QColor(theme.on_accent))
    painter.setFont(text[1])
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text[0])
