"""What a screen reader is told of the diagram."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from pytestqt.qtbot import QtBot
from screens import ALL, shown
from small import CORE, frame, small

from pathway_viewer.scene.accessible import install, name_of, state_of
from pathway_viewer.scene.view import DiagramView

Text = QAccessible.Text
Role = QAccessible.Role


@pytest.fixture
def interface(view: DiagramView) -> QAccessibleInterface:
    """What Qt hands to a screen reader."""
    install()
    found = QAccessible.queryAccessibleInterface(view)
    assert found is not None
    return found


def parts(interface: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [interface.child(i) for i in range(interface.childCount())]


def names(interface: QAccessibleInterface) -> list[str]:
    return [part.text(Text.Name) for part in parts(interface)]


def test_there_is_one_child_a_node_and_one_an_arrow(interface, view: DiagramView):
    assert view.parts() == [
        "drug",
        "brake",
        "relay",
        "outcome",
        "drug__brake",
        "brake__relay",
        "relay__outcome",
    ]
    assert interface.childCount() == 7
    assert [part.role() for part in parts(interface)] == [Role.Button] * 4 + [Role.Link] * 3


def test_a_node_is_told_with_name_state_and_time(interface, view: DiagramView):
    view.show_frame(frame(small(), {"relay": 0.31}, word="rising"))
    assert names(interface)[2] == (
        "Relay in full: rising, 31 percent above rest, 2 h after the dose"
    )
    assert parts(interface)[2].text(Text.Description) == (
        "rising, 31 percent above rest, 2 h after the dose"
    )


def test_a_node_below_and_one_at_rest(view: DiagramView):
    view.show_frame(frame(small(), {"relay": -0.4}, word="falling", time=-0.5))
    assert state_of(view, "relay") == "falling, 40 percent below rest, 30 min before the dose"
    view.show_frame(frame(small(), word="at rest"))
    assert state_of(view, "brake") == "at rest, 2 h after the dose"


def test_an_arrow_is_told_with_ends_influence_evidence_and_time(interface, view: DiagramView):
    view.show_frame(frame(small(), flow=0.25))
    assert names(interface)[4] == (
        "Drug lowers Brake: influence 25 percent, strong evidence in human, rodent, "
        "2 h after the dose"
    )


def test_names_without_a_pathway_are_empty(qtbot: QtBot):
    view = DiagramView()
    qtbot.addWidget(view)
    install()
    assert (name_of(view, "relay"), state_of(view, "relay")) == ("", "")
    found = QAccessible.queryAccessibleInterface(view)
    assert found.childCount() == 0
    assert found.child(0) is None


def test_the_diagram_is_told_with_its_title_the_moment_and_what_happens(interface):
    assert interface.text(Text.Name) == "Diagram of A small cascade"
    assert interface.text(Text.Description) == "2 h after the dose: The relay rises."
    assert interface.role() == Role.Graphic


def test_every_part_has_its_place_inside_the_diagram(interface, view: DiagramView):
    whole = interface.rect()
    for id, part in zip(view.parts(), parts(interface), strict=True):
        assert part.isValid()
        assert whole.contains(part.rect())
        point = view.mapToGlobal(view.point_of(id).toPoint())
        assert part.rect().adjusted(-2, -2, 2, 2).contains(point)


def test_a_point_of_the_screen_finds_its_part(interface, view: DiagramView):
    for i, id in enumerate(view.parts()):
        point = view.mapToGlobal(view.point_of(id).toPoint())
        found = interface.childAt(point.x(), point.y())
        assert interface.indexOfChild(found) == i
    outside = view.mapToGlobal(QPoint(view.width() - 3, view.height() - 3))
    assert interface.childAt(outside.x(), outside.y()) is None


def test_parts_know_their_parent_and_their_place(interface):
    for i, part in enumerate(parts(interface)):
        assert interface.indexOfChild(part) == i
        assert part.parent().role() == Role.Graphic
        assert part.childCount() == 0
    assert interface.child(7) is None
    assert interface.child(-1) is None


def test_the_focused_part_follows_the_keys(qtbot: QtBot, interface, view: DiagramView):
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    for key, id in ((Qt.Key.Key_Right, "brake"), (Qt.Key.Key_Down, "relay")):
        qtbot.keyClick(view, key)
        child = interface.focusChild()
        assert interface.indexOfChild(child) == view.parts().index(id)
        assert child.state().focused
    assert not interface.child(0).state().focused
    assert interface.child(0).state().focusable


def test_the_selected_part_says_so(interface, view: DiagramView):
    view.set_selection("brake__relay")
    chosen = [part.state().selected for part in parts(interface)]
    assert chosen.index(1) == view.parts().index("brake__relay")
    assert sum(chosen) == 1


def test_parts_survive_a_change_of_layers(interface, view: DiagramView):
    relay = interface.child(2)
    view.set_pathway(small(), ALL)
    assert interface.childCount() == 9
    assert relay.isValid()
    assert interface.indexOfChild(relay) == view.parts().index("relay")
    extra = interface.child(view.parts().index("extra"))
    assert extra.text(Text.Name).startswith("Extra in full")
    view.set_pathway(small(), CORE)
    assert not extra.isValid()
    assert extra.rect().isEmpty()


def test_parts_of_an_old_pathway_are_no_longer_valid_and_still_answer(interface, view):
    relay = interface.child(2)
    pathway = small()
    view.set_pathway(small(pathway.nodes[:2], pathway.edges[:1], id="other"), CORE)
    assert interface.childCount() == 3
    assert not relay.isValid()
    assert relay.text(Text.Name) == ""
    assert relay.rect().isEmpty()
    assert not relay.state().focused


def test_parts_that_outlive_their_diagram_are_not_valid(qapp: object):
    install()
    view = DiagramView()
    view.set_pathway(small(), CORE)
    part = QAccessible.queryAccessibleInterface(view).child(0)
    known = QAccessible.uniqueId(part)
    assert QAccessible.accessibleInterface(known).isValid()
    shiboken6.delete(view)
    assert not QAccessible.accessibleInterface(known).isValid()


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[QAccessibleEvent]]:
    """What a screen reader that listens hears."""
    told: list[QAccessibleEvent] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", told.append)
    QAccessible.setActive(True)
    yield told
    QAccessible.setActive(False)


def test_a_reader_hears_which_part_the_focus_has_moved_to(
    qtbot: QtBot, interface, view: DiagramView, heard: list[QAccessibleEvent]
):
    view.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_BracketRight):
        qtbot.keyClick(view, key)
    focused = [event for event in heard if event.type() == QAccessible.Event.Focus]
    assert [view.parts()[event.child()] for event in focused[-2:]] == ["brake", "brake__relay"]
    assert all(event.object() is view for event in focused)
    assert focused[-2].accessibleInterface().text(Text.Name).startswith("Brake in full")


def test_nothing_is_told_where_nobody_listens(qtbot: QtBot, view: DiagramView, heard):
    view.setFocus()
    QAccessible.setActive(False)
    heard.clear()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.focused() == "brake"
    assert heard == []


def test_every_part_of_the_flagship_is_told(qtbot: QtBot, flagship):
    install()
    view = shown(qtbot, flagship, frozenset(layer.id for layer in flagship.layers))
    found = QAccessible.queryAccessibleInterface(view)
    told = names(found)
    assert len(told) == len(set(told)) == len(flagship.nodes) + len(flagship.edges)
    assert all("2 h after the dose" in name for name in told)
