"""What keys do to the diagram, between its neighbours in a window."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from screens import ALL, grabbed, wishes
from small import CORE, frame, small

from pathway_viewer.scene.view import DiagramView


class Row(NamedTuple):
    """A view between two buttons. The window is kept, for it takes them with it."""

    window: QWidget
    first: QPushButton
    view: DiagramView
    last: QPushButton


@pytest.fixture
def between(qtbot: QtBot) -> Row:
    """A view between two buttons, in the order of Tab."""
    window = QWidget()
    layout = QVBoxLayout(window)
    first, view, last = QPushButton("first"), DiagramView(), QPushButton("last")
    for widget in (first, view, last):
        layout.addWidget(widget)
    qtbot.addWidget(window)
    view.set_pathway(small(), CORE)
    view.show_frame(frame(small()))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus()
    return Row(window, first, view, last)


def press(key: Qt.Key) -> None:
    """A key for whoever has the focus."""
    back = key == Qt.Key.Key_Backtab
    modifier = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def test_tab_walks_the_nodes_in_reading_order_and_leaves_at_the_end(between: Row):
    _, first, view, last = between
    seen: list[str] = []
    while True:
        press(Qt.Key.Key_Tab)
        if not view.hasFocus():
            break
        seen.append(view.focused())
    assert seen == view.node_order() == ["drug", "brake", "relay", "outcome"]
    assert last.hasFocus()
    press(Qt.Key.Key_Backtab)
    for expected in reversed(seen):
        assert view.focused() == expected
        press(Qt.Key.Key_Backtab)
    assert first.hasFocus()


def test_tab_goes_on_from_an_arrow_at_its_ends(between: Row):
    view = between.view
    view.setFocus()
    view.set_selection("brake__relay")
    press(Qt.Key.Key_Tab)
    assert view.focused() == "relay"
    view.set_selection("brake__relay")
    press(Qt.Key.Key_Backtab)
    assert view.focused() == "brake"


def test_a_hidden_node_loses_the_focus(between: Row):
    view = between.view
    view.setFocus()
    view.set_pathway(small(), ALL)
    view.set_selection("extra")
    assert view.focused() == "extra"
    view.set_pathway(small(), CORE)
    press(Qt.Key.Key_Tab)
    assert view.hasFocus()
    assert view.focused() in view.node_order()


def test_arrow_keys_walk_the_cascade_and_say_so(between: Row):
    view = between.view
    view.setFocus()
    moved: list[str] = []
    view.focus_moved.connect(moved.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right):
        press(key)
    assert moved == ["brake", "relay", "outcome"]
    assert view.focused() == "outcome"


def test_enter_asks_for_the_focused_node_and_escape_for_nothing(between: Row):
    view = between.view
    view.setFocus()
    asked = wishes(view)
    press(Qt.Key.Key_Right)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
        press(key)
    assert asked == ["brake", "brake", ""]


def test_the_focused_node_is_ringed_for_keys_and_not_for_clicks(qtbot: QtBot, between: Row):
    view, away = between.view, grabbed(between.view)
    press(Qt.Key.Key_Tab)
    on_drug = grabbed(view)
    press(Qt.Key.Key_Right)
    on_brake = grabbed(view)
    assert away != on_drug != on_brake != away
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.rect().bottomRight())
    assert grabbed(view) == away
    press(Qt.Key.Key_Left)
    assert grabbed(view) == on_drug
    between.first.setFocus()
    assert grabbed(view) == away


def test_brackets_walk_the_arrows_of_a_node_and_enter_asks_for_one(between: Row):
    view = between.view
    view.setFocus()
    press(Qt.Key.Key_Right)
    asked, seen = wishes(view), set[str]()
    for _ in range(2):
        press(Qt.Key.Key_BracketRight)
        seen.add(view.focused())
    press(Qt.Key.Key_Return)
    assert seen == {"drug__brake", "brake__relay"}
    assert asked == [view.focused()]
    before = view.focused()
    press(Qt.Key.Key_BracketRight)
    press(Qt.Key.Key_BracketLeft)
    assert view.focused() == before


def test_other_keys_are_left_to_the_window(view: DiagramView):
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, event)
    assert not event.isAccepted()
