"""The speaker's window: what the audience sees, what comes next, notes, steps and the clock."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pathway_viewer.look.theme import Theme
from pathway_viewer.widgets.elided_label import ElidedLabel
from pathway_viewer.widgets.speaker_notes import SpeakerNotes
from pathway_viewer.widgets.talk_clock_face import TalkClockFace

PAD = 16
ASK_WIDTH = 280
MOST_WIDE = 16777215
"""What Qt means by a width without a limit."""
USUAL_SIZE = QSize(1280, 800)


class PresenterWindow(QWidget):
    """Nothing in it takes the keys: they go to the talk, as those of the audience's window do.

    `live` is the picture of what the audience sees. As a strip it shows notes and clock alone.
    """

    key_pressed = Signal(QKeyEvent)
    step_wished = Signal(int)
    closing = Signal()

    def __init__(self, live: QWidget, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Notes – Pathway Viewer")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clock, self.notes = TalkClockFace(self), SpeakerNotes(self)
        self._count, self._title = QLabel(self), ElidedLabel(self)
        self._badge, self._ask = QLabel(self), QLabel(self)
        self._sources = QLabel(self)
        self._next_title, self._next = ElidedLabel(self), QLabel(self)
        self.steps = QListWidget(self)
        self._hint = ElidedLabel(hint, self)
        self._live = live
        self._pixmap = QPixmap()
        self._dress()
        self._lay_out()

    def _dress(self) -> None:
        self._count.setProperty("role", "chip-strong")
        self._title.setProperty("role", "name")
        self._badge.setProperty("role", "chip-doubt")
        self._badge.setAccessibleName("State of the audience's picture")
        self._next_title.setProperty("role", "heading")
        self._hint.setProperty("role", "caption")
        self._sources.setProperty("role", "caption")
        self._next.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._next.setObjectName("next")
        self._next.setMinimumSize(160, 90)
        self._next.setAccessibleName("The next step")
        self.steps.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.steps.setAccessibleName("Steps")
        self.steps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.steps.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.steps.itemClicked.connect(self._wish_step)
        for label in (self._ask, self._sources):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        for part, share in ((self._count, 0), (self._title, 1), (self._badge, 0)):
            head.addWidget(part, share)
        self._left = QWidget(self)
        left = QGridLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(10)
        left.addWidget(self._live, 0, 0, 1, 2)
        left.addWidget(self._next_title, 1, 0)
        left.addWidget(self._next, 2, 0)
        left.addWidget(self.steps, 1, 1, 2, 1)
        left.setRowStretch(2, 1)
        left.setColumnStretch(0, 1)
        left.setColumnStretch(1, 1)
        self._right = right = QVBoxLayout()
        right.setSpacing(10)
        self._rule = QFrame(self, frameShape=QFrame.Shape.HLine)
        for part, share in ((self.clock, 0), (self._rule, 0), (self.notes, 1), (self._ask, 0)):
            right.addWidget(part, share)
        right.addWidget(self._sources)
        body = QHBoxLayout()
        body.setSpacing(24)
        body.addWidget(self._left, 11)
        body.addLayout(right, 9)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD, 12, PAD, 10)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(body, 1)
        column.addWidget(self._hint)

    # Facts from above

    def set_theme(self, theme: Theme) -> None:
        """What the window's stylesheet does not know of."""
        self.clock.set_theme(theme)
        size = round(theme.type.label * 1.1)
        self._ask.setStyleSheet(
            f"font-size: {size}px; background: {theme.raised}; border-radius: 6px;"
            " padding: 8px 12px;"
        )

    def set_strip(self, strip: bool) -> None:
        """Notes and clock alone, for the part of a screen that the audience's window leaves."""
        for part in (self._left, self._rule, self._sources):
            part.setVisible(not strip)
        ways = QVBoxLayout.Direction
        self._right.setDirection(ways.LeftToRight if strip else ways.TopToBottom)
        self._right.setSpacing(20 if strip else 10)
        self._ask.setMaximumWidth(ASK_WIDTH if strip else MOST_WIDE)

    def set_steps(self, titles: Sequence[str]) -> None:
        """All steps, in their order."""
        self.steps.clear()
        for number, title in enumerate(titles, start=1):
            self.steps.addItem(QListWidgetItem(f"{number}   {title}"))

    def show_step(self, index: int, title: str, next_title: str) -> None:
        """Where the talk stands."""
        self._count.setText(f"{index + 1} of {self.steps.count()}")
        self._title.setText(title)
        self._next_title.setText(f"Next: {next_title}" if next_title else "This is the last step")
        self.steps.setCurrentRow(index)
        self.steps.scrollToItem(self.steps.item(index))

    def show_notes(self, markdown: str, ask: str, sources: str) -> None:
        """What to say, what to ask the room, and the references by number."""
        self.notes.set_notes(markdown or "*No notes for this step.*")
        self._ask.setText(f"Ask: {ask}")
        self._ask.setVisible(bool(ask))
        self._sources.setText(sources)

    def show_badge(self, text: str) -> None:
        """What is unusual about the audience's picture, '' for nothing."""
        self._badge.setText(text)
        self._badge.setVisible(bool(text))

    def show_next(self, picture: QPixmap | None) -> None:
        """A still picture of the next step, None while there is none."""
        self._pixmap = picture or QPixmap()
        self._fit_next()

    def room_for_next(self) -> QSize:
        """How large a picture of the next step may be."""
        return self._next.size().expandedTo(QSize(160, 90))

    def next_picture(self) -> QPixmap:
        """The picture of the next step that is shown."""
        return self._pixmap

    def badge(self) -> str:
        """What is told of the audience's picture."""
        return self._badge.text() if not self._badge.isHidden() else ""

    # Wishes

    def _wish_step(self, item: QListWidgetItem) -> None:
        self.step_wished.emit(self.steps.row(item))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key is the talk's."""
        self.key_pressed.emit(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a large screen the speaker may stand further away."""
        least = min(self.width() / USUAL_SIZE.width(), self.height() / USUAL_SIZE.height())
        self.notes.set_room(max(1.0, least))
        # The layout comes only after this event, and what it leaves too little room is cut off.
        if layout := self.layout():
            layout.activate()
        self._fit_next()
        if current := self.steps.currentItem():
            self.steps.scrollToItem(current)

    def _fit_next(self) -> None:
        """The picture of the next step, smaller where it was made for a larger window."""
        made = self._pixmap
        size = made.deviceIndependentSize()
        wide, high = size.width(), size.height()
        room = self._next.size()
        share = min(1.0, room.width() / wide, room.height() / high) if wide and high else 1.0
        if share < 1.0:
            smooth = Qt.TransformationMode.SmoothTransformation
            made = made.scaledToWidth(max(1, int(made.width() * share)), smooth)
        self._next.setPixmap(framed(made, self.palette().mid().color()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it leaves the talk."""
        self.closing.emit()
        super().closeEvent(event)


def framed(picture: QPixmap, color: QColor) -> QPixmap:
    """A picture with a thin line around it: its ground may be that of the window."""
    made = picture.copy()
    if not made.isNull():
        with QPainter(made) as painter:
            painter.setPen(color)
            size = made.deviceIndependentSize()
            painter.drawRect(QRectF(0.5, 0.5, size.width() - 1, size.height() - 1))
    return made
