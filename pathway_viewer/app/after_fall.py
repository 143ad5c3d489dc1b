"""After a fall: asks how to go on where the last run ended badly with the file that opens now."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from pathway_viewer.app.failure import report
from pathway_viewer.app.last_run import Fall
from pathway_viewer.app.motion import system_theme
from pathway_viewer.app.resources import default_pathway, shipped
from pathway_viewer.look.theme import THEMES
from pathway_viewer.widgets.crash_report import CrashReport
from pathway_viewer.widgets.style import dress

LOG = logging.getLogger("pathway_viewer")


def file_after(fall: Fall, path: Path, app: QApplication) -> Path:
    """The file to open: the same, or another where the user thinks that it was its fault.

    Asks nothing where the last run had another file open.
    """
    LOG.warning("the last run ended unexpectedly%s", f":\n{fall.trace}" if fall.trace else "")
    if fall.file is None or fall.file != path.absolute():
        return path
    dress(app, THEMES[system_theme(app)])
    other = instead_of(path)
    answers: list[bool] = []
    dialog = CrashReport(
        "Pathway Viewer ended unexpectedly",
        f"The last time, it ended while {path.name} was open. "
        f"You can open the file again, or begin with {other.name} instead.",
        report(fall.trace) if fall.trace else "",
        (f"Open {path.name} again", "Open without it"),
    )
    dialog.chosen.connect(answers.append)
    dialog.exec()
    return path if answers and answers[0] else other


def instead_of(path: Path) -> Path:
    """A pathway that is shipped, and not this one."""
    usual = default_pathway()
    if path.absolute() != usual.absolute():
        return usual
    others = sorted(one for one in shipped("pathways").glob("*.yaml") if one.name != usual.name)
    return others[0] if others else usual


def tell(window: QWidget, what: str, text: str) -> None:
    """Shows an unexpected error with its report; the window lives on."""
    dialog = CrashReport(
        "Something went wrong that should not have",
        "You can go on. If things look odd, close the program and start it again. "
        f"What happened: {what[:200]}.",
        text,
        parent=window,
    )
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
