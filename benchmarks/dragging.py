"""Dragging a what-if slider in the real window: frames a second, and how late each run is shown."""

from __future__ import annotations

import time

from PySide6.QtWidgets import QApplication

from benchmarks.frames import opened
from benchmarks.timing import Row, median, ms, percentile
from pathway_viewer.app.program import Program
from pathway_viewer.model.pushes import Perturbation

STEPS = 180
TICK_S = 1 / 60
"""A mouse tells its place about sixty times a second."""
TARGET = "ampar"


def dragged(program: Program, shown: list[float]) -> tuple[list[float], list[float]]:
    """Seconds from frame to frame, and from a wish until its run is shown.

    Every value of the slider is one that was never solved before.
    """
    frames: list[float] = []
    late: list[float] = []
    wished, last = 0.0, time.perf_counter()
    for step in range(STEPS):
        value = round(0.1 + 1.7 * step / STEPS, 6)
        if program.drags.is_idle():
            wished = time.perf_counter()
        push = Perturbation(kind="scale", target=TARGET, value=value)
        program.what_if.set_push(TARGET, push, "benchmark")
        program.window.diagram.set_phase(step * TICK_S)
        program.window.diagram.update()
        QApplication.processEvents()
        if shown:
            late.append(shown.pop() - wished)
            wished = time.perf_counter()
            shown.clear()
        now = time.perf_counter()
        time.sleep(max(0.0, TICK_S - (now - last)))
        frames.append(time.perf_counter() - last)
        last = time.perf_counter()
    while not program.drags.is_idle():
        QApplication.processEvents()
    return frames, late


def rows() -> list[Row]:
    """Each scenario of people, with the details of the dragged node beside the diagram."""
    program, out = opened(), list[Row]()
    shown: list[float] = []
    program.session.course_changed.connect(lambda _: shown.append(time.perf_counter()))
    program.commands.seek(2.0)
    program.commands.select(TARGET)
    for scenario in ("single", "repeated"):
        program.commands.set_scenario(scenario)
        program.session.reset()
        QApplication.processEvents()
        shown.clear()
        frames, late = dragged(program, shown)
        rate, longest = len(frames) / sum(frames), percentile(frames, 0.99)
        what = f"frames a second while a slider is dragged, {scenario}"
        out.append(
            Row(what, f"{rate:.0f}", f"60; 1 % take {ms(longest)}", f"{rate / 60:.2f}", "30")
        )
        what = f"from a value to its run shown, {scenario}"
        out.append(Row(what, ms(median(late)), f"{len(late)} runs in 3 s", "-", "100 ms"))
    program.window.close()
    return out
