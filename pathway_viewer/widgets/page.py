"""Page: something large to read that lies over diagram, panels and timeline until it is closed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from pathway_viewer.look.theme import UNIT
from pathway_viewer.widgets.icons import Icons


class Page(QWidget):
    """Fills its window below one widget and above another; Tab stays inside, Escape closes."""

    closed = Signal()

    def __init__(self, title: str, window: QWidget, below: QWidget, above: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self._window, self._below, self._above = window, below, above
        heading = QLabel(title, self)
        heading.setProperty("role", "name")
        self._close = QToolButton(self)
        self._close.setToolTip("Back to the diagram (Esc)")
        self._close.setAccessibleName("Back to the diagram")
        self._close.clicked.connect(self.leave)
        self.head = QHBoxLayout()
        self.head.setSpacing(2 * UNIT)
        self.head.addWidget(heading)
        top = QHBoxLayout()
        top.addLayout(self.head, 1)
        top.addWidget(self._close)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        self.column.setSpacing(UNIT)
        self.column.addLayout(top)
        for widget in (window, below, above):
            widget.installEventFilter(self)
        self.hide()

    def enter(self) -> None:
        """Shows the page over everything, with the keyboard in it."""
        self._fill()
        self.show()
        self.raise_()
        self.setFocus()

    def leave(self) -> None:
        """Back to what lies below."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def set_icons(self, icons: Icons) -> None:
        """The sign of the button that closes."""
        self._close.setIcon(icons.icon("close"))
        self._close.setIconSize(icons.size)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window or its edges have moved."""
        moved = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.LayoutRequest)
        if event.type() in moved and not self.isHidden():
            self._fill()
        return False

    def event(self, event: QEvent) -> bool:
        """Escape belongs to the page while it is open, not to the window below it."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes round inside the page: what it covers cannot be seen."""
        start = QApplication.focusWidget() or self
        widget = start.nextInFocusChain() if next else start.previousInFocusChain()
        while widget is not None and widget is not start:
            if self.isAncestorOf(widget) and _takes_tab(widget):
                reason = (
                    Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
                )
                widget.setFocus(reason)
                break
            widget = widget.nextInFocusChain() if next else widget.previousInFocusChain()
        return True

    def _fill(self) -> None:
        window = self._window
        top = self._below.geometry().bottom() + 1
        foot = self._above.geometry().top() if self._above.isVisible() else window.height()
        wanted = QRect(0, top, window.width(), max(0, foot - top))
        if self.geometry() != wanted:
            self.setGeometry(wanted)


def _takes_tab(widget: QWidget) -> bool:
    tabbed = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tabbed and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
