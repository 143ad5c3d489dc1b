"""An atlas: small pictures side by side in one pixmap, copied in a single call to many places."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from pathway_viewer.scene.kept import painted

SIDE = 512
"""Width of an atlas in device pixels; its height grows."""

_X, _Y, _LEFT, _TOP, _WIDTH, _HEIGHT, _SCALE_X, _SCALE_Y, _ROTATION, _OPACITY = range(10)


class Atlas:
    """Pictures by number, each painted once around the point that is put where it is wanted.

    One call for all copies costs a quarter of one call each.
    """

    def __init__(self, pixel_ratio: float) -> None:
        self._ratio = pixel_ratio
        self._sources = np.empty((0, 6))
        self._pen = QPoint(0, 0)
        self._row = 0
        self._pixmap = QPixmap()
        self._fragments = np.empty((0, 10))
        self._alike: int | None = None  # the picture that every row is of, if they are of one

    def add(self, box: QRectF, paint: Callable[[QPainter], None]) -> int:
        """The number of one more picture, which fills `box` (logical pixels) around its point."""
        corner, pixmap = painted(box, self._ratio, paint)
        pixmap.setDevicePixelRatio(1)
        at = self._room(pixmap.size())
        with QPainter(self._pixmap) as painter:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.drawPixmap(at, pixmap)
        left, top = corner.x() * self._ratio, corner.y() * self._ratio
        source = [at.x(), at.y(), pixmap.width(), pixmap.height(), left, top]
        self._sources = np.vstack((self._sources, source))
        return len(self._sources) - 1

    def draw(
        self, painter: QPainter, cells: NDArray[np.intp] | int, points: NDArray[np.float64]
    ) -> None:
        """Copy pictures, by their numbers, to points (N, 2) in logical pixels, in this order."""
        count = len(points)
        if not count:
            return
        rows, ratio = self._rows(count), self._ratio
        source = self._sources[cells]
        if not isinstance(cells, int):
            rows[:, _LEFT : _HEIGHT + 1] = source[:, :4]
        elif cells != self._alike:
            self._fragments[:, _LEFT : _HEIGHT + 1] = source[:4]
        self._alike = cells if isinstance(cells, int) else None
        corner = np.floor(points * ratio + (source[..., 4:] + 0.5))
        rows[:, : _Y + 1] = (corner + source[..., 2:4] / 2) / ratio
        # The binding takes an array by the address of its first row; the rows are kept by self.
        first = shiboken6.wrapInstance(rows.ctypes.data, QPainter.PixmapFragment)
        painter.drawPixmapFragments(cast(QPainter.PixmapFragment, first), count, self._pixmap)

    def _rows(self, count: int) -> NDArray[np.float64]:
        if len(self._fragments) < count:
            self._fragments, self._alike = np.zeros((max(64, 2 * count), 10)), None
            self._fragments[:, _SCALE_X : _SCALE_Y + 1] = 1 / self._ratio
            self._fragments[:, _OPACITY] = 1
        return self._fragments[:count]

    def _room(self, size: QSize) -> QPoint:
        """A free corner for a picture: beside the last one, or in a row of its own below."""
        if self._pen.x() + size.width() > max(SIDE, self._pixmap.width()):
            self._pen = QPoint(0, self._pen.y() + self._row)
            self._row = 0
        at = QPoint(self._pen)
        self._row = max(self._row, size.height())
        self._pen.setX(at.x() + size.width())
        self._grow(QSize(max(SIDE, self._pen.x()), at.y() + self._row))
        return at

    def _grow(self, size: QSize) -> None:
        before = self._pixmap
        if not before.isNull() and size == size.boundedTo(before.size()):
            return
        self._pixmap = QPixmap(size.width(), max(size.height(), 2 * before.height()))
        self._pixmap.fill(Qt.GlobalColor.transparent)
        if not before.isNull():
            with QPainter(self._pixmap) as painter:
                painter.drawPixmap(QPointF(), before)
