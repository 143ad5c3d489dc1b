"""Documents: opening, watching and reloading pathway files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from pathway_viewer.app.session import Session
from pathway_viewer.app.watcher import Watcher
from pathway_viewer.model.loaded import Loaded

Loader = Callable[[Path], Loaded]


class Documents(QObject):
    """Brings files into the session. A file that fails leaves what was there, and says why."""

    opened = Signal(object)

    def __init__(self, session: Session, load: Loader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._load = load
        self._watcher = Watcher(self)
        self._watcher.edited.connect(self.reload)
        self._path: Path | None = None
        self._loaded: Loaded | None = None

    @property
    def loaded(self) -> Loaded | None:
        """What the pathway that is shown was made of, None before the first."""
        return self._loaded

    @property
    def path(self) -> Path | None:
        """The file that is watched: the one asked for last, good or bad."""
        return self._path

    def open(self, path: Path) -> bool:
        """Opens a file; False when the picture before stays."""
        path = path.absolute()
        try:
            loaded = self._load(path)
        except unreadable() as error:
            self._session.set_problems((str(error),))
            return False
        self._path = path
        self._watcher.watch(loaded.files or (path,))
        return self._take(loaded, path)

    def reload(self) -> None:
        """Reads the watched file again."""
        if self._path is not None:
            self.open(self._path)

    def leave(self) -> None:
        """Watches no file any more: the window is closing."""
        self._watcher.watch(())

    def _take(self, loaded: Loaded, path: Path) -> bool:
        errors = tuple(str(one) for one in loaded.problems if one.severity == "error")
        self._session.set_problems(errors)
        if loaded.pathway is None or errors:
            return False
        self._loaded = loaded
        self._session.set_pathway(loaded.pathway, path)
        self.opened.emit(path)
        return True


def unreadable() -> type[Exception]:
    """What a loader raises for a file that cannot be read; looked up only when one is raised."""
    # Late: the parser behind it is not needed where the pathway was kept from the last time.
    from pathway_viewer.model.loader import UnreadableError

    return UnreadableError
