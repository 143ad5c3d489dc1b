"""check: every problem of every file on standard output, and an exit code that scripts can use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from command_line_files import CHAIN, broken, chain

from pathway_viewer.app.command_line import main


def test_a_clean_file_prints_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["check", chain(tmp_path)]) == 0
    assert capsys.readouterr() == ("", "")


def test_every_problem_is_a_line_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = broken(tmp_path)
    assert main(["check", file]) == 1
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert len(lines) == 2
    assert not err
    for line in lines:
        assert re.fullmatch(rf"{re.escape(file)}:\d+:\d+: error: .+", line)
    assert "did you mean 'mood'?" in lines[0]


def test_warnings_alone_are_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    text = CHAIN.replace("{patient: A, student: B, expert: C}", "{patient: A, expert: C}", 1)
    assert main(["check", chain(tmp_path, text=text)]) == 0
    assert ": warning: " in capsys.readouterr().out


def test_a_file_is_named_as_the_user_typed_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    broken(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["check", "./broken.yaml"]) == 1
    assert all(x.startswith("./broken.yaml:") for x in capsys.readouterr().out.splitlines())


def test_a_section_in_another_file_is_named_by_its_own_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    text = CHAIN[: CHAIN.index("references:")] + "references: chain/references.yaml\n"
    (tmp_path / "chain").mkdir()
    chain(tmp_path / "chain", "references.yaml", "- {id: one, titel: One paper}\n")
    main(["check", chain(tmp_path, text=text)])
    assert "references.yaml:1:" in capsys.readouterr().out


def test_all_files_are_checked_and_the_worst_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    files = [broken(tmp_path), str(tmp_path / "none.yaml"), chain(tmp_path)]
    assert main(["check", *files]) == 2
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert err.count("\n") == 1
    assert "none.yaml" in err


@pytest.mark.parametrize("what", ["", "folder"])
def test_what_is_no_file_cannot_be_read(
    what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "folder").mkdir()
    assert main(["check", str(tmp_path / what)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
