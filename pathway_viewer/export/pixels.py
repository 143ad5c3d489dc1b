"""Pixels: a painted image as bytes that any thread may read, without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True)
class Pixels:
    """Rows from the top, each pixel as blue, green, red and a byte without meaning."""

    width: int
    height: int
    bgrx: bytes


def pixels_of(image: QImage) -> Pixels:
    """A copy of an image of format RGB32."""
    return Pixels(image.width(), image.height(), bytes(image.constBits()))


def picture_of(pixels: Pixels) -> Image:
    """The same as Pillow has it."""
    # Late: Pillow, which the first frame does without.
    from PIL import Image

    size = (pixels.width, pixels.height)
    return Image.frombuffer("RGB", size, pixels.bgrx, "raw", "BGRX", 0, 1)


def compressed(pixels: Pixels, level: int = 6) -> bytes:
    """The same as a PNG file; `level` 1 (fast) to 9 (small)."""
    file = BytesIO()
    picture_of(pixels).save(file, "PNG", compress_level=level)
    return file.getvalue()
