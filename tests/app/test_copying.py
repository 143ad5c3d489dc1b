"""What is copied, as another program would paste it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from pathway_viewer.app.program import Program
from pathway_viewer.app.take_away.copying import DENSITY, NARROWEST, look_of
from pathway_viewer.export.still_painting import still_image
from pathway_viewer.look.theme import NIGHT
from pathway_viewer.model.ids import NodeId
from pathway_viewer.model.pushes import Perturbation


def pasted() -> QImage:
    return QGuiApplication.clipboard().image()


def lines() -> list[list[str]]:
    text = QGuiApplication.clipboard().text()
    return [line.split("\t") for line in text.splitlines()]


def test_the_key_copies_the_picture_twice_as_large(program: Program, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    diagram = program.window.diagram
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    program.window.activateWindow()
    qtbot.keyClick(diagram, Qt.Key.Key_C, keys)
    wide = DENSITY * max(NARROWEST, diagram.width())
    assert pasted().width() == wide
    assert pasted().height() == pytest.approx(wide * diagram.height() / diagram.width(), abs=2)
    assert f"{wide} ×" in program.window.strip.text()


def test_the_picture_is_the_still_of_this_moment(program: Program) -> None:
    session, diagram = program.session, program.window.diagram
    program.commands.seek(3.0)
    program.commands.copy_picture()
    first = pasted()
    assert session.pathway is not None
    assert session.frame is not None
    look = look_of(session, session.pathway, diagram.size())
    assert first == still_image(session.pathway, session.frame, look, DENSITY)
    program.commands.seek(20.0)
    program.commands.copy_picture()
    assert pasted() != first


def test_a_zoomed_diagram_without_its_legend_is_copied_whole(program: Program) -> None:
    program.commands.copy_picture()
    first = pasted()
    program.window.diagram.zoom_in()
    program.commands.toggle_legend()
    program.commands.copy_picture()
    assert pasted() == first


def test_the_picture_has_the_window_s_theme_and_layers(program: Program) -> None:
    program.commands.copy_picture()
    first = pasted()
    program.commands.set_theme("night")
    program.commands.copy_picture()
    assert pasted().pixelColor(3, 3).name() == NIGHT.background
    assert pasted() != first


def test_the_picture_is_offered_as_a_png_too(program: Program) -> None:
    program.commands.copy_picture()
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    read = QImage.fromData(data.data("image/png"), "PNG")
    assert read.size() == pasted().size()


def test_values_of_the_selected_node(program: Program) -> None:
    session = program.session
    program.commands.select("relay")
    program.commands.copy_values()
    rows = lines()
    head = {row[0]: row[1] for row in rows if len(row) == 2}
    assert head["scenario"] == "One dose (human clock)"
    assert head["clock"] == "human clock"
    assert head["node"].endswith("(relay)")
    assert "not medical advice" in head["notice"]
    assert "what if" not in head
    start = rows.index(["time_h", "level", "change"]) + 1
    course = session.course
    assert course is not None
    assert len(rows) - start == 200
    i = course.node_ids.index("relay")
    for time, level, change in (map(float, row) for row in rows[start::20]):
        assert level == pytest.approx(course.at(time)[i], abs=1e-6)
        assert change == pytest.approx(course.changes(time)[i], abs=1e-6)
    assert "Copied the curve" in program.window.strip.text()


def test_values_name_what_is_changed(program: Program) -> None:
    session = program.session
    block = Perturbation(kind="block", target=NodeId("relay"))
    session.set_conditions(replace(session.conditions, perturbations=(block,)))
    program.commands.select("relay")
    program.commands.copy_values()
    rows = lines()
    assert any(row[0] == "what if" and "block" in row[1].lower() for row in rows)
    assert {row[1] for row in rows[-5:]} == {"0"}


@pytest.mark.parametrize("selection", ["", "drug__brake"])
def test_without_a_node_there_are_no_values(program: Program, selection: str) -> None:
    QGuiApplication.clipboard().setText("before")
    program.commands.select(selection)
    program.commands.copy_values()
    assert QGuiApplication.clipboard().text() == "before"
    assert "Select a node" in program.window.strip.text()


def test_without_a_file_there_is_no_picture(empty: Program) -> None:
    QGuiApplication.clipboard().setText("before")
    empty.commands.copy_picture()
    empty.commands.copy_values()
    assert QGuiApplication.clipboard().text() == "before"
