"""What the widgets' tests show: the small pathway, solved."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pathway_viewer.app.numbering import numbering
from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.look.theme import PAPER
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.timeline.playback import Playback
from pathway_viewer.widgets.timeline_bar import TimelineBar


@pytest.fixture(scope="session")
def pathway() -> Pathway:
    loaded = load(Path(__file__).parents[1] / "small.yaml").pathway
    assert loaded is not None
    return loaded


@pytest.fixture(scope="session")
def course(pathway: Pathway) -> Course:
    return solve(pathway, Conditions("single"))


@pytest.fixture
def playback(pathway: Pathway) -> Playback:
    chapters = pathway.chapters_of("single")
    axis = Axis.of("lecture", chapters, -1 / 6, 28 * 24)
    return Playback(axis=axis, time=2.0, chapters=chapters)


@pytest.fixture(scope="session")
def numbers(pathway: Pathway) -> dict[str, int]:
    return numbering(pathway)


@pytest.fixture
def bar(qtbot: QtBot, pathway: Pathway, course: Course, playback: Playback) -> TimelineBar:
    """A timeline with a run, shown."""
    bar = TimelineBar(PAPER)
    qtbot.addWidget(bar)
    bar.chart.set_pathway(pathway)
    bar.set_run(course, course.doses, "human clock")
    bar.set_playback(playback)
    bar.resize(1000, 240)
    bar.show()
    return bar
