"""Presenting: what a talk does to the rest of the program, which is nothing that lasts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from pathway_viewer.app import main
from pathway_viewer.app.program import Program
from pathway_viewer.app.settings import Settings
from pathway_viewer.app.talk import presenting as presenting_module
from pathway_viewer.app.talk.places import ScreenFact
from pathway_viewer.app.talk.presenting import Presenting
from pathway_viewer.app.talk.stage import TalkStage
from pathway_viewer.model.loader import load

Key = Qt.Key
STEPS = """
steps:
  - { id: one, title: At first, at: 0 h, focus: [drug], notes: Begin. }
  - { id: two, title: Then, at: 1 h, focus: [relay], notes: Go on. }
"""


@pytest.fixture
def file(file: Path) -> Path:
    """The small pathway with two steps."""
    file.write_text(file.read_text(encoding="utf-8") + STEPS, encoding="utf-8")
    return file


@pytest.fixture
def presenting(program: Program, qtbot: QtBot) -> Iterator[Presenting]:
    """A talk that was begun with F5 on the one screen there is."""
    program.window.activateWindow()
    qtbot.keyClick(program.window, Key.Key_F5)
    yield program.present.presenting
    program.present.presenting.end()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def stage_of(presenting: Presenting) -> TalkStage:
    assert presenting.stage is not None
    return presenting.stage


def test_what_plays_waits_for_the_talk_and_then_goes_on(
    program: Program, presenting: Presenting, qtbot: QtBot
) -> None:
    presenting.end()
    program.commands.play_pause()
    before = program.session.playback
    assert before is not None
    assert before.playing
    program.present.present()
    assert program.session.playback == before.pause()
    qtbot.keyClick(stage_of(presenting).audience, Key.Key_Escape)
    after = program.session.playback
    assert after is not None
    assert after.playing
    program.commands.play_pause()


def test_an_edited_file_goes_on_at_the_same_step(
    program: Program, presenting: Presenting, file: Path
) -> None:
    stage = stage_of(presenting)
    stage.talk.go(1)
    text = file.read_text(encoding="utf-8")
    new = "  - { id: zero, title: Before, at: 0 h, focus: [], notes: New. }\n  - { id: one,"
    file.write_text(text.replace("  - { id: one,", new), encoding="utf-8")
    program.documents.reload()
    assert [step.id for step in stage.talk.steps] == ["zero", "one", "two"]
    assert (stage.talk.index, stage.presenter.steps.count()) == (2, 3)


def test_another_file_ends_the_talk(program: Program, presenting: Presenting, file: Path) -> None:
    other = file.with_name("other.yaml")
    other.write_bytes(file.read_bytes())
    assert program.documents.open(other)
    assert presenting.stage is None


def test_a_file_that_goes_bad_leaves_the_audience_as_it_is(
    program: Program, presenting: Presenting, file: Path
) -> None:
    stage = stage_of(presenting)
    before = stage.audience.grab().toImage()
    file.write_text("format: [", encoding="utf-8")
    program.documents.reload()
    assert program.session.problems
    assert stage.audience.grab().toImage() == before


def test_a_projector_that_is_unplugged_and_comes_back(
    program: Program, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = ScreenFact("eDP-1", "", QSize(800, 800), QRect(0, 0, 800, 800), QRect(0, 0, 800, 800))
    far = replace(own, name="HDMI-1", whole=QRect(800, 0, 1920, 1080))
    there = [own, far]
    monkeypatch.setattr(presenting_module, "screen_facts", lambda: list(there))
    presenting = program.present.presenting
    presenting.begin()
    assert presenting.dialog is not None
    presenting.dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    stage = stage_of(presenting)
    assert stage.audience.isFullScreen()
    qtbot.waitUntil(stage.presenter.isActiveWindow)
    qtbot.keyClick(stage.presenter, Key.Key_PageDown)
    for _ in range(2):
        there.remove(far)
        qapp.screenRemoved.emit(qapp.primaryScreen())
        assert not stage.audience.isFullScreen()
        assert stage.presenter.isVisible(), "the speaker needs the notes"
        assert own.whole.contains(stage.audience.geometry())
        assert own.whole.contains(stage.presenter.geometry())
        assert not stage.audience.geometry().intersects(stage.presenter.geometry())
        there.append(far)
        qapp.screenAdded.emit(qapp.primaryScreen())
        assert stage.audience.isFullScreen(), "the picture is large again"
        assert stage.presenter.isFullScreen()
        assert stage.talk.index == 1
    there.remove(far)
    qapp.screenRemoved.emit(qapp.primaryScreen())
    qtbot.keyClick(stage.audience, Key.Key_F11)
    there.append(far)
    qapp.screenAdded.emit(qapp.primaryScreen())
    assert presenting.choice == own.name, "what the speaker chose meanwhile stays"
    presenting.end()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_no_audience_sees_a_dialog(program: Program, presenting: Presenting) -> None:
    main.tell(program, "Something broke", "a report")
    QApplication.processEvents()
    shown = {one for one in QApplication.topLevelWidgets() if one.isVisible()}
    assert shown == {program.window, stage_of(presenting).audience}
    presenting.end()
    QApplication.processEvents()
    (dialog,) = [
        one for one in QApplication.topLevelWidgets() if one.isVisible() and one != program.window
    ]
    dialog.close()


def test_a_speaker_finds_theme_length_and_size_of_notes_again(
    presenting: Presenting, settings: Settings, qtbot: QtBot
) -> None:
    stage = stage_of(presenting)
    for key in (Key.Key_T, Key.Key_BracketRight, Key.Key_BracketRight, Key.Key_Plus):
        qtbot.keyClick(stage.audience, key)
    size = stage.presenter.notes.size_of_text
    presenting.end()
    assert settings.note("present/minutes") == "10"
    presenting.begin()
    stage = stage_of(presenting)
    assert stage.talk.session.look.theme == "night"
    assert stage.clock.planned_s == 600
    assert stage.presenter.notes.size_of_text == pytest.approx(size, rel=1e-3)


def test_the_clock_is_paused_and_begins_anew(presenting: Presenting, qtbot: QtBot) -> None:
    stage = stage_of(presenting)
    stage.set_clock(stage.clock.advance(100))
    qtbot.keyClick(stage.audience, Key.Key_C)
    assert not stage.clock.running
    qtbot.keyClick(stage.audience, Key.Key_R)
    assert stage.clock.elapsed_s == 0


def test_closing_the_program_ends_the_talk(program: Program, presenting: Presenting) -> None:
    program.window.close()
    assert presenting.stage is None
    assert not presenting.awake.is_held()


def test_a_click_goes_on_and_the_right_button_back(presenting: Presenting, qtbot: QtBot) -> None:
    stage = stage_of(presenting)
    qtbot.mouseClick(stage.audience, Qt.MouseButton.LeftButton)
    assert stage.talk.index == 1
    qtbot.mouseClick(stage.audience, Qt.MouseButton.RightButton)
    assert stage.talk.index == 0
    qtbot.keyClick(stage.audience, Key.Key_L)
    qtbot.mouseClick(stage.audience, Qt.MouseButton.LeftButton)
    assert stage.talk.index == 0, "the mouse is the pointer now"


def test_pathways_without_steps_are_told_by_their_chapters(
    program: Program, presenting: Presenting, file: Path
) -> None:
    presenting.end()
    file.write_text(file.read_text(encoding="utf-8").replace(STEPS, ""), encoding="utf-8")
    program.documents.reload()
    pathway = load(file).pathway
    assert pathway is not None
    presenting.begin()
    told = [step.title for step in stage_of(presenting).talk.steps]
    assert told == [chapter.title for chapter in pathway.chapters_of("single")]
