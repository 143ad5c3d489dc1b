"""What marks a node or an arrow: selected, focused by the keyboard, or under the pointer."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from pathway_viewer.scene.painting import paint_arrow
from pathway_viewer.scene.sheet import PlacedNode, Sheet

GAP = 4.0
"""Between a node and the ring around it, in pixels."""


class Marks(NamedTuple):
    """Ids of the parts that are marked; '' for none."""

    selected: str = ""
    focused: str = ""
    hovered: str = ""


def paint_marks(painter: QPainter, sheet: Sheet, marks: Marks) -> None:
    """Rings around nodes and a line along arrows; at most one ring a node."""
    if not any(marks):
        return
    solid, dashed = Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for node in sheet.nodes:
        id = node.shape.node.id
        if id == marks.selected:
            _ring(painter, node, QPen(QColor(sheet.theme.focus), 3.0, solid))
        elif id == marks.focused:
            _ring(painter, node, QPen(QColor(sheet.theme.focus), 2.0, dashed))
        elif id == marks.hovered:
            _ring(painter, node, QPen(QColor(sheet.theme.focus), 1.5, solid))
    painter.setPen(QPen(QColor(sheet.theme.focus), 3.0))
    for arrow in sheet.arrows:
        if arrow.shape.edge.id in (marks.hovered, marks.focused):
            painter.drawPath(arrow.shaft)


def paint_selected_arrows(painter: QPainter, sheet: Sheet, selected: str) -> None:
    """The selected arrow, or those of the selected node, in the accent's colour."""
    for arrow in sheet.arrows:
        edge = arrow.shape.edge
        if selected in (edge.id, edge.source, edge.target):
            paint_arrow(painter, arrow, sheet, sheet.theme.accent)


def _ring(painter: QPainter, node: PlacedNode, pen: QPen) -> None:
    painter.setPen(pen)
    painter.drawRoundedRect(node.box.adjusted(-GAP, -GAP, GAP, GAP), 9, 9)
