"""A lecturer's way through the evidence of the real pathway: an experiment replayed, a rival on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pathway_viewer.app.main import made
from pathway_viewer.app.program import Program
from pathway_viewer.app.settings import Settings
from pathway_viewer.dynamics.experiments import Runs
from pathway_viewer.dynamics.scenario import tidy

FLAGSHIP = Path(__file__).parents[1] / "pathways" / "ketamine.yaml"
SECONDS = 1000


@pytest.fixture
def lecture(
    qapp: QApplication, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> Iterator[Program]:
    program = made(qapp, settings, tmp_path / "cache")
    program.window.resize(1280, 800)
    with qtbot.waitSignal(program.finished, timeout=30 * SECONDS):
        program.documents.open(FLAGSHIP)
        program.window.show()
    yield program
    program.window.close()
    program.window.deleteLater()


def test_an_experiment_is_replayed_and_a_rival_switched(lecture: Program, qtbot: QtBot) -> None:
    session, diagram, there = lecture.session, lecture.window.diagram, lecture.experiments
    assert session.pathway is not None
    assert there is not None
    lecture.actions["experiments"].trigger()
    page, rows = there.page, session.pathway.experiments
    assert page.table.shown() == tuple(row.id for row in rows), "as the file has them, at once"
    page.search.setText("rapamycin into the ventricle")
    (id,) = page.table.shown()
    row = next(one for one in rows if one.id == id)
    place = page.table.visualItemRect(page.table.item_of(id)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.conditions == tidy(session.pathway, Runs.of(row).treated)
    assert session.selection == row.readouts[0].node
    assert session.ghost is not None
    assert row.label in there.note.text()
    lecture.actions["end_replay"].trigger()
    assert session.history.past == ()

    core = set(diagram.parts())
    before = session.frame
    lecture.commands.seek(1)
    lecture.what_if.set_rival("hnk", True)
    assert {"hnk", "hnk__ampar", "norketamine", "norketamine__hnk"} <= {*diagram.parts()} - core
    assert session.frame is not None
    assert before is not None
    ampar = session.pathway.node_index[session.pathway.node("ampar").id]
    assert session.ghost is not None
    assert session.frame.levels[ampar] != pytest.approx(session.ghost.at(1)[ampar], abs=0.01)
    lecture.what_if.set_rival("hnk", False)
    assert set(diagram.parts()) == core
    assert session.ghost is None


def test_both_rivals_that_the_file_switches_on_are_shown_as_on(lecture: Program) -> None:
    assert lecture.rivals is not None
    cards = lecture.rivals.panel.cards
    assert [id for id, card in cards.items() if card.switch.isChecked()] == [
        "disinhibition",
        "direct_resting_nmda",
    ]
    for id, card in cards.items():
        lecture.rivals.panel.open(id)
        for argument in (*card.rival.supporting, *card.rival.contesting):
            assert argument.text.split(" [@")[0] in card.text()
