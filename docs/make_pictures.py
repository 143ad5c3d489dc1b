"""Makes the pictures of the documents from the program itself: `python docs/make_pictures.py`."""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from pathway_viewer.app.main import application, made
from pathway_viewer.app.program import Program
from pathway_viewer.app.resources import default_pathway
from pathway_viewer.app.settings import Settings
from pathway_viewer.app.talk.stage import TalkStage
from pathway_viewer.look.theme import ThemeId
from pathway_viewer.widgets.level_now import LevelNow

HERE = Path(__file__).resolve().parent
SCREENS = (("Laptop", 0, 1440, 900), ("Projector", 1440, 1920, 1080))
"""Two screens side by side, for the picture of a talk: name, left edge, width, height."""


def two_screens(folder: Path) -> None:
    """Screens that only this process sees; Qt reads them when it starts."""
    facts = [
        {"name": name, "x": left, "y": 0, "width": width, "height": height, "dpr": 1}
        | {"logicalDpi": 96, "logicalBaseDpi": 96}
        for name, left, width, height in SCREENS
    ]
    file = folder / "screens.json"
    file.write_text(json.dumps({"screens": facts}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"


SHOTS: tuple[tuple[str, ThemeId, float, str], ...] = (
    ("window.png", "paper", 2.0, "bdnf_release"),
    ("window-night.png", "night", 24.0, "spines"),
)
"""File, theme, hours after the dose, what is selected."""
COMPARED_AT, TOLD = 264.0, 3
"""Hours after the first dose, and the step of the lecture, counted from 0."""
REST_S, PATIENCE_S = 0.8, 60
"""Texts follow the play head only once it rests."""


def settle(done: Callable[[], bool] = lambda: True) -> None:
    """Let everything that was asked for be painted; RuntimeError when it never comes."""
    begun = time.monotonic()
    while time.monotonic() < begun + REST_S or not done():
        QApplication.processEvents()
        if time.monotonic() > begun + PATIENCE_S:
            raise RuntimeError("the picture did not come to rest")


def main() -> None:
    """All pictures, with settings and a cache of their own."""
    with tempfile.TemporaryDirectory() as home:
        two_screens(Path(home))
        settings = Settings(QSettings(f"{home}/settings.ini", QSettings.Format.IniFormat))
        show(made(application(), settings, Path(home)))


def show(program: Program) -> None:
    """One window in each look, a talk, two runs side by side, another pathway."""
    program.window.resize(1600, 960)
    program.window.show()
    program.documents.open(default_pathway())
    settle()
    program.finish()
    settle(lambda: program.session.course is not None)
    for name, theme, hours, selected in SHOTS:
        program.session.set_look(replace(program.session.look, theme=theme))
        program.commands.seek(hours)
        program.commands.select(selected)
        settle(lambda: not program.window.diagram.is_moving())
        program.window.grab().save(str(HERE / name))
    curve(program)
    every_layer(program)
    talk(program)
    compared(program)
    other_pathway(program)
    program.window.close()


def curve(program: Program) -> None:
    """The curve of what people feel, with its measured points and windows."""
    program.session.set_look(replace(program.session.look, theme="paper"))
    program.commands.select("mood")
    settle()
    shown = program.window.findChild(LevelNow)
    assert shown is not None
    shown.grab().save(str(HERE / "curve.png"))


def every_layer(program: Program) -> None:
    """The diagram with all that the file knows."""
    usual, pathway = program.session.look, program.session.pathway
    assert pathway is not None
    program.commands.clear_selection()
    program.commands.seek(2.0)
    program.session.set_look(replace(usual, layers=frozenset(one.id for one in pathway.layers)))
    settle()
    program.window.grab().save(str(HERE / "layers.png"))
    program.session.set_look(usual)


def talk(program: Program) -> None:
    """A step of the lecture, as the audience and as the speaker see it."""
    program.session.set_look(replace(program.session.look, theme="projector"))
    program.present.present()
    presenting = program.present.presenting
    assert presenting.dialog is not None
    presenting.dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    stage = presenting.stage
    assert stage is not None
    stage.talk.go(TOLD)
    settle(lambda: at_rest(stage))
    stage.mirror.sharpen()
    settle()
    stage.audience.grab().save(str(HERE / "audience.png"))
    stage.presenter.grab().save(str(HERE / "speaker.png"))
    presenting.end()
    program.session.set_look(replace(program.session.look, theme="paper"))
    settle()


def at_rest(stage: TalkStage) -> bool:
    """Whether the step's levels are solved and its stretch of time is over."""
    head = stage.talk.session.playback
    still = head is None or not head.playing
    return still and stage.foresight.is_idle() and not stage.audience.view.is_moving()


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
    program.comparison.run.end()


def other_pathway(program: Program) -> None:
    """A pathway of another kind, drawn by the same strokes."""
    program.session.set_look(replace(program.session.look, theme="night"))
    program.documents.open(default_pathway().with_name("ltp.yaml"))
    settle(lambda: program.session.course is not None)
    program.commands.seek(1.0)
    settle()
    program.window.grab().save(str(HERE / "ltp.png"))


if __name__ == "__main__":
    main()
