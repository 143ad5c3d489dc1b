"""Clock: the only thing that ticks, and only while something moves."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

SMOOTH_MS = 16
CALM_MS = 400
"""With reduced motion the picture changes in steps that an eye can rest on."""

LONGEST_S = 1.0
"""A longer gap (a suspended laptop, a dialog) counts as this much, so nothing jumps."""


class Clock(QObject):
    """Says how many seconds have passed, while running. Counts time, never ticks."""

    ticked = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=SMOOTH_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._elapsed = QElapsedTimer()

    def set_running(self, running: bool) -> None:
        """Starts or stops; stopped, no timer runs at all."""
        if running and not self._timer.isActive():
            self._elapsed.start()
            self._timer.start()
        elif not running:
            self._timer.stop()

    def set_calm(self, calm: bool) -> None:
        """Few large steps instead of many small ones."""
        self._timer.setInterval(CALM_MS if calm else SMOOTH_MS)

    def is_running(self) -> bool:
        """Whether a timer runs."""
        return self._timer.isActive()

    def _tick(self) -> None:
        self.ticked.emit(min(self._elapsed.restart() / 1000, LONGEST_S))
