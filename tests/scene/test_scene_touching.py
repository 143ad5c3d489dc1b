"""Fingers on a screen and on a touchpad, and two clicks of a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from screens import LEFT, canvas_point, wishes

from pathway_viewer.scene.touching import SLACK, Fingers, pull
from pathway_viewer.scene.view import DiagramView


@pytest.fixture(scope="module")
def screen(qapp: object) -> QPointingDevice:
    """A touch screen."""
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


def touch(view: DiagramView, screen: QPointingDevice, *steps: dict[int, QPointF]) -> None:
    """Fingers down at the first places, along the others, and up."""
    first, *rest = steps
    act(view, screen, "press", first)
    for step in rest:
        act(view, screen, "move", step)
    act(view, screen, "release", steps[-1])


def act(view: DiagramView, screen: QPointingDevice, how: str, at: dict[int, QPointF]) -> None:
    sequence = QTest.touchEvent(view, screen, False)
    for id, point in at.items():
        getattr(sequence, how)(id, point.toPoint(), view)
    sequence.commit()


def test_a_short_touch_selects(view: DiagramView, screen: QPointingDevice):
    asked = wishes(view)
    touch(view, screen, {0: view.point_of("relay")})
    assert asked == ["relay"]
    touch(view, screen, {0: QPointF(1270, 790)})
    assert asked == ["relay", ""]


def test_a_finger_that_trembles_still_touches(view: DiagramView, screen: QPointingDevice):
    asked, at = wishes(view), view.point_of("relay")
    touch(view, screen, {0: at}, {0: at + QPointF(3, 2)}, {0: at + QPointF(-2, 1)})
    assert asked == ["relay"]


def test_one_finger_drags_what_is_near_and_selects_nothing(
    view: DiagramView, screen: QPointingDevice
):
    view.zoom_to("relay")
    asked, before = wishes(view), view.point_of("relay")
    start = QPointF(500, 400)
    touch(view, screen, {0: start}, {0: start + QPointF(-30, 0)}, {0: start + QPointF(-80, 40)})
    assert view.point_of("relay") == before + QPointF(-80, 40)
    assert asked == []


def test_two_fingers_pinch_about_their_middle(view: DiagramView, screen: QPointingDevice):
    middle = QPointF(600, 400)
    asked, under = wishes(view), canvas_point(view, middle)
    reach = [QPointF(r, 0) for r in (50, 75, 100)]
    touch(view, screen, *({0: middle - r, 1: middle + r} for r in reach))
    assert view.zoom == pytest.approx(2.0)
    assert canvas_point(view, middle) == pytest.approx(under)
    touch(view, screen, *({0: middle - r, 1: middle + r} for r in reversed(reach)))
    assert view.zoom == pytest.approx(1.0)
    assert asked == []


def test_a_second_finger_begins_a_pinch_and_its_leaving_does_not_jump(
    view: DiagramView, screen: QPointingDevice
):
    view.zoom_to("relay")
    before = view.zoom_shown()
    one, two = QPointF(400, 300), QPointF(700, 300)
    act(view, screen, "press", {0: one})
    sequence = QTest.touchEvent(view, screen, False)
    sequence.stationary(0)
    sequence.press(1, two.toPoint(), view)
    sequence.commit()
    assert view.zoom_shown() == before
    sequence = QTest.touchEvent(view, screen, False)
    sequence.stationary(0)
    sequence.release(1, two.toPoint(), view)
    sequence.commit()
    act(view, screen, "release", {0: one})
    assert view.zoom_shown() == before


def test_fingers_that_are_taken_away_have_not_touched(view: DiagramView):
    fingers = Fingers()
    fingers.begin({0: QPointF(5, 5)})
    assert fingers.end() == QPointF(5, 5)
    assert fingers.end() is None
    fingers.begin({0: QPointF(5, 5)})
    assert fingers.move({0: QPointF(5 + SLACK / 2, 5)}) is None
    assert fingers.move({0: QPointF(5 + SLACK * 2, 5)}) is not None
    assert fingers.end() is None


def test_a_pull_keeps_the_fingers_on_what_they_hold():
    done = pull([QPointF(0, 0), QPointF(100, 0)], [QPointF(10, 20), QPointF(210, 20)])
    assert done.factor == pytest.approx(2)
    assert done.about == QPointF(50, 0)
    assert done.way == QPointF(60, 20)
    assert pull([QPointF(1, 1)], [QPointF(4, 5)]).factor == 1


def gesture(view: DiagramView, kind: Qt.NativeGestureType, value: float, at: QPointF) -> bool:
    everywhere = QPointF(view.mapToGlobal(at.toPoint()))
    device = QPointingDevice.primaryPointingDevice()
    event = QNativeGestureEvent(kind, device, 2, at, at, everywhere, value, QPointF())
    return QApplication.sendEvent(view, event)


def test_a_pinch_on_a_touchpad_zooms_about_the_pointer(view: DiagramView):
    at = view.point_of("relay")
    under = canvas_point(view, at)
    for _ in range(5):
        assert gesture(view, Qt.NativeGestureType.ZoomNativeGesture, 0.1, at)
    assert view.zoom == pytest.approx(1.1**5)
    assert canvas_point(view, at) == pytest.approx(under)
    assert not gesture(view, Qt.NativeGestureType.RotateNativeGesture, 5, at)


def test_a_double_tap_on_a_touchpad_brings_a_node_near_and_all_back(view: DiagramView):
    smart = Qt.NativeGestureType.SmartZoomNativeGesture
    gesture(view, smart, 1, view.point_of("relay"))
    assert view.zoom >= 2
    gesture(view, smart, 0, view.point_of("relay"))
    assert view.zoom == 1


def test_two_clicks_on_a_node_bring_it_near(qtbot: QtBot, view: DiagramView):
    at = view.point_of("outcome").toPoint()
    qtbot.mouseDClick(view, LEFT, pos=at)
    box = view.box_of("outcome")
    assert box is not None
    assert box.center().x() == pytest.approx(view.width() / 2)
    assert view.zoom >= 2


def test_two_clicks_elsewhere_are_two_clicks(qtbot: QtBot, view: DiagramView):
    asked = wishes(view)
    for at in (view.point_of("drug__brake").toPoint(), QPoint(1270, 790)):
        qtbot.mouseClick(view, LEFT, pos=at)
        qtbot.mouseDClick(view, LEFT, pos=at)
        qtbot.mouseRelease(view, LEFT, pos=at)
    assert view.zoom == 1
    assert asked == ["drug__brake"] * 2 + [""] * 2


def test_leaving_after_a_touch_hovers_nothing(view: DiagramView, screen: QPointingDevice):
    touch(view, screen, {0: view.point_of("relay")})
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view.toolTip() == ""
