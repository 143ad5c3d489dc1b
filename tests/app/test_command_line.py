"""The command line as a whole: the window's words, help, new, and real processes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_line_files import broken, chain

from pathway_viewer.app import command_line, resources
from pathway_viewer.app.command_line import main
from pathway_viewer.app.terminal.command_words import COMMANDS

Capture = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[2]
# A still makes a lesser application where there is none, and one without widgets would stay.
pytestmark = pytest.mark.usefixtures("qapp")


def process(*words: str, **changed: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, with no display."""
    bare = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-m", "pathway_viewer", *words],
        env=bare | {"PYTHONPATH": str(ROOT)} | changed,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What the window is asked to open, instead of opening it."""
    from pathway_viewer.app import main as window

    asked: list[Path] = []
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(window, "run", lambda path, rules: asked.append(path) or 0)
    return asked


def test_a_file_is_opened_in_the_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    asked = opened(monkeypatch)
    file = chain(tmp_path)
    assert main([file]) == 0
    assert main([]) == 0
    assert asked == [Path(file), resources.default_pathway()]


def test_a_broken_file_is_the_windows_to_explain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    asked = opened(monkeypatch)
    assert main([broken(tmp_path)]) == 0
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["levls"], "did you mean the command 'levels'?"),
        (["none.yaml"], "there is no file none.yaml"),
        (["."], "is not a file"),
        (["--foo"], "unrecognized arguments: --foo"),
        (["--kiosks"], "unrecognized arguments: --kiosks"),
        (["new"], "X.yaml"),
        (["new", "x.txt"], ".yaml, .yml"),
        (["check"], "FILE"),
    ],
)
def test_bad_words_are_told_in_one_line(words: list[str], told: str, capsys: Capture):
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.count("\n") == 1
    assert told in err


def test_no_display_is_said_in_one_line(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(command_line.sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([chain(tmp_path)]) == 2
    assert "no display" in capsys.readouterr().err


def test_help_names_every_command(capsys: Capture):
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    for command in COMMANDS:
        assert f"  {command.word} " in told
        assert main([command.word, "--help"]) == 0
        assert command.summary in capsys.readouterr().out


def test_the_version_is_told(capsys: Capture):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"pathway-viewer {resources.version()}\n"


def test_new_writes_a_starter_that_passes_check(tmp_path: Path, capsys: Capture):
    out = tmp_path / "mine.yaml"
    assert main(["new", str(out)]) == 0
    assert main(["check", str(out)]) == 0
    assert capsys.readouterr() == ("", "")
    assert out.read_text(encoding="utf-8") == resources.starter()


def test_new_never_overwrites(tmp_path: Path, capsys: Capture):
    out = tmp_path / "mine.yaml"
    out.write_text("mine", encoding="utf-8")
    assert main(["new", str(out)]) == 2
    assert "exists already" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "mine"


def test_the_starter_can_be_run_and_drawn(tmp_path: Path, capsys: Capture):
    out = tmp_path / "mine.yaml"
    main(["new", str(out)])
    assert main(["levels", str(out), "--at", "1h"]) == 0
    assert main(["render", str(out), "--at", "1h", "--out", str(tmp_path / "x.png")]) == 0


def test_check_needs_neither_qt_nor_numpy(tmp_path: Path):
    code = (
        "import sys; from pathway_viewer.app.command_line import main; "
        "code = main(sys.argv[1:]); "
        "heavy = {'PySide6', 'numpy', 'scipy', 'networkx', 'citeproc'} & set(sys.modules); "
        "sys.exit(code or bool(heavy))"
    )
    words = [sys.executable, "-c", code, "check", chain(tmp_path)]
    run = subprocess.run(words, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
    assert run.returncode == 0


def test_a_process_works_with_no_display(tmp_path: Path):
    out = tmp_path / "still.svg"
    run = process("render", chain(tmp_path), "--at", "1h", "--out", str(out))
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert out.stat().st_size > 1000


def test_a_process_that_is_refused_says_so_and_leaves(tmp_path: Path):
    run = process("levels", str(tmp_path / "none.yaml"))
    assert run.returncode == 2
    assert run.stdout == ""
    assert run.stderr.count("\n") == 1


def test_a_reader_that_leaves_early_causes_no_traceback(tmp_path: Path):
    command = f"'{sys.executable}' -m pathway_viewer levels '{chain(tmp_path)}' | head -1"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        ["sh", "-c", command], env=environment, capture_output=True, text=True, check=False
    )
    assert run.stdout == "time_h,node,level,change\n"
    assert run.stderr == ""


def test_a_name_that_the_terminal_has_no_letters_for_is_told_all_the_same(tmp_path: Path):
    folder = tmp_path / "Ľudmila"
    folder.mkdir()
    run = process("check", broken(folder), PYTHONIOENCODING="cp1252")
    assert (run.returncode, run.stderr) == (1, "")
    assert r"\u013dudmila" in run.stdout
