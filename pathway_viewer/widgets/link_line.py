"""Link line: the address that was clicked, before anything leaves for the browser."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from pathway_viewer.look.theme import UNIT
from pathway_viewer.widgets.elided_label import ElidedLabel


class LinkLine(QFrame):
    """Lies over the lower edge of its window. Enter opens, Escape stays.

    No dialog: whoever follows many links clicks twice at most, and the second time where the
    hand is led to.
    """

    open_wished = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("link_line")
        self._window, self._link = window, ""
        self._told = QLabel(self)
        self.address = ElidedLabel(self)
        self.address.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.address.setTextFormat(Qt.TextFormat.PlainText)
        self.open_button = self._button("Open in browser", self._open)
        self.open_button.setProperty("role", "primary")
        self.copy_button = self._button("Copy address", self._copy)
        self.stay_button = self._button("Stay here", self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * UNIT, UNIT // 2, 2 * UNIT, UNIT // 2)
        row.setSpacing(UNIT)
        row.addWidget(self._told)
        row.addWidget(self.address, 1)
        for button in (self.open_button, self.copy_button, self.stay_button):
            row.addWidget(button)
        window.installEventFilter(self)
        self.hide()

    def _button(self, text: str, wish: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(wish)
        return button

    def ask(self, link: str, allowed: bool) -> None:
        """Shows an address; where links are not allowed it can be copied only."""
        self._link = link
        self._told.setText("Leaves the program:" if allowed else "Links are off on this computer:")
        self.address.setText(link)
        self.setAccessibleName(f"{self._told.text()} {link}")
        self.open_button.setVisible(allowed)
        self.copy_button.setText("Copy address")
        self._place()
        self.show()
        self.raise_()
        (self.open_button if allowed else self.copy_button).setFocus()

    def leave(self) -> None:
        """Nothing is opened."""
        self._link = ""
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window has another size."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def event(self, event: QEvent) -> bool:
        """Escape and Enter belong to the line while the keyboard is in it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus; Escape stays."""
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            focus, QPushButton
        ):
            focus.click()
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        high = self.sizeHint().height()
        self.setGeometry(0, self._window.height() - high, self._window.width(), high)

    def _open(self) -> None:
        link, self._link = self._link, ""
        self.hide()
        if link:
            self.open_wished.emit(link)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._link)
        self.copy_button.setText("Copied")
