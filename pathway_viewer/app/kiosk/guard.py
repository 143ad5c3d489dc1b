"""Kiosk guard: stands before every event, and lets through only what a visitor may do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

Kind = QEvent.Type

NEVER = frozenset(
    {
        *(Kind.ToolTip, Kind.WhatsThis, Kind.QueryWhatsThis, Kind.ContextMenu, Kind.StatusTip),
        *(Kind.DragEnter, Kind.DragMove, Kind.Drop, Kind.Shortcut, Kind.FileOpen),
        *(Kind.TabletPress, Kind.TabletMove, Kind.TabletRelease, Kind.NativeGesture),
    }
)
"""What no visitor needs."""

KEYED = frozenset({Kind.KeyPress, Kind.KeyRelease, Kind.ShortcutOverride})
PRESSED = frozenset({Kind.MouseButtonPress, Kind.MouseButtonDblClick})
POINTED = PRESSED | {Kind.MouseButtonRelease}
TOUCHES = PRESSED | {Kind.TouchBegin, Kind.Wheel, Kind.KeyPress}
WATCHED = NEVER | KEYED | POINTED | TOUCHES | {Kind.MouseMove, Kind.TouchUpdate, Kind.Close}

_K = Qt.Key
KEYS = frozenset(
    {
        *(_K.Key_Tab, _K.Key_Backtab, _K.Key_Return, _K.Key_Enter, _K.Key_Space, _K.Key_Escape),
        *(_K.Key_Left, _K.Key_Right, _K.Key_Up, _K.Key_Down, _K.Key_Backspace),
        *(_K.Key_0, _K.Key_1, _K.Key_2, _K.Key_3, _K.Key_4),
        *(_K.Key_5, _K.Key_6, _K.Key_7, _K.Key_8, _K.Key_9),
    }
)
"""The keys that work: to go through the window, to press what has the focus, to type a PIN."""

CORNER = 72
"""Side in pixels of the corner that opens the PIN pad when it is held."""


class KioskGuard(QObject):
    """A filter over the whole program. Tells of every touch before it does anything."""

    touched = Signal()
    corner_pressed = Signal()
    corner_released = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.inviting = True
        self.unlocked = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether an event goes no further."""
        kind = event.type()
        if kind not in WATCHED:
            return False
        if kind == Kind.Close:
            return self._refuses_to_close(watched, event)
        if kind in NEVER or self._is_foreign(event):
            event.ignore()
            return True
        if isinstance(event, QMouseEvent):
            self._follow_corner(event)
        if kind in TOUCHES or _drags(event):
            return self._touch()
        return False

    def _touch(self) -> bool:
        """The first touch only wakes: nobody knows yet what it would do."""
        waking = self.inviting
        self.touched.emit()
        return waking

    def _refuses_to_close(self, watched: QObject, event: QEvent) -> bool:
        own = watched is self._window or watched is self._window.windowHandle()
        if self.unlocked or not own:
            return False
        event.ignore()
        return True

    def _is_foreign(self, event: QEvent) -> bool:
        """A key that does nothing here, or another button than the left one."""
        if isinstance(event, QKeyEvent):
            spare = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
            return event.key() not in KEYS or bool(event.modifiers() & ~spare)
        if isinstance(event, QMouseEvent) and event.type() in POINTED:
            return event.button() != Qt.MouseButton.LeftButton
        return False

    def _follow_corner(self, event: QMouseEvent) -> None:
        at = self._window.mapFromGlobal(event.globalPosition())
        inside = 0 <= at.x() < CORNER and 0 <= at.y() < CORNER
        if event.type() in PRESSED and inside:
            self.corner_pressed.emit()
        elif event.type() == Kind.MouseButtonRelease or not inside:
            self.corner_released.emit()


def _drags(event: QEvent) -> bool:
    """A pointer that moves with its button down, or a finger: somebody is busy."""
    if event.type() == Kind.TouchUpdate:
        return True
    if event.type() != Kind.MouseMove or not isinstance(event, QMouseEvent):
        return False
    return event.buttons() != Qt.MouseButton.NoButton
