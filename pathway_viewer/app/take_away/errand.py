"""An errand: a long work done between two events of the window, so that it goes on living."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from pathway_viewer.app.exits import RefusedError, WrongInsideError
from pathway_viewer.export.work import PAUSE_S, Work

SLICE_MS = 12
"""After so long the window has its turn again, whether a part was short or long."""

Telling = Callable[[Exception], str]


class Errand(QObject):
    """Does one work in the thread of the window. Whoever stops it leaves no half file."""

    told = Signal(int, int, str)
    done = Signal()
    failed = Signal(str)
    """A line that says what went wrong."""

    def __init__(self, work: Work, telling: Telling, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._telling = work, telling
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    def is_on(self) -> bool:
        """Whether it still runs."""
        return self._timer.isActive()

    def stop(self) -> None:
        """End it now; everything is as it was before."""
        self._timer.stop()
        self._work.close()

    def _go_on(self) -> None:
        """Some parts of the work; a failure that is nobody's fault ends it and goes on up."""
        try:
            over = self._slice()
        except (OSError, RefusedError, WrongInsideError, ValueError, RuntimeError) as error:
            self._timer.stop()
            self.failed.emit(self._telling(error))
        except BaseException:
            self._timer.stop()
            self.failed.emit("Something went wrong; nothing was written")
            raise
        else:
            if over:
                self._timer.stop()
                self.done.emit()

    def _slice(self) -> bool:
        passed = QElapsedTimer()
        passed.start()
        while passed.elapsed() < SLICE_MS:
            part = next(self._work, None)
            if part is None:
                return True
            self._timer.setInterval(round(PAUSE_S * 1000) if part.waiting else 0)
            if part.waiting:
                return False
            self.told.emit(part.done, part.of, part.text)
        return False
