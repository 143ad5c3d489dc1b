"""A user's way through the real window with the real pathway, from opening to a broken file."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pathway_viewer.app.main import made
from pathway_viewer.app.program import Program
from pathway_viewer.app.settings import Settings

PATHWAYS = Path(__file__).parents[1] / "pathways"
SECONDS = 1000


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The flagship and its folder, to be edited."""
    shutil.copy(PATHWAYS / "ketamine.yaml", tmp_path)
    shutil.copytree(PATHWAYS / "ketamine", tmp_path / "ketamine")
    return tmp_path / "ketamine.yaml"


@pytest.fixture
def journey(
    qapp: QApplication, settings: Settings, tmp_path: Path, copy: Path, qtbot: QtBot
) -> Iterator[Program]:
    """The window, opened on the flagship as the program does it, with its first frame seen."""
    program = made(qapp, settings, tmp_path / "cache")
    with qtbot.waitSignal(program.first_frame_seen, timeout=10 * SECONDS):
        program.documents.open(copy)
        program.window.resize(1280, 800)
        program.window.show()
    qtbot.waitUntil(lambda: program.session.course is not None, timeout=20 * SECONDS)
    yield program
    program.window.close()
    program.window.deleteLater()


def details(program: Program) -> str:
    assert program.panels is not None
    return program.panels.details.text()


def click(program: Program, id: str, qtbot: QtBot) -> None:
    """A click of the left button on a node or an arrow of the diagram."""
    diagram = program.window.diagram
    qtbot.mouseClick(diagram, Qt.MouseButton.LeftButton, pos=diagram.point_of(id).toPoint())


def test_the_whole_way(journey: Program, copy: Path, qtbot: QtBot) -> None:
    session, window, commands = journey.session, journey.window, journey.commands
    window.activateWindow()
    assert session.problems == ()
    assert session.pathway is not None
    assert session.pathway.title in window.windowTitle()
    assert "Chapter 1" in details(journey)

    plays(journey, qtbot)
    scrubs(journey, qtbot)

    click(journey, "mtorc1", qtbot)
    assert session.selection == "mtorc1"
    assert "Driven by" in details(journey)
    click(journey, "mtorc1__synaptic_proteins", qtbot)
    assert session.selection == "mtorc1__synaptic_proteins"
    assert "Arrow" in details(journey)
    assert "References" not in details(journey).splitlines()[0]
    commands.copy_references()
    assert QGuiApplication.clipboard().text()

    walks(journey, qtbot)
    switches(journey)
    edits(journey, copy, qtbot)
    breaks(journey, copy)


def plays(program: Program, qtbot: QtBot) -> None:
    """Space plays to the next chapter, where it stops by itself."""
    session, diagram = program.session, program.window.diagram
    diagram.setFocus()
    qtbot.keyClick(diagram, Qt.Key.Key_Home)
    qtbot.keyClick(diagram, Qt.Key.Key_BracketRight)
    qtbot.keyClick(diagram, Qt.Key.Key_BracketRight)
    qtbot.keyClick(diagram, Qt.Key.Key_Space)
    assert session.playback is not None
    assert session.playback.playing
    qtbot.waitUntil(lambda: not playing(program), timeout=20 * SECONDS)
    assert not program.clock.is_running()
    assert session.frame is not None
    assert session.frame.chapter == session.playback.chapters[1]
    assert diagram.frame() is session.frame


def playing(program: Program) -> bool:
    return program.session.playback is not None and program.session.playback.playing


def scrubs(program: Program, qtbot: QtBot) -> None:
    """A press anywhere on the timeline goes there; the frame is that moment's."""
    chart, session = program.window.timeline.chart, program.session
    where = chart.where()
    for share in (0.1, 0.9, 0.5):
        point = QPoint(round(where.x(share)), round(where.lane(2).center().y()))
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=point)
        assert session.playback is not None
        assert session.playback.position == pytest.approx(share, abs=0.002)
        assert session.frame is not None
        assert session.frame.time == session.playback.time


def walks(program: Program, qtbot: QtBot) -> None:
    """Tab and arrow keys walk the cascade, Enter explains, Escape comes back."""
    diagram, session = program.window.diagram, program.session
    diagram.setFocus()
    qtbot.keyClick(diagram, Qt.Key.Key_Escape)
    assert session.selection == ""
    assert "Chapter" in details(program)
    seen = {diagram.focused()}
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(diagram, key)
        seen.add(diagram.focused())
    assert len(seen) >= 3
    qtbot.keyClick(diagram, Qt.Key.Key_Return)
    assert session.selection == diagram.focused() != ""


def switches(program: Program) -> None:
    """Reading level, scenario, theme, scale and layers; time and selection stay."""
    session, commands = program.session, program.commands
    assert session.pathway is not None
    assert session.playback is not None
    commands.select("ampar")
    time, texts = session.playback.time, set[str]()
    for reading in ("patient", "student", "expert"):
        program.actions[f"read_{reading}"].trigger()
        texts.add(details(program))
    assert len(texts) == 3
    for scenario in session.pathway.scenarios:
        commands.set_scenario(scenario.id)
        assert session.course is not None
        assert session.course.doses == scenario.doses
        assert session.pathway.clock(scenario).label in details(program)
    commands.set_scenario(session.pathway.scenarios[0].id)
    for theme in ("night", "projector", "print", "paper"):
        program.actions[f"theme_{theme}"].trigger()
        assert not program.window.grab().isNull()
    for layer in session.pathway.layers[1:]:
        commands.toggle_layer(layer.id)
    assert not program.window.grab().isNull()
    assert session.playback.time == time
    assert session.selection == "ampar"


def edits(program: Program, copy: Path, qtbot: QtBot) -> None:
    """A good edit appears, with time and selection kept; a bad one is named and changes nothing."""
    session, banner = program.session, program.window.banner
    assert session.playback is not None
    time = session.playback.time
    good = copy.read_text(encoding="utf-8")
    assert session.pathway is not None
    title = session.pathway.title
    copy.write_text(good.replace(title, "An edited title"), encoding="utf-8")
    qtbot.waitUntil(lambda: "An edited title" in program.window.windowTitle(), timeout=5 * SECONDS)
    assert session.selection == "ampar"
    assert session.playback.time == time
    assert session.course is not None, "a text edit needs no new solution"
    chapters = copy.parent / "ketamine" / "chapters.yaml"
    kept = chapters.read_text(encoding="utf-8")
    lines = kept.splitlines()
    line = next(i for i, text in enumerate(lines) if text.strip().startswith("title:"))
    lines[line] = lines[line].replace("title:", "titel:")
    chapters.write_text("\n".join(lines), encoding="utf-8")
    qtbot.waitUntil(banner.isVisible, timeout=5 * SECONDS)
    assert f"chapters.yaml:{line + 1}:" in session.problems[0] or any(
        f"chapters.yaml:{line + 1}:" in problem for problem in session.problems
    )
    assert session.pathway.title == "An edited title"
    chapters.write_text(kept, encoding="utf-8")
    qtbot.waitUntil(banner.isHidden, timeout=5 * SECONDS)


def breaks(program: Program, copy: Path) -> None:
    """A broken file: one clear message, and the last good picture stays."""
    session = program.session
    before = session.pathway
    broken = copy.with_name("broken.yaml")
    broken.write_text("format: 1\nid: [unclosed\n", encoding="utf-8")
    program.commands.open_recent(broken)
    assert program.window.banner.isVisible()
    assert "broken.yaml:" in program.window.banner.text()
    assert session.pathway is before
    program.commands.open_recent(copy)
    assert program.window.banner.isHidden()


def test_every_node_and_arrow_explains_itself_when_clicked(journey: Program, qtbot: QtBot) -> None:
    """Every one that can be seen, in every layer: its texts, and at least one reference."""
    session = journey.session
    assert session.pathway is not None
    for layer in session.pathway.layers[1:]:
        journey.commands.toggle_layer(layer.id)
    journey.window.resize(1920, 1080)
    QApplication.processEvents()
    for thing in (*session.pathway.nodes, *session.pathway.edges):
        click(journey, thing.id, qtbot)
        assert session.selection == thing.id
        assert journey.panels is not None
        page = journey.panels.details.explanation()
        assert page is not None
        assert page.references, thing.id
        text = details(journey)
        assert len(text) > 200, thing.id
