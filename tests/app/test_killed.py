"""Killed at any moment, the program leaves every file whole, old or new, and starts again."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSettings
from PySide6.QtGui import QImage
from saving_process import SCENARIO, STEP

import pathway_viewer
from pathway_viewer.model.rewrite import append_item

SCRIPT = Path(__file__).parent / "saving_process.py"
SMALL = Path(__file__).parents[1] / "small.yaml"
SHORT_S, LONG_S = (0.3, 0.8), (0.5, 1.0, 2.0, 6.0)
"""Killed after so many seconds at most: some in the first settings, some in the slides."""


def environment(folder: Path) -> dict[str, str]:
    root = Path(pathway_viewer.__file__).parents[1]
    quiet = {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    return {**kept, **quiet, "HOME": str(folder), "PYTHONPATH": str(root)}


def killed(folder: Path, turn: int, after_s: float) -> None:
    """A process that started well, began to save, and was killed so many seconds later."""
    words = [sys.executable, "-W", "ignore", str(SCRIPT), str(folder), str(turn)]
    errors = (folder / "errors.txt").open("w", encoding="utf-8")
    with (
        errors,
        subprocess.Popen(
            words, env=environment(folder), stdout=subprocess.PIPE, stderr=errors, text=True
        ) as process,
    ):
        assert process.stdout is not None
        begun = process.stdout.readline()
        told = (folder / "errors.txt").read_text(encoding="utf-8")
        assert begun == "saving\n", f"it did not start: {told[-3000:]}"
        # The moment is the test: the process is in the middle of something, wherever that is.
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(after_s)
        process.kill()


def states(folder: Path) -> set[str]:
    """Everything that the pathway file may say: as it was, with a scenario, with a step too."""
    file = folder / "states.yaml"
    shutil.copyfile(SMALL, file)
    found = {file.read_text(encoding="utf-8")}
    append_item(file, "scenarios", SCENARIO)
    found.add(file.read_text(encoding="utf-8"))
    append_item(file, "steps", STEP)
    found.add(file.read_text(encoding="utf-8"))
    return found


def broken(folder: Path, allowed: set[str]) -> list[str]:
    """What is not whole."""
    found: list[str] = []
    if (folder / "small.yaml").read_text(encoding="utf-8") not in allowed:
        found.append("pathway")
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    chosen = {str(settings.value(key)) for key in ("look/theme", "look/reading")}
    settings.allKeys()
    if settings.status() != QSettings.Status.NoError:
        found.append("settings")
    if not chosen <= {"night", "expert", "paper", "patient", "None"}:
        found.append(f"settings {chosen}")
    found += [file.name for file in folder.glob("[a-z]*.*") if not is_whole(file)]
    if list(folder.glob("*.spoilt")):
        found.append("settings were put aside")
    return found


def is_whole(file: Path) -> bool:
    """Whether an exported file can be read to its end."""
    if file.suffix == ".png":
        return not QImage(str(file)).isNull()
    if file.suffix == ".pdf":
        whole = file.read_bytes().rstrip().endswith(b"%%EOF")
        return whole and len(PdfReader(file).pages) > 0
    if file.suffix == ".pptx":
        with zipfile.ZipFile(file) as parts:
            return parts.testzip() is None
    if file.suffix == ".bib":
        text = file.read_text(encoding="utf-8").rstrip()
        return text.count("{") == text.count("}") and text.endswith("}")
    return True


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
@pytest.mark.parametrize(
    ("kills", "patience"), [(3, SHORT_S), pytest.param(200, LONG_S, marks=pytest.mark.long)]
)
def test_every_start_works_and_every_file_is_whole(
    tmp_path: Path, kills: int, patience: tuple[float, ...]
) -> None:
    luck, folder = random.Random(kills), tmp_path / "user"
    folder.mkdir()
    for name in ("original", "small.yaml"):
        shutil.copyfile(SMALL, folder / name)
    allowed = states(tmp_path)
    began = time.monotonic()
    for turn in range(kills):
        killed(folder, turn, luck.uniform(0, luck.choice(patience)))
        assert broken(folder, allowed) == [], f"after kill {turn + 1}"
    print(f"{kills} kills in {time.monotonic() - began:.0f} s")
