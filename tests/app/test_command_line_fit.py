"""fit: a line a measurement, the misfit last, and no byte moved but the values that were asked."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pytest
from command_line_files import CHAIN, broken, chain

from pathway_viewer.app.command_line import main
from pathway_viewer.app.terminal.progress import ProgressLine
from pathway_viewer.model.rewrite import set_scalars

Capture = pytest.CaptureFixture[str]
KETAMINE = Path(__file__).parents[2] / "pathways"

FITTED = """\
kinetics:
  nodes:
    receptor: {rise: 5 min, fall: 30 min, reason: "Made up [@one]."}
    mood:
      # Too slow by far: the fit has to find that.
      rise: 400 min   # in minutes
      fall: "1 d"
      reason: "Made up [@one]."
  free:
    - {parameter: nodes.mood.rise, low: 0.5, high: 12, reason: "Not measured."}
    - {parameter: nodes.mood.fall, low: 2, high: 96, reason: "Not measured."}
stages:
  - id: felt
    node: mood
    label: Mood
    scenario: single
    direction: up
    text: "It lifts [@one]."
    onset: {earliest: 20 min, latest: 30 min}
    fall: {earliest: 1 d, latest: 30 h}
  - {id: still, node: other, label: Other, scenario: single, direction: none,
     text: "It stays [@one]."}
measurements:
  - {node: mood, finding: lifted, when: after 2 h, at: 2 h, species: human, subjects: people,
     preparation: person, dose: 0.5 mg/kg, reference: one, confidence: seen, value: -3,
     unit: points, spread: SD 1}
  - {node: mood, finding: no change, when: 2 h, at: 2 h, species: human, subjects: people,
     preparation: person, dose: 0.5 mg/kg, reference: one, confidence: seen, level: 0}
  - {node: mood, finding: lifted, when: acutely, species: human, subjects: people,
     preparation: person, dose: 0.5 mg/kg, reference: one, confidence: seen}
  - {node: mood, finding: lifted, when: 2 h, at: 2 h, species: rodent, subjects: mice,
     preparation: person, dose: 0.5 mg/kg, reference: one, confidence: seen}
  - {node: receptor, finding: bound, when: 2 h, at: 2 h, species: human, subjects: people,
     preparation: person, dose: 0.5 mg/kg, reference: one, confidence: seen}
"""
OTHER = """\
  - {id: other, label: Other, name: Other, layer: detail, compartment: cell,
     summary: "Still.", text: {patient: A, student: B, expert: C}}
edges:
"""
FIT = CHAIN.replace("edges:\n", OTHER) + FITTED


def printed(words: list[str], capsys: Capture) -> list[str]:
    """The lines of a fit that did its work."""
    assert main(["fit", *words]) == 0
    return capsys.readouterr().out.splitlines()


def misfit(lines: list[str]) -> float:
    """The number of the last line."""
    found = re.fullmatch(r"misfit ([0-9]+\.[0-9]{4})", lines[-1])
    assert found, lines[-1]
    return float(found[1])


def test_a_line_a_measurement_then_marks_parameters_and_the_misfit(
    tmp_path: Path, capsys: Capture
) -> None:
    lines = printed([chain(tmp_path, text=FIT)], capsys)
    human = r"\| human, 0\.5 mg/kg \[one\] \|"
    model = r"model [+-]0\.[0-9]{3} on single \(human clock\)"
    patterns = [
        rf"mood, after 2 h: lifted, -3 points, SD 1 {human} expected up like its stage, {model} "
        r"\| inside",
        rf"mood, 2 h: no change {human} expected no change, {model} \| outside",
        rf"mood, acutely: lifted {human} no hour given",
        r"mood, 2 h: lifted \| rodent, 0\.5 mg/kg \[one\] \| no clock of this species, "
        r"and it is not judged on another's",
        rf"receptor, 2 h: bound {human} {model} \| no direction given",
        r"felt onset: seen from 0\.3333 h to 0\.5 h \| model 0\.[0-9]+ h on single \| inside",
        r"felt fall: seen from 24 h to 30 h \| model 2[0-9.]+ h on single \| inside",
        r"still: no change seen \| model 0\.000 on single \| inside",
        r"free nodes\.mood\.rise: 400 min -> [0-9.]+ min \(0\.5 to 12 h\)",
        r"free nodes\.mood\.fall: 1 d -> [0-9.]+ d \(2 to 96 h\)",
        r"2 of 2 free parameters moved, misfit at the start [0-9.]+, [0-9]+ courses solved",
        r"misfit 0\.0000",
    ]
    assert len(lines) == len(patterns), lines
    for line, pattern in zip(lines, patterns, strict=True):
        assert re.fullmatch(pattern, line), line


def test_without_write_no_file_is_touched(tmp_path: Path, capsys: Capture) -> None:
    file = chain(tmp_path, text=FIT)
    before = Path(file).stat()
    printed([file], capsys)
    assert Path(file).stat() == before
    assert [one.name for one in tmp_path.iterdir()] == ["chain.yaml"]


def test_write_changes_the_values_and_nothing_else(tmp_path: Path, capsys: Capture) -> None:
    file = chain(tmp_path, text=FIT)
    first = printed([file, "--write"], capsys)
    assert first[-2] == f"written: {file}"
    moved = {
        found[1]: found[2]
        for line in first
        if (found := re.match(r"free nodes\.mood\.(\w+): .* -> ([0-9.]+ \w+)", line))
    }
    expected = FIT.replace("400 min ", f"{moved['rise']} ").replace('"1 d"', f'"{moved["fall"]}"')
    assert Path(file).read_bytes() == expected.encode()
    assert main(["check", file]) == 0
    assert not capsys.readouterr().out
    again = printed([file, "--write"], capsys)
    assert misfit(again) == misfit(first)
    assert again[-2] == "written: nothing, no value changed"
    assert Path(file).read_bytes() == expected.encode()


def test_two_fits_say_the_same(tmp_path: Path, capsys: Capture) -> None:
    file = chain(tmp_path, text=FIT.replace("latest: 30 h", "latest: 1 d"))
    assert printed([file], capsys) == printed([file], capsys)


def test_nothing_free_is_said_and_the_lines_stay(tmp_path: Path, capsys: Capture) -> None:
    without = FIT[: FIT.index("  free:")] + FIT[FIT.index("stages:") :]
    lines = printed([chain(tmp_path, text=without), "--write"], capsys)
    assert len(lines) == 11
    assert lines[-3].startswith("no parameter is free: nothing was fitted, misfit at the start")
    assert lines[-2] == "written: nothing, no value changed"
    assert misfit(lines) > 0.1


def test_a_file_of_nothing_to_fit_has_no_misfit(tmp_path: Path, capsys: Capture) -> None:
    assert misfit(printed([chain(tmp_path)], capsys)) == 0.0


def test_what_cannot_be_written_changes_nothing_and_says_so(
    tmp_path: Path, capsys: Capture
) -> None:
    file = chain(tmp_path, text=FIT)
    Path(file).chmod(0o444)
    assert main(["fit", file, "--write"]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.splitlines()[-1] == (
        f"pathway-viewer fit: {file} cannot be written: it is read-only"
    )
    assert Path(file).read_bytes() == FIT.encode()
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["absent.yaml"], 2, "absent.yaml: cannot be read"),
        (["--wrote"], 2, "unrecognized arguments: --wrote"),
        (["one.yaml", "two.yaml"], 2, "unrecognized arguments: two.yaml"),
        (["BROKEN"], 1, "error: "),
        (["HIGH"], 1, "nodes.mood.rise is 6.66667 h, outside its bounds 0.5 to 3 h"),
        (["TWICE"], 1, "the free parameter nodes.mood.rise is named twice"),
    ],
)
def test_mistakes_get_one_line(
    tmp_path: Path, capsys: Capture, words: list[str], code: int, said: str
) -> None:
    made = {
        "BROKEN": lambda: broken(tmp_path),
        "HIGH": lambda: chain(tmp_path, text=FIT.replace("high: 12", "high: 3")),
        "TWICE": lambda: chain(
            tmp_path, text=FIT.replace("mood.fall, low: 2", "mood.rise, low: 1")
        ),
    }
    assert main(["fit", *(made[word]() if word in made else word for word in words)]) == code
    out, err = capsys.readouterr()
    assert not out
    assert len(err.splitlines()) == 1
    assert said in err


def test_progress_is_one_line_in_a_terminal_and_tenths_elsewhere() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen, pipe = Terminal(), io.StringIO()
    for stream in (screen, pipe):
        line = ProgressLine(stream)
        for i in range(1, 41):
            line.tell(i, 100, f"{i} of 100")
        line.end()
    assert "\n" not in screen.getvalue()
    assert screen.getvalue().endswith("\r40 of 100\r         \r")
    assert pipe.getvalue().splitlines() == [f"{i} of 100" for i in (1, 10, 20, 30, 40)]


def test_the_shipped_pathway_is_fitted_in_its_own_files(tmp_path: Path, capsys: Capture) -> None:
    shutil.copytree(KETAMINE, tmp_path, dirs_exist_ok=True)
    main_file, kinetics = tmp_path / "ketamine.yaml", tmp_path / "ketamine" / "kinetics.yaml"
    own = re.split(r"(?m)^free:", kinetics.read_text(encoding="utf-8"))[0]
    free = "free:\n  - {parameter: nodes.hnk.fall, low: 4, high: 20, reason: For a test.}\n"
    kinetics.write_text(own + free, encoding="utf-8")
    set_scalars(main_file, {("kinetics", "nodes", "hnk", "fall"): "13 h"})
    text = kinetics.read_text(encoding="utf-8")
    lines = printed([str(main_file), "--write"], capsys)
    after = kinetics.read_text(encoding="utf-8")
    pairs = zip(text.splitlines(), after.splitlines(), strict=True)
    changed = [(old, new) for old, new in pairs if old != new]
    assert len(changed) == 1
    assert re.fullmatch(r"    fall: [0-9.]+ h", changed[0][1])
    assert sum("| no hour given" in line for line in lines) > 50
    assert misfit(lines) < 0.5
