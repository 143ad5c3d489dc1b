"""Step pictures: a small still of each step as the audience will see it, made ahead of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap

from pathway_viewer.app.talk.view import Shown, bring, show_moment
from pathway_viewer.scene.audience_view import AudienceView
from pathway_viewer.scene.mirror import shrunk

WAIT_MS = 900
"""The camera has come to rest by then: making a picture takes longer than a frame."""

Source = Callable[[int], Shown | None]


class StepPictures(QObject):
    """Paints on a view of its own that is never shown. `made` tells the number of a step.

    `source` gives what a step shows, None while its levels are not known or beyond the last.
    """

    made = Signal(int)

    def __init__(self, source: Source, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._view: AudienceView | None = None
        self._room, self._ratio = QSize(), 1.0
        self._pictures: dict[int, QPixmap] = {}
        self._wished: list[int] = []
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self.make)

    def set_size(self, seen: QSize, room: QSize, ratio: float) -> None:
        """How large the audience's picture is, and how large these may be."""
        if self._view is not None and self._view.size() == seen:
            if (room, ratio) == (self._room, self._ratio):
                return
        elif self._view is not None:
            self._view.deleteLater()
            self._view = None
        if self._view is None:
            self._view = AudienceView()
            self._view.resize(seen)
        self._room, self._ratio = room, ratio
        self.forget()

    def forget(self) -> None:
        """Everything looks different now."""
        self._pictures.clear()

    def picture(self, index: int) -> QPixmap | None:
        """A step's picture, if it was made."""
        return self._pictures.get(index)

    def wish(self, indices: list[int]) -> None:
        """Makes these soon, the first first, one at a time."""
        self._wished = indices
        self._timer.start()

    def make(self) -> None:
        """The next picture that is wished and missing; the others wait for a quiet moment."""
        while self._wished:
            index = self._wished.pop(0)
            if index not in self._pictures and self._paint(index):
                self.made.emit(index)
                break
        if self._wished:
            self._timer.start()

    def _paint(self, index: int) -> bool:
        shown, view = self._source(index), self._view
        if shown is None or view is None or self._room.isEmpty():
            return False
        bring(view, shown)
        show_moment(view, shown, shown.step.at)
        room = view.size().scaled(self._room, Qt.AspectRatioMode.KeepAspectRatio)
        self._pictures[index] = shrunk(view, room, self._ratio)
        return True

    def finish(self) -> None:
        """Makes nothing more."""
        self._timer.stop()
        self._wished = []
        if self._view is not None:
            self._view.deleteLater()
            self._view = None
