"""A frame while playing, and a seek until it is painted, in the real window without a screen."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPointF, QSettings, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.timing import Row, median, ms, percentile
from pathway_viewer.app.courses import Courses
from pathway_viewer.app.program import Program
from pathway_viewer.app.resources import default_pathway, shipped
from pathway_viewer.app.settings import Settings
from pathway_viewer.model.loader import load

SIZE = (1920, 1080)
FRAMES = 400
SEEKS = 400
UNTIL_H = 2.0
"""Hours of the story that are played: every level of the core changes in them."""


class Sprites(QWidget):
    """The yardstick: a ground and as many pixmaps as the diagram has nodes, words and particles."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._ground = QPixmap(*SIZE)
        self._ground.fill(QColor("#faf8f4"))
        self._sprite = QPixmap(120, 40)
        self._sprite.fill(QColor("#cc5005"))
        self._count = count
        self.phase = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground first, then every sprite at its place for this phase."""
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._ground)
            for i in range(self._count):
                x = (i * 137 + self.phase * 60) % (self.width() - 120)
                painter.drawPixmap(QPointF(x, (i * 61) % (self.height() - 40)), self._sprite)


def painted(change: Callable[[], None]) -> float:
    """Seconds from a change until everything that it made stale is painted."""
    begun = time.perf_counter()
    change()
    QApplication.processEvents()
    return time.perf_counter() - begun


def show_layers(program: Program, layers: frozenset[str]) -> None:
    """Show other layers."""
    program.session.set_look(replace(program.session.look, layers=layers))


def opened() -> Program:
    """The program's window on the default pathway, solved and shown."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    ini = Path(tempfile.mkdtemp()) / "settings.ini"
    settings = Settings(QSettings(str(ini), QSettings.Format.IniFormat))
    program = Program(app, settings, load, Courses(), shipped("resources", "icons"))
    program.documents.open(default_pathway())
    program.window.resize(*SIZE)
    program.window.show()
    program.finish()
    for _ in range(20):
        QApplication.processEvents()
    return program


def playing(program: Program) -> list[float]:
    """Seconds a frame, from the dose to `UNTIL_H`, the whole window included."""
    times: list[float] = []
    for i in range(FRAMES):
        hour = UNTIL_H * i / FRAMES

        def change(hour: float = hour, phase: float = i / 60) -> None:
            program.window.diagram.set_phase(phase)
            program.commands.seek(hour)

        times.append(painted(change))
    return times


def seeking(program: Program) -> list[float]:
    """Seconds from a jump anywhere to everything painted."""
    generator = random.Random(7)
    end = float(np.log(28 * 24.0))

    def jump() -> None:
        program.commands.seek(float(np.exp(generator.uniform(-2, end))))

    return [painted(jump) for _ in range(SEEKS)]


def sprites(count: int, program: Program) -> list[float]:
    """Seconds a frame of the yardstick, as large as the program's diagram."""
    yard = Sprites(count)
    yard.resize(program.window.diagram.size())
    yard.show()

    def turn() -> None:
        yard.phase += 1 / 60
        yard.update()

    times = [painted(turn) for _ in range(FRAMES)]
    yard.close()
    return times


def rows() -> list[Row]:
    """Playing and seeking, for the core and for all layers, against sprites."""
    program = opened()
    pathway = program.session.pathway
    picture = program.window.diagram.picture()
    assert pathway is not None
    assert picture is not None
    count = 3 * (len(picture.sheet.nodes) + len(picture.sheet.arrows))
    base = median(sprites(count, program))
    measured = [("core", playing(program), seeking(program))]
    show_layers(program, frozenset(layer.id for layer in pathway.layers))
    QApplication.processEvents()
    measured.append(("all layers", playing(program), seeking(program)))
    program.window.close()
    against = f"{count} sprites {ms(base)}"
    out: list[Row] = []
    for name, frames, jumps in measured:
        frame, jump = median(frames), percentile(jumps, 0.99)
        goal = "2.5 ms" if name == "core" else "8 ms"
        what = f"a frame while playing, {name}"
        out.append(Row(what, ms(frame), against, f"{frame / base:.1f}", goal))
        what = f"seek to painted, {name}, 99th percentile"
        out.append(Row(what, ms(jump), against, f"{jump / base:.1f}", "16.7 ms"))
    return out
