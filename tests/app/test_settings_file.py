"""Settings that cannot be used are replaced with one line in the log, and nothing is lost."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from pathway_viewer.app.settings import Settings
from pathway_viewer.app.settings_file import KEY, VERSION, usable

INI = QSettings.Format.IniFormat


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def opened(path: Path) -> QSettings:
    return usable(QSettings(str(path), INI))


def test_new_settings_say_which_version_they_are(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = opened(path)
    store.sync()
    assert f"version={VERSION}" in path.read_text(encoding="utf-8")
    opened(path)
    assert caplog.records == []


@pytest.mark.parametrize("content", [b"\x00\xff nonsense \n more of it", b"no equals\nat all"])
def test_spoilt_settings_begin_anew_and_are_kept_aside(
    path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path.write_bytes(content)
    store = opened(path)
    assert len(caplog.records) == 1
    assert "begin anew" in caplog.text
    assert path.with_name("settings.ini.spoilt").read_bytes() == content
    store.setValue("look/theme", "night")
    store.sync()
    assert Settings(opened(path)).look("paper").theme == "night"
    assert len(caplog.records) == 1


def test_settings_of_a_newer_program_stay_as_they_are(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    content = f"[settings]\nversion={VERSION + 1}\n\n[look]\ntheme=sepia\n"
    path.write_text(content, encoding="utf-8")
    store = opened(path)
    assert len(caplog.records) == 1
    assert "newer version" in caplog.text
    Settings(store).keep_recent(Path("/x.yaml"))
    store.sync()
    assert path.read_text(encoding="utf-8") == content
    assert Settings(opened(path)).recent() == (Path("/x.yaml"),)


def test_a_version_that_is_no_number_is_ours(path: Path) -> None:
    path.write_text("[settings]\nversion=soon\n", encoding="utf-8")
    assert Path(opened(path).fileName()) == path


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_settings_that_cannot_be_written_hold_for_this_run(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path.write_text("[look]\ntheme=night\n", encoding="utf-8")
    path.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        store = opened(path)
        assert len(caplog.records) == 1
        store.setValue("look/theme", "print")
        assert Settings(store).look("paper").theme == "print"
    finally:
        path.parent.chmod(stat.S_IRWXU)


def test_a_place_that_is_refused_is_told_of_once(
    path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    store = opened(path)
    assert len(caplog.records) == 1
    assert "will be forgotten" in caplog.text
    assert not store.contains(KEY)


def test_a_home_that_is_no_folder_is_told_of(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "home").write_text("", encoding="utf-8")
    store = opened(tmp_path / "home" / ".config" / "settings.ini")
    assert "will be forgotten" in caplog.text
    store.setValue("look/theme", "night")
    assert Settings(store).look("paper").theme == "night"
