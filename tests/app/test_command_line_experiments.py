"""experiments: a line a row, what cannot be expressed, and how many agree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from command_line_files import CHAIN, broken, chain

from pathway_viewer.app.command_line import main

Capture = pytest.CaptureFixture[str]

ROWS = """\
experiments:
  - id: gone
    label: Receptor blocked
    scenario: single
    text: "It was blocked [@one]."
    perturbations: [{kind: block, target: receptor, start: -30 min, end: 12 h}]
    readouts:
      - {node: mood, at: 1 h, expected: abolished, words: gone}
      - {node: receptor, at: 2 h, expected: abolished, words: gone}
  - id: kept
    label: Receptor halved
    scenario: single
    text: "It was halved [@one]."
    perturbations: [{kind: scale, target: receptor__mood, value: 0.5}]
    rivals: {other: true}
    readouts: [{node: mood, at: 1 h, expected: unchanged, words: kept}]
  - id: alone
    label: Receptor held high
    scenario: single
    text: "No drug was given [@one]."
    perturbations: [{kind: block, target: mood}]
    dosed: false
    readouts: [{node: receptor, at: 1 h, expected: abolished, words: nothing}]
  - id: elsewhere
    label: Another place
    scenario: single
    text: "It was elsewhere [@one]."
    not_expressible: >-
      The model has
      one place.
"""


def printed(words: list[str], capsys: Capture) -> list[str]:
    """The lines of a command that did its work."""
    assert main(["experiments", *words]) == 0
    out, err = capsys.readouterr()
    assert not err
    return out.splitlines()


def test_a_line_a_row_and_two_that_sum_up(tmp_path: Path, capsys: Capture):
    lines = printed([chain(tmp_path, text=CHAIN + ROWS)], capsys)
    assert lines[0] == (
        "gone: Receptor blocked (single, block receptor@-30 min..12 h)"
        " | mood @ 1 h: expected abolished, model abolished (effect 0.0 %)"
        " | receptor @ 2 h: expected abolished, model abolished (effect 0.0 %) | agree"
    )
    assert lines[1].startswith(
        "kept: Receptor halved (single, scale receptor__mood=0.5, rival other on) | "
        "mood @ 1 h: expected unchanged, model attenuated (effect 50."
    )
    assert lines[1].endswith(" | disagree")
    assert lines[2].startswith("alone: Receptor held high (single, no dose, block mood) | ")
    assert lines[2].endswith(" | agree")
    assert lines[3] == "elsewhere: Another place | not expressible: The model has one place."
    assert lines[4:] == ["not expressible 1", "agree 2 of 3"]


def test_a_file_without_experiments_has_none_that_agree(tmp_path: Path, capsys: Capture):
    assert printed([chain(tmp_path)], capsys) == ["not expressible 0", "agree 0 of 0"]


def test_a_dose_that_does_nothing_leaves_nothing_to_judge(tmp_path: Path, capsys: Capture):
    text = CHAIN + ROWS.replace("node: receptor, at: 1 h", "node: receptor, at: 0 h")
    lines = printed([chain(tmp_path, text=text)], capsys)
    assert "expected abolished, model shows no effect of the dose | disagree" in lines[2]
    assert lines[-1] == "agree 1 of 3"


def test_a_row_that_cannot_be_run_fails_alone(tmp_path: Path, capsys: Capture):
    rows = ROWS.replace(
        "    readouts: [{node: mood, at: 1 h, expected: unchanged, words: kept}]", ""
    )
    assert main(["experiments", chain(tmp_path, text=CHAIN + rows)]) == 1
    out, err = capsys.readouterr()
    assert "| cannot be run: it names no read-out | disagree" in out.splitlines()[1]
    assert out.splitlines()[-1] == "agree 2 of 3"
    assert err == "pathway-viewer experiments: could not be run: kept\n"


def test_what_may_go_wrong_with_the_file(tmp_path: Path, capsys: Capture):
    assert main(["experiments", broken(tmp_path)]) == 1
    assert "broken.yaml:20:" in capsys.readouterr().err
    for words in ([str(tmp_path / "none.yaml")], ["--foo"], [chain(tmp_path), "two"]):
        assert main(["experiments", *words]) == 2
        out, err = capsys.readouterr()
        assert not out
        assert err.count("\n") == 1


def test_help_tells_the_classes(capsys: Capture):
    assert main(["experiments", "--help"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert re.search(r"abolished below 25 %, attenuated to 75 %, unchanged to 125 %", told)
    assert main(["--help"]) == 0
    assert "  experiments  run every published experiment" in capsys.readouterr().out
