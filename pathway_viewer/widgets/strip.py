"""Strip: the line at the bottom with what an action does, and what this program is not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from pathway_viewer.model.pathway import Pathway
from pathway_viewer.widgets.elided_label import ElidedLabel

DISCLAIMER = "For education; not medical advice"


class Strip(QWidget):
    """Always shown. The message gives way, the disclaimer never does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._message = ElidedLabel(self)
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._disclaimer = QLabel(DISCLAIMER, self)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 3, 16, 4)
        row.setSpacing(12)
        row.addWidget(self._message, 1)
        row.addWidget(self._disclaimer, 0, Qt.AlignmentFlag.AlignRight)

    def add_action(self, action: QAction) -> None:
        """A quiet button left of the disclaimer."""
        button = QToolButton(self)
        button.setObjectName("link")
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAccessibleName(action.text().replace("&", ""))
        self._row.insertWidget(1, button)

    def set_pathway(self, pathway: Pathway) -> None:
        """When the text was last reviewed."""
        reviewed = f"  ·  text reviewed {pathway.reviewed}" if pathway.reviewed else ""
        self._disclaimer.setText(DISCLAIMER + reviewed)
        self._disclaimer.setToolTip(pathway.disclaimer)

    def tell(self, message: str) -> None:
        """What the thing under the pointer does, or what was just done."""
        self._message.setText(message)

    def text(self) -> str:
        """All that is written."""
        return f"{self._message.text()}\n{self._disclaimer.text()}"
