"""The outline holds the diagram's content as words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from pathway_viewer.dynamics.course import Course
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.timeline.frame import frame_at
from pathway_viewer.widgets.outline import Outline

CORE = frozenset(
    ("drug", "brake", "relay", "outcome", "drug__brake", "brake__relay", "relay__outcome")
)


@pytest.fixture
def outline(qtbot: QtBot, pathway: Pathway, course: Course) -> Outline:
    outline = Outline()
    qtbot.addWidget(outline)
    outline.set_parts(pathway, CORE)
    outline.set_frame(frame_at(pathway, course, 1.0))
    outline.resize(280, 500)
    outline.show()
    return outline


def shown(outline: Outline) -> list[str]:
    found: list[str] = []

    def walk(item: QTreeWidgetItem) -> None:
        if not item.isHidden():
            found.append(item.text(0))
            for index in range(item.childCount()):
                if (child := item.child(index)) is not None:
                    walk(child)

    for index in range(outline.tree.topLevelItemCount()):
        if (item := outline.tree.topLevelItem(index)) is not None:
            walk(item)
    return found


def test_places_nodes_and_arrows_that_are_shown(outline: Outline, pathway: Pathway) -> None:
    assert shown(outline) == [
        *("Cell", "Drug", "inhibits Brake", "Brake", "inhibits Relay", "Relay"),
        *("activates Outcome", "Person", "Outcome"),
    ]
    outline.set_parts(pathway, CORE | {"extra", "drug__extra"})
    assert "Extra" in shown(outline)
    assert "activates Extra" in shown(outline)


def test_levels_are_words_and_numbers(
    outline: Outline, pathway: Pathway, course: Course, qtbot: QtBot
) -> None:
    frame = frame_at(pathway, course, 1.0)
    assert outline.text_of("relay") == f"Relay {frame.words[2]}  {frame.levels[2]:.2f}"
    later = frame_at(pathway, course, 30.0)
    outline.set_frame(later)
    wanted = f"Relay {later.words[2]}  {later.levels[2]:.2f}"
    qtbot.waitUntil(lambda: outline.text_of("relay") == wanted, timeout=2000)


def test_levels_are_written_a_few_times_a_second(
    outline: Outline, pathway: Pathway, course: Course
) -> None:
    before = outline.text_of("relay")
    for count in range(50):
        outline.set_frame(frame_at(pathway, course, 2.0 + count))
    assert outline.text_of("relay") == before, "not yet"
    assert outline._late.isActive()


def test_enter_and_click_ask_for_an_explanation(outline: Outline, qtbot: QtBot) -> None:
    outline.set_selection("brake")
    with qtbot.waitSignal(outline.selection_requested) as heard:
        qtbot.keyClick(outline.tree, Qt.Key.Key_Return)
    assert heard.args == ["brake"]
    item = outline.tree.currentItem()
    assert item is not None
    where = outline.tree.visualItemRect(item).center()
    with qtbot.waitSignal(outline.selection_requested):
        qtbot.mouseClick(outline.tree.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_selecting_from_outside_is_not_echoed(outline: Outline) -> None:
    said: list[str] = []
    outline.selection_requested.connect(said.append)
    outline.set_selection("relay")
    assert outline.tree.currentItem().data(0, Qt.ItemDataRole.UserRole) == "relay"
    outline.set_selection("")
    outline.set_selection("unknown")
    assert said == []
    assert outline.tree.selectedItems() == []


def test_the_filter_keeps_what_matches_and_its_way_there(outline: Outline) -> None:
    outline._filter.setText("relay")
    assert shown(outline) == ["Cell", "Brake", "inhibits Relay", "Relay", "activates Outcome"]
    outline._filter.setText("no such thing")
    assert shown(outline) == []
    outline._filter.setText("")
    assert len(shown(outline)) == 9


def test_rows_are_spoken_with_their_state(outline: Outline) -> None:
    item = outline._items["relay"]
    spoken = item.data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"Relay, {item.text(1)}"
