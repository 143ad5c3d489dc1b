"""Collecting: Python's cyclic garbage is looked for in the thread of the window, and only there.

A collection runs wherever an allocation happens to start it, so also in a thread that solves or
writes a film; a widget left in a cycle would then be destroyed by a thread that it does not belong
to, and the program would fall.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator
from contextlib import contextmanager

from PySide6.QtCore import QAbstractEventDispatcher, QObject

THRESHOLDS = (2_000, 10, 25)
"""How many objects more than were freed call for a collection of the youngest; how many of those
call for one of the middle-aged, and of these for one of all, which takes some 50 ms."""


def in_the_event_loop(parent: QObject) -> None:
    """From now on collect in the event loop of this thread, which needs no timer for it."""
    gc.disable()
    if dispatcher := QAbstractEventDispatcher.instance():
        dispatcher.awake.connect(_Collector(parent).collect)


@contextmanager
def between_parts() -> Generator[Callable[[], None]]:
    """Within, nothing is collected but by a call of what is given."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield what_is_due
    finally:
        if running:
            gc.enable()


class _Collector(QObject):
    """A receiver that goes with its parent."""

    def collect(self) -> None:
        """What is due."""
        what_is_due()


def what_is_due() -> None:
    """Collect as Python itself would do here."""
    counts = gc.get_count()
    if counts[0] > THRESHOLDS[0]:
        gc.collect(next((age for age in (2, 1) if counts[age] > THRESHOLDS[age]), 0))
