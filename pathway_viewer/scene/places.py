"""The outlines of places, in the pixels they are painted in."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from pathway_viewer.model.pathway import Place
from pathway_viewer.scene.anatomy import Neurite
from pathway_viewer.scene.sheet import Sheet


def to_pixels(sheet: Sheet) -> QTransform:
    """From the canvas to the pixels of a sheet."""
    return QTransform(sheet.k, 0, 0, sheet.k, sheet.dx, sheet.dy)


def outline(place: Place, box: QRectF, radius: float) -> QPainterPath:
    """Rounded all round, but cells that send an axon are rounder towards the cleft."""
    path = QPainterPath()
    radius = max(0.0, min(radius, box.width() / 2, box.height() / 2))
    if place not in ("interneuron", "terminal"):
        path.addRoundedRect(box, radius, radius)
        return path
    small = radius * 0.3
    path.moveTo(box.left() + small, box.top())
    path.lineTo(box.right() - radius, box.top())
    path.quadTo(box.right(), box.top(), box.right(), box.top() + radius)
    path.lineTo(box.right(), box.bottom() - radius)
    path.quadTo(box.right(), box.bottom(), box.right() - radius, box.bottom())
    path.lineTo(box.left() + small, box.bottom())
    path.quadTo(box.left(), box.bottom(), box.left(), box.bottom() - small)
    path.lineTo(box.left(), box.top() + small)
    path.quadTo(box.left(), box.top(), box.left() + small, box.top())
    path.closeSubpath()
    return path


def neurite(process: Neurite, sheet: Sheet) -> QPainterPath:
    """A process that leaves a cell wide, grows thin and forks where it has the length."""
    root, end, half = -8.0, process.length, process.half
    path = QPainterPath(QPointF(root, -half))
    path.cubicTo(end * 0.2, -half * 0.4, end * 0.4, -half * 0.32, end, -half * 0.86)
    path.lineTo(end, -half * 0.5)
    path.cubicTo(end * 0.75, -half * 0.16, end * 0.75, half * 0.16, end, half * 0.5)
    path.lineTo(end, half * 0.86)
    path.cubicTo(end * 0.4, half * 0.32, end * 0.2, half * 0.4, root, half)
    path.closeSubpath()
    return to_pixels(sheet).map(process.spot.turned().map(path))


def axon(box: QRectF, sheet: Sheet) -> QPainterPath:
    """The fibre on which a terminal sits: it comes from the side away from the rounder one."""
    left, middle = box.left(), box.center().y()
    path = QPainterPath(QPointF(left + 10, middle - 44))
    path.cubicTo(left + 3, middle - 28, left - 6, middle - 22, left - 15, middle - 22)
    path.lineTo(left - 15, middle + 22)
    path.cubicTo(left - 6, middle + 22, left + 3, middle + 28, left + 10, middle + 44)
    path.closeSubpath()
    return to_pixels(sheet).map(path)
