"""The picture on a slide: a still with twice the pixels, where the focus of a step stands out."""

from __future__ import annotations

from collections.abc import Collection
from io import BytesIO

from PySide6.QtCore import QBuffer, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker

from pathway_viewer.export.still import Look, arranged, still_image
from pathway_viewer.look.theme import THEMES
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.picture import Picture
from pathway_viewer.scene.sheet import PlacedArrow
from pathway_viewer.timeline.frame import Frame

DENSITY = 2
MOST_PIXELS = 40_000_000
"""A picture of more is drawn no denser than it was asked for."""

VEIL = 0.58
"""How much of the paper's colour lies over what is not in focus."""

RIM, LANE = 7.0, 22.0
"""Canvas units that stay clear around a node in focus, and across an arrow."""


def sharp_png(pathway: Pathway, frame: Frame, look: Look, focus: Collection[str] = ()) -> BytesIO:
    """The still as PNG, laid out for `look.size` and drawn with twice as many pixels a side.

    With a focus all is dimmed that is neither of it nor changed by hand; nothing moves.
    """
    clear = {*focus, *(id for id, _ in look.beside.signs)} if focus else set[str]()
    wide, high = look.size
    density = DENSITY if wide * high * DENSITY**2 <= MOST_PIXELS else 1
    image = still_image(pathway, frame, look, density)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(density, density)
        paint_veil(painter, arranged(pathway, look), clear, THEMES[look.theme].background)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType]
    return BytesIO(bytes(buffer.data().data()))


def paint_veil(
    painter: QPainter, picture: Picture, focus: Collection[str], background: str
) -> None:
    """Dim the diagram but for what is in focus; nothing where none of that is drawn."""
    clear = _clear(picture, focus)
    if clear.isEmpty():
        return
    veil = QPainterPath()
    veil.addRect(picture.field)
    color = QColor(background)
    color.setAlphaF(VEIL)
    painter.fillPath(veil.subtracted(clear), color)


def _clear(picture: Picture, focus: Collection[str]) -> QPainterPath:
    """Nodes in focus, and the arrows that are in focus or lead from one such node to another."""
    sheet, clear = picture.sheet, QPainterPath()
    for node in sheet.nodes:
        if node.shape.node.id in focus:
            clear = clear.united(_around(node.outline, 2 * RIM * sheet.k).united(node.outline))
    for arrow in sheet.arrows:
        edge = arrow.shape.edge
        if edge.id in focus or (edge.source in focus and edge.target in focus):
            clear = clear.united(_around(_line(arrow), LANE * sheet.k))
    return clear


def _line(arrow: PlacedArrow) -> QPainterPath:
    first, *others = arrow.track.tolist()
    line = QPainterPath(QPointF(*first))
    for point in others:
        line.lineTo(QPointF(*point))
    return line


def _around(path: QPainterPath, width: float) -> QPainterPath:
    """The area within half a width of a path."""
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    stroker.setCapStyle(Qt.PenCapStyle.FlatCap)
    return stroker.createStroke(path)
