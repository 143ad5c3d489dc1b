"""Strip: the line at the bottom with what an action does, and what this program is not."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from pathway_viewer.model.pathway import Pathway
from pathway_viewer.widgets.elided_label import ElidedLabel

GAP = 12
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
        self._reviewed = QLabel(self)
        self._links: list[QToolButton] = []
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 3, 16, 4)
        row.setSpacing(GAP)
        row.addWidget(self._message, 1)
        row.addWidget(self._disclaimer, 0, Qt.AlignmentFlag.AlignRight)
        row.addWidget(self._reviewed)

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
        self._links.append(button)

    def set_pathway(self, pathway: Pathway) -> None:
        """When the text was last reviewed."""
        self._reviewed.setText(f"text reviewed {pathway.reviewed}" if pathway.reviewed else "")
        self._fold()
        self._disclaimer.setToolTip(pathway.disclaimer)

    def tell(self, message: str) -> None:
        """What the thing under the pointer does, or what was just done."""
        self._message.setText(message)

    def text(self) -> str:
        """All that is written."""
        said = (self._message, self._disclaimer, self._reviewed)
        return "\n".join(label.text() for label in said)

    def minimumSizeHint(self) -> QSize:
        """Room for the disclaimer."""
        margins = self._row.contentsMargins()
        wide = self._disclaimer.sizeHint().width() + margins.left() + margins.right()
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less room takes away the date of review, then the button."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        room = self.width() - self.minimumSizeHint().width() - 3 * GAP
        for part in (*self._links, self._reviewed):
            room -= part.sizeHint().width()
            part.setVisible(room >= 0 and (part is not self._reviewed or bool(part.text())))
