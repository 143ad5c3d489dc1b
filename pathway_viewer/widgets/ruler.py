"""Ruler: the axis line with its ticks, dose marks and chapter names."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from pathway_viewer.look.theme import Theme
from pathway_viewer.model.pushes import Dose
from pathway_viewer.model.story import Chapter
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.widgets.chart_geometry import CHAPTERS, DOSES, HEAD, ChartGeometry

TICK_ROOM = 76
"""Columns a tick and its words want, in logical pixels."""


def paint_ticks(
    painter: QPainter, where: ChartGeometry, axis: Axis, theme: Theme, zero: str
) -> None:
    """The axis line and as many ticks as there is room for; labels never overlap.

    `zero` is what the tick at time 0 is called.
    """
    y = where.ruler_top
    painter.setPen(QPen(QColor(theme.muted), 1))
    painter.drawLine(QPointF(where.left, y), QPointF(where.left + where.span, y))
    metrics = QFontMetricsF(painter.font())
    taken = -1e9
    for tick in axis.ticks(max(2, where.span // TICK_ROOM)):
        x = where.x(tick.position)
        label = tick.label if tick.hours else zero
        width = metrics.horizontalAdvance(label)
        painter.setPen(QPen(QColor(theme.muted), 1))
        painter.drawLine(QPointF(x, y), QPointF(x, y + 5))
        left = min(x - width / 2, where.width - width - 4)
        if left > taken + 8:
            taken = left + width
            painter.setPen(QColor(theme.muted))
            painter.drawText(QPointF(left, y + 7 + metrics.ascent()), label)


def paint_other_doses(
    painter: QPainter, where: ChartGeometry, axis: Axis, doses: tuple[Dose, ...], theme: Theme
) -> None:
    """A hollow mark at each dose of another run."""
    top = HEAD + CHAPTERS + 0.5
    painter.setPen(QPen(QColor(theme.muted), 1))
    painter.setBrush(QColor(theme.panel))
    for dose in doses:
        x = where.x(axis.position(dose.at))
        tip = QPolygonF([QPointF(x - 5, top), QPointF(x + 5, top), QPointF(x, top + DOSES - 3)])
        painter.drawPolygon(tip)


def paint_doses(
    painter: QPainter, where: ChartGeometry, axis: Axis, doses: tuple[Dose, ...], theme: Theme
) -> None:
    """A mark pointing down at each dose, with a bar as long as it is given."""
    top = HEAD + CHAPTERS
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.ink))
    for dose in doses:
        x, until = where.x(axis.position(dose.at)), where.x(axis.position(dose.at + dose.over))
        painter.drawRect(QRectF(x, top + 1, max(0.0, until - x), 3))
        tip = QPolygonF([QPointF(x - 5, top), QPointF(x + 5, top), QPointF(x, top + DOSES - 2)])
        painter.drawPolygon(tip)


def paint_chapters(
    painter: QPainter,
    where: ChartGeometry,
    axis: Axis,
    chapters: tuple[Chapter, ...],
    theme: Theme,
) -> None:
    """Chapters as coloured boxes, each with as much of its name as fits."""
    metrics = QFontMetricsF(painter.font())
    for index, chapter in enumerate(chapters):
        box = chapter_box(where, axis, chapter)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.chapters[index % len(theme.chapters)]))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(theme.ink))
        name = fitted(chapter.title, metrics, box.width() - 10)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)


def chapter_box(where: ChartGeometry, axis: Axis, chapter: Chapter) -> QRectF:
    """The box of a chapter on this axis."""
    return where.chapter(axis.position(chapter.start), axis.position(chapter.end))


def fitted(title: str, metrics: QFontMetricsF, room: float) -> str:
    """A title, else its first words, else its start with an ellipsis, else nothing."""
    words = title.split()
    for count in range(len(words), 0, -1):
        shorter = " ".join(words[:count]).rstrip(",:;")
        if metrics.horizontalAdvance(shorter) <= room and len(shorter) > 3:
            return shorter
    if room < metrics.horizontalAdvance("MMM"):
        return ""
    return metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
