"""Drawing icons: the program's SVG as the pictures that each system wants."""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512, 1024)
ICO = (16, 24, 32, 48, 64, 128, 256)


def main(words: list[str]) -> int:
    """Draws the SVG that is named first into the folder that is named second."""
    source, folder = Path(words[0]), Path(words[1])
    app = QGuiApplication([])
    drawing = QSvgRenderer(str(source))
    if not drawing.isValid():
        raise SystemExit(f"{source} cannot be drawn")
    for size in SIZES:
        draw(drawing, size).save(str(folder / f"{size}.png"), "PNG")
    del app
    largest = Image.open(folder / "1024.png")
    drawn = [Image.open(folder / f"{size}.png") for size in ICO]
    whole = [(size, size) for size in ICO]
    drawn[-1].save(folder / "pathway-viewer.ico", sizes=whole, append_images=drawn[:-1])
    largest.save(folder / "pathway-viewer.icns")
    return 0


def draw(drawing: QSvgRenderer, size: int) -> QImage:
    """The drawing on a clear square."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing.render(painter, QRectF(0, 0, size, size))
    return image


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
