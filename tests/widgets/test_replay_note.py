"""The note of a replay: which experiment, published and modelled, in as few lines as it needs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from with_experiments import AGREES, DISAGREES, with_experiments

from pathway_viewer.dynamics.experiments import Outcome, outcomes
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.widgets.replay_note import ReplayNote
from pathway_viewer.widgets.wrapped_row import WrappedRow


@pytest.fixture(scope="module")
def found(pathway: Pathway) -> dict[str, Outcome]:
    return {one.experiment.id: one for one in outcomes(with_experiments(pathway))}


@pytest.fixture
def note(qtbot: QtBot) -> ReplayNote:
    made = ReplayNote()
    qtbot.addWidget(made)
    made.resize(1400, 40)
    return made


def test_it_tells_the_experiment_and_both_results(
    note: ReplayNote, pathway: Pathway, found: dict[str, Outcome]
) -> None:
    assert note.isHidden()
    note.show_row(pathway, DISAGREES, found["disagrees"])
    standing, label, readout = note.text().split("\n")
    assert (standing, label) == ("disagrees", "Brake cut, no drug")
    assert readout.startswith("Relay at 2 h: published abolished, model ✗ ")
    note.show_row(pathway, AGREES, found["agrees"])
    assert "Relay at 1 h: abolished, model ✓ " in note.text()
    assert note.accessibleDescription().startswith("agrees: Relay blocked. Relay at 1 h")


def test_what_is_still_running_is_told_when_it_comes(
    note: ReplayNote, pathway: Pathway, found: dict[str, Outcome]
) -> None:
    note.show_row(pathway, AGREES, None)
    assert note.text().count("model running…") == 2
    note.show_row(pathway, AGREES, found["agrees"])
    assert "running" not in note.text()


def test_its_buttons_go_to_read_outs_neighbours_table_and_back(
    note: ReplayNote, pathway: Pathway, found: dict[str, Outcome], qtbot: QtBot
) -> None:
    note.show_row(pathway, AGREES, found["agrees"])
    note.set_current(0)
    first, second = note.buttons()
    assert (first.isChecked(), second.isChecked()) == (True, False)
    with qtbot.waitSignal(note.readout_chosen) as chosen:
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert chosen.args == [1]
    note.set_steps(back=False, forward=True)
    with qtbot.waitSignal(note.step_requested) as step:
        qtbot.mouseClick(note.steps[1], Qt.MouseButton.LeftButton)
    assert step.args == [1]
    assert not note.steps[-1].isEnabled()
    with qtbot.waitSignal(note.table_requested):
        qtbot.mouseClick(note.table, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(note.back_requested):
        qtbot.keyClick(note.back, Qt.Key.Key_Space)


def test_a_row_takes_the_lines_it_needs(qtbot: QtBot) -> None:
    row = WrappedRow("Words", 8)
    qtbot.addWidget(row)
    row.resize(1000, 10)
    row.show()
    labels = [QLabel("some words") for _ in range(6)]
    row.set_widgets(labels)
    one_line = row.height()
    row.resize(200, row.height())
    assert row.height() >= 2 * one_line
    boxes = [label.geometry() for label in labels]
    assert all(row.rect().contains(box) for box in boxes)
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)
    row.set_widgets(labels[:1])
    assert row.height() == one_line
    row.set_widgets([])
    assert row.height() == 0
