"""Particles on arrows: their number and pace follow the influence that passes at this moment."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from pathway_viewer.scene.arrows import SAMPLES
from pathway_viewer.scene.atlas import Atlas
from pathway_viewer.scene.sheet import Sheet

MOST = 5
"""Particles on one arrow at full influence."""

APART = 18.0
"""Canvas units of arrow for each particle: on a short one they are fewer, or would hide it."""

EACH = np.arange(MOST)

CLEAR = 5.4
"""How far from the middle of an arrow text is clear of its particles, in canvas units."""

FAINTEST = 0.04
"""Influence below which an arrow carries nothing worth a particle."""

PACES = np.array([0.0, 34.0, 60.0, 90.0])
"""Canvas units a second, by thirds of influence. Steps, because a pace that changed smoothly
would make where a particle is depend on how the moment was reached."""


class Flow:
    """The particles of one sheet. Where they are depends on the frame and the phase alone."""

    def __init__(self, sheet: Sheet, pixel_ratio: float = 1.0) -> None:
        self._index = np.array([a.shape.index for a in sheet.arrows], dtype=np.intp)
        self._tracks = np.array([a.track for a in sheet.arrows]).reshape(-1, SAMPLES, 2)
        self._lengths = np.array([max(1.0, a.shape.arrow.length) for a in sheet.arrows])
        self._most = np.clip(self._lengths // APART, 1, MOST)
        self._theme = sheet.theme
        self._radius = max(2.2, 4.0 * sheet.k * (1.2 if sheet.theme.id == "projector" else 1.0))
        self._atlas = Atlas(pixel_ratio)
        reach = self._radius + 1
        box = QRectF(-reach, -reach, 2 * reach, 2 * reach)
        self._disc = self._atlas.add(box, self._paint_disc)

    def points(self, flows: NDArray[np.float64], phase: float) -> NDArray[np.float64]:
        """Centres (P, 2) in pixels of every particle at a phase in seconds."""
        if not len(self._index):
            return np.empty((0, 2))
        influence = flows[self._index]
        number = np.ceil(influence * self._most) * (influence >= FAINTEST)
        rows, columns = np.nonzero(number[:, None] > EACH)
        pace = PACES[np.minimum(np.ceil(influence * 3).astype(np.intp), 3)]
        first = phase * pace / self._lengths
        share = (first[rows] + columns / number[rows]) % 1.0
        return self._tracks[rows, np.rint(share * (SAMPLES - 1)).astype(np.intp)]

    def paint(self, painter: QPainter, flows: NDArray[np.float64], phase: float) -> None:
        """All particles in one pass, as copies of one pixmap: for pictures in motion."""
        self._atlas.draw(painter, self._disc, self.points(flows, phase))

    def draw(self, painter: QPainter, flows: NDArray[np.float64], phase: float) -> None:
        """All particles as discs: for pictures that will be enlarged or printed."""
        painter.setPen(QPen(QColor(self._theme.background), 1))
        painter.setBrush(QColor(self._theme.particle))
        for x, y in self.points(flows, phase).tolist():
            painter.drawEllipse(QPointF(x, y), self._radius, self._radius)

    def _paint_disc(self, painter: QPainter) -> None:
        """A particle: a disc with a rim of the paper's colour, so that it reads on its arrow."""
        painter.setPen(QPen(QColor(self._theme.background), 1))
        painter.setBrush(QColor(self._theme.particle))
        painter.drawEllipse(QPointF(), self._radius, self._radius)
