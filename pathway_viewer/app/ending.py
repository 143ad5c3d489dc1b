"""Ending: a system that shuts down, or Ctrl+C, closes the window as its user would."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


def close_on_signals(parent: QObject, close: Callable[[], object]) -> None:
    """Calls `close` in the event loop when the process is asked to end.

    The interpreter sees a signal only when it runs next, which a window at rest may not do for
    hours; a byte in a pipe wakes it. Windows sends no such signals: there windows are closed.
    """
    if sys.platform == "win32":
        return
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    os.set_blocking(reading, False)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    for one in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(one, _noted)
    notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read, parent)
    notifier.activated.connect(lambda: (os.read(reading, 64), close()))


def _noted(_number: int, _frame: object) -> None:
    """A signal with a handler does not end the process; the byte in the pipe tells of it."""
