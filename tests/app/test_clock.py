"""The clock runs only while something moves, and counts time, not ticks."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from pathway_viewer.app.clock import CALM_MS, LONGEST_S, Clock
from pathway_viewer.app.program import Program


def test_paused_no_timer_runs(program: Program) -> None:
    assert not program.clock.is_running()
    program.commands.play_pause()
    assert program.clock.is_running()
    program.commands.play_pause()
    assert not program.clock.is_running()


def test_the_story_moves_on_by_the_seconds_that_passed(program: Program) -> None:
    program.commands.seek(0.0)
    program.commands.play_pause()
    before = program.session.playback
    assert before is not None
    program.clock.ticked.emit(0.5)
    after = program.session.playback
    assert after is not None
    assert after.position == pytest.approx(before.position + 0.5 / before.duration_s)


def test_at_a_chapter_the_clock_stops_by_itself(program: Program) -> None:
    program.commands.home()
    program.commands.play_pause()
    for _ in range(60):
        program.clock.ticked.emit(1.0)
    assert not program.clock.is_running()
    playback = program.session.playback
    assert playback is not None
    assert playback.time == 1.0


def test_ticks_come_while_running_and_long_gaps_count_little(qtbot: QtBot) -> None:
    clock = Clock()
    with qtbot.waitSignal(clock.ticked, timeout=2000) as blocker:
        clock.set_running(True)
    assert 0 <= blocker.args[0] <= LONGEST_S
    clock.set_running(False)
    assert not clock.is_running()


def test_calm_means_few_large_steps(qapp: object) -> None:
    clock = Clock()
    clock.set_calm(True)
    assert clock._timer.interval() == CALM_MS


def test_reduced_motion_moves_no_dots(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    phases: list[float] = []
    monkeypatch.setattr(program.window.diagram, "set_phase", phases.append)
    program.commands.play_pause()
    program.clock.ticked.emit(0.1)
    assert len(phases) == 1
    program.commands.toggle_reduced_motion()
    program.clock.ticked.emit(0.1)
    assert len(phases) == 1
    program.commands.play_pause()
