"""Lanes: one heat strip a stage, from the course's changes on the axis in use."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from pathway_viewer.dynamics.course import Course
from pathway_viewer.look.theme import THEMES, Theme, ThemeId, channels
from pathway_viewer.timeline.axis import Axis

SHADES = 257

FULL = 0.2
"""Largest change, as a share of the full range, from which on a strip reaches full colour."""


def changes_along(course: Course, node: str, times: NDArray[np.float64]) -> NDArray[np.float64]:
    """A node's change from rest, -1..1, at given hours."""
    # Before its first row a run is at rest, though a dose given at once has that row begin higher.
    return np.interp(times, course.times, course.change_series(node), left=0.0)


def peak_of(course: Course, node: str) -> float:
    """A node's largest change from rest in a run, -1..1."""
    changes = course.change_series(node)
    return float(changes[np.argmax(np.abs(changes))])


def shares_along(
    courses: tuple[Course, ...], node: str, times: NDArray[np.float64]
) -> list[NDArray[np.float64]]:
    """A node's change in each run as a share of the largest in any, -1..1, at given hours.

    The order of events shall be one look: a strip in absolute colours would hide every stage
    that moves little. What hardly moves at all stays pale, in proportion.
    """
    largest = max((abs(peak_of(one, node)) for one in courses), default=0.0)
    return [changes_along(one, node, times) / max(largest, FULL) for one in courses]


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


def paint_lane(painter: QPainter, strips: list[QImage], box: QRectF, theme: Theme) -> None:
    """Strips one above the other in one box, outlined so that a white stretch is still seen.

    Without any the node is at rest. A line parts the run in use from the one below it.
    """
    whole = box.toRect()
    painter.fillRect(whole, QColor(theme.rest))
    for index, strip in enumerate(strips):
        top = whole.top() + index * whole.height() // len(strips)
        below = whole.top() + (index + 1) * whole.height() // len(strips)
        part = QRect(whole.left(), top, whole.width(), below - top)
        # Column by column as it is: smoothing would fade a strip one pixel high to nothing.
        painter.drawImage(part, strip.scaled(strip.width(), part.height()))
        if index:
            painter.fillRect(QRect(part.left(), part.top(), part.width(), 1), QColor(theme.panel))
    painter.setPen(QPen(QColor(theme.lane_edge), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(whole).adjusted(0.5, 0.5, -0.5, -0.5))
