"""Kiosk window: picture, plain words, chapters and a few large buttons, for any screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from pathway_viewer.app.kiosk.diagram import KioskDiagram
from pathway_viewer.look.theme import UNIT, Theme
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.widgets.chapter_track import ChapterTrack
from pathway_viewer.widgets.icons import Icons
from pathway_viewer.widgets.kiosk_style import enlarged, kiosk_sheet, scale_of
from pathway_viewer.widgets.level_key import LevelKey
from pathway_viewer.widgets.pin_pad import PinPad
from pathway_viewer.widgets.plain_card import PlainCard
from pathway_viewer.widgets.strip import DISCLAIMER
from pathway_viewer.widgets.style import dress

CARD_WIDTH = 340
UPRIGHT = 0.75
"""Height of the picture as a share of its width, on a screen that stands upright."""

MOST = 16777215
"""Qt's word for no limit."""

BUTTONS = ("restart", "previous", "play", "next")
LABELS = {"restart": "Start again", "previous": "Back", "play": "Play", "next": "Next"}
ICONS = {"restart": "undo", "previous": "previous_chapter", "next": "next_chapter"}


class KioskWindow(QWidget):
    """Stands over everything else and stays full screen. It asks nothing of the system."""

    _stays_full = False

    def __init__(self, app: QApplication, theme: Theme, icons: Icons) -> None:
        super().__init__()
        flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        self.setWindowFlags(Qt.WindowType.Window | flags)
        self.setObjectName("kiosk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._app, self._theme, self._icons = app, theme, icons
        self._scale = 0.0
        self.title, self.key = QLabel(), LevelKey()
        self.title.setObjectName("title")
        self.diagram, self.card, self.track = KioskDiagram(), PlainCard(), ChapterTrack()
        self.buttons = {name: QPushButton(LABELS[name]) for name in BUTTONS}
        self.buttons["play"].setProperty("role", "primary")
        self.invitation = QPushButton("Touch to begin")
        self.invitation.setObjectName("invitation")
        self.invitation.setProperty("role", "primary")
        self.disclaimer = QLabel(DISCLAIMER)
        self.disclaimer.setProperty("role", "caption")
        self.disclaimer.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.content = QWidget(self)
        self.notice = QLabel(self)
        self.notice.setObjectName("notice")
        self.notice.hide()
        self.pad = PinPad(self)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot = QStackedLayout()
        self._lay_out()
        self.set_playing(False)

    def _lay_out(self) -> None:
        head, foot = QWidget(), QWidget()
        head.setObjectName("head")
        foot.setObjectName("foot")
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight, head)
        self._head.setContentsMargins(3 * UNIT, UNIT, 2 * UNIT, UNIT)
        for part in (self.title, self.key):
            self._head.addWidget(part)
        self._head.insertStretch(1, 1)
        self._middle.setSpacing(0)
        self._middle.addWidget(self.diagram, 3)
        self._middle.addWidget(self.card, 0)
        below = QVBoxLayout(foot)
        below.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        below.setSpacing(UNIT)
        below.addWidget(self.track)
        below.addLayout(self._foot)
        below.addWidget(self.disclaimer)
        self._foot.addWidget(self._controls())
        self._foot.addWidget(self.invitation)
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(self._middle, 1)
        column.addWidget(foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.content)
        # The screen says how large it is, not what stands in it.
        outer.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    def _controls(self) -> QWidget:
        controls = QWidget()
        row = QHBoxLayout(controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        for name, button in self.buttons.items():
            row.addWidget(button, 2 if name == "play" else 1)
        return controls

    # Facts from above

    def set_pathway(self, pathway: Pathway) -> None:
        """Whose story it is, and when its text was last reviewed."""
        self.setWindowTitle(pathway.title)
        self.title.setText(pathway.title)
        reviewed = f"  ·  text reviewed {pathway.reviewed}" if pathway.reviewed else ""
        self.disclaimer.setText(DISCLAIMER + reviewed)

    def set_inviting(self, inviting: bool) -> None:
        """The invitation in place of the buttons, or the buttons."""
        self._foot.setCurrentIndex(1 if inviting else 0)

    def set_playing(self, playing: bool) -> None:
        """What the large button does."""
        play = self.buttons["play"]
        play.setText("Pause" if playing else "Play")
        play.setIcon(self._icons.bright("pause" if playing else "play"))

    def set_notice(self, text: str) -> None:
        """A word that lies over the lower edge of the picture, '' for none."""
        if text != self.notice.text():
            self.notice.setText(text)
            self.notice.setVisible(bool(text))
            self.notice.adjustSize()
            foot = self.diagram.mapTo(self, self.diagram.rect().bottomLeft()).y()
            left = (self.diagram.width() - self.notice.width()) // 2
            self.notice.move(left, foot - self.notice.height() - 2 * UNIT)

    def open_pad(self, wait_s: float) -> None:
        """The PIN pad over everything; nothing below it answers."""
        self.content.setEnabled(False)
        self.pad.enter(wait_s)

    def close_pad(self) -> None:
        """The picture again."""
        self.pad.leave()
        self.content.setEnabled(True)

    def stay_full(self) -> None:
        """Full screen from now on, whatever a desktop asks for."""
        self._stays_full = True
        self.showFullScreen()

    # The system and the keyboard

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Letters and buttons as large as the screen asks for; the card beside or below."""
        self.pad.setGeometry(self.rect())
        self._fit(event.size().width(), event.size().height())

    def changeEvent(self, event: QEvent) -> None:
        """Neither small nor away."""
        super().changeEvent(event)
        full = self.windowState() & Qt.WindowState.WindowFullScreen
        away = self.windowState() & Qt.WindowState.WindowMinimized
        if (
            self._stays_full
            and event.type() == QEvent.Type.WindowStateChange
            and (not full or away)
        ):
            self.setWindowState(Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowActive)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what has the focus, as Space does."""
        focus = self._app.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            focus, QAbstractButton
        ):
            focus.click()

    def _fit(self, width: int, height: int) -> None:
        upright = height > width
        ways = QBoxLayout.Direction
        for row in (self._head, self._middle):
            row.setDirection(ways.TopToBottom if upright else ways.LeftToRight)
        self._middle.setStretch(1, 1 if upright else 0)
        self.diagram.setMaximumHeight(round(UPRIGHT * width) if upright else MOST)
        scale = scale_of(width, height)
        wide = max(CARD_WIDTH, round(CARD_WIDTH * scale))
        self.card.setMinimumWidth(0 if upright else wide)
        self.card.setMaximumWidth(MOST if upright else wide)
        if self.card.property("upright") != upright or scale != self._scale:
            self.card.setProperty("upright", upright)
            self._scale = scale
            self._dress(enlarged(self._theme, scale), scale)

    def _dress(self, theme: Theme, scale: float) -> None:
        dress(self._app, theme)
        self.setStyleSheet(kiosk_sheet(theme, scale))
        self.key.set_theme(theme)
        self.track.set_theme(theme)
        self.diagram.set_theme(self._theme)
        side = round(24 * scale)
        for name, button in self.buttons.items():
            button.setIconSize(QSize(side, side))
            if name in ICONS:
                button.setIcon(self._icons.icon(ICONS[name]))
