"""Two pictures in the real window: one clock head, one selection, everything as before after."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pathway_viewer.app.comparison.comparing import Comparing
from pathway_viewer.app.comparison.second_run import UNCHANGED
from pathway_viewer.app.program import Program
from pathway_viewer.app.resources import starter
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pushes import Perturbation

BLOCK = Perturbation(kind="block", target="relay")
WEEK = 168.0
BARE = """format: 1
id: bare
title: Bare
compartments: [{ id: cell, label: Cell }]
nodes:
  - { id: only, label: Only, name: Only, layer: core, compartment: cell, summary: All there is. }
"""


@pytest.fixture
def comparing(program: Program) -> Comparing:
    """The window with one dose beside two."""
    program.window.resize(1280, 800)
    program.actions["compare"].trigger()
    QApplication.processEvents()
    assert program.comparison.pictures is not None
    return program.comparison.pictures


def test_two_pictures_at_one_moment(program: Program, comparing: Comparing) -> None:
    program.commands.seek(200.0)
    first, second = program.window.diagram.frame(), comparing.view.frame()
    assert comparing.view.isVisible()
    assert first is not None
    assert second is not None
    assert first.time == second.time == 200.0
    assert not (first.levels == second.levels).all()
    assert abs(comparing.view.width() - program.window.diagram.width()) <= 1
    program.commands.play_pause()
    program._advance(0.5)
    assert comparing.view.frame().time == program.window.diagram.frame().time > 200.0  # type: ignore[union-attr]


def test_the_headings_name_run_clock_and_end(program: Program, comparing: Comparing) -> None:
    first, second = (heading.text() for heading in comparing.headings)
    assert first == "One dose. human clock. ends at 4 wk"
    assert second == "Two doses. human clock"
    program.commands.seek(4.5 * WEEK)
    comparing.tell_now()
    assert "ended at 4 wk, last levels held" in comparing.headings[0].text()
    program.comparison.commands.compare_with("rat")
    assert (
        comparing.headings[1].text().endswith("ended at 2 wk, last levels held. not the clock of A")
    )


def test_a_selection_in_either_is_one_in_both(
    program: Program, comparing: Comparing, qtbot: QtBot
) -> None:
    view = comparing.view
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.point_of("relay").toPoint())
    assert program.session.selection == "relay"
    assert program.window.diagram.selected() == view.selected() == "relay"
    program.commands.select("outcome")
    assert view.selected() == "outcome"
    assert comparing.words._curve.isVisible()
    assert comparing.words._caption.text() == "Outcome: A dashed, B grey"


def test_the_differences_are_told_and_lead_to_their_nodes(
    program: Program, comparing: Comparing, qtbot: QtBot
) -> None:
    program.commands.seek(169.0)
    qtbot.waitUntil(lambda: comparing.words.text().startswith("7 d"))
    now, overall = comparing.words.text().split("Whole run")
    assert "in A," in now
    assert "a quarter left until" in overall
    with qtbot.waitSignal(comparing.words.selection_requested) as heard:
        comparing.words._follow("node:relay")
    assert heard.args == ["relay"]
    assert program.session.selection == "relay"


def test_lanes_and_curves_show_both(program: Program, comparing: Comparing) -> None:
    story = program.window.timeline.chart._story
    assert story.ghost is not None
    assert story.ghost.course is program.comparison.run.second.course  # type: ignore[union-attr]
    assert story.strips_name == "A over B"
    program.commands.select("relay")
    program.window.docks["details"].show()
    assert program.panels is not None
    now = program.panels.details._now
    assert "Grey line: B, Two doses (human clock)." in now._key.text()


def test_both_are_looked_at_equally_closely(program: Program, comparing: Comparing) -> None:
    program.commands.zoom_in()
    assert comparing.view.zoom == program.window.diagram.zoom > 1
    comparing.view.fit()
    assert program.window.diagram.zoom == 1


def test_escape_lets_go_of_the_selection_and_then_of_the_comparison(
    program: Program, comparing: Comparing
) -> None:
    docks = program.window.docks
    assert docks["details"].isHidden()
    program.commands.select("relay")
    assert docks["details"].isHidden()
    escape = program.actions["clear_selection"]
    escape.trigger()
    assert comparing.view.isVisible()
    escape.trigger()
    assert comparing.view.isHidden()
    assert not docks["details"].isHidden()
    assert program.window.timeline.chart._story.ghost is None
    assert program.session.playback is not None
    assert program.session.playback.axis.end == 4 * WEEK


def test_everything_is_as_before(program: Program, qtbot: QtBot) -> None:
    program.window.resize(1280, 800)
    program.commands.seek(5.0)
    assert program.panels is not None
    details = program.panels.details
    qtbot.waitUntil(lambda: "The long middle" in details.text())
    before = program.window.grab().toImage()
    program.actions["compare"].trigger()
    QApplication.processEvents()
    assert program.window.grab().toImage() != before
    assert not program.as_opened()
    program.actions["compare"].trigger()
    qtbot.waitUntil(lambda: program.window.grab().toImage() == before)


def test_a_what_if_is_compared_with_the_run_without_it(program: Program) -> None:
    program.session.set_conditions(Conditions("single", perturbations=(BLOCK,)))
    program.actions["compare"].trigger()
    assert program.comparison.run.second is not None
    assert program.comparison.run.second.conditions == Conditions("single")
    assert program.comparison.pictures is not None
    assert "Relay blocked" in program.comparison.pictures.headings[0].text()
    assert "nothing changed" in program.comparison.pictures.headings[1].text()
    program.session.undo()
    program.comparison.pictures.tell_now()
    assert "Nothing differs" in program.comparison.pictures.words.text()


def test_another_run_is_chosen_from_the_heading(program: Program, comparing: Comparing) -> None:
    menu = comparing.headings[1].menu()
    assert menu is not None
    texts = [action.text() for action in menu.actions()]
    assert texts[0] == "The same without the changes"
    assert len(texts) == 4
    menu.actions()[3].trigger()
    assert program.comparison.run.second is not None
    assert program.comparison.run.second.choice == "rat"
    comparing.headings[1].left.emit()
    assert program.comparison.run.second is None


@pytest.mark.parametrize("theme", ["night", "projector", "print", "paper"])
def test_every_theme(program: Program, comparing: Comparing, theme: str) -> None:
    program.actions[f"theme_{theme}"].trigger()
    program.commands.toggle_layer("detail")
    assert comparing.view.parts() == program.window.diagram.parts()
    assert not program.window.grab().isNull()


def test_a_window_closed_while_comparing_opens_with_its_panels(
    program: Program, comparing: Comparing
) -> None:
    program.window.close()
    assert comparing.view.isHidden()
    assert not program.window.docks["details"].isHidden()


def test_another_file_is_opened_while_comparing(
    program: Program, comparing: Comparing, tmp_path: Path
) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(starter(), encoding="utf-8")
    program.commands.select("relay")
    assert program.documents.open(other)
    QApplication.processEvents()
    assert program.session.problems == ()
    if comparing.view.isHidden():
        assert program.comparison.run.second is None
    else:
        assert comparing.view.pathway() is program.session.pathway
    program.session.set_conditions(Conditions(program.session.conditions.scenario))
    program.actions["compare"].trigger()
    program.actions["compare"].trigger()
    assert not program.window.grab().isNull()


def test_an_edit_of_the_file_is_followed(
    program: Program, comparing: Comparing, file: Path
) -> None:
    before = program.comparison.run.second
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("label: Relay", "label: Relais").replace("fall: 2 h", "fall: 9 h"))
    program.documents.reload()
    assert program.comparison.run.second is not None
    assert program.comparison.run.second is not before
    program.commands.seek(200.0)
    comparing.tell_now()
    assert "Relais" in comparing.words.text()


def test_a_file_without_scenarios_has_nothing_to_compare(
    program: Program, comparing: Comparing, tmp_path: Path
) -> None:
    program.comparison.commands.compare_with(UNCHANGED)
    bare = tmp_path / "bare.yaml"
    bare.write_text(BARE, encoding="utf-8")
    assert program.documents.open(bare)
    QApplication.processEvents()
    assert program.comparison.run.second is None
    assert comparing.view.isHidden()
    program.actions["compare"].trigger()
    assert program.comparison.run.second is None
