"""The system's browser: web addresses, and nothing else, opened after a click."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices

WEB = ("https", "http")


def open_in_browser(link: str) -> None:
    """Opens a web address, nothing else, in the system's browser: only ever after a click."""
    url = QUrl(link)
    if url.scheme() in WEB:
        QTimer.singleShot(0, partial(QDesktopServices.openUrl, url))
