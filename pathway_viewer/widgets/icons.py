"""Icons: our own line drawings, tinted with the theme's ink at the screen's resolution."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from pathway_viewer.look.theme import ICON, Theme, TypeScale

DENSITIES = (1.0, 1.25, 1.5, 2.0)
"""Pixels a logical pixel on the screens that there are: an icon is drawn for each of them."""
FADED = 0.5
"""How much of an icon is left where it can do nothing now."""


@dataclass(frozen=True)
class Icons:
    """The drawings of one folder in one theme's ink."""

    folder: Path
    ink: str
    muted: str
    on_accent: str
    side: int = ICON
    """Width and height in logical pixels: they grow with the words beside them."""

    @staticmethod
    def of(folder: Path, theme: Theme) -> Icons:
        """The icons of `folder` for a theme."""
        side = round(ICON * theme.type.body / TypeScale().body)
        return Icons(folder, theme.ink, theme.muted, theme.on_accent, side)

    @property
    def size(self) -> QSize:
        """The room of an icon beside words of the body's size."""
        return QSize(self.side, self.side)

    @property
    def small(self) -> QSize:
        """The room of an icon that is a quiet aside."""
        return self.size * 0.8

    @property
    def target(self) -> int:
        """Width and height of a button that shows nothing but an icon."""
        return round(self.side * 1.7)

    def icon(self, name: str) -> QIcon:
        """The icon of this name; FileNotFoundError when it was never drawn."""
        return tinted(self.folder / f"{name}.svg", self.ink, self.muted, self.side)

    def bright(self, name: str) -> QIcon:
        """The icon of this name for a control filled with the accent colour."""
        return tinted(self.folder / f"{name}.svg", self.on_accent, self.muted, self.side)


@cache
def blank() -> QIcon:
    """An icon of nothing: it keeps a button's place until its drawing is there."""
    pixmap = QPixmap(ICON, ICON)
    pixmap.fill(Qt.GlobalColor.transparent)
    return QIcon(pixmap)


@cache
def tinted(file: Path, ink: str, muted: str, side: int = ICON) -> QIcon:
    """A drawing as an icon: `ink` where it says currentColor, `muted` when disabled."""
    drawing = file.read_text(encoding="utf-8")
    icon = QIcon()
    for size in (round(side * density) for density in DENSITIES):
        icon.addPixmap(rendered(drawing.replace("currentColor", ink), size))
        faded = rendered(drawing.replace("currentColor", muted), size, opacity=FADED)
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
