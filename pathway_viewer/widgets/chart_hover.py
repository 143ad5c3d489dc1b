"""Chart hover: the value under the pointer, beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from pathway_viewer.look.theme import Theme
from pathway_viewer.widgets.chart_geometry import ChartGeometry

PAD = 8
AWAY = 14
"""Columns between the pointer and the label."""


def label_box(where: ChartGeometry, at: QPointF, size: tuple[float, float]) -> QRectF:
    """Room for a label beside a point of a lane: above its strip or else below, never over it."""
    wide, tall = size
    lane = where.lane(max(0, where.lane_at(at.y())))
    left = at.x() + AWAY if at.x() + AWAY + wide <= where.width - 4 else at.x() - AWAY - wide
    top = lane.top() - tall - 3
    if top < 0:
        top = lane.bottom() + 3
    return QRectF(max(4.0, left), top, wide, tall)


def paint_hover(
    painter: QPainter,
    where: ChartGeometry,
    at: QPointF,
    told: str,
    fonts: tuple[QFont, QFont],
    theme: Theme,
) -> None:
    """A hair line through the lanes, and what the lane under it says, the first line bold."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for color, style in ((theme.panel, Qt.PenStyle.SolidLine), (theme.ink, Qt.PenStyle.DotLine)):
        painter.setPen(QPen(QColor(color), 1, style))
        painter.drawLine(QPointF(at.x(), where.lanes_top), QPointF(at.x(), where.ruler_top))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    lines = told.splitlines()
    metrics = [QFontMetricsF(fonts[1 if index == 0 else 0]) for index in range(len(lines))]
    wide = max(m.horizontalAdvance(line) for m, line in zip(metrics, lines, strict=True))
    step = metrics[0].height() + 2
    box = label_box(where, at, (wide + 2 * PAD, step * len(lines) + PAD))
    painter.setPen(QPen(QColor(theme.edge), 1))
    painter.setBrush(QColor(theme.raised))
    painter.drawRoundedRect(box, 6, 6)
    for index, line in enumerate(lines):
        painter.setFont(fonts[1 if index == 0 else 0])
        painter.setPen(QColor(theme.ink if index == 0 else theme.muted))
        row = QRectF(box.left() + PAD, box.top() + PAD / 2 + index * step, wide, step)
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
