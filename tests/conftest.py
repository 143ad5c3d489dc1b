"""What every test gets: no screen, no network, no settings or cache of the user's, no leaks."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import hypothesis
import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from pathway_viewer.app.collecting import what_is_due
from pathway_viewer.app.main import made
from pathway_viewer.app.program import Program
from pathway_viewer.app.settings import Settings

# A slow afternoon must not fail a property; and a machine that only confirms a change tries the
# same examples each time, while every other run looks for new ones.
hypothesis.settings.register_profile("patient", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("patient")

SMALL = Path(__file__).parent / "small.yaml"


@pytest.fixture(autouse=True)
def _isolated(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings and caches of a test end in a folder of its own."""
    home = tmp_path_factory.mktemp("home")
    for name in ("CONFIG_HOME", "CACHE_HOME", "DATA_HOME", "STATE_HOME", "CONFIG_DIRS"):
        monkeypatch.setenv(f"XDG_{name}", str(home))
    monkeypatch.setenv("HOME", str(home))
    for format in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(format, QSettings.Scope.UserScope, str(home))


@pytest.fixture(autouse=True)
def _no_leaks() -> Iterator[None]:
    """A test that leaves a window open fails."""
    before = set(windows())
    yield
    left = [window for window in windows() if window not in before]
    for window in left:
        window.close()
    assert not left, f"left open: {left}"


@pytest.fixture(autouse=True)
def _collected_here() -> Iterator[None]:
    """As in the program, no other thread may destroy what an earlier test left in a cycle."""
    gc.disable()
    yield
    what_is_due()


def windows() -> list[QWidget]:
    """Every window that can be seen."""
    if QApplication.instance() is None:
        return []
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A small pathway file that a test may edit."""
    path = tmp_path / "small.yaml"
    path.write_text(SMALL.read_text(encoding="utf-8"), encoding="utf-8")
    return path


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings in a file of the test's own."""
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def empty(qapp: QApplication, settings: Settings, tmp_path: Path) -> Iterator[Program]:
    """The program with its window, and no file in it."""
    qapp.setStyle("Fusion")
    program = made(qapp, settings, tmp_path / "cache")
    program.window.show()
    yield program
    program.window.close()
    program.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def program(empty: Program, file: Path) -> Program:
    """The program with the small pathway open, solved, and seen once."""
    assert empty.documents.open(file)
    empty.finish()
    QApplication.processEvents()
    return empty
