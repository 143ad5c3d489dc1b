"""Which part of a sheet is where: from a pixel to a node or an arrow, and back."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from pathway_viewer.scene.sheet import PlacedArrow, Sheet

REACH = 7.0
"""How near to an arrow a pointer must come, in pixels."""


def hit(sheet: Sheet, point: QPointF) -> str:
    """The id of the node or arrow under a pixel, or ''."""
    x, y = sheet.to_canvas(point.x(), point.y())
    return sheet.diagram.node_at(x, y) or sheet.diagram.arrow_at(x, y, REACH / sheet.k)


def box_of(sheet: Sheet, id: str) -> QRectF | None:
    """The rectangle of a node or an arrow, or None when it is not shown."""
    for node in sheet.nodes:
        if node.shape.node.id == id:
            return node.box
    arrow = _arrow(sheet, id)
    return arrow.shaft.boundingRect() if arrow else None


def point_of(sheet: Sheet, id: str) -> QPointF:
    """A pixel where a click meets a node or an arrow; KeyError when it is not shown."""
    for node in sheet.nodes:
        if node.shape.node.id == id:
            return node.box.center()
    if (arrow := _arrow(sheet, id)) is None:
        raise KeyError(id)
    # Whole pixels: beside another arrow the next one may be the other's.
    points = [QPointF(round(float(x)), round(float(y))) for x, y in arrow.track]
    middle = len(points) // 2
    order = [points[i] for i in sorted(range(len(points)), key=lambda i: abs(i - middle))]
    # All of a short arrow may run beside others: its chip is its own.
    order += [arrow.chip.center()] if arrow.chip is not None else []
    return next((point for point in order if hit(sheet, point) == id), points[middle])


def _arrow(sheet: Sheet, id: str) -> PlacedArrow | None:
    return next((arrow for arrow in sheet.arrows if arrow.shape.edge.id == id), None)
