"""The diagram as an audience sees it: without a map, a tooltip, a cursor or a mark of the mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pathway_viewer.scene.zooming import ZoomingCanvas

STEP_MS = 650
"""How long the camera takes from one step to the next."""


class AudienceView(ZoomingCanvas):
    """A canvas that only shows. Everything that is wished of it comes from the speaker."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("audience_view")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName("Diagram for the audience")
        self.set_audience(True)

    def _lay_map(self) -> None:
        """No map: the speaker leads."""
        self.minimap.hide()
