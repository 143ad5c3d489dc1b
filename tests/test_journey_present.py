"""A talk from F5 to Esc on one and two screens, of one scale and of two."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pathway_viewer.app.resources import default_pathway

HERE = Path(__file__).parent
Screen = tuple[str, int, int, float]
ONE: list[Screen] = [("Laptop", 1280, 800, 1.0)]
TWO: list[Screen] = [("Laptop", 1280, 800, 1.0), ("Projector", 1920, 1080, 1.0)]
SHARP: list[Screen] = [("Laptop", 1366, 768, 2.0), ("Projector", 1280, 720, 1.0)]
STEPS = """
steps:
  - { id: one, title: At first, at: 0 h, focus: [drug], notes: "Say **this** [@brown2010]." }
  - id: two
    title: A stretch of time
    at: 1 h
    until: 2 h
    seconds: 30
    focus: [drug, relay]
    camera: [drug, relay]
    notes: Then that.
    ask: Why?
  - id: three
    title: Without the relay
    at: 2 h
    focus: [relay]
    perturbations: [{ kind: block, target: relay }]
    notes: And that.
"""


def given(screens: list[Screen], file: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """A whole talk, in a process that has these screens side by side."""
    left, facts = 0, list[dict[str, object]]()
    for name, width, height, ratio in screens:
        facts.append(
            {
                **{"name": name, "x": left, "y": 0, "width": width, "height": height},
                **{"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": ratio},
            }
        )
        left += width
    config = folder / "screens.json"
    config.write_text(json.dumps({"screens": facts}), encoding="utf-8")
    call = [sys.executable, str(HERE / "talk_on_screens.py"), str(config), str(file), str(folder)]
    return subprocess.run(
        call, check=False, capture_output=True, text=True, timeout=300, cwd=HERE.parent
    )


@pytest.mark.parametrize(
    "screens",
    [
        pytest.param(ONE, id="one"),
        pytest.param(TWO, id="two"),
        pytest.param(SHARP, id="of two scales", marks=pytest.mark.long),
    ],
)
def test_a_talk_is_given_and_leaves_no_trace(
    screens: list[Screen], file: Path, tmp_path: Path
) -> None:
    file.write_text(file.read_text(encoding="utf-8") + STEPS, encoding="utf-8")
    talk = given(screens, file, tmp_path)
    assert (talk.returncode, talk.stdout.strip()) == (0, "done"), talk.stderr


@pytest.mark.long
def test_the_flagship_is_told_step_by_step(tmp_path: Path) -> None:
    talk = given(TWO, default_pathway(), tmp_path)
    assert (talk.returncode, talk.stdout.strip()) == (0, "done"), talk.stderr
