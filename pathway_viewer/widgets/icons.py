"""Icons: our own line drawings, tinted with the theme's ink at the screen's resolution."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from pathway_viewer.look.theme import Theme

SIZES = (20, 40)
"""Pixel sizes each icon is rendered at: the plain screen and the one of double density."""


@dataclass(frozen=True)
class Icons:
    """The drawings of one folder in one theme's ink."""

    folder: Path
    ink: str
    muted: str
    on_accent: str

    @staticmethod
    def of(folder: Path, theme: Theme) -> Icons:
        """The icons of `folder` for a theme."""
        return Icons(folder, theme.ink, theme.muted, theme.on_accent)

    def icon(self, name: str) -> QIcon:
        """The icon of this name; FileNotFoundError when it was never drawn."""
        return tinted(self.folder / f"{name}.svg", self.ink, self.muted)

    def bright(self, name: str) -> QIcon:
        """The icon of this name for a control filled with the accent colour."""
        return tinted(self.folder / f"{name}.svg", self.on_accent, self.muted)


@cache
def blank() -> QIcon:
    """An icon of nothing: it keeps a button's place until its drawing is there."""
    pixmap = QPixmap(SIZES[0], SIZES[0])
    pixmap.fill(Qt.GlobalColor.transparent)
    return QIcon(pixmap)


@cache
def tinted(file: Path, ink: str, muted: str) -> QIcon:
    """A drawing as an icon: `ink` where it says currentColor, `muted` when disabled."""
    drawing = file.read_text(encoding="utf-8")
    icon = QIcon()
    for size in SIZES:
        icon.addPixmap(rendered(drawing.replace("currentColor", ink), size))
        faded = rendered(drawing.replace("currentColor", muted), size, opacity=0.5)
        icon.addPixmap(faded, QIcon.Mode.Disabled)
    return icon


def rendered(svg: str, size: int, opacity: float = 1.0) -> QPixmap:
    """An SVG text as a transparent square pixmap, `size` pixels wide."""
    # Late: the library takes 20 ms to load, and the first frame comes before icons.
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setOpacity(opacity)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))
    return pixmap
