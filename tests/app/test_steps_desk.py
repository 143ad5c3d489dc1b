"""Steps in the window: captured, moved, told, deleted, undone; the file says the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from pathway_viewer.app.program import Program
from pathway_viewer.model.loader import load
from pathway_viewer.model.story import Step
from pathway_viewer.widgets.steps_panel import StepsPanel

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
STEPS = """
# The talk.
steps:
  - { id: one, title: At first, at: 0 h, focus: [drug], notes: Begin. }
  # The middle.
  - { id: two, title: Then, at: 1 h, focus: [relay], notes: Go on. }
  - { id: three, title: At last, at: 2 h, focus: [], notes: End. }
"""


@pytest.fixture
def file(file: Path) -> Path:
    """The small pathway with three steps."""
    file.write_text(file.read_text(encoding="utf-8") + STEPS, encoding="utf-8")
    return file


@pytest.fixture
def panel(program: Program, qtbot: QtBot) -> StepsPanel:
    """The steps beside the diagram, opened by their key."""
    program.window.resize(1280, 800)
    program.window.activateWindow()
    qtbot.keyClick(program.window, Key.Key_T, CONTROL | SHIFT)
    QApplication.processEvents()
    assert program.window.docks["steps"].isVisible()
    return program.present.steps.panel


def written(file: Path) -> tuple[Step, ...]:
    loaded = load(file)
    assert loaded.pathway is not None
    return loaded.pathway.steps


def ids(file: Path) -> list[str]:
    return [step.id for step in written(file)]


def test_what_is_seen_becomes_a_step_after_the_chosen_one(
    program: Program, panel: StepsPanel, file: Path, qtbot: QtBot
) -> None:
    panel.list.setCurrentRow(0)
    program.commands.select("relay")
    program.what_if.block_selection()
    program.commands.seek(1.5)
    program.window.diagram.zoom_to("relay")
    program.window.diagram.settle()
    qtbot.mouseClick(panel.capture, LEFT)
    step = written(file)[1]
    assert ids(file) == ["one", step.id, "two", "three"]
    assert (step.at, step.focus, step.scenario) == (1.5, ("relay",), "single")
    assert "relay" in step.camera
    assert [(one.kind, one.target) for one in step.perturbations] == [("block", "relay")]
    assert panel.chosen() == step.id
    assert "# The middle." in file.read_text(encoding="utf-8")
    assert program.session.playback is not None
    assert program.session.playback.time == 1.5
    assert program.session.conditions.perturbations == step.perturbations


def test_steps_move_and_go_with_keys_and_come_back(
    panel: StepsPanel, file: Path, qtbot: QtBot
) -> None:
    before = file.read_bytes()
    panel.list.setCurrentRow(2)
    qtbot.keyClick(panel.list, Key.Key_Up, ALT)
    assert ids(file) == ["one", "three", "two"]
    assert panel.chosen() == "three"
    qtbot.keyClick(panel.list, Key.Key_Delete)
    assert ids(file) == ["one", "two"]
    qtbot.mouseClick(panel.undo, LEFT)
    qtbot.mouseClick(panel.undo, LEFT)
    assert file.read_bytes() == before
    assert not panel.undo.isEnabled()


def test_a_dragged_step_is_moved_in_the_file(panel: StepsPanel, file: Path) -> None:
    model, root = panel.list.model(), panel.list.rootIndex()
    assert model.moveRow(root, 0, root, 3)
    assert ids(file) == ["two", "three", "one"]


def test_texts_are_kept_when_they_are_left(panel: StepsPanel, file: Path, qtbot: QtBot) -> None:
    panel.list.setCurrentRow(1)
    panel.title.setText("Said: anew")
    panel.ask.setText("Why?")
    panel.notes.setFocus()
    panel.notes.setPlainText("First.\n\n- a point [@brown2010]")
    panel.list.setFocus()
    QApplication.processEvents()
    step = written(file)[1]
    told = ("Said: anew", "First.\n\n- a point [@brown2010]", "Why?")
    assert (step.title, step.notes, step.ask) == told
    assert panel.list.item(1).text().startswith("2   Said: anew")


def test_what_the_check_refuses_is_told_and_nothing_is_written(
    panel: StepsPanel, file: Path, qtbot: QtBot
) -> None:
    before = file.read_bytes()
    panel.list.setCurrentRow(0)
    panel.notes.setFocus()
    panel.notes.setPlainText("As nobody wrote [@nobody1999].")
    panel.list.setFocus()
    QApplication.processEvents()
    assert "nobody1999" in panel.trouble()
    assert file.read_bytes() == before
    assert "nobody1999" in panel.notes.toPlainText(), "what was typed is not lost"


def test_undo_leaves_what_somebody_else_wrote(panel: StepsPanel, file: Path, qtbot: QtBot) -> None:
    panel.list.setCurrentRow(0)
    qtbot.keyClick(panel.list, Key.Key_Delete)
    file.write_bytes(file.read_bytes() + b"# by hand\n")
    qtbot.mouseClick(panel.undo, LEFT)
    assert "somebody else" in panel.trouble()
    assert file.read_bytes().endswith(b"# by hand\n")


def test_a_file_that_must_stay_is_copied_first(
    program: Program, panel: StepsPanel, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, target = file.read_bytes(), file.with_name("mine.yaml")
    where = "pathway_viewer.app.talk.steps_desk.may_be_changed"
    monkeypatch.setattr(where, lambda path: path != file)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    panel.list.setCurrentRow(0)
    panel.delete.click()
    assert file.read_bytes() == before
    assert ids(target) == ["two", "three"]
    assert program.session.path == target


def test_a_step_is_shown_in_the_window(program: Program, panel: StepsPanel) -> None:
    panel.list.setCurrentRow(2)
    panel.show_step.click()
    assert program.session.playback is not None
    assert program.session.playback.time == 2.0
