"""Kiosk diagram: the diagram for fingers: every box is easy to meet, and nothing zooms."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from pathway_viewer.app.kiosk.reach import meant
from pathway_viewer.scene.view import DiagramView
from pathway_viewer.scene.zoom import Zoom


class KioskDiagram(DiagramView):
    """Only boxes answer. A touch beside one counts for the nearest within a finger's width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Picture")
        self.set_legend(False)
        self.set_audience(True)

    def hit(self, point: QPointF) -> str:
        """The id of the node that a finger means at a point of the widget, or ''."""
        return meant(self.boxes(), point)

    def boxes(self) -> dict[str, QRectF]:
        """Every node shown with its rectangle."""
        found = {id: self.box_of(id) for id in self.node_order()}
        return {id: box for id, box in found.items() if box is not None}

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
