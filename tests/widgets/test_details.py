"""The details panel says all that is known of a node, an arrow or the chapter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from pathway_viewer.app.references import printers
from pathway_viewer.citations.bibliography import Bibliography
from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.look.theme import PAPER, THEMES
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.pushes import Perturbation
from pathway_viewer.timeline.frame import frame_at
from pathway_viewer.timeline.playback import Playback
from pathway_viewer.widgets.details import DetailsPanel
from pathway_viewer.widgets.ghost import Ghost
from pathway_viewer.widgets.style import dress


@pytest.fixture
def panel(
    qtbot: QtBot,
    pathway: Pathway,
    course: Course,
    playback: Playback,
    numbers: dict[str, int],
) -> DetailsPanel:
    panel = DetailsPanel(PAPER)
    qtbot.addWidget(panel)
    bibliography = Bibliography(pathway.references)
    panel.set_pathway(pathway, numbers)
    panel.set_bibliography(bibliography.html, printers(pathway, bibliography, numbers))
    panel.set_run(course, "single", "human clock")
    panel.set_playback(playback)
    panel.set_frame(frame_at(pathway, course, 0.5))
    panel.resize(320, 700)
    panel.show()
    return panel


def test_a_node_is_told_whole(panel: DetailsPanel) -> None:
    panel.set_selection("relay")
    text = panel.text()
    for words in (
        "Relay",
        "The relay in full",
        "In rats it rose at 1 h",
        "Driven by",
        "inhibits · contested, rodents",
        "Drives",
        "activates · moderate evidence, people and rodents",
        "Where papers disagree",
        "The relay is needed for the outcome.",
        "contested; for",
        "Methods differ.",
        "What can be said",
        "The relay rises before the outcome.",
        "Measured",
        "highest in prefrontal cortex: 150 percent of baseline, SD 20",
        "rodents · male rats · microdialysis · 10 mg/kg i.p.",
        "as reported by an open review",
        "some weeks",
        "A third study",
        "citation incomplete",
    ):
        assert words in text, words


def test_an_arrow_is_told_whole(panel: DetailsPanel) -> None:
    panel.set_selection("relay__outcome")
    text = panel.text()
    for words in (
        "Relay → Outcome",
        "Arrow · activates",
        "The relay lifts the outcome",
        "For experts",
        "Blocking the relay stops the outcome",
        "Where papers disagree",
        "The relay is needed",
        "Why this arrow was added",
        "leaves this step out",
        "A first study",
        "citation incomplete",
    ):
        assert words in text, words
    chips = {label.text() for label in panel.findChildren(QLabel) if label.property("role")}
    assert {"moderate evidence", "people ✓", "rodents ✓", "cells: none"} <= chips
    panel.set_selection("brake__relay")
    assert "This arrow is disputed by" in panel.text()
    panel.set_selection("drug__extra")
    assert "The other way" in panel.text()
    panel.set_selection("drug__brake")
    assert "channel block" in panel.text()


def test_every_node_and_arrow_has_a_text_and_a_reference(
    panel: DetailsPanel, pathway: Pathway
) -> None:
    for thing in (*pathway.nodes, *pathway.edges):
        panel.set_selection(thing.id)
        page = panel.explanation()
        assert page is not None
        assert page.references, thing.id
        assert len(panel.text()) > 60


def test_reading_levels_change_the_text(panel: DetailsPanel) -> None:
    panel.set_selection("relay")
    panel.set_reading("patient")
    assert "Something is passed on" in panel.text()
    assert "Identifiers" not in panel.text()
    panel.set_reading("expert")
    assert "fell by 6 h" in panel.text()
    panel.set_selection("relay__outcome")
    assert "Blocking the relay" in panel.text()
    assert "For experts" not in panel.text()
    panel.set_reading("patient")
    assert "Blocking the relay" not in panel.text()


def test_identifiers_are_curies_and_unchecked_ones_say_so(panel: DetailsPanel) -> None:
    panel.set_selection("drug")
    assert "chebi:6121 drug" in panel.text()
    assert "drugbank:DB1 (not checked)" in panel.text()


def test_without_a_selection_the_chapter_is_told(
    panel: DetailsPanel, pathway: Pathway, course: Course, qtbot: QtBot
) -> None:
    text = panel.text()
    for words in ("Chapter 1 of 3", "The beginning", "It begins", "Space", "A first study"):
        assert words in text
    panel.set_reading("expert")
    assert "It begins with a block" in panel.text()
    panel.set_frame(frame_at(pathway, course, 5.0))
    qtbot.waitUntil(lambda: "The long middle of it" in panel.text())
    panel.set_selection("relay")
    panel.set_frame(frame_at(pathway, course, 0.5))
    assert "The beginning" not in panel.text()


def test_the_level_now_follows_the_frame(
    panel: DetailsPanel, pathway: Pathway, course: Course
) -> None:
    panel.set_selection("brake")
    meter = panel._now._meter
    assert meter.words().lower() == frame_at(pathway, course, 0.5).words[1]
    assert "level" in meter.accessibleName()
    assert panel._now._sentence.text() == "The brake is letting go."
    panel.set_frame(frame_at(pathway, course, 500.0))
    assert meter.words() == "At rest"
    assert panel._now._sentence.isHidden()
    panel.set_selection("drug__brake")
    assert panel._now.isHidden()


def test_the_curve_shows_what_was_measured(panel: DetailsPanel) -> None:
    panel.set_selection("relay")
    assert "2 measured points" in panel._now._trace.accessibleDescription()
    said = panel._now._key.text()
    assert "human clock, lecture scale" in said
    assert "● people" in said
    assert "◇ rodents (not this clock)" in said
    assert "solid near measurements, dashed where it is illustration" in said
    assert "1 more without a comparable hour" in said
    panel.set_selection("outcome")
    assert "No measurement behind this curve." in panel._now._key.text()
    assert "all of it illustration" in panel._now._key.text()


def test_links_lead_where_they_say(panel: DetailsPanel, qtbot: QtBot) -> None:
    panel.set_selection("relay")
    with qtbot.waitSignal(panel.selection_requested) as heard:
        panel._follow("node:outcome")
    assert heard.args == ["outcome"]
    with qtbot.waitSignal(panel.selection_requested) as heard:
        panel._follow("edge:relay__outcome")
    assert heard.args == ["relay__outcome"]
    with qtbot.waitSignal(panel.link_requested) as heard:
        panel._follow("https://doi.org/10.1000/first")
    assert heard.args == ["https://doi.org/10.1000/first"]
    with qtbot.waitSignal(panel.command_requested) as heard:
        panel._follow("command:shortcuts")
    assert heard.args == ["shortcuts"]


def test_a_citation_scrolls_to_its_reference(panel: DetailsPanel) -> None:
    panel.set_selection("relay")
    panel.resize(320, 400)
    QApplication.processEvents()
    before = panel.verticalScrollBar().value()
    panel._follow("ref:lost1999")
    assert panel.verticalScrollBar().value() > before


@pytest.mark.parametrize(
    ("label", "start"),
    [("Copy", ". Brown"), ("BibTeX", "@article"), ("RIS", "TY  - JOUR"), ("CSL-JSON", "[")],
)
def test_references_can_be_taken_along(
    panel: DetailsPanel, qtbot: QtBot, label: str, start: str
) -> None:
    panel.set_selection("drug__brake")
    with qtbot.waitSignal(panel.copied) as heard:
        panel.copy_references(label)
    text = QGuiApplication.clipboard().text()
    assert "second study" in text
    assert start in text
    assert "1 reference copied" in heard.args[0]


def test_nothing_is_wider_than_the_panel(
    panel: DetailsPanel, pathway: Pathway, qapp: QApplication
) -> None:
    for theme in THEMES.values():
        dress(qapp, theme)
        panel.set_theme(theme)
        for thing in (*pathway.nodes, *pathway.edges):
            panel.set_selection(thing.id)
            page = panel.widget()
            assert page.minimumSizeHint().width() <= panel.viewport().width(), thing.id
            prose = panel._prose
            assert prose.document().idealWidth() <= prose.viewport().width() + 1, thing.id


def test_measured_points_stand_beside_the_run_that_was_measured(
    panel: DetailsPanel, pathway: Pathway, course: Course
) -> None:
    panel.set_selection("relay")
    before = [mark.level for mark in panel._now._trace.marks()]
    push = Perturbation(kind="block", target="relay")
    blocked = solve(pathway, Conditions("single", perturbations=(push,)))
    panel.set_run(blocked, "single", "human clock")
    panel.set_ghost(Ghost(course, "the same without what is changed", untouched=course))
    assert [mark.level for mark in panel._now._trace.marks()] == before
    assert "without what is changed here" in panel._now._key.text()
    panel.set_ghost(None)
    assert [mark.level for mark in panel._now._trace.marks()] != before


def test_a_point_is_read_under_the_pointer(panel: DetailsPanel) -> None:
    panel.set_selection("relay")
    trace = panel._now._trace
    mark = trace.marks()[0]
    at = trace._plot.getViewBox().mapViewToScene(QPointF(mark.position, mark.level))
    assert "highest in prefrontal cortex: 150 percent of baseline, SD 20" in trace.reading(at)
    assert trace.reading(QPointF(2, 2)) == ""
