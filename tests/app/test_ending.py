"""A system that shuts down closes the window as its user would: all is kept, nothing is a fall."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import pathway_viewer
from pathway_viewer.app.last_run import LastRun

SMALL = Path(__file__).parents[1] / "small.yaml"


def started(home: Path) -> subprocess.Popen[str]:
    """The program with its window, live."""
    root = Path(pathway_viewer.__file__).parents[1]
    own = {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root)}
    words = [sys.executable, "-m", "pathway_viewer", str(SMALL)]
    process = subprocess.Popen(
        words, env={"PATH": os.environ["PATH"], **own}, stderr=subprocess.PIPE, text=True
    )
    assert process.stderr is not None
    assert any(line.strip() == "pathway_viewer: live" for line in process.stderr)
    return process


def ended(process: subprocess.Popen[str], number: int) -> int:
    process.send_signal(number)
    _, told = process.communicate(timeout=60)
    assert "Traceback" not in told
    return process.returncode


@pytest.mark.skipif(sys.platform != "linux", reason="knows the folders of Linux")
def test_a_signal_closes_the_window_and_a_kill_is_a_fall(tmp_path: Path) -> None:
    state = tmp_path / ".local" / "state" / "pathway-viewer"
    assert ended(started(tmp_path), signal.SIGTERM) == 0
    assert list((tmp_path / ".config" / "pathway-viewer").iterdir()), "the place was kept"
    assert [file.name for file in state.iterdir()] == ["log"]
    assert ended(started(tmp_path), signal.SIGKILL) == -signal.SIGKILL
    fall = LastRun(state).fallen()
    assert fall is not None
    assert fall.file == SMALL
