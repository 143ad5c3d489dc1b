"""The self-test: the whole program, used as a person would, with a report for an administrator."""

from __future__ import annotations

import json
import os
import platform
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from pathway_viewer.app.acceptance.installation import Wire
from pathway_viewer.app.exits import WELL, WRONG_INSIDE, RefusedError
from pathway_viewer.app.resources import version

REPORT = "report.json"


@dataclass(frozen=True)
class Told:
    """What came of one part of the test."""

    name: str
    passed: bool
    text: str
    seconds: float


def self_test(folder: Path) -> int:
    """Use everything once and leave pictures, papers and `report.json` in a folder.

    0 when all of it worked, else 1. RefusedError where the folder cannot be written. Settings are
    those of a new user, and nothing of the user's own is changed.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / REPORT).unlink(missing_ok=True)
    except OSError as error:
        raise RefusedError(f"{folder} cannot be written ({error.strerror})") from None
    _need_no_screen()
    wire = Wire()
    # Late: they bring everything there is, which no other start pays for.
    from PySide6.QtWidgets import QApplication

    from pathway_viewer.app.acceptance.files import FILES, Part
    from pathway_viewer.app.acceptance.window import WINDOW
    from pathway_viewer.app.main import application

    app = QApplication.instance() or application()
    parts: tuple[tuple[str, Part], ...] = (*FILES, *WINDOW, ("network", lambda _: wire.silent()))
    told = [_tried(name, part, folder) for name, part in parts]
    wire.cut()
    del app
    return _reported(told, folder)


def _need_no_screen() -> None:
    """Without a display the window is drawn where nobody sees it; the report says so."""
    shown = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    if sys.platform == "linux" and not shown:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _tried(name: str, part: Callable[[Path], str], folder: Path) -> Told:
    """A part of the test, and what went wrong in it if something did."""
    begun = time.perf_counter()
    try:
        text, passed = part(folder), True
    except Exception as error:  # noqa: BLE001  whatever is broken here is the answer
        text, passed = f"{type(error).__name__}: {' '.join(str(error).split())}", False
    return Told(name, passed, text, round(time.perf_counter() - begun, 3))


def _reported(told: list[Told], folder: Path) -> int:
    """Prints a line a part, writes the report, and gives the exit code."""
    passed = all(one.passed for one in told)
    for one in told:
        print(f"  {'ok    ' if one.passed else 'FAILED'}  {one.name}: {one.text}")
    report = {
        "program": f"Pathway Viewer {version()}",
        "python": platform.python_version(),
        "system": platform.platform(),
        "display": os.environ.get("QT_QPA_PLATFORM", ""),
        "passed": passed,
        "parts": [asdict(one) for one in told],
    }
    text = json.dumps(report, indent=2, ensure_ascii=False)
    (folder / REPORT).write_text(text + "\n", encoding="utf-8")
    print("all well" if passed else f"{sum(not one.passed for one in told)} of {len(told)} failed")
    return WELL if passed else WRONG_INSIDE
