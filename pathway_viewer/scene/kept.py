"""A pixmap of what a painter leaves in a box, at whole device pixels."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

Kept = tuple[QPointF, QPixmap]
"""A pixmap and where its upper left corner goes, in logical pixels."""


def whole_pixels(box: QRectF, ratio: float) -> QRectF:
    """The smallest rectangle of whole device pixels around a box, in logical pixels."""
    left, top = floor(box.left() * ratio), floor(box.top() * ratio)
    wide, high = ceil(box.right() * ratio) - left, ceil(box.bottom() * ratio) - top
    return QRectF(left / ratio, top / ratio, wide / ratio, high / ratio)


def painted(box: QRectF, ratio: float, paint: Callable[[QPainter], None]) -> Kept:
    """What a painter leaves in a box, at whole device pixels, and where that goes."""
    whole = whole_pixels(box, ratio)
    pixmap = QPixmap(QSize(round(whole.width() * ratio), round(whole.height() * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    corner = whole.topLeft()
    with QPainter(pixmap) as own:
        own.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        own.translate(-corner)
        paint(own)
    return corner, pixmap
