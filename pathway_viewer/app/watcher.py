"""Watcher: notices that one of the open files was edited, however the editor saves."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

QUIET_MS = 150
"""Editors write in several steps: an edit counts once nothing has happened for this long."""

Stamp = tuple[int, int, int]


class Watcher(QObject):
    """Watches files and their folders, because editors replace files instead of writing them."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: tuple[Path, ...] = ()
        self._stamps: dict[Path, Stamp] = {}
        self._watch = QFileSystemWatcher(self)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._watch.fileChanged.connect(self._stirred)
        self._watch.directoryChanged.connect(self._stirred)
        self._quiet.timeout.connect(self._settled)

    def watch(self, files: Iterable[Path]) -> None:
        """Watches these files instead of the ones before."""
        if old := [*self._watch.files(), *self._watch.directories()]:
            self._watch.removePaths(old)
        self._files = tuple(path.absolute() for path in files)
        self._stamps = {path: stamp(path) for path in self._files}
        folders = {str(path.parent) for path in self._files}
        present = [str(path) for path in self._files if path.exists()]
        if paths := [*present, *(folder for folder in sorted(folders) if Path(folder).is_dir())]:
            self._watch.addPaths(paths)

    def files(self) -> tuple[Path, ...]:
        """What is watched."""
        return self._files

    def _stirred(self, _path: str) -> None:
        self._quiet.start()

    def _settled(self) -> None:
        """Tells of an edit, if the files are really different."""
        now = {path: stamp(path) for path in self._files}
        if now != self._stamps:
            self.watch(self._files)
            self.edited.emit()


def stamp(path: Path) -> Stamp:
    """What tells two states of a file apart without reading it: inode, size, time of change."""
    try:
        found = path.stat()
    except OSError:
        return (0, -1, 0)
    return (found.st_ino, found.st_size, found.st_mtime_ns)
