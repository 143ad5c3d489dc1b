"""PNG: an image as the bytes of a file, with what it says of itself."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage


def png_of(image: QImage, about: Mapping[str, str]) -> bytes:
    """An image as a file holds it; each entry of `about` becomes a text of that name."""
    for key, text in about.items():
        image.setText(key, text)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType]
    return bytes(buffer.data().data())
