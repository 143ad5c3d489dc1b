"""Garbage with widgets in it goes, and no thread but the window's ever takes it away."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from weakref import ref

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from pathway_viewer.app.collecting import THRESHOLDS, between_parts

MANY = 20 * THRESHOLDS[0]


class Cyclic(QObject):
    """Something of Qt's that only a collection can free."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


@pytest.fixture
def collectors() -> Iterator[list[str]]:
    """The names of the threads that collected, in order."""
    seen: list[str] = []

    def note(phase: str, _told: object) -> None:
        if phase == "start":
            seen.append(threading.current_thread().name)

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)


def allocate() -> list[list[int]]:
    """So many objects at once that Python would collect by itself, were it let."""
    return [[i] for i in range(MANY)]


def test_another_thread_allocates_and_the_window_collects(program, collectors):
    lost = ref(Cyclic())
    with ThreadPoolExecutor(1) as helper:
        held = helper.submit(allocate).result()
    assert collectors == []
    assert lost() is not None
    QApplication.processEvents()
    assert set(collectors) == {"MainThread"}
    assert lost() is None
    assert len(held) == MANY


def test_a_window_where_nothing_piled_up_does_not_collect(program, collectors):
    gc.collect()
    collectors.clear()
    QApplication.processEvents()
    assert collectors == []


def test_what_outlived_a_collection_goes_in_a_later_one(program):
    lost = Cyclic()
    gone = ref(lost)
    gc.collect(0)
    del lost
    held = []
    while gone() is not None and len(held) < 2 * THRESHOLDS[1]:
        held.append(allocate())
        QApplication.processEvents()
    assert gone() is None


def test_a_job_without_a_window_collects_between_its_parts(collectors):
    gc.enable()
    lost = ref(Cyclic())
    with between_parts() as collect:
        with ThreadPoolExecutor(1) as helper:
            held = helper.submit(allocate).result()
        assert collectors == []
        collect()
        assert collectors == ["MainThread"]
    assert lost() is None
    assert len(held) == MANY
    assert gc.isenabled()
    gc.disable()
