"""Chart key: what the colours of the strips mean, in the empty corner beside the chapters."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from pathway_viewer.look.theme import Theme
from pathway_viewer.widgets.chart_geometry import ChartGeometry, chapters_row
from pathway_viewer.widgets.lanes import shades

EXPLAINED = (
    "Each strip runs from rest (pale) to its own largest change (full colour).\n"
    "What changes by less than a fifth of its range stays paler in proportion."
)
ENDS = ("lowered", "raised")
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def paint_key(painter: QPainter, where: ChartGeometry, name: str, theme: Theme) -> None:
    """A name over a bar of all shades, and what its two ends are called."""
    room, metrics = where.key(), QFontMetricsF(painter.font())
    painter.setPen(QColor(theme.muted))
    title = QRectF(room.left(), 0, room.width(), chapters_row(where.letters) - 2)
    painter.drawText(
        title, RIGHT, metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
    )
    words = QRectF(
        room.left(), title.bottom() + 8, room.width(), room.bottom() - title.bottom() - 6
    )
    ends = [metrics.horizontalAdvance(word) for word in ENDS]
    left = room.right() - max(sum(ends) + 10, min(room.width(), 9 * where.letters))
    paint_shades(painter, QRectF(left, title.bottom() + 2, room.right() - left, 6), theme)
    painter.setPen(QColor(theme.muted))
    words.setLeft(left)
    painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, ENDS[0])
    painter.drawText(words, RIGHT, ENDS[1])


def paint_shades(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """All shades from the deepest fall to the highest rise, in a thin frame."""
    table = shades(theme)
    columns = int(box.width())
    for column in range(columns):
        shade = int(table[round(column / max(1, columns - 1) * (len(table) - 1))])
        x = int(box.left()) + column
        painter.fillRect(QRectF(x, box.top(), 1, box.height()), QColor(shade & 0xFFFFFF))
    painter.setPen(QPen(QColor(theme.edge), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    frame = QRectF(int(box.left()), box.top(), columns, box.height())
    painter.drawRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5))
