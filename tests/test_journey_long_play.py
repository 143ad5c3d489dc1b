"""Whoever lets it play for half an hour finds the program as small as after the first seconds."""

from __future__ import annotations

import gc
import mmap
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from pathway_viewer.app.program import Program
from pathway_viewer.app.resources import default_pathway

FRAMES, FIRST = 100_000, 1_000
STATM = Path("/proc/self/statm")
TICK_S = 1 / 60


def resident() -> int:
    """Bytes of memory that the process holds, once what is garbage is gone."""
    gc.collect()
    return int(STATM.read_text(encoding="ascii").split()[1]) * mmap.PAGESIZE


@pytest.fixture
def playing(empty: Program) -> Program:
    """Every layer of the shipped pathway in a small window, playing again and again."""
    empty.window.resize(900, 620)
    assert empty.documents.open(default_pathway())
    empty.finish()
    session = empty.session
    assert session.pathway is not None
    layers = frozenset(layer.id for layer in session.pathway.layers)
    session.set_look(replace(session.look, layers=layers))
    session.move(lambda head: replace(head, loop=True).play())
    empty.clock.set_running(False)  # time passes by the test's own hand
    QApplication.processEvents()
    return empty


def play(program: Program, frames: int) -> None:
    for _ in range(frames):
        program.clock.ticked.emit(TICK_S)
        QApplication.processEvents()


@pytest.mark.long
@pytest.mark.skipif(not STATM.exists(), reason="this system does not tell what memory is held")
def test_a_hundred_thousand_frames_leave_no_trace_in_memory(playing: Program):
    painted = 0

    def count() -> None:
        nonlocal painted
        painted += 1

    playing.window.diagram.painted.connect(count)
    play(playing, FIRST)
    early = resident()
    play(playing, FRAMES - FIRST)
    late = resident()
    assert painted >= FRAMES
    assert late <= 1.02 * early, f"{early / 1e6:.1f} MB became {late / 1e6:.1f} MB"


def test_time_that_passes_is_painted(playing: Program):
    """What the test above counts on: every tick is a frame of its own."""
    painted: list[float] = []
    diagram = playing.window.diagram

    def note() -> None:
        frame = diagram.frame()
        assert frame is not None
        painted.append(frame.time)

    diagram.painted.connect(note)
    play(playing, 30)
    assert len(painted) >= 30
    assert len(set(painted)) >= 30
