"""A frame while presenting: the audience's window, and the speaker's with its small pictures."""

from __future__ import annotations

import time

from PySide6.QtWidgets import QApplication

from benchmarks.frames import SIZE, UNTIL_H, opened, painted, sprites
from benchmarks.timing import Row, median, ms, percentile

FRAMES = 400
SPEAKER = (1366, 768)
PATIENCE_S = 60


def playing() -> tuple[list[float], float]:
    """Seconds a frame for all windows while a step plays, and of the yardstick."""
    program = opened()
    program.present.present_in_window()
    stage = program.present.presenting.stage
    assert stage is not None
    stage.audience.resize(*SIZE)
    stage.presenter.resize(*SPEAKER)
    stage.presenter.show()
    until = time.perf_counter() + PATIENCE_S
    while not stage.foresight.is_idle() and time.perf_counter() < until:
        QApplication.processEvents()
    base = median(sprites(165, program))
    stage.play.set_running(False)  # time passes by this hand
    frames: list[float] = []
    for i in range(FRAMES):

        def turn(hour: float = UNTIL_H * i / FRAMES, phase: float = i / 60) -> None:
            stage.audience.view.set_phase(phase)
            stage.talk.session.move(lambda head: head.seek(hour))

        frames.append(painted(turn))
    program.present.presenting.end()
    program.window.close()
    return frames, base


def rows() -> list[Row]:
    """All windows together, the first frames left out."""
    frames, base = playing()
    frame, late = median(frames[20:]), percentile(frames[20:], 0.99)
    against = f"165 sprites {ms(base)}; 1 % take {ms(late)}"
    what = "a frame while presenting, all windows"
    return [Row(what, ms(frame), against, f"{frame / base:.1f}", "12 ms")]
