"""Ruler: the axis line with its ticks, dose marks and chapter names."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from pathway_viewer.look.theme import Theme
from pathway_viewer.model.pushes import Dose
from pathway_viewer.model.story import Chapter
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.widgets.chart_geometry import DOSES, MARGIN, ChartGeometry

TICK_ROOM = 6.5
"""Columns a tick and its words want, in heights of its letters."""
LEAST_GAP = 10
"""Columns between two labels, so that nobody reads them as one."""


def paint_ticks(
    painter: QPainter, where: ChartGeometry, axis: Axis, theme: Theme, zero: str
) -> None:
    """The axis line and as many ticks as there is room for; labels never overlap or leave it.

    `zero` is what the tick at time 0 is called.
    """
    y = where.ruler_top
    painter.setPen(QPen(QColor(theme.muted), 1))
    painter.drawLine(QPointF(where.left, y), QPointF(where.left + where.span, y))
    metrics = QFontMetricsF(painter.font())
    baseline = y + 7 + metrics.ascent()
    for x, left, label in placed_ticks(where, axis, metrics, zero):
        painter.setPen(QPen(QColor(theme.muted), 1))
        painter.drawLine(QPointF(x, y), QPointF(x, y + (5 if label else 3)))
        painter.drawText(QPointF(left, baseline), label)


def placed_ticks(
    where: ChartGeometry, axis: Axis, metrics: QFontMetricsF, zero: str
) -> list[tuple[float, float, str]]:
    """Column, left end of the label and label of each tick; '' where a label has no room.

    The first and the last are named before those between them.
    """
    ticks = axis.ticks(max(2, int(where.span / (TICK_ROOM * where.letters))))
    places: list[tuple[float, float, str]] = []
    taken: list[tuple[float, float]] = []
    order = sorted(range(len(ticks)), key=lambda i: (i not in (0, len(ticks) - 1), i))
    for index in order:
        tick = ticks[index]
        x, label = where.x(tick.position), tick.label if tick.hours else zero
        width = metrics.horizontalAdvance(label)
        left = min(x - width / 2, where.width - MARGIN / 2 - width)
        free = all(left > b + LEAST_GAP or left + width + LEAST_GAP < a for a, b in taken)
        if free:
            taken.append((left, left + width))
        places.append((x, left, label if free else ""))
    return sorted(places)


def paint_other_doses(
    painter: QPainter, where: ChartGeometry, axis: Axis, doses: tuple[Dose, ...], theme: Theme
) -> None:
    """A hollow mark at each dose of another run."""
    top = where.doses_top + 0.5
    painter.setPen(QPen(QColor(theme.muted), 1.2))
    painter.setBrush(QColor(theme.panel))
    for dose in doses:
        x, until = where.x(axis.position(dose.at)), where.x(axis.position(dose.at + dose.over))
        if until - x > 2:
            painter.drawRoundedRect(QRectF(x, top + 1, until - x, 4), 2, 2)
        painter.drawPolygon(pointer(x, top, DOSES - 4))


def paint_doses(
    painter: QPainter, where: ChartGeometry, axis: Axis, doses: tuple[Dose, ...], theme: Theme
) -> None:
    """A mark pointing down at each dose, with a bar as long as it is given."""
    top = where.doses_top
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.ink))
    for dose in doses:
        x, until = where.x(axis.position(dose.at)), where.x(axis.position(dose.at + dose.over))
        if until > x:
            painter.drawRoundedRect(QRectF(x, top + 1, max(2.0, until - x), 4), 2, 2)
        painter.drawPolygon(pointer(x, top, DOSES - 3))


def pointer(x: float, top: float, tall: float, half: float = 5) -> QPolygonF:
    """A triangle that points down at a column."""
    return QPolygonF([QPointF(x - half, top), QPointF(x + half, top), QPointF(x, top + tall)])


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
        round_by = min(4.0, box.width() / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.chapters[index % len(theme.chapters)]))
        painter.drawRoundedRect(box, round_by, round_by)
        painter.setPen(QColor(theme.ink))
        name = fitted(chapter.title, metrics, box.width() - 12, str(index + 1))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)


def chapter_box(where: ChartGeometry, axis: Axis, chapter: Chapter) -> QRectF:
    """The box of a chapter on this axis."""
    return where.chapter(axis.position(chapter.start), axis.position(chapter.end))


def fitted(title: str, metrics: QFontMetricsF, room: float, number: str = "") -> str:
    """A title, else its first words, else its start with an ellipsis, else its number, or ''."""
    words = title.split()
    for count in range(len(words), 0, -1):
        shorter = " ".join(words[:count]).rstrip(",:;")
        if metrics.horizontalAdvance(shorter) <= room and len(shorter) > 3:
            return shorter
    if room >= metrics.horizontalAdvance("MMMM"):
        return metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
    return number if room + 8 >= metrics.horizontalAdvance(number) else ""
