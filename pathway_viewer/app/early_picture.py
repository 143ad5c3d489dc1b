"""Early picture: how the window looked when it last opened a file, shown at the next start.

Nothing here imports more than Qt needs for one pixmap: what the window is made of is imported
behind the picture.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QBuffer, QSettings, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

import pathway_viewer
from pathway_viewer.app.place import STATE
from pathway_viewer.model.file_bytes import read_bytes
from pathway_viewer.model.loaded import Loaded, digest
from pathway_viewer.model.store import Store

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

QUALITY = 80
"""How hard a PNG is pressed, the picture being the same: this one is read fast."""

_END = b"\0\0"


class EarlyPictures:
    """Pictures of a window that opens one file; none that is out of date is found.

    A picture is known by whatever else decides how the window looks: the program, the desktop's
    font, colours and density, the chosen look, the panels, and the window's size.
    """

    def __init__(self, store: Store, path: Path, settings: QSettings, window: QMainWindow) -> None:
        self._store, self.path = store, path.absolute()
        self._settings, self._window = settings, window
        # Noted before the program dresses itself in a font and colours of its own.
        color = QApplication.palette().window().color().name()
        self._desktop = f"{QApplication.font().toString()} {color}"

    def find(self) -> QPixmap | None:
        """The picture of what will be seen, None unless every file is as it was."""
        head, _, png = (self._store.get(self._key()) or b"").partition(_END)
        content, *files = os.fsdecode(head).split("\0")
        try:
            if not files or digest(map(read_bytes, map(Path, files))) != content:
                return None
        except OSError:
            return None
        picture = QPixmap()
        picture.loadFromData(png, "PNG")
        picture.setDevicePixelRatio(self._window.devicePixelRatioF())
        return None if picture.isNull() else picture

    def keep(self, loaded: Loaded) -> None:
        """Keeps how the window looks now, which must be how it will open on the same content.

        A picture that was wrong for a reason that nobody thought of is so replaced.
        """
        picture, found = self._window.grab(), self.find()
        if found is not None and _pixels(found) == _pixels(picture):
            return
        head = os.fsencode("\0".join([loaded.digest, *map(str, loaded.files)]))
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        if picture.save(buffer, "PNG", QUALITY):
            self._store.put(self._key(), head + _END + buffer.data().data())

    def _key(self) -> str:
        window, settings = self._window, self._settings
        chosen = [
            f"{key}={settings.value(key)}".lower()
            for key in sorted(settings.allKeys())
            if key.startswith("look/") or key == STATE
        ]
        size = f"{window.width()}x{window.height()}x{window.devicePixelRatioF()}"
        return f"early {_maker()} {self.path} {self._desktop} {chosen} {size}"


class Cover(QWidget):
    """Lies on an empty window and shows a picture, if that fits it exactly."""

    painted = Signal()

    def __init__(self, picture: QPixmap, window: QMainWindow) -> None:
        super().__init__(window)
        self._picture = picture
        self.setGeometry(window.rect())

    def fits(self) -> bool:
        """Whether the desktop gave the window the picture's size and density."""
        return self.window().size() * self.devicePixelRatioF() == self._picture.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of the picture, or nothing."""
        if self.fits():
            with QPainter(self) as painter:
                painter.drawPixmap(0, 0, self._picture)
        self.painted.emit()


def _pixels(picture: QPixmap) -> QImage:
    return picture.toImage().convertToFormat(QImage.Format.Format_RGB32)


def _maker() -> str:
    """Names the program that made a picture, by its modules or, without them, its own file."""
    modules = sorted(Path(pathway_viewer.__file__).parent.rglob("*.py"))
    stamps = [(file.stat().st_size, file.stat().st_mtime_ns) for file in modules]
    program = Path(sys.executable).stat()
    return f"{sys.version} {PySide6.__version__} {program.st_mtime_ns} {stamps}"
