"""The system's browser: web addresses, and nothing else, shown first and opened after a click."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from pathway_viewer.widgets.link_line import LinkLine

WEB = ("https", "http")


class Browser(QObject):
    """Asks in the window in which a link was clicked; a policy may allow no links at all."""

    def __init__(self, window: QWidget, allowed: bool = True) -> None:
        super().__init__(window)
        self._window, self._allowed = window, allowed

    def follow(self, link: str) -> None:
        """Shows a web address, to be opened or not; links of our own are not its business."""
        if QUrl(link).scheme() not in WEB:
            return
        asking = QApplication.activeModalWidget() or self._window
        self.line_in(asking).ask(link, self._allowed)

    def line_in(self, window: QWidget) -> LinkLine:
        """The line of a window, made when it is first needed."""
        own = Qt.FindChildOption.FindDirectChildrenOnly
        if (line := window.findChild(LinkLine, options=own)) is not None:
            return line
        line = LinkLine(window)
        line.open_wished.connect(open_in_browser)
        return line


def open_in_browser(link: str) -> None:
    """Opens a web address, nothing else, in the system's browser: only ever after a click."""
    url = QUrl(link)
    if url.scheme() in WEB:
        QTimer.singleShot(0, partial(QDesktopServices.openUrl, url))
