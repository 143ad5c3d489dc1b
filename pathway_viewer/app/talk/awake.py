"""Awake: no sleep and no screensaver while a talk is on, where the platform lets us ask."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable

LOG = logging.getLogger("pathway_viewer")

SERVICE, PLACE = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
NAME = "pathway-viewer-talk"
WAIT_MS = 400
CONTINUOUS, SYSTEM, DISPLAY = 0x80000000, 0x00000001, 0x00000002
"""Flags of SetThreadExecutionState."""

REASON = "A talk is being given"

Release = Callable[[], None]


class Awake:
    """Asks once, and takes it back. Whatever goes wrong is a line in the log, never more."""

    def __init__(self, ask: Callable[[], Release] | None = None) -> None:
        self._ask = ask or asked
        self._release: Release | None = None

    def hold(self) -> None:
        """From now on the screen stays on."""
        if self._release is not None:
            return
        try:
            self._release = self._ask()
        except (OSError, RuntimeError, AttributeError, ImportError) as error:
            LOG.info("the screen may turn itself off during the talk: %s", error)

    def release(self) -> None:
        """The screen may sleep again."""
        release, self._release = self._release, None
        if release is None:
            return
        try:
            release()
        except (OSError, RuntimeError, AttributeError) as error:
            LOG.info("the screen may stay on: %s", error)

    def is_held(self) -> bool:
        """Whether the system has agreed."""
        return self._release is not None


def asked() -> Release:
    """Asks this platform, whichever it is; what takes the wish back. Raises where it cannot."""
    if sys.platform == "win32":
        return _windows()
    return _mac() if sys.platform == "darwin" else _linux()


def _linux() -> Release:
    # Late, here and below: only who presents needs this.
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        raise OSError("there is no session bus")
    # A connection of its own: the wish ends with it, which is how a program may take it back.
    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, NAME)
    message = QDBusMessage.createMethodCall(SERVICE, PLACE, SERVICE, "Inhibit")
    message.setArguments(["Pathway Viewer", REASON])
    answer = bus.call(message, QDBus.CallMode.Block, WAIT_MS)
    if answer.type() != QDBusMessage.MessageType.ReplyMessage:
        QDBusConnection.disconnectFromBus(NAME)
        raise OSError(answer.errorMessage() or "nobody answers")
    return lambda: QDBusConnection.disconnectFromBus(NAME)


def _windows() -> Release:
    import ctypes

    set_state = getattr(ctypes, "windll").kernel32.SetThreadExecutionState  # noqa: B009
    if not set_state(CONTINUOUS | SYSTEM | DISPLAY):
        raise OSError("Windows did not agree")
    return lambda: set_state(CONTINUOUS)


def _mac() -> Release:
    from PySide6.QtCore import QProcess

    process = QProcess()
    process.start("caffeinate", ["-d", "-i", "-w", str(os.getpid())])
    if not process.waitForStarted(WAIT_MS):
        raise OSError("caffeinate cannot be started")

    def end() -> None:
        process.terminate()
        process.waitForFinished(WAIT_MS)

    return end
