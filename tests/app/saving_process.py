"""A program that starts, and then saves without end until it is killed; run by tests."""

from __future__ import annotations

import contextlib
import io
import sys
from itertools import count
from pathlib import Path

from PySide6.QtCore import QSettings

from pathway_viewer.app.command_line import main as words
from pathway_viewer.app.last_run import LastRun
from pathway_viewer.app.look import Look
from pathway_viewer.app.main import application, made
from pathway_viewer.app.settings import Settings
from pathway_viewer.app.settings_file import usable
from pathway_viewer.model.rewrite import append_item
from pathway_viewer.model.writing import write_whole

SCENARIO = {
    "id": "kept",
    "label": "Kept",
    "clock": "human",
    "text": "A run that was kept.",
    "end": "1 wk",
}
STEP = {"id": "kept", "title": "Kept", "at": "1 h", "focus": ["drug"], "notes": "Look here."}
EXPORTS = (
    ["export", "references", "--out", "list.bib"],
    ["render", "--at", "1h", "--size", "320x200", "--out", "still.png"],
    ["export", "sheet", "--out", "sheet.pdf"],
    ["export", "handout", "--out", "handout.pdf"],
    ["export", "deck", "--out", "deck.pptx"],
)


def begin(folder: Path) -> Settings:
    """A start as a user makes it; it fails where something that was saved is not whole."""
    last = LastRun(folder / "state")
    last.fallen()
    last.begin()
    settings = Settings(usable(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)))
    program = made(application(), settings, folder / "cache")
    program.documents.open(folder / "small.yaml")
    program.window.show()
    program.finish()
    assert program.session.problems == (), program.session.problems
    assert program.session.course is not None
    last.tell(folder / "small.yaml")
    return settings


def saved_settings(settings: Settings, turn: int) -> None:
    """Two looks in turn, and a list of files that differ."""
    looks = (Look(theme="night", reading="expert"), Look(theme="paper", reading="patient"))
    settings.keep_look(looks[turn % 2], looks[1 - turn % 2])
    settings.keep_recent(Path(f"/files/{'x' * (turn % 50)}.yaml"))
    settings.sync()


def saved_pathway(file: Path, original: str) -> None:
    """The file as it was, a scenario, a step."""
    write_whole(file, original)
    append_item(file, "scenarios", SCENARIO)
    append_item(file, "steps", STEP)


def save_on(folder: Path, original: str, first: int) -> None:
    """Without end."""
    settings = begin(folder)
    print("saving", flush=True)
    for turn in count(first):
        saved_settings(settings, turn)
        saved_pathway(folder / "small.yaml", original)
        line = EXPORTS[turn % len(EXPORTS)]
        out = str(folder / line[-1])
        kind = line[:2] if line[0] == "export" else line[:1]
        with contextlib.redirect_stderr(io.StringIO()):
            words([*kind, str(folder / "small.yaml"), *line[len(kind) : -1], out])


if __name__ == "__main__":
    place = Path(sys.argv[1])
    save_on(place, (place / "original").read_text(encoding="utf-8"), int(sys.argv[2]))
