"""Ways to see what was painted: images of a painter, and the texts that were drawn."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from pathway_viewer.scene.lettering import CENTRE, Hand, Lettering, width


class Recorded(Lettering):
    """Draws as any lettering does, and remembers every text with its box and what it fills."""

    def __init__(self) -> None:
        self.drawn: list[tuple[str, QRectF]] = []
        self.inks: list[QRectF] = []

    @property
    def texts(self) -> list[str]:
        """What was written, in order."""
        return [text for text, _ in self.drawn]

    def draw(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        hand: Hand,
        color: str,
        align: Qt.AlignmentFlag = CENTRE,
    ) -> None:
        """As `Lettering.draw`."""
        self.drawn.append((text, painter.transform().mapRect(box)))
        self.inks.append(_ink(box, width(text, hand), align))
        super().draw(painter, box, text, hand, color, align)


def _ink(box: QRectF, wide: float, align: Qt.AlignmentFlag) -> QRectF:
    left, rest = box.left(), box.width() - wide
    if align & Qt.AlignmentFlag.AlignRight:
        left += rest
    elif not align & Qt.AlignmentFlag.AlignLeft:
        left += rest / 2
    return QRectF(left, box.top(), wide, box.height())


def painted(paint: Callable[[QPainter], object], width: int = 800, height: int = 450) -> QImage:
    """What is painted on a white page."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
    return image


def share_of(image: QImage, box: QRectF, color: str) -> float:
    """How much of a rectangle is of one colour, 0 to 1."""
    area = box.toRect().intersected(image.rect())
    wanted = QColor(color)
    pixels = [
        image.pixelColor(x, y)
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    ]
    return sum(pixel == wanted for pixel in pixels) / max(1, len(pixels))


def overlapping_boxes(boxes: list[QRectF]) -> list[tuple[QRectF, QRectF]]:
    """Pairs of rectangles that share more than an edge."""
    inner = [box.adjusted(0.1, 0.1, -0.1, -0.1) for box in boxes]
    return [(a, b) for a, b in combinations(inner, 2) if a.intersects(b)]
