"""PIN pad: digits drawn inside the window, for the one who may leave it."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pathway_viewer.look.theme import UNIT
from pathway_viewer.widgets.transport import set_text

MOST_DIGITS = 12
KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "⌫", "0", "OK")
SPOKEN = {"⌫": "Delete the last digit", "OK": "OK"}


class PinPad(QWidget):
    """Lies over its window while it is open; takes digits from fingers and from the keyboard."""

    entered = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._typed = ""
        self._wait_s = 0.0
        self._box = QFrame(self)
        self._box.setObjectName("pin_pad")
        self._told = QLabel("Enter the PIN to leave", self._box)
        self._told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._told.setProperty("role", "heading")
        self._dots = QLabel(self._box)
        self._dots.setObjectName("dots")
        self._dots.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.keys = {key: self._made_key(key) for key in KEYS}
        self.keys["OK"].setProperty("role", "primary")
        self._back = QPushButton("Back", self._box)
        self._back.clicked.connect(self.leave)
        self._lay_out()
        self.hide()

    def _made_key(self, key: str) -> QPushButton:
        button = QPushButton(key, self._box)
        button.setAccessibleName(SPOKEN.get(key, key))
        button.clicked.connect(lambda: self.press(key))
        return button

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(UNIT)
        for i, key in enumerate(KEYS):
            grid.addWidget(self.keys[key], i // 3, i % 3)
        column = QVBoxLayout(self._box)
        column.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(2 * UNIT)
        column.addWidget(self._told)
        column.addWidget(self._dots)
        column.addLayout(grid)
        column.addWidget(self._back)
        outer = QVBoxLayout(self)
        outer.addWidget(self._box, 0, Qt.AlignmentFlag.AlignCenter)

    def enter(self, wait_s: float) -> None:
        """Opens empty over the whole window; `wait_s` as in `set_wait`."""
        window = self.parentWidget()
        if window is not None:
            self.setGeometry(window.rect())
        self._take("")
        self._told.setText("Enter the PIN to leave")
        self.set_wait(wait_s)
        self.show()
        self.raise_()
        self.keys["1"].setFocus()

    def leave(self) -> None:
        """Closes, with nothing typed in it."""
        self._take("")
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def tell_wrong(self) -> None:
        """That was not the PIN."""
        self._take("")
        self._told.setText("This is not the PIN")

    def set_wait(self, seconds: float) -> None:
        """So long nothing can be entered; the digits are dead meanwhile."""
        before, self._wait_s = self._wait_s, seconds
        if seconds > 0:
            set_text(self._told, f"Wrong. Try again in {waiting(seconds)}")
        elif before > 0:
            self._told.setText("Enter the PIN to leave")
        for key in self.keys.values():
            if key.isEnabled() != (seconds <= 0):
                key.setEnabled(seconds <= 0)

    def press(self, key: str) -> None:
        """One key, wherever it was pressed."""
        if self._wait_s > 0:
            return
        if key == "OK":
            typed = self._typed
            self._take("")
            if typed:
                self.entered.emit(typed)
        elif key == "⌫":
            self._take(self._typed[:-1])
        elif len(self._typed) < MOST_DIGITS:
            self._take(self._typed + key)

    def text(self) -> str:
        """What it tells."""
        return self._told.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, Backspace, Enter and Escape of a keyboard."""
        key = Qt.Key(event.key())
        if event.text().isascii() and event.text().isdigit():
            self.press(event.text())
        elif key == Qt.Key.Key_Backspace:
            self.press("⌫")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.press("OK")
        elif key == Qt.Key.Key_Escape:
            self.leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        """What lies below is dimmed."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(0, 0, 0, 140))

    def _take(self, typed: str) -> None:
        self._typed = typed
        self._dots.setText("●" * len(typed) or " ")
        self._dots.setAccessibleName(f"{len(typed)} digits")


def waiting(seconds: float) -> str:
    """'8 s', '2 min': never shorter than it will be."""
    whole = math.ceil(seconds)
    return f"{whole} s" if whole <= 90 else f"{math.ceil(whole / 60)} min"
