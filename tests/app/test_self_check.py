"""The self-check says what works here, and which of it does not."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from command_line_files import broken, chain

from pathway_viewer.app.acceptance import self_check
from pathway_viewer.app.command_line import main

Capture = pytest.CaptureFixture[str]
NAMES = ("Qt", "pathway", "levels", "picture", "cache", "network")
# A still makes a lesser application where there is none, and one without widgets would stay.
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_all_is_well_here(tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch):
    file = Path(chain(tmp_path))
    monkeypatch.setattr(self_check, "default_pathway", lambda: file)
    assert main(["--self-check"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Pathway Viewer ")
    for name in NAMES:
        assert f"  ok      {name}: " in out
    assert out.endswith("all well\n")


def test_what_fails_is_named_and_the_rest_is_still_tried(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
):
    file = Path(broken(tmp_path))
    monkeypatch.setattr(self_check, "default_pathway", lambda: file)
    assert main(["--self-check"]) == 1
    out = capsys.readouterr().out
    assert "  FAILED  pathway: " in out
    assert "broken.yaml:20:" in out
    assert "  ok      cache: " in out


def test_a_call_to_the_network_is_noticed(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
):
    def calling() -> Path:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as out:
            out.connect(("127.0.0.1", 9))
        return Path(chain(tmp_path))

    monkeypatch.setattr(self_check, "default_pathway", calling)
    assert main(["--self-check"]) == 1
    assert "  FAILED  network: " in capsys.readouterr().out
