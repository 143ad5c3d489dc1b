"""On a disk that is really full an export says so in one line, and the old file stays."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SMALL = Path(__file__).parents[1] / "small.yaml"
MOUNT = ["mount", "-t", "tmpfs", "-o", "size=64k"]


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB, which only an administrator can make."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("only an administrator can make a disk")
    made = subprocess.run([*MOUNT, "tmpfs", str(folder)], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("no disk can be made here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("x.mp4", ["movie", "--size", "640x360", "--seconds", "3"]),
        ("x.webp", ["movie", "--size", "640x360", "--seconds", "3"]),
        ("frames", ["movie", "--size", "640x360", "--seconds", "3"]),
        ("x.pptx", ["deck"]),
        ("x.pdf", ["handout"]),
    ],
)
def test_a_full_disk_is_told_in_one_line(tiny: Path, name: str, words: list[str]):
    old = tiny / name
    if old.suffix:
        old.write_bytes(b"what was there")
    (tiny / "filler").write_bytes(bytes(40_000))
    command = [sys.executable, "-m", "pathway_viewer", "export", words[0], str(SMALL)]
    done = subprocess.run(
        [*command, "--out", str(old), *words[1:]], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    last = done.stderr.splitlines()[-1]
    assert last.startswith("pathway-viewer export: ")
    assert "No space left on device" in last
    assert "Traceback" not in done.stderr
    assert sorted(one.name for one in tiny.iterdir()) == sorted(
        ["filler", *([name] if old.suffix else [])]
    )
    if old.suffix:
        assert old.read_bytes() == b"what was there"
