"""Audience window: the diagram and one line below it, nothing of the speaker's."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from pathway_viewer.scene.audience_view import AudienceView
from pathway_viewer.scene.glide import blank
from pathway_viewer.scene.pointer import Pointer
from pathway_viewer.widgets.audience_foot import SHARE, AudienceFoot

REST_MS = 1500
"""A mouse that has rested so long leaves the picture."""


class Cover(QWidget):
    """Lies on everything: black, or the picture as it was when it was frozen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._still = QPixmap()
        self.hide()

    def show_still(self, still: QPixmap | None) -> None:
        """A picture, None for black."""
        self._still = still or QPixmap()
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Black, and the picture on it."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
            if not self._still.isNull():
                painter.drawPixmap(self.rect(), self._still)


class AudienceWindow(QWidget):
    """Says what keys, wheel and mouse wish; shows what it is told. Places are shares 0..1."""

    key_pressed = Signal(QKeyEvent)
    pointed = Signal(object)
    turned = Signal(float)
    clicked = Signal(bool)
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("audience")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(480, 300)
        self.view, self.foot = AudienceView(self), AudienceFoot(self)
        self.pointer = Pointer(self)
        self.pointer.hide()
        self._frozen, self._black = Cover(self), Cover(self)
        self._idle = QTimer(self, singleShot=True, interval=REST_MS)
        self._idle.timeout.connect(self._hide_mouse)
        self._hide_mouse()

    @property
    def is_black(self) -> bool:
        """Whether the audience sees nothing."""
        return not self._black.isHidden()

    @property
    def is_frozen(self) -> bool:
        """Whether the audience sees the picture of before."""
        return not self._frozen.isHidden()

    def set_black(self, black: bool) -> None:
        """Nothing to see, or the picture again."""
        self._black.show_still(None) if black else self._black.hide()

    def set_frozen(self, frozen: bool) -> None:
        """What is seen now stays, whatever the talk shows, or the talk is seen again."""
        if not frozen:
            self._frozen.hide()
        elif not self.is_frozen:
            black = self.is_black
            self._black.hide()
            self._frozen.show_still(self._taken())
            self.set_black(black)

    def _taken(self) -> QPixmap:
        """The window as it is now, without the pointer, which goes on."""
        still = blank(self)
        with QPainter(still) as painter:
            self.view.paint_view(painter)
            painter.resetTransform()
            painter.setClipping(False)
            painter.drawPixmap(self.foot.pos(), self.foot.grab())
        return still

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture above, the line below; a frozen picture is stretched."""
        whole = self.rect()
        line = round(whole.height() * SHARE)
        self.view.setGeometry(QRect(0, 0, whole.width(), whole.height() - line))
        self.foot.setGeometry(QRect(0, whole.height() - line, whole.width(), line))
        self.pointer.setGeometry(whole)
        self.pointer.set_field(QRectF(self.view.geometry()))
        for cover in (self._frozen, self._black):
            cover.setGeometry(whole)

    # Wishes

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key is the talk's."""
        self.key_pressed.emit(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The mouse is seen while it moves, unless it is the laser's dot."""
        self.setCursor(
            Qt.CursorShape.BlankCursor if self.pointer.laser else Qt.CursorShape.ArrowCursor
        )
        self._idle.start()
        at = event.position()
        size = self.view.size()
        inside = self.view.rect().contains(at.toPoint())
        share = QPointF(at.x() / size.width(), at.y() / size.height())
        self.pointed.emit(share if inside else None)

    def _hide_mouse(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click goes on, one with the right button goes back."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            self.clicked.emit(event.button() == Qt.MouseButton.LeftButton)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel opens and closes the spot; without it does nothing."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.turned.emit(event.angleDelta().y() / 120)
        event.accept()

    def leaveEvent(self, event: object) -> None:
        """The mouse is somewhere else."""
        self.pointed.emit(None)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it leaves the talk."""
        self.closing.emit()
        super().closeEvent(event)
