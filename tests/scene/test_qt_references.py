"""The Qt binding in use does not lose references: some of its releases end in a crash."""

from __future__ import annotations

import sys

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

CALLS = 1000
"""PySide6 6.12.0 loses one reference a call on Python 3.11, and aborts when none is left."""


def lost(work) -> int:
    """References to None that are fewer after the work than before."""
    work()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        work()
    return before - sys.getrefcount(None)


def test_processing_events_loses_no_reference(qapp: QApplication):
    assert lost(qapp.processEvents) < 100


def test_painting_loses_no_reference(qapp: QApplication):
    image = QImage(8, 8, QImage.Format.Format_RGB32)

    def paint() -> None:
        with QPainter(image) as painter:
            painter.save()
            painter.drawLine(QPoint(0, 0), QPoint(7, 7))
            painter.drawEllipse(QPointF(4, 4), 2, 2)
            painter.drawText(QRectF(0, 0, 8, 8), 0, "a")
            painter.restore()

    assert lost(paint) < 100
