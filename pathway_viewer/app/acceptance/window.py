"""What the self-test does in a window: opens the default pathway, plays, clicks, looks."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QSettings, Qt
from PySide6.QtGui import QGuiApplication, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication

from pathway_viewer.app.acceptance.installation import FailedError
from pathway_viewer.app.main import made
from pathway_viewer.app.program import Program
from pathway_viewer.app.resources import default_pathway
from pathway_viewer.app.settings import Settings

FRAMES = 30
PATIENCE = 60.0
"""Seconds that anything may take on a slow machine before it counts as stuck."""


@dataclass
class Stage:
    """The window, from when it is opened to when it is closed."""

    program: Program | None = None
    painted: int = 0
    errors: list[str] = field(default_factory=list[str])

    def open(self, folder: Path) -> str:
        """Opens the default pathway with settings of a new user."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
        self.program = program = made(app, settings, folder / "cache")
        program.window.diagram.painted.connect(self._count)
        program.window.show()
        if not program.documents.open(default_pathway()):
            raise FailedError(f"{default_pathway()} could not be opened")
        self._until(lambda: program.panels is not None, "the window did not become live")
        self._until(lambda: program.session.course is not None, "levels were not solved")
        size = program.window.size()
        name = QGuiApplication.platformName()
        return f"{size.width()}x{size.height()} by '{name}', '{program.window.windowTitle()}'"

    def play(self, folder: Path) -> str:
        """Plays from the start until some frames were painted; time and picture must move."""
        program = self._open()
        program.commands.home()
        before, seen, begun = self._picture(), self.painted, time.perf_counter()
        program.commands.play_pause()
        self._until(lambda: self.painted - seen >= FRAMES, "too few frames were painted")
        took = time.perf_counter() - begun
        program.commands.play_pause()
        frame = program.session.frame
        if frame is None or self._picture() == before:
            raise FailedError("the picture did not change while it played")
        return f"{FRAMES} frames in {took:.1f} s, to {frame.time:.3g} h"

    def click(self, folder: Path) -> str:
        """Clicks on a node; the details must tell of it."""
        program = self._open()
        id, point = self._target(program)
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            self._send(program, kind, point)
        self._until(lambda: program.session.selection == id, f"a click did not select {id}")
        assert program.panels is not None
        if len(text := program.panels.details.text()) < 100:
            raise FailedError(f"the details of {id} are empty")
        return f"{id} was selected, {len(text)} letters tell of it"

    def look(self, folder: Path) -> str:
        """Keeps a picture of the whole window."""
        program, out = self._open(), folder / "window.png"
        if not program.window.grab().save(str(out), "PNG"):
            raise FailedError(f"{out} could not be written")
        return f"{out.name}, {out.stat().st_size // 1024} kB"

    def close(self, folder: Path) -> str:
        """Closes the window, as a user would."""
        program = self._open()
        program.window.close()
        QApplication.processEvents()
        if program.window.isVisible():
            raise FailedError("the window would not close")
        return "closed"

    def _open(self) -> Program:
        if self.program is None:
            raise FailedError("there is no window")
        return self.program

    def _count(self) -> None:
        self.painted += 1

    def _picture(self) -> QImage:
        return self._open().window.diagram.grab().toImage()

    def _target(self, program: Program) -> tuple[str, QPointF]:
        """A node that can be clicked, and where."""
        pathway, diagram = program.session.pathway, program.window.diagram
        for node in pathway.nodes if pathway else ():
            try:
                point = diagram.point_of(node.id)
            except KeyError:
                continue
            if diagram.hit(point) == node.id:
                return node.id, point
        raise FailedError("no node can be clicked")

    def _send(self, program: Program, kind: QEvent.Type, at: QPointF) -> None:
        diagram, left = program.window.diagram, Qt.MouseButton.LeftButton
        held = left if kind == QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
        where, none = diagram.mapToGlobal(at), Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(diagram, QMouseEvent(kind, at, where, left, held, none))

    def _until(self, done: Callable[[], bool], otherwise: str) -> None:
        """Lets the program live until something is so; FailedError after too long."""
        end = time.monotonic() + PATIENCE
        while not done():
            if time.monotonic() > end:
                raise FailedError(otherwise)
            QApplication.processEvents()
            time.sleep(0.002)


_STAGE = Stage()

WINDOW = (
    ("window", _STAGE.open),
    ("play", _STAGE.play),
    ("click", _STAGE.click),
    ("picture", _STAGE.look),
    ("close", _STAGE.close),
)
"""The parts that need a window, in order."""
