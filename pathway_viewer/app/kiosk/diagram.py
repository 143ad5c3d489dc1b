"""Kiosk diagram: the diagram for fingers: every box is easy to meet, and nothing zooms."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from pathway_viewer.scene.view import DiagramView
from pathway_viewer.scene.zoom import Zoom
from pathway_viewer.widgets.chapter_track import FINGER

REACH = 1.4 * FINGER
"""Boxes answer as if they had at least this width and height, in pixels: neighbours share it."""


class KioskDiagram(DiagramView):
    """Only boxes answer. A touch beside one counts for the nearest within a finger's width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Picture")
        self.set_legend(False)
        self.set_audience(True)

    def hit(self, point: QPointF) -> str:
        """The id of the node that a finger means at a point of the widget, or ''."""
        near = {id: box for id, box in self.targets().items() if box.contains(point)}

        def distance(id: str) -> float:
            own = self.box_of(id) or near[id]
            out = QPointF(
                max(own.left() - point.x(), 0.0, point.x() - own.right()),
                max(own.top() - point.y(), 0.0, point.y() - own.bottom()),
            )
            return out.manhattanLength()

        return min(near, key=distance, default="")

    def targets(self) -> dict[str, QRectF]:
        """Every node shown with the rectangle in which it may be met, where no other is nearer."""
        grown: dict[str, QRectF] = {}
        for id in self.node_order():
            if (box := self.box_of(id)) is not None:
                wide = max(0.0, (REACH - box.width()) / 2)
                high = max(0.0, (REACH - box.height()) / 2)
                grown[id] = box.adjusted(-wide, -high, wide, high)
        return grown

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two touches are two touches."""
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Nothing zooms: the next visitor would not know the way back."""
        event.accept()

    def _gesture(self, event: QNativeGestureEvent) -> bool:
        event.accept()
        return True

    def _set_zoom(self, zoom: Zoom, milliseconds: int = 0, held: bool = False) -> None:
        """The whole canvas, always."""
