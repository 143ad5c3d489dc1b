"""A run that ended badly is told of once, with its file; one that goes on or ended well is not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pathway_viewer.app import after_fall
from pathway_viewer.app.failure import report
from pathway_viewer.app.last_run import Fall, LastRun
from pathway_viewer.app.resources import default_pathway
from pathway_viewer.widgets.crash_report import CrashReport

FALLS = """
import ctypes, os, sys
from pathlib import Path
from pathway_viewer.app.last_run import LastRun
run = LastRun(Path(sys.argv[1]))
run.begin()
run.tell(Path("/somewhere/Jane Doe.yaml"))
print("begun", flush=True)
if sys.argv[2] == "crash":
    ctypes.string_at(0)
if sys.argv[2] == "well":
    run.end()
    sys.exit(0)
sys.stdin.read()
"""


def process(folder: Path, how: str) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", FALLS, str(folder), how]
    pipe = subprocess.PIPE
    started = subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True)
    assert started.stdout is not None
    assert started.stdout.readline() == "begun\n"
    return started


def ended(started: subprocess.Popen[str]) -> None:
    started.communicate(timeout=60)


def test_nothing_is_told_of_a_run_that_ended_well(tmp_path: Path) -> None:
    ended(process(tmp_path, "well"))
    assert LastRun(tmp_path).fallen() is None
    assert list(tmp_path.iterdir()) == []


def test_a_killed_run_is_told_of_once(tmp_path: Path) -> None:
    started = process(tmp_path, "wait")
    assert LastRun(tmp_path).fallen() is None, "it goes on"
    started.kill()
    ended(started)
    assert LastRun(tmp_path).fallen() == Fall(Path("/somewhere/Jane Doe.yaml"), "")
    assert LastRun(tmp_path).fallen() is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="reads from address 0")
def test_a_crash_of_the_interpreter_leaves_its_trace(tmp_path: Path) -> None:
    ended(process(tmp_path, "crash"))
    fall = LastRun(tmp_path).fallen()
    assert fall is not None
    assert "Segmentation fault" in fall.trace


@pytest.mark.parametrize("content", [b"", b"\xff\x00", b"/cut/of"])
def test_a_spoilt_note_is_no_reason_to_fall(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "run-1.file").write_bytes(content)
    assert LastRun(tmp_path).fallen() is not None
    assert LastRun(tmp_path).fallen() is None


def test_where_nothing_can_be_written_nothing_is_ever_told(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("", encoding="utf-8")
    run = LastRun(taken)
    run.begin()
    run.tell(tmp_path)
    run.end()
    assert run.fallen() is None


@pytest.fixture
def answers(qapp: QApplication) -> Iterator[list[str]]:
    """What the dialogs that open said; each is answered by its second button."""
    said: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, CrashReport):
            said.append(dialog.report.toPlainText())
            dialog.choices[-1].click()

    timer = QTimer(interval=10)
    timer.timeout.connect(answer)
    timer.start()
    yield said
    timer.stop()


def test_the_next_start_offers_to_begin_without_the_file(
    qapp: QApplication, tmp_path: Path, answers: list[str]
) -> None:
    file = tmp_path / "Jane Doe.yaml"
    fall = Fall(file, "Fatal Python error: Segmentation fault")
    assert after_fall.file_after(fall, file, qapp) == default_pathway()
    assert len(answers) == 1
    assert "Segmentation fault" in answers[0]
    assert "Jane" not in answers[0]


def test_the_file_may_be_opened_again(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CrashReport, "exec", lambda self: self.choices[0].click())
    file = tmp_path / "small.yaml"
    assert after_fall.file_after(Fall(file, ""), file, qapp) == file


def test_another_file_is_not_asked_about(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "small.yaml"
    assert after_fall.file_after(Fall(tmp_path / "other.yaml", ""), file, qapp) == file
    assert after_fall.file_after(Fall(None, ""), file, qapp) == file


def test_instead_of_the_usual_pathway_there_is_another() -> None:
    assert after_fall.instead_of(default_pathway()) != default_pathway()


def test_an_unexpected_error_is_shown_with_a_report_to_copy(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    after_fall.tell(window, "a surprise", report("Traceback\nRuntimeError: a surprise"))
    dialog = window.findChild(CrashReport)
    assert isinstance(dialog, CrashReport)
    assert dialog.isVisible()
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "RuntimeError" in copied
    assert copied.startswith("Pathway Viewer ")
    dialog.choices[0].click()
    assert not dialog.isVisible()
