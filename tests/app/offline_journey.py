"""The whole way of a user as one process, in which any socket is an error; run by tests."""

from __future__ import annotations

import sys
from pathlib import Path

ASKED: list[str] = []


def refuse(event: str, args: tuple[object, ...]) -> None:
    """Every socket and every look-up of a name, as the interpreter tells of them."""
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "ssl.")):
        ASKED.append(f"{event} {args}")
        raise PermissionError(f"this program must not reach out: {event}")


sys.addaudithook(refuse)

from PySide6.QtCore import QSettings  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from pathway_viewer.app.command_line import main as words  # noqa: E402
from pathway_viewer.app.main import application, made  # noqa: E402
from pathway_viewer.app.program import Program  # noqa: E402
from pathway_viewer.app.settings import Settings  # noqa: E402

EXPORTS = {
    "deck": ".pptx",
    "handout": ".pdf",
    "sheet": ".pdf",
    "references": ".bib",
    "movie": ".gif",
    "sbml": ".xml",
    "sbgn": ".sbgn",
    "gpml": ".gpml",
    "cx2": ".cx2",
    "graphml": ".graphml",
}
"""Every kind that the command line is to know, with a suffix."""


def in_the_window(app: QApplication, file: Path, folder: Path) -> None:
    """Opens, plays, looks, asks what if, compares, reads the table of experiments."""
    store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    program = made(app, Settings(store), folder / "cache")
    program.documents.open(file)
    program.window.show()
    program.finish()
    program.commands.play_pause()
    for _ in range(20):
        program.session.move(lambda head: head.advance(1.0))
        app.processEvents()
    used(program)
    app.processEvents()
    program.window.close()


def used(program: Program) -> None:
    """A node, an arrow, a what-if, every action that needs no answer from a dialog."""
    session, pathway = program.session, program.session.pathway
    assert pathway is not None
    program.commands.select(str(pathway.nodes[0].id))
    program.commands.select(str(pathway.edges[0].id))
    program.commands.copy_references()
    for theme in ("night", "projector", "print", "paper"):
        program.commands.set_theme(theme)
    for scenario in pathway.scenarios:
        program.commands.set_scenario(scenario.id)
    program.what_if.reset()
    program.commands.show_experiments()
    program.browser.follow("https://doi.org/10.1000/x")
    assert session.course is not None


def on_the_command_line(file: Path, folder: Path, small: Path, briefly: bool) -> None:
    """Every command, the long ones on the small pathway; or few of them."""
    still = str(folder / "still.png")
    lines = [
        ["check", str(file)],
        ["levels", str(file), "--at", "1h", "--out", str(folder / "levels.csv")],
        ["render", str(file), "--at", "1h", "--out", still, "--size", "640x400"],
        ["experiments", str(small)],
        ["fit", str(small)],
    ]
    known = {"references"} if briefly else _kinds()
    for kind, suffix in EXPORTS.items():
        if kind in known:
            more = ["--seconds", "1", "--size", "320x200"] if kind == "movie" else []
            lines.append(["export", kind, str(small), "--out", str(folder / kind) + suffix, *more])
    for line in lines:
        code = words(line)
        if code != 0:
            raise SystemExit(f"{line} answered {code}")


def _kinds() -> set[str]:
    """The kinds of exports that there are, as the help tells them."""
    import contextlib
    import io

    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        words(["export", "--help"])
    return {word for word in told.getvalue().split() if word in EXPORTS}


def journey(file: Path, small: Path, folder: Path, briefly: bool) -> None:
    """All of it, or what takes a few seconds."""
    app = application()
    in_the_window(app, small if briefly else file, folder)
    on_the_command_line(small if briefly else file, folder, small, briefly)


if __name__ == "__main__":
    flagship, little, place = (Path(word) for word in sys.argv[1:4])
    journey(flagship, little, place, briefly=sys.argv[4:] == ["briefly"])
    print("asked for nothing" if not ASKED else f"ASKED: {ASKED}")
    print("loaded:", *sorted(name for name in ("PySide6.QtNetwork", "ssl") if name in sys.modules))
