"""Logs rotate, and hold nothing that tells who uses the program, or on what."""

from __future__ import annotations

import getpass
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from pathway_viewer.app import logs
from pathway_viewer.app.logs import FILE, KEPT, LOG, MOST_BYTES, Rotating, scrubbed


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """The logger's handlers and level are as they were."""
    handlers, level = [*LOG.handlers], LOG.level
    logs._who.cache_clear()
    yield
    for one in [one for one in LOG.handlers if one not in handlers]:
        one.close()
        LOG.removeHandler(one)
    LOG.setLevel(level)
    logs._who.cache_clear()


@pytest.mark.parametrize(
    "text",
    [
        "cannot read /home/{name}/Patients/Jane Doe 1961.yaml: gone",
        "cannot read '{home}/Documents/Jane Doe.yaml'",
        'File "{home}/x/Jane Doe.yaml", line 3',
        r"C:\Users\{name}\Documents\Jane Doe.yaml is not a file",
        "{home}/Jane/Doe.yaml:12:3: error: expected a number",
        "of {name}, {name}'s and ({name})",
        "in {home}",
    ],
)
def test_names_and_files_are_taken_out(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "jdoe"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setattr(getpass, "getuser", lambda: "jdoe")
    told = scrubbed(text.format(name="jdoe", home=home))
    assert "jdoe" not in told
    assert "Jane" not in told
    assert "Doe" not in told


def test_what_helps_to_find_a_fault_stays() -> None:
    trace = 'File "/opt/x/pathway_viewer/app/session.py", line 12, in solve\nValueError: 3/4 of it'
    told = scrubbed(trace)
    assert "app/session.py" in told
    assert "line 12, in solve" in told
    assert "3/4 of it" in told
    assert "/opt" not in told


def test_tracebacks_are_kept_without_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "jdoe")
    logs.keep(tmp_path / "log")
    try:
        raise ValueError("/home/jdoe/Jane Doe.yaml is odd")
    except ValueError:
        LOG.exception("unexpected error")
    kept = (tmp_path / "log" / FILE).read_text(encoding="utf-8")
    assert "ValueError" in kept
    assert "app/test_logs.py" in kept
    assert "jdoe" not in kept
    assert "Doe" not in kept


def test_the_files_stay_few_and_small(tmp_path: Path) -> None:
    handler = Rotating(tmp_path / FILE)
    record = logging.LogRecord("x", logging.INFO, "", 0, "y" * 10_000, None, None)
    for _ in range(KEPT * 4 * MOST_BYTES // 10_000):
        handler.emit(record)
    handler.close()
    files = sorted(tmp_path.iterdir())
    assert len(files) == KEPT
    assert all(file.stat().st_size <= MOST_BYTES + 10_100 for file in files)


def test_a_place_that_cannot_be_written_costs_one_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("", encoding="utf-8")
    logs.keep(taken / "log")
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_standard_error_hears_lines_once(capsys: pytest.CaptureFixture[str]) -> None:
    logs.begin()
    logs.begin()
    LOG.info("ready")
    assert capsys.readouterr().err == "pathway_viewer: ready\n"


def test_a_program_without_a_console_logs_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    logs.begin()
    monkeypatch.setattr("sys.stderr", None)
    LOG.info("ready")
