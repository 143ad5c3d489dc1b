"""A pixmap of what a painter leaves in a box, at whole device pixels."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

Kept = tuple[QPointF, QPixmap]
"""A pixmap and where its upper left corner goes, in logical pixels."""


def painted(box: QRectF, ratio: float, paint: Callable[[QPainter], None]) -> Kept:
    """What a painter leaves in a box, at whole device pixels, and where that goes."""
    left, top = floor(box.left() * ratio), floor(box.top() * ratio)
    size = QSize(ceil(box.right() * ratio) - left, ceil(box.bottom() * ratio) - top)
    pixmap = QPixmap(size)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    corner = QPointF(left / ratio, top / ratio)
    with QPainter(pixmap) as own:
        own.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        own.translate(-corner)
        paint(own)
    return corner, pixmap
