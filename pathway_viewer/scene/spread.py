"""How a diagram is laid out so that it fills its room: how far apart, and with how large names."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

from PySide6.QtCore import QRectF

from pathway_viewer.model.stretched import Stretch

PLAIN: Stretch = (1.0, 1.0)
"""Drawn as the file has it."""

TINY = 7.5
"""Size in pixels of names below which the core stands as it does for an audience, if the file
says how: fewer things, and larger."""

READABLE = 8.5
"""Size in pixels below which names of places are enlarged."""

WIDEST, TALLEST, STEP = 1.2, 1.36, 0.04
"""How far apart a diagram is drawn at the most, across and down, and in which steps: so that it
does not change with every pixel of a window that is dragged."""


@dataclass(frozen=True)
class Spread:
    """How far apart a diagram is drawn, and whether its core stands as it is projected.

    Names of places are `enlarged` by a factor where they would be small.
    """

    stretch: Stretch = PLAIN
    audience: bool = False
    enlarged: float = 1.0


def scale_of(extent: QRectF, room: QRectF) -> float:
    """Pixels a canvas unit where an extent just fits a room."""
    return min(room.width() / extent.width(), room.height() / extent.height())


def enlarged_for(pixels: float) -> float:
    """The factor for names of places that would be so large in pixels: 1, 1.25 or 1.5."""
    wish = READABLE / max(pixels, 1e-6)
    return 1.0 if wish <= 1 else 1.25 if wish <= 1.25 else 1.5


def stretch_for(extent: QRectF, room: QRectF) -> Stretch:
    """How far apart a diagram is drawn so that it fills a room, in steps and within reason."""
    if extent.isEmpty() or room.isEmpty():
        return PLAIN
    wish = room.width() / room.height() / (extent.width() / extent.height())
    return _stepped(wish, WIDEST), _stepped(1 / wish, TALLEST)


def _stepped(wish: float, most: float) -> float:
    steps = floor((min(wish, most) - 1) / STEP + 1e-6)
    return round(1 + max(0, steps) * STEP, 4)
