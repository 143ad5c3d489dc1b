"""What is remembered between two starts, and what becomes of nonsense."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QApplication

from pathway_viewer.app.look import Look
from pathway_viewer.app.main import made
from pathway_viewer.app.policy import Policy
from pathway_viewer.app.settings import MOST_RECENT, Settings


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "other.ini"), QSettings.Format.IniFormat)


def test_nothing_chosen_means_the_systems_wishes(store: QSettings) -> None:
    settings = Settings(store)
    look = settings.look("night")
    assert (look.theme, look.reduced_motion) == ("night", False)
    assert not settings.motion_is_chosen()
    assert (look.reading, look.scale, look.numbers) == ("student", "lecture", True)
    assert not settings.theme_is_chosen()


def test_only_what_changed_is_kept(store: QSettings, tmp_path: Path) -> None:
    settings = Settings(store)
    before = Look()
    settings.keep_look(replace(before, reading="expert", numbers=False), before)
    settings.sync()
    again = Settings(QSettings(str(tmp_path / "other.ini"), QSettings.Format.IniFormat))
    look = again.look("night")
    assert (look.reading, look.numbers) == ("expert", False)
    assert look.theme == "night", "never chosen"
    again.keep_look(replace(look, theme="print"), look)
    assert again.look("night").theme == "print"
    again.forget_theme()
    assert not again.theme_is_chosen()


@pytest.mark.parametrize("nonsense", ["", "x" * 100, 7, ["a", "b"], b"\x00", None])
def test_nonsense_is_as_if_never_written(store: QSettings, nonsense: object) -> None:
    for key in ("theme", "reading", "scale", "numbers", "legend", "reduced_motion"):
        store.setValue(f"look/{key}", nonsense)
    store.setValue("window/geometry", nonsense)
    store.setValue("files/recent", nonsense)
    settings = Settings(store)
    assert settings.look("paper") == Look()
    assert all(isinstance(part, QByteArray) for part in settings.place())
    assert isinstance(settings.recent(), tuple)


def test_recent_files_are_few_and_the_latest_is_first(store: QSettings) -> None:
    settings = Settings(store)
    for count in range(MOST_RECENT + 3):
        settings.keep_recent(Path(f"/p/{count}.yaml"))
    settings.keep_recent(Path("/p/5.yaml"))
    recent = settings.recent()
    assert len(recent) == MOST_RECENT
    assert recent[0] == Path("/p/5.yaml")
    assert len(set(recent)) == MOST_RECENT


def test_the_window_comes_back_where_it_was(
    qapp: QApplication, settings: Settings, tmp_path: Path
) -> None:
    first = made(qapp, settings, tmp_path / "cache")
    first.window.show()
    first.window.resize(760, 640)
    first.commands.toggle_panel("outline")
    first.commands.set_theme("night")
    first.window.close()
    second = made(qapp, settings, tmp_path / "cache")
    second.window.show()
    assert second.window.width() == 760
    assert second.window.docks["outline"].isVisible()
    assert second.session.look.theme == "night"
    second.commands.reset_layout()
    assert second.window.docks["outline"].isHidden()
    assert settings.place()[0].isEmpty()
    second.window.close()


def test_spoilt_geometry_opens_a_new_window(
    qapp: QApplication, settings: Settings, tmp_path: Path
) -> None:
    settings.keep_place(QByteArray(b"nonsense"), QByteArray(b"more nonsense"))
    program = made(qapp, settings, tmp_path / "cache")
    program.window.show()
    assert program.window.docks["timeline"].isVisible()
    program.window.close()


def test_a_policy_chooses_where_the_user_has_not(store: QSettings) -> None:
    rules = Policy(reading="patient", theme="projector", links=False)
    settings = Settings(store, rules)
    look = settings.look("night")
    assert (look.reading, look.theme) == ("patient", "projector")
    assert settings.theme_is_chosen(), "it does not follow the system"
    assert not settings.links
    settings.keep_look(replace(look, reading="expert", theme="print"), look)
    again = settings.look("night")
    assert (again.reading, again.theme) == ("expert", "print")
    assert Settings(store).links
