"""Transport: the row of play buttons, the chapter, and how the story is played."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from pathway_viewer.model.story import Chapter
from pathway_viewer.timeline.frame import chapter_at
from pathway_viewer.timeline.playback import Playback
from pathway_viewer.widgets.elided_label import ElidedLabel
from pathway_viewer.widgets.icons import Icons
from pathway_viewer.widgets.segmented import open_below
from pathway_viewer.widgets.wording import spoken_seconds

LEAST_WORDS = 120
"""Columns that the chapter's name keeps."""


class Transport(QWidget):
    """Buttons for actions made elsewhere; labels that follow the play head."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transport")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 2, 16, 6)
        self._row.setSpacing(4)
        self._menus: list[QToolButton] = []
        self._buttons: list[QToolButton] = []
        self._toggles: list[QToolButton] = []
        self._chapter = ElidedLabel(self)
        self._chapter.setProperty("role", "chapter")
        self._length = ElidedLabel(self)
        self._length.setProperty("role", "muted")

    def set_controls(
        self, buttons: Sequence[QAction], primary: QAction, toggles: Sequence[QAction]
    ) -> None:
        """Fills the row once: buttons left, the chapter, toggles right."""
        for action in buttons:
            self._row.addWidget(self.button(action, primary=action is primary))
        self._row.addSpacing(12)
        self._row.addWidget(self._chapter)
        self._row.addSpacing(4)
        self._row.addWidget(self._length, 1)
        self._toggles = [self.button(action) for action in toggles]
        for button in self._toggles:
            self._row.addWidget(button)

    def add_menu(self, menu: QMenu, name: str) -> QToolButton:
        """A button at the right end that opens a menu of choices."""
        button = QToolButton(self)
        open_below(button, menu)
        self._menus.append(button)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(button)
        return button

    def button(self, action: QAction, primary: bool = False) -> QToolButton:
        """An icon button for an action."""
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.text().replace("&", ""))
        if primary:
            button.setProperty("role", "primary")
        self._buttons.append(button)
        return button

    def set_icons(self, icons: Icons) -> None:
        """The sign of the menus, that they open; buttons as large as their icons ask for."""
        for button in self._buttons:
            primary = button.property("role") == "primary"
            button.setIconSize(icons.size)
            button.setFixedSize(round(icons.target * (1.35 if primary else 1)), icons.target)
        for button in self._menus:
            button.setIcon(icons.icon("chevron_down"))
            button.setIconSize(icons.size)

    def minimumSizeHint(self) -> QSize:
        """Room for the play buttons: all else gives way, for it is in the menu too."""
        played = [button for button in self._buttons if button not in self._toggles]
        wide = sum(button.width() + 4 for button in played) + 48
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less room takes away what is in the menu too."""
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Other words or larger type do so too."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        room = self.width() - self.minimumSizeHint().width() - LEAST_WORDS
        for part in (*reversed(self._menus), *self._toggles):
            room -= part.sizeHint().width() + 4
            part.setVisible(room >= 0)
        self._length.setVisible(room + LEAST_WORDS >= 2 * self._chapter.sizeHint().width())

    def set_playback(self, playback: Playback) -> None:
        """The chapter, and how long the whole story takes at this speed."""
        chapter = chapter_at(playback.chapters, playback.time)
        set_text(self._chapter, chapter.title if chapter else "")
        set_text(self._length, length(playback, chapter))


def length(playback: Playback, chapter: Chapter | None) -> str:
    """Which chapter of how many, and the seconds of the whole story."""
    told = f"whole story in {spoken_seconds(playback.duration_s / playback.speed)}"
    if chapter is None:
        return told
    place = playback.chapters.index(chapter) + 1
    return f"chapter {place} of {len(playback.chapters)}  ·  {told}"


def set_text(label: QLabel, text: str) -> None:
    """Changes a label only when its text differs, so that nothing is painted in vain."""
    if label.text() != text:
        label.setText(text)
