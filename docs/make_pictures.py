"""Makes the pictures of the documents from the program itself: `python docs/make_pictures.py`."""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from pathway_viewer.app.main import application, made
from pathway_viewer.app.program import Program
from pathway_viewer.app.resources import default_pathway
from pathway_viewer.app.settings import Settings
from pathway_viewer.look.theme import ThemeId
from pathway_viewer.widgets.level_now import LevelNow

HERE = Path(__file__).resolve().parent
SHOTS: tuple[tuple[str, ThemeId, float, str], ...] = (
    ("window.png", "paper", 2.0, "bdnf_release"),
    ("window-night.png", "night", 24.0, "spines"),
)
"""File, theme, hours after the dose, what is selected."""
COMPARED_AT = 264.0


def settle(rounds: int = 30) -> None:
    """Let everything that was asked for be painted."""
    for _ in range(rounds):
        QApplication.processEvents()


def main() -> None:
    """One window, shown in each look and grabbed."""
    with tempfile.TemporaryDirectory() as home:
        settings = Settings(QSettings(f"{home}/settings.ini", QSettings.Format.IniFormat))
        program = made(application(), settings, Path(home))
        program.window.resize(1600, 960)
        program.window.show()
        program.documents.open(default_pathway())
        settle()
        program.finish()
        for name, theme, hours, selected in SHOTS:
            program.session.set_look(replace(program.session.look, theme=theme))
            program.commands.seek(hours)
            program.commands.select(selected)
            settle()
            program.window.grab().save(str(HERE / name))
        curve(program)
        compared(program)
        program.window.close()


def curve(program: Program) -> None:
    """The curve of what people feel, with its measured points and windows."""
    program.session.set_look(replace(program.session.look, theme="paper"))
    program.commands.select("mood")
    settle()
    shown = program.window.findChild(LevelNow)
    assert shown is not None
    shown.grab().save(str(HERE / "curve.png"))


def compared(program: Program) -> None:
    """One dose beside six."""
    program.commands.seek(COMPARED_AT)
    program.commands.select("spines")
    program.comparison.commands.compare()
    program.window.resize(1600, 960)
    settle()
    assert program.comparison.pictures is not None
    program.comparison.pictures.tell_now()
    settle()
    program.window.grab().save(str(HERE / "compare.png"))


if __name__ == "__main__":
    main()
