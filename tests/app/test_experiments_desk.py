"""Experiments and rivals in the real window: open, filter, replay, go back, switch on and off."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pathway_viewer.app.experiments import Experiments
from pathway_viewer.app.program import Program
from pathway_viewer.app.rivals_desk import RivalsDesk
from pathway_viewer.dynamics.scenario import Conditions

ROWS = """
experiments:
  - id: first
    label: Relay blocked
    scenario: rat
    text: Blocking the relay abolished the outcome in rats [@clark2015].
    perturbations: [{ kind: block, target: relay }]
    readouts:
      - { node: outcome, at: 1 d, expected: abolished, words: nothing was seen }
      - { node: relay, at: 1 h, expected: abolished, words: nothing was left }
  - id: second
    label: Brake cut
    scenario: twice
    dosed: false
    text: Cutting the brake did nothing [@adams2001].
    perturbations: [{ kind: cut, target: brake__relay }]
    rivals: { other: false }
    readouts: [{ node: extra, at: 2 h, expected: raised, words: more of it }]
  - id: third
    label: Something else
    scenario: rat
    text: Something else was done [@clark2015].
    not_expressible: There is no such thing here.
"""


@pytest.fixture
def file(file: Path) -> Path:
    """The small pathway with experiments in it."""
    file.write_text(file.read_text(encoding="utf-8") + ROWS, encoding="utf-8")
    return file


@pytest.fixture
def shown(program: Program, qtbot: QtBot) -> Program:
    """The window with the table open and every row run."""
    program.window.resize(1280, 800)
    program.window.activateWindow()
    program.actions["experiments"].trigger()
    table = experiments(program)
    qtbot.waitUntil(lambda: not table.runs.is_running(), timeout=10_000)
    return program


def experiments(program: Program) -> Experiments:
    assert program.experiments is not None
    return program.experiments


def rivals(program: Program) -> RivalsDesk:
    assert program.rivals is not None
    return program.rivals


def click_row(program: Program, id: str, qtbot: QtBot) -> None:
    table = experiments(program).page.table
    place = table.visualItemRect(table.item_of(id)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def time(program: Program) -> float:
    assert program.session.playback is not None
    return program.session.playback.time


def test_the_table_fills_and_sums_up(shown: Program) -> None:
    page = experiments(shown).page
    assert not page.isHidden()
    assert page.summary() == "agree 1 of 2; 1 not expressible"
    assert page.geometry().top() >= shown.window.toolbar.geometry().bottom()


def test_a_click_replays_a_row_that_disagrees(shown: Program, qtbot: QtBot) -> None:
    session, there = shown.session, experiments(shown)
    shown.commands.select("brake")
    shown.commands.seek(5)
    before = session.conditions
    qtbot.mouseClick(there.page.filter.button("disagree"), Qt.MouseButton.LeftButton)
    assert there.page.table.shown() == ("second",)
    click_row(shown, "second", qtbot)
    assert there.page.isHidden()
    assert session.conditions.scenario == "twice"
    assert session.conditions.doses == ()
    assert dict(session.conditions.rivals) == {"other": False}
    assert (session.selection, time(shown)) == ("extra", pytest.approx(2))
    assert session.ghost is not None
    assert not there.note.isHidden()
    assert "disagrees" in there.note.text()
    assert "published raised, model ✗" in there.note.text()
    assert shown.showing.announcer.said == there.note.accessibleDescription()
    assert "extra" in shown.window.diagram.parts(), "a read-out of a hidden layer is drawn"
    qtbot.mouseClick(there.note.back, Qt.MouseButton.LeftButton)
    assert there.note.isHidden()
    assert session.conditions == before
    assert (session.selection, time(shown)) == ("brake", pytest.approx(5))
    assert "extra" not in shown.window.diagram.parts()


def test_keys_alone_do_it_as_well(shown: Program, qtbot: QtBot) -> None:
    there, window = experiments(shown), shown.window
    table = there.page.table
    assert table.hasFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert there.replay.row is not None
    assert there.replay.row.id == "first"
    diagram = window.diagram
    assert diagram.hasFocus()
    qtbot.keyClick(diagram, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert there.replay.row.id == "second"
    qtbot.keyClick(diagram, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert there.replay.row.id == "first"
    qtbot.keyClick(diagram, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert not there.page.isHidden()
    assert table.current() == "first"
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert there.page.isHidden()
    qtbot.keyClick(diagram, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)
    assert there.replay.row is None
    assert shown.session.conditions == Conditions("single")


def test_undo_takes_a_replay_back(shown: Program) -> None:
    there = experiments(shown)
    there.start("first")
    shown.actions["undo"].trigger()
    assert there.note.isHidden()
    assert shown.session.conditions == Conditions("single")


def test_read_outs_are_gone_through_in_the_note(shown: Program, qtbot: QtBot) -> None:
    there = experiments(shown)
    there.start("first")
    assert shown.session.selection == "outcome"
    qtbot.mouseClick(there.note.buttons()[1], Qt.MouseButton.LeftButton)
    assert (shown.session.selection, time(shown)) == ("relay", pytest.approx(1))
    assert there.note.buttons()[1].isChecked()


def test_an_edit_of_words_runs_nothing_and_one_of_levels_does(
    shown: Program, file: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    ran: list[object] = []
    from pathway_viewer.app import experiment_runs

    real = experiment_runs.outcome

    def counted(*args: object) -> object:
        ran.append(args[0])
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(experiment_runs, "outcome", counted)
    there = experiments(shown)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Relay blocked", "Relay stopped"), encoding="utf-8")
    shown.documents.reload()
    assert there.page.table.item_of("first").text(1) == "Relay stopped"
    assert there.page.summary() == "agree 1 of 2; 1 not expressible"
    assert ran == []
    file.write_text(text.replace("basal: 0.7", "basal: 0.6"), encoding="utf-8")
    shown.documents.reload()
    qtbot.waitUntil(lambda: not there.runs.is_running(), timeout=10_000)
    assert len(ran) == 2


def test_closing_the_window_ends_what_is_running(program: Program) -> None:
    program.actions["experiments"].trigger()
    program.window.close()
    assert not experiments(program).runs.is_running()


def test_a_rival_is_switched_and_its_arrows_and_levels_follow(
    program: Program, qtbot: QtBot
) -> None:
    session, desk, diagram = program.session, rivals(program), program.window.diagram
    program.window.resize(1280, 800)
    program.commands.seek(1)
    program.actions["rivals"].trigger()
    QApplication.processEvents()
    card = desk.panel.cards["other"]
    assert card.isVisible()
    assert card.switch.isChecked(), "as the file has it"
    assert "extra" not in diagram.parts()
    assert session.frame is not None
    assert session.pathway is not None
    extra = session.pathway.node_index[session.pathway.node("extra").id]
    on = session.frame.levels[extra]
    qtbot.mouseClick(card.switch, Qt.MouseButton.LeftButton)
    assert dict(session.conditions.rivals) == {"other": False}
    assert not card.switch.isChecked()
    assert session.frame.levels[extra] < on
    qtbot.mouseClick(card.switch, Qt.MouseButton.LeftButton)
    assert session.conditions == Conditions("single")
    assert session.frame.levels[extra] == on


def test_an_arrow_of_a_rival_is_shown_without_leaving_the_panel(program: Program) -> None:
    desk, window = rivals(program), program.window
    window.resize(1280, 800)
    program.actions["rivals"].trigger()
    desk.panel.open("other")
    desk.panel.cards["other"].link_activated.emit("edge:drug__extra")
    QApplication.processEvents()
    assert program.session.selection == "drug__extra"
    assert "drug__extra" in window.diagram.parts()
    assert not desk.panel.visibleRegion().isEmpty()
    program.commands.select("relay")
    QApplication.processEvents()
    assert desk.panel.visibleRegion().isEmpty(), "a click in the diagram explains"
    program.actions["rivals"].trigger()
    QApplication.processEvents()
    assert not desk.panel.visibleRegion().isEmpty()
    program.actions["rivals"].trigger()
    assert window.docks["rivals"].isHidden()


def test_the_details_lead_to_the_explanation_they_name(program: Program) -> None:
    program.window.resize(1280, 800)
    program.commands.select("drug__extra")
    assert program.panels is not None
    program.panels.details.link_requested.emit("rival:other")
    QApplication.processEvents()
    panel = rivals(program).panel
    assert not panel.visibleRegion().isEmpty()
    assert panel.cards["other"].is_open()
    program.panels.details.link_requested.emit("rival:nobody")
    assert panel.cards["other"].is_open()
