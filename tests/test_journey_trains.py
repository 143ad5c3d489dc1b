"""A pathway that is no drug's: nothing in the whole window speaks of drugs and doses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from pathway_viewer.app.program import Program
from pathway_viewer.dynamics.scenario import Conditions

LTP = Path(__file__).parents[1] / "pathways" / "ltp.yaml"
FOREIGN = re.compile(r"\b(dos(e|es|ed|ing)|drugs?|mg)\b", re.IGNORECASE)


def written(window: QWidget) -> Iterator[str]:
    """Every text of labels, buttons and actions, with its tips and what is read aloud."""
    for part in window.findChildren(QWidget):
        yield from (part.toolTip(), part.statusTip(), part.accessibleName())
        yield part.accessibleDescription()
        if isinstance(part, QLabel | QAbstractButton | QLineEdit):
            yield part.text()
    for action in window.findChildren(QAction):
        yield from (action.text(), action.toolTip(), action.statusTip())


@pytest.fixture
def trains(empty: Program) -> Program:
    """The program with long-term potentiation open, and the what-if panel."""
    assert empty.documents.open(LTP)
    empty.finish()
    QApplication.processEvents()
    empty.window.docks["what_if"].show()
    return empty


@pytest.mark.parametrize("scenario", ["strong", "weak"])
def test_what_is_given_is_a_train(trains: Program, scenario: str) -> None:
    session, chart = trains.session, trains.window.timeline.chart
    session.set_conditions(Conditions(scenario))
    trains.finish()
    session.move(lambda head: head.seek(2.0))
    QApplication.processEvents()
    assert chart.moment() == f"2 h after the {'first ' if scenario == 'strong' else ''}train"
    assert trains.panels is not None
    heard = [text for text in written(trains.window) if FOREIGN.search(text)]
    assert heard == []
    trains.what_if.no_dose()
    trains.finish()
    QApplication.processEvents()
    heard = [text for text in written(trains.window) if FOREIGN.search(text)]
    assert heard == []
    assert "No train" in list(written(trains.window))
