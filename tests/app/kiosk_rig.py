"""A kiosk for tests, and what it must never do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from pathway_viewer.app.kiosk.kiosk import Kiosk
from pathway_viewer.app.kiosk.pin import made
from pathway_viewer.app.policy import Policy
from pathway_viewer.app.resources import shipped
from pathway_viewer.model.pathway import Pathway

PIN = "2468"
RULES = Policy(kiosk=True, pin_hash=made(PIN, 100_000), idle_seconds=60, links=False)


@contextmanager
def locked(app: QApplication, pathway: Pathway, rules: Policy = RULES) -> Iterator[Kiosk]:
    """A kiosk that is seen, and gone afterwards."""
    app.setStyle("Fusion")
    kiosk = Kiosk(app, pathway, rules, shipped("resources", "icons"))
    kiosk.window.resize(1280, 800)
    kiosk.window.show()
    app.processEvents()
    try:
        yield kiosk
    finally:
        kiosk.leave()
        kiosk.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def intruders(kiosk: Kiosk) -> list[str]:
    """Every window that can be seen and is not the kiosk: dialogs, menus, tips, anything."""
    seen = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    return [f"{one} {one.windowTitle()}" for one in seen if one is not kiosk.window]


def buttons(kiosk: Kiosk) -> list[QAbstractButton]:
    """Every button that can be seen."""
    return [one for one in kiosk.window.findChildren(QAbstractButton) if one.isVisible()]


def traces(*folders: Path) -> dict[str, bytes]:
    """All files below some folders, with what is in them."""
    files = (one for folder in folders for one in folder.rglob("*") if one.is_file())
    return {str(one): one.read_bytes() for one in files}
