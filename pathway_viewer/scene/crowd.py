"""A crowd of nodes too small for text: shape and level, all copied in one call."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QPainter

from pathway_viewer.scene.atlas import Atlas
from pathway_viewer.scene.beside import Beside
from pathway_viewer.scene.lettering import Lettering
from pathway_viewer.scene.lighting import Lighting
from pathway_viewer.scene.naming import SMALLEST_WORD
from pathway_viewer.scene.painting import SHADES, SMALLEST_LABEL, paint_node
from pathway_viewer.scene.sheet import PlacedNode
from pathway_viewer.timeline.frame import Frame

STEPS = 2 * SHADES + 1
NO_GHOST = STEPS
"""The place of 'no other run beside this one' among the steps of its level."""

Look = tuple[str, bool, int, int]


def is_tiny(node: PlacedNode) -> bool:
    """Whether nothing is written on a node at its size."""
    small = node.label_hand.size < SMALLEST_LABEL and node.word_hand.size < SMALLEST_WORD
    return small and not node.lines


class Crowd:
    """Tiny nodes of one picture: those of one glyph and one size share their pictures."""

    def __init__(self, nodes: list[PlacedNode], light: Lighting, pixel_ratio: float) -> None:
        self._light, self._ratio = light, pixel_ratio
        self._rows = np.array([node.shape.index for node in nodes], dtype=np.intp)
        corners = [(node.box.left(), node.box.top()) for node in nodes]
        self._corners = np.array(corners, dtype=np.float64).reshape(-1, 2)
        looks = [self._look(node) for node in nodes]
        self._models = dict(zip(looks, nodes, strict=True))
        places = {look: i for i, look in enumerate(self._models)}
        self._kinds = np.array([places[look] for look in looks], dtype=np.intp)
        self._atlas = Atlas(pixel_ratio)
        self._cells = np.full((len(places), STEPS, STEPS + 1), -1, dtype=np.intp)
        self._shown = np.empty(0, dtype=np.intp)

    def show(self, frame: Frame, beside: Beside) -> None:
        """Take a frame."""
        if not len(self._rows):
            return
        steps = self._steps(frame.changes)
        ghosts = np.full_like(steps, NO_GHOST)
        if beside.ghost is not None:
            ghosts = self._steps(beside.ghost)
        states = self._kinds, steps, ghosts
        new = self._cells[states] < 0
        for state in set(zip(*(part[new].tolist() for part in states), strict=True)):
            self._cells[state] = self._painted(*state)
        self._shown = self._cells[states]

    def paint(self, painter: QPainter) -> None:
        """All of them at the frame shown last."""
        self._atlas.draw(painter, self._shown, self._corners)

    def _steps(self, changes: NDArray[np.float64]) -> NDArray[np.intp]:
        return np.rint(changes[self._rows] * SHADES).astype(np.intp) + SHADES

    def _painted(self, kind: int, step: int, ghost: int) -> int:
        node = list(self._models.values())[kind]
        sheet, corner = self._light.of(node.shape.node.id), node.box.topLeft()
        change = (step - SHADES) / SHADES
        other = None if ghost == NO_GHOST else (ghost - SHADES) / SHADES

        def paint(painter: QPainter) -> None:
            painter.translate(-corner)
            paint_node(painter, node, sheet, change, "", Lettering(), other)

        pen = sheet.theme.node_width * sheet.k
        box = node.box.translated(-corner).adjusted(-pen, -pen, pen, pen)
        return self._atlas.add(box, paint)

    def _look(self, node: PlacedNode) -> Look:
        """What makes two nodes look the same at one level."""
        own, ratio = node.shape.node, self._ratio
        size = round(node.box.width() * ratio), round(node.box.height() * ratio)
        return own.glyph, self._light.is_lit(own.id), *size
