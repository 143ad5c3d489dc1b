"""Commands do what their docstrings say, in a real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMenu
from pytestqt.qtbot import QtBot

from pathway_viewer.app.program import Program
from pathway_viewer.timeline.playback import Playback


def head(program: Program) -> Playback:
    assert program.session.playback is not None
    return program.session.playback


def test_moving_in_time(program: Program) -> None:
    commands = program.commands
    commands.home()
    assert head(program).time == pytest.approx(-1 / 6)
    commands.step_forward()
    forward = head(program).time
    assert forward > -1 / 6
    commands.step_back()
    assert head(program).time == pytest.approx(-1 / 6)
    commands.next_chapter()
    assert head(program).time == 1.0
    commands.next_chapter()
    assert head(program).time == 48.0
    commands.previous_chapter()
    assert head(program).time == 1.0
    commands.end()
    assert head(program).time == 28 * 24
    commands.seek(3.0)
    assert head(program).time == 3.0


def test_how_it_plays(program: Program) -> None:
    commands = program.commands
    commands.faster()
    assert head(program).speed == 2.0
    commands.slower()
    commands.slower()
    assert head(program).speed == 0.5
    commands.set_speed(0.25)
    assert head(program).speed == 0.25
    assert program.speed_button.text() == "0.25×"
    commands.toggle_chapter_stops()
    assert head(program).until == "end"
    commands.toggle_loop()
    assert head(program).loop
    commands.play_pause()
    assert head(program).playing
    commands.play_pause()
    assert not head(program).playing


def test_how_it_looks(program: Program) -> None:
    commands, session = program.commands, program.session
    commands.set_theme("night")
    assert session.look.theme == "night"
    commands.next_theme()
    assert session.look.theme == "projector"
    commands.set_scale("log")
    assert head(program).axis.scale == "log"
    assert program.scale_button.text() == "Logarithmic scale"
    commands.toggle_layer("detail")
    assert session.look.layers == {"core", "detail"}
    commands.toggle_layer("detail")
    commands.toggle_layer("core")
    assert session.look.layers == {"core"}, "the last layer stays"
    for field, toggle in (
        ("numbers", commands.toggle_numbers),
        ("legend", commands.toggle_legend),
        ("reduced_motion", commands.toggle_reduced_motion),
    ):
        before = getattr(session.look, field)
        toggle()
        assert getattr(session.look, field) is not before
    commands.follow_system_theme()
    assert session.look.theme in ("paper", "night")
    assert not program.settings.theme_is_chosen()


def test_zoom(program: Program) -> None:
    diagram, commands = program.window.diagram, program.commands
    commands.zoom_in()
    assert diagram.zoom > 1
    commands.zoom_out()
    commands.zoom_fit()
    assert diagram.zoom == 1
    commands.select("relay")
    commands.zoom_to_selection()
    assert diagram.zoom > 1


def test_panels_come_and_go_and_reset_brings_them_back(program: Program) -> None:
    docks = program.window.docks
    assert docks["outline"].isHidden()
    program.commands.toggle_panel("outline")
    assert docks["outline"].isVisible()
    program.commands.toggle_panel("details")
    program.commands.toggle_panel("timeline")
    assert docks["details"].isHidden()
    assert docks["timeline"].isHidden()
    program.commands.select("relay")
    assert docks["details"].isVisible(), "an explanation asked for is seen"
    program.commands.reset_layout()
    assert docks["outline"].isHidden()
    assert docks["timeline"].isVisible()
    program.commands.toggle_full_screen()
    assert program.window.isFullScreen()
    program.commands.toggle_full_screen()
    assert not program.window.isFullScreen()


def test_selection_and_references(program: Program) -> None:
    program.commands.select("relay")
    assert program.session.selection == "relay"
    program.commands.copy_references()
    copied = QGuiApplication.clipboard().text()
    assert "A third study" in copied
    assert "citation incomplete" in copied
    assert "copied" in program.window.strip.text()
    program.commands.clear_selection()
    assert program.session.selection == ""


def test_opening_asks_for_a_file(
    program: Program, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = file.with_name("other.yaml")
    other.write_text(file.read_text().replace("A small cascade", "Another cascade"))
    chosen = [str(other), ""]
    monkeypatch.setattr(
        "pathway_viewer.app.window_shell.QFileDialog.getOpenFileName",
        lambda *_: (chosen.pop(0), ""),
    )
    program.commands.open()
    assert program.session.path == other
    assert "Another cascade" in program.window.windowTitle()
    program.commands.open()
    assert program.session.path == other, "a cancelled dialog changes nothing"
    assert [path.name for path in program.settings.recent()] == ["other.yaml", "small.yaml"]
    program.commands.forget_recent()
    assert program.settings.recent() == ()


def test_dialogs_open_and_close(program: Program, qtbot: QtBot) -> None:
    for show, words in (
        (program.commands.show_shortcuts, "Stop at each chapter"),
        (program.commands.show_about, "Lesser General Public License"),
    ):
        show()
        (dialog,) = program.window.findChildren(QDialog)
        assert dialog.isVisible()
        page = getattr(dialog, "page").toPlainText()  # noqa: B009
        assert words in page
        dialog.close()
        qtbot.waitUntil(lambda: not program.window.findChildren(QDialog))


def test_about_says_what_this_is_not(program: Program) -> None:
    program.commands.show_about()
    (dialog,) = program.window.findChildren(QDialog)
    page = getattr(dialog, "page").toPlainText()  # noqa: B009
    for words in ("not medical advice", "2026-01-31", "A model of four things", "CC BY 4.0"):
        assert words in page
    dialog.close()


def test_the_menu_opens_under_its_button(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, corner: shown.append(menu))
    program.commands.show_menu()
    assert shown == [program.menus.all]


def test_quit_closes_the_window(program: Program) -> None:
    program.commands.quit()
    assert not program.window.isVisible()


KEYS = (
    (Qt.Key.Key_Space, lambda p: head(p).playing),
    (Qt.Key.Key_Period, lambda p: head(p).time > -1 / 6),
    (Qt.Key.Key_PageDown, lambda p: head(p).time == 1.0),
    (Qt.Key.Key_End, lambda p: head(p).time == 28 * 24),
    (Qt.Key.Key_N, lambda p: not p.session.look.numbers),
    (Qt.Key.Key_BracketRight, lambda p: head(p).speed == 2),
    (Qt.Key.Key_T, lambda p: p.session.look.theme == "night"),
)


@pytest.mark.parametrize(("key", "holds"), KEYS, ids=[key.name for key, _ in KEYS])
def test_keys_work_from_the_diagram(program: Program, qtbot: QtBot, key, holds) -> None:
    program.window.activateWindow()
    program.window.diagram.setFocus()
    assert not holds(program)
    qtbot.keyClick(program.window.diagram, key)
    assert holds(program)
    if head(program).playing:
        program.commands.play_pause()


def test_space_on_a_focused_button_presses_the_button(program: Program, qtbot: QtBot) -> None:
    program.window.activateWindow()
    loop = program.window.timeline.transport.button(program.actions["loop"])
    loop.show()
    loop.setFocus()
    qtbot.keyClick(loop, Qt.Key.Key_Space)
    assert head(program).loop
    assert not head(program).playing


def test_letters_typed_into_the_filter_are_letters(program: Program, qtbot: QtBot) -> None:
    program.window.activateWindow()
    program.commands.toggle_panel("outline")
    edit = program.panels.outline._filter
    edit.setFocus()
    qtbot.keyClicks(edit, "n s.")
    assert edit.text() == "n s."
    assert program.session.look.numbers
    assert not head(program).playing
