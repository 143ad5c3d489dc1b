"""An export that is killed in its midst leaves what was there, and nothing that looks whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(os.name == "nt", reason="there is no such signal there"),
]

SMALL = Path(__file__).parents[1] / "small.yaml"
KINDS = (
    ("x.mp4", ["movie", "--size", "640x360", "--seconds", "6"]),
    ("x.gif", ["movie", "--size", "640x360", "--seconds", "6"]),
    ("frames", ["movie", "--size", "640x360", "--seconds", "3"]),
    ("x.pptx", ["deck"]),
    ("x.pdf", ["handout"]),
    ("x.bib", ["references"]),
)


def started(out: Path, words: list[str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "pathway_viewer", "export", words[0], str(SMALL)]
    silence = subprocess.DEVNULL
    return subprocess.Popen(
        [*command, "--out", str(out), *words[1:]], stdout=silence, stderr=silence
    )


@pytest.mark.parametrize(("name", "words"), KINDS, ids=[name for name, _ in KINDS])
def test_a_killed_export_leaves_what_was_there(tmp_path: Path, name: str, words: list[str]):
    began = time.monotonic()
    assert started(tmp_path / name, words).wait() == 0
    lasts = time.monotonic() - began
    whole = sizes(tmp_path / name)
    dice = random.Random(name)
    for attempt in range(6):
        folder = tmp_path / str(attempt)
        folder.mkdir()
        out = folder / name
        old = before(out)
        process = started(out, words)
        try:
            process.wait(dice.uniform(0.3, 1.0) * lasts)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        process.wait()
        assert sizes(out) in (old, whole) or process.returncode == 0
        assert [one for one in folder.iterdir() if not one.name.startswith(".")] == [out]


def before(out: Path) -> dict[str, int]:
    if out.suffix:
        out.write_bytes(b"what was there")
    else:
        out.mkdir()
        (out / "frame_00001.png").write_bytes(b"what was there")
    return sizes(out)


def sizes(out: Path) -> dict[str, int]:
    files = [out] if out.is_file() else sorted(out.iterdir())
    return {file.name: file.stat().st_size for file in files}
