"""The picture in layers, and how far what was painted stands out from what lies behind it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from drawing import Recorded
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from pathway_viewer.scene.lettering import CENTRE, Hand, Lettering
from pathway_viewer.scene.picture import Picture, paint_paper
from pathway_viewer.scene.scenery import paint_scenery
from pathway_viewer.timeline.frame import Frame

DENSITY = 2
"""Device pixels a pixel: so that the middle of a thin stroke has its whole colour."""

PHASE = 0.3
"""Seconds into the motion."""

Pixels = NDArray[np.uint8]
"""(height, width, 3), sRGB."""


class Wordless(Lettering):
    """Draws no word."""

    def draw(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        hand: Hand,
        color: str,
        align: Qt.AlignmentFlag = CENTRE,
    ) -> None:
        """Nothing."""


@dataclass(frozen=True)
class Layers:
    """One moment of a picture: scenery, with arrows, with all but words, with words.

    `still` has no particles and no nodes, `words` are the boxes of what was written.
    """

    scenery: Pixels
    still: Pixels
    living: Pixels
    wordless: Pixels
    whole: Pixels
    words: list[tuple[str, QRectF]]


def layers(picture: Picture, frame: Frame, size: tuple[int, int]) -> Layers:
    """The picture of a moment, layer by layer."""
    none, written = Wordless(), Recorded()

    def scenery(painter: QPainter) -> None:
        paint_paper(painter, QRectF(0, 0, *size), picture.sheet.theme)
        paint_scenery(painter, picture.light.ground, none, [], picture.living.anatomy)

    def living(painter: QPainter) -> None:
        scenery(painter)
        picture.living.draw(painter, frame, PHASE)

    def still(painter: QPainter) -> None:
        paint_paper(painter, QRectF(0, 0, *size), picture.sheet.theme)
        picture.paint_still(painter, none)

    def whole(painter: QPainter, lettering: Lettering) -> None:
        paint_paper(painter, QRectF(0, 0, *size), picture.sheet.theme)
        picture.paint_still(painter, lettering)
        picture.paint_moving(painter, frame, PHASE, lettering)

    return Layers(
        _pixels(scenery, size),
        _pixels(still, size),
        _pixels(living, size),
        _pixels(lambda painter: whole(painter, none), size),
        _pixels(lambda painter: whole(painter, written), size),
        written.drawn,
    )


def _pixels(paint: object, size: tuple[int, int]) -> Pixels:
    wide, high = size[0] * DENSITY, size[1] * DENSITY
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        hints = QPainter.RenderHint
        painter.setRenderHints(hints.Antialiasing | hints.TextAntialiasing)
        painter.scale(DENSITY, DENSITY)
        paint(painter)  # type: ignore[operator]
    return pixels_of(image)


def pixels_of(image: QImage) -> Pixels:
    """An image as numbers."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1, 4)
    return rows[:, : plain.width(), 2::-1].copy()


def luminance(pixels: Pixels) -> NDArray[np.float64]:
    """Relative luminance (WCAG 2.2) of every pixel."""
    c = pixels.astype(float) / 255
    light = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    return light @ np.array([0.2126, 0.7152, 0.0722])


def contrasts(first: Pixels, second: Pixels) -> NDArray[np.float64]:
    """Contrast ratio (WCAG 2.2), pixel by pixel."""
    a, b = luminance(first) + 0.05, luminance(second) + 0.05
    return np.maximum(a, b) / np.minimum(a, b)


def cut(pixels: Pixels, box: QRectF, density: float = DENSITY) -> Pixels:
    """The part of an image under a box."""
    high, wide = pixels.shape[:2]
    left, right = (round(x * density) for x in (box.left(), box.right()))
    top, bottom = (round(y * density) for y in (box.top(), box.bottom()))
    left, top = min(max(left, 0), wide - 1), min(max(top, 0), high - 1)
    return pixels[top : max(bottom, top + 1), left : max(right, left + 1)]


def around(point: QPointF, half: float) -> QRectF:
    """A square about a point."""
    return QRectF(point.x() - half, point.y() - half, 2 * half, 2 * half)


def standing_out(above: Pixels, behind: Pixels, box: QRectF) -> float:
    """The most that anything painted in a box stands out from what lay there before."""
    return float(contrasts(cut(above, box), cut(behind, box)).max())


def read(above: Pixels, behind: Pixels, box: QRectF, density: float = DENSITY) -> float:
    """How far the letters in a box stand out from what lies behind most of them.

    Their ink is what stands out most: the edges of letters are mixed with their ground.
    """
    over, under = cut(above, box, density), cut(behind, box, density)
    apart = contrasts(over, under)
    ink = over.reshape(-1, 3)[apart.argmax()].astype(int)
    inked = (np.abs(over.astype(int) - ink).max(axis=2) <= 6) & (apart > 1.05)
    return float(np.median(apart[inked])) if inked.any() else 1.0
