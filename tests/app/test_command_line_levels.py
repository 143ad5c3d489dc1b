"""levels: a row for every node and time, whole or not at all."""

from __future__ import annotations

import csv
import io
from itertools import pairwise
from pathlib import Path

import pytest
from command_line_files import broken, chain

from pathway_viewer.app.command_line import main

Capture = pytest.CaptureFixture[str]


def table(words: list[str], capsys: Capture) -> list[dict[str, str]]:
    """The rows that a successful command prints."""
    assert main(["levels", *words]) == 0
    out, err = capsys.readouterr()
    assert not err
    return list(csv.DictReader(io.StringIO(out)))


def refused(words: list[str], capsys: Capture) -> str:
    """The one line that a refused command prints."""
    assert main(["levels", *words]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.count("\n") == 1
    assert err.startswith("pathway-viewer levels: ")
    return err


def test_a_row_for_every_node_and_time(tmp_path: Path, capsys: Capture):
    rows = table([chain(tmp_path), "--at", "0,40min", "--at=-10 min,2 h"], capsys)
    assert list(rows[0]) == ["time_h", "node", "level", "change"]
    assert [row["node"] for row in rows] == ["drug", "receptor", "mood"] * 4
    times = [float(row["time_h"]) for row in rows[::3]]
    assert times == pytest.approx([0, 2 / 3, -1 / 6, 2])
    at_rest = [row for row in rows if float(row["time_h"]) <= 0]
    assert {row["change"] for row in at_rest} == {"0"}
    assert float(rows[3]["level"]) > 0.3


def test_change_is_measured_against_the_room_there_is(tmp_path: Path, capsys: Capture):
    text = ["kinetics:", "  nodes:", "    mood: {basal: 0.4, reason: For a test.}"]
    file = chain(tmp_path)
    with Path(file).open("a", encoding="utf-8") as more:
        more.write("\n".join(text) + "\n")
    rows = table([file, "--at=-10min,2h"], capsys)
    rest, now = (float(row["level"]) for row in rows if row["node"] == "mood")
    assert 0 < rest < now
    change = float(rows[-1]["change"])
    assert change == pytest.approx((now - rest) / max(rest, 1 - rest), rel=1e-6)


def test_a_time_that_begins_with_a_minus_may_stand_apart(tmp_path: Path, capsys: Capture):
    rows = table([chain(tmp_path), "--at", "-10min"], capsys)
    assert float(rows[0]["time_h"]) == pytest.approx(-1 / 6)


def test_without_times_there_are_200_log_spaced(tmp_path: Path, capsys: Capture):
    times = sorted({float(row["time_h"]) for row in table([chain(tmp_path)], capsys)})
    assert len(times) == 200
    assert times[-1] == 336
    steps = [b / a for a, b in pairwise(times)]
    assert steps == pytest.approx([steps[0]] * 199, rel=1e-6)


def test_a_file_gets_what_the_screen_would(tmp_path: Path, capsys: Capture):
    file, out = chain(tmp_path), tmp_path / "levels.csv"
    assert main(["levels", file, "--at", "1h", "--out", str(out)]) == 0
    assert capsys.readouterr() == ("", "")
    main(["levels", file, "--at", "1h"])
    assert out.read_text(encoding="utf-8") == capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["chain.yaml", "levels.csv"]


def test_scenarios_differ(tmp_path: Path, capsys: Capture):
    file = chain(tmp_path)
    single = table([file, "--at", "25h"], capsys)
    double = table([file, "--at", "25h", "--scenario", "double"], capsys)
    assert float(double[0]["level"]) > float(single[0]["level"]) + 0.1


def level(node: str, words: list[str], capsys: Capture) -> float:
    """A node's level at an hour after the dose, or at the time in the words."""
    at = [] if any(word.startswith("--at") for word in words) else ["--at", "1h"]
    rows = table([*words, *at], capsys)
    return next(float(row["level"]) for row in rows if row["node"] == node)


def test_what_if_changes_the_run(tmp_path: Path, capsys: Capture):
    file = chain(tmp_path)
    plain = level("mood", [file], capsys)
    assert plain > 0
    assert level("mood", [file, "--block", "receptor"], capsys) == 0
    assert level("mood", [file, "--cut", "receptor__mood@-10 min"], capsys) == 0
    assert level("mood", [file, "--dose", "none"], capsys) == 0
    assert level("mood", [file, "--clamp", "mood=0.7@0..2h"], capsys) == 0.7
    assert level("mood", [file, "--scale", "receptor__mood=0.5"], capsys) < plain
    assert level("mood", [file, "--rival", "other=on"], capsys) < plain
    assert level("mood", [file, "--dose", "1 over 40 min@0 h"], capsys) > plain


def test_a_block_lets_go(tmp_path: Path, capsys: Capture):
    words = [chain(tmp_path), "--block", "receptor@0..1h", "--at", "3h"]
    assert level("receptor", words, capsys) > 0.01


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--at", "5"], "'5' has no unit"),
        (["--at", "1h,,2h"], "not a time"),
        (["--at", "3wk"], "after the end of the run, 2 wk"),
        (["--scenario", "sngle"], "did you mean 'single'?"),
        (["--block", "receptr"], "did you mean 'receptor'?"),
        (["--cut", "receptor__mod"], "did you mean 'receptor__mood'?"),
        (["--rival", "othr=on"], "did you mean 'other'?"),
        (["--block", "receptor@2h..1h"], "must end after it begins"),
        (["--clamp", "receptor=1.5"], "between 0 and 1"),
        (["--clamp", "receptor=nan"], "a number of 0 or more"),
        (["--scale", "receptor=-1"], "a number of 0 or more"),
        (["--dose", "0@1h"], "above 0"),
        (["--dose", "0.5@3wk"], "after the end of scenario 'single'"),
        (["--dose", "none", "--dose", "1@0"], "--dose none"),
        (["--dose", "1@1h"] * 201, "at most 200"),
        (["--dose", "1@1h"] * 1000, "1000 doses: at most 200"),
        (["--dose=-1@1h"], "an amount in the unit of the clock"),
        (["--dose", "nan@1h"], "an amount in the unit of the clock"),
        (["--block", "receptor@nan"], "not a time"),
        (["--dose", "one@1h"], "an amount in the unit of the clock"),
        (["--sceanrio", "single"], "unrecognized arguments"),
        (["--at"], "expected one argument"),
        (["extra.yaml"], "unrecognized arguments: extra.yaml"),
    ],
)
def test_bad_arguments_are_told_in_one_line(
    words: list[str], told: str, tmp_path: Path, capsys: Capture
):
    assert told in refused([chain(tmp_path), *words], capsys)


def test_a_broken_file_is_wrong_inside(tmp_path: Path, capsys: Capture):
    assert main(["levels", broken(tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert not out
    assert "broken.yaml:20:" in err
    assert "1 more" in err
    assert err.count("\n") == 1


def test_a_file_that_is_not_there_cannot_be_read(tmp_path: Path, capsys: Capture):
    assert "none.yaml" in refused([str(tmp_path / "none.yaml")], capsys)


def test_nothing_is_written_where_nothing_can_be(tmp_path: Path, capsys: Capture):
    out = tmp_path / "nowhere" / "levels.csv"
    assert "cannot be written" in refused([chain(tmp_path), "--out", str(out)], capsys)
    assert not out.parent.exists()
    assert "directory" in refused([chain(tmp_path), "--out", str(tmp_path)], capsys)


def test_a_refused_command_leaves_the_old_file(tmp_path: Path, capsys: Capture):
    out = tmp_path / "levels.csv"
    out.write_text("old", encoding="utf-8")
    refused([chain(tmp_path), "--at", "9wk", "--out", str(out)], capsys)
    assert out.read_text(encoding="utf-8") == "old"
