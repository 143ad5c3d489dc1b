"""The picture on a slide: a still with twice the pixels, for projectors that have them."""

from __future__ import annotations

from io import BytesIO

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage, QPainter

from pathway_viewer.export.still import Look, paint_still
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.timeline.frame import Frame

DENSITY = 2
MOST_PIXELS = 40_000_000
"""A picture of more is drawn no denser than it was asked for."""


def sharp_png(pathway: Pathway, frame: Frame, look: Look) -> BytesIO:
    """The still as PNG, laid out for `look.size` and drawn with twice as many pixels a side."""
    wide, high = look.size
    density = DENSITY if wide * high * DENSITY**2 <= MOST_PIXELS else 1
    image = QImage(wide * density, high * density, QImage.Format.Format_RGB32)
    if image.isNull():
        raise MemoryError(f"no room for a picture of {wide} x {high} pixels")
    with QPainter(image) as painter:
        painter.scale(density, density)
        paint_still(painter, pathway, frame, look)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType]
    return BytesIO(bytes(buffer.data().data()))
