"""Transport: the row of play buttons, the moment in words, and how the story is played."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from pathway_viewer.timeline.playback import Playback
from pathway_viewer.widgets.wording import moment, spoken_seconds


class Transport(QWidget):
    """Buttons for actions made elsewhere; labels that follow the play head."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transport")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 2, 16, 6)
        self._row.setSpacing(4)
        self._moment = QLabel(self)
        self._moment.setProperty("role", "moment")
        self._chapter = QLabel(self)
        self._chapter.setProperty("role", "muted")
        self._chapter.setMinimumWidth(0)

    def set_controls(
        self, buttons: Sequence[QAction], primary: QAction, toggles: Sequence[QAction]
    ) -> None:
        """Fills the row once: buttons left, the moment, toggles right."""
        for action in buttons:
            self._row.addWidget(self.button(action, primary=action is primary))
        self._row.addSpacing(12)
        self._row.addWidget(self._moment)
        self._row.addSpacing(8)
        self._row.addWidget(self._chapter, 1)
        for action in toggles:
            self._row.addWidget(self.button(action))

    def add_menu(self, menu: QMenu, name: str) -> QToolButton:
        """A button at the right end that opens a menu of choices."""
        button = QToolButton(self)
        button.setProperty("role", "menu")
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._row.addWidget(button)
        return button

    def button(self, action: QAction, primary: bool = False) -> QToolButton:
        """An icon button for an action."""
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setIconSize(QSize(20, 20))
        button.setFixedHeight(32)
        button.setMinimumWidth(44 if primary else 32)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(action.text().replace("&", ""))
        if primary:
            button.setProperty("role", "primary")
        return button

    def set_playback(self, playback: Playback, doses: int) -> None:
        """The moment and how long the whole story takes at this speed."""
        set_text(self._moment, moment(playback.time, doses))
        seconds = spoken_seconds(playback.duration_s / playback.speed)
        set_text(self._chapter, f"whole story in {seconds}")


def set_text(label: QLabel, text: str) -> None:
    """Changes a label only when its text differs, so that nothing is painted in vain."""
    if label.text() != text:
        label.setText(text)
