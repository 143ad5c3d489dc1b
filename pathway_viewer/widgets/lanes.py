"""Lanes: one heat strip a stage, from the course's changes on the axis in use."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from pathway_viewer.dynamics.course import Course
from pathway_viewer.look.theme import THEMES, Theme, ThemeId, channels
from pathway_viewer.timeline.axis import Axis

SHADES = 257

PALEST = 0.1
"""Largest change below which a strip is not brought to full colour."""


def changes_along(course: Course, node: str, times: NDArray[np.float64]) -> NDArray[np.float64]:
    """A node's change from rest, -1..1, at given hours."""
    return np.interp(times, course.times, course.change_series(node))


def shares_along(course: Course, node: str, times: NDArray[np.float64]) -> NDArray[np.float64]:
    """A node's change as a share of its own largest one, -1..1, at given hours.

    The order of events shall be one look: a strip in absolute colours would hide every stage
    that moves little. What hardly moves at all stays pale.
    """
    largest = float(np.abs(course.change_series(node)).max())
    return changes_along(course, node, times) / max(largest, PALEST)


def times_along(axis: Axis, columns: int) -> NDArray[np.float64]:
    """The hours at the middle of each of some equal columns of the axis."""
    return axis.times((np.arange(columns) + 0.5) / columns)


def shades(theme: Theme) -> NDArray[np.uint32]:
    """The level colours from -1 to 1 as 0xffrrggbb, so that a column is one look-up."""
    return _shades(theme.id)


@cache
def _shades(theme: ThemeId) -> NDArray[np.uint32]:
    steps = np.linspace(-1, 1, SHADES)
    colors = [channels(THEMES[theme].level_color(float(step))) for step in steps]
    return np.array([0xFF000000 | r << 16 | g << 8 | b for r, g, b in colors], dtype=np.uint32)


def heat_strip(changes: NDArray[np.float64], table: NDArray[np.uint32]) -> QImage:
    """Changes as an image one pixel high."""
    index = np.clip(np.rint((changes + 1) / 2 * (SHADES - 1)), 0, SHADES - 1).astype(int)
    pixels = np.ascontiguousarray(table[index])
    image = QImage(pixels.tobytes(), len(pixels), 1, QImage.Format.Format_RGB32)
    return image.copy()


def paint_lane(painter: QPainter, strip: QImage | None, box: QRectF, theme: Theme) -> None:
    """A strip in its box, outlined so that a white stretch is still seen; None: all at rest."""
    whole = box.toRect()
    painter.fillRect(whole, QColor(theme.rest))
    if strip is not None:
        # Column by column as it is: smoothing would fade a strip one pixel high to nothing.
        painter.drawImage(whole, strip.scaled(strip.width(), whole.height()))
    painter.setPen(QPen(QColor(theme.line), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(whole).adjusted(0.5, 0.5, -0.5, -0.5))
