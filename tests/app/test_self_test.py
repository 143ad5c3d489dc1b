"""The self-test uses all of the program once, and its report tells what came of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from pathway_viewer.app.acceptance import files as self_test_files
from pathway_viewer.app.acceptance import installation
from pathway_viewer.app.acceptance import window as self_test_window
from pathway_viewer.app.acceptance.self_test import REPORT
from pathway_viewer.app.command_line import main

Capture = pytest.CaptureFixture[str]
pytestmark = pytest.mark.usefixtures("qapp")


def report(folder: Path) -> dict[str, dict[str, object]]:
    told = json.loads((folder / REPORT).read_text(encoding="utf-8"))
    return told | {"parts": {one["name"]: one for one in told["parts"]}}


@pytest.mark.long
def test_all_of_it_works_here(tmp_path: Path, capsys: Capture):
    folder = tmp_path / "a folder that is new" / "ä"
    assert main(["--self-test", str(folder)]) == 0
    assert capsys.readouterr().out.endswith("all well\n")
    told = report(folder)
    assert told["passed"] is True
    for name in ("fonts", "files", "slides", "window", "play", "click", "network"):
        assert told["parts"][name]["passed"], name  # pyright: ignore[reportIndexIssue]
    for name in ("still.png", "window.png"):
        assert not QImage(str(folder / name)).isNull(), name
    assert (folder / "still.pdf").read_bytes().startswith(b"%PDF")


def test_the_report_names_what_failed(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
):
    def broken(_folder: Path) -> str:
        raise OSError("no such thing")

    monkeypatch.setattr(self_test_files, "FILES", (("fine", str), ("torn", broken)))
    monkeypatch.setattr(self_test_window, "WINDOW", ())
    assert main(["--self-test", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert "FAILED  torn: OSError: no such thing" in out
    assert out.endswith("1 of 3 failed\n")
    told = report(tmp_path)
    assert told["passed"] is False
    assert [one["passed"] for one in told["parts"].values()] == [True, False, True]


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path, capsys: Capture):
    (tmp_path / "file").touch()
    assert main(["--self-test", str(tmp_path / "file" / "under")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_letters_without_a_font_are_noticed(monkeypatch: pytest.MonkeyPatch):
    assert installation.fonts()
    monkeypatch.setattr("PySide6.QtGui.QPainter.drawText", lambda *_: None)
    with pytest.raises(installation.FailedError, match="install a font"):
        installation.fonts()


@pytest.mark.qt_log_ignore("Cannot read file")
def test_the_shipped_files_are_whole_and_a_broken_icon_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    assert "icons" in installation.files()
    (tmp_path / "torn.svg").write_text("<svg", encoding="utf-8")
    monkeypatch.setattr(installation, "shipped", lambda *_: tmp_path)
    with pytest.raises(installation.FailedError, match=r"torn\.svg"):
        installation.files()


def test_a_cache_that_cannot_be_written_is_told_and_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert "can be written" in installation.cache()
    monkeypatch.setattr("os.access", lambda *_: False)
    assert "starts slower" in installation.cache()
