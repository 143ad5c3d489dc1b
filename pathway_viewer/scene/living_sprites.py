"""The living anatomy in motion: what has changed since the last frame, vesicles as one copy."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from pathway_viewer.scene.atlas import Atlas
from pathway_viewer.scene.kept import whole_pixels
from pathway_viewer.scene.living import Living
from pathway_viewer.scene.release import Bubble
from pathway_viewer.timeline.frame import Frame

SIZES = 4.0
"""Sizes of a vesicle kept for each pixel of its radius: it swells in steps too small to see."""


class LivingSprites:
    """Channels, receptors, spines and vesicles of one picture."""

    def __init__(self, living: Living, pixel_ratio: float) -> None:
        self._living = living
        self._states: NDArray[np.int64] | None = None
        self._atlas = Atlas(pixel_ratio)
        self._cells: dict[tuple[int, bool, bool], int] = {}
        self.boxes = [whole_pixels(part.box, pixel_ratio) for part in living.parts]

    def show(self, frame: Frame) -> list[int]:
        """Take a frame; the numbers of gates and spines that look different since the last one."""
        before, self._states = self._states, self._living.states(frame)
        if before is None:
            return list(range(len(self._states)))
        return np.flatnonzero((self._states != before).any(axis=1)).tolist()

    def paint_part(self, painter: QPainter, number: int) -> None:
        """A gate or spine as it is at the frame shown last."""
        assert self._states is not None
        state = self._states.item(number, 0), self._states.item(number, 1)
        self._living.parts[number].painter(state)(painter)

    def paint_bubbles(self, painter: QPainter, frame: Frame, phase: float | None) -> None:
        """Vesicles at their sites and what they set free."""
        if seen := self._living.bubbles(frame, phase):
            looks = [(round(one.radius * SIZES), one.grain, one.lit) for one in seen]
            for look in set(looks) - self._cells.keys():
                self._cells[look] = self._painted(*look)
            cells = np.array([self._cells[look] for look in looks])
            self._atlas.draw(painter, cells, np.array([one[:2] for one in seen]))

    def _painted(self, size: int, grain: bool, lit: bool) -> int:
        own = Bubble(0.0, 0.0, size / SIZES, grain, lit)
        side = own.radius + 2 * self._living.k + 1
        box = QRectF(-side, -side, 2 * side, 2 * side)
        return self._atlas.add(box, lambda on: self._living.paint_bubble(on, own))
