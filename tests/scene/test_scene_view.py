"""What mouse and wheel do to the diagram, in a real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from screens import ALL, LEFT, canvas_point, drag, grabbed, move, shown, wheel, wishes
from small import small

from pathway_viewer.scene.view import DiagramView


def test_a_click_on_each_node_and_arrow_asks_for_it(qtbot: QtBot):
    view = shown(qtbot, small(), ALL)
    asked = wishes(view)
    assert len(view.parts()) == 9
    for id in view.parts():
        qtbot.mouseClick(view, LEFT, pos=view.point_of(id).toPoint())
    assert asked == view.parts()


def test_a_click_on_each_node_and_arrow_of_the_flagship_asks_for_it(qtbot: QtBot, flagship):
    view = shown(qtbot, flagship, frozenset({flagship.layers[0].id}))
    asked = wishes(view)
    for id in view.parts():
        qtbot.mouseClick(view, LEFT, pos=view.point_of(id).toPoint())
    assert asked == view.parts()


def test_with_all_layers_every_node_and_arrow_can_still_be_clicked(qtbot: QtBot, flagship):
    view = shown(qtbot, flagship, frozenset(layer.id for layer in flagship.layers))
    missed = [id for id in view.parts() if view.hit(view.point_of(id)) != id]
    assert missed == []


def test_a_click_on_empty_ground_asks_for_nothing(qtbot: QtBot, view: DiagramView):
    asked = wishes(view)
    qtbot.mouseClick(view, LEFT, pos=QPoint(1270, 790))
    assert asked == [""]


def test_other_buttons_ask_for_nothing(qtbot: QtBot, view: DiagramView):
    asked = wishes(view)
    where = view.point_of("relay").toPoint()
    qtbot.mouseClick(view, Qt.MouseButton.RightButton, pos=where)
    assert asked == []


def test_a_view_without_a_pathway_takes_clicks_and_keys_and_paints(qtbot: QtBot):
    view = DiagramView()
    qtbot.addWidget(view)
    view.show()
    asked = wishes(view)
    qtbot.mouseClick(view, LEFT, pos=QPoint(100, 100))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert asked == [""]
    assert (view.parts(), view.hit(QPointF(100, 100))) == ([], "")
    with pytest.raises(KeyError):
        view.point_of("relay")
    assert not grabbed(view).isNull()


def test_point_of_what_is_not_shown_is_a_key_error(view: DiagramView):
    with pytest.raises(KeyError):
        view.point_of("extra")
    assert view.box_of("extra") is None


def test_hovering_says_what_is_there(view: DiagramView):
    for id, text in (
        ("relay", "Relay in full: What Relay does."),
        ("brake__relay", "Brake → Relay"),
    ):
        at = view.point_of(id)
        move(view, at)
        assert view.toolTip() == text
        assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    move(view, QPointF(1270, 790))
    assert view.toolTip() == ""
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_what_is_hovered_is_ringed_until_the_pointer_leaves(view: DiagramView):
    before = grabbed(view)
    at = view.point_of("relay")
    move(view, at)
    assert grabbed(view) != before
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert grabbed(view) == before


@pytest.mark.parametrize("steps", [1, 3])
def test_the_wheel_zooms_about_the_pointer(view: DiagramView, steps: int):
    at = view.point_of("relay")
    before = canvas_point(view, at)
    wheel(view, at, steps)
    assert view.zoom == pytest.approx(1.2**steps)
    assert canvas_point(view, at) == pytest.approx(before)
    wheel(view, at, -1)
    assert canvas_point(view, at) == pytest.approx(before) or view.zoom == 1


def test_zoom_stays_between_the_whole_canvas_and_eight_times_that(view: DiagramView):
    at = view.point_of("relay")
    wheel(view, at, 50)
    assert view.zoom == 8
    wheel(view, at, -50)
    assert view.zoom == 1


def test_zoomed_out_fully_the_canvas_is_where_it_was(view: DiagramView):
    before = view.point_of("relay")
    wheel(view, QPointF(900, 500), 4)
    wheel(view, QPointF(300, 200), -9)
    assert view.point_of("relay") == before


def test_fit_shows_the_whole_canvas_again(view: DiagramView):
    before = view.point_of("relay"), grabbed(view)
    wheel(view, QPointF(200, 200), 4)
    assert view.point_of("relay") != before[0]
    view.fit()
    assert (view.zoom, view.point_of("relay")) == (1.0, before[0])
    assert grabbed(view) == before[1]


def test_zooming_in_and_out_by_key_keeps_the_middle(view: DiagramView):
    middle = QPointF(view.width() / 2, view.height() / 2)
    before = canvas_point(view, middle)
    view.zoom_in()
    assert view.zoom == 1.25
    assert canvas_point(view, middle) == pytest.approx(before)
    view.zoom_out()
    assert view.zoom == 1


def test_the_selection_comes_to_the_middle_large(view: DiagramView):
    view.set_selection("outcome")
    view.zoom_to_selection()
    box = view.box_of("outcome")
    assert box is not None
    assert box.center().x() == pytest.approx(view.width() / 2)
    assert box.center().y() == pytest.approx(view.height() / 2)
    assert view.zoom >= 2


def test_without_a_selection_there_is_nothing_to_zoom_to(view: DiagramView):
    view.zoom_to_selection()
    assert view.zoom == 1


def test_dragging_moves_the_canvas_when_zoomed_in_and_selects_nothing(qtbot, view: DiagramView):
    wheel(view, QPointF(640, 400), 4)
    asked, before = wishes(view), view.point_of("relay")
    drag(qtbot, view, QPoint(640, 400), QPoint(600, 430))
    assert view.point_of("relay") == before + QPointF(-40, 30)
    assert asked == []


def test_dragging_moves_nothing_when_the_whole_canvas_is_shown(qtbot: QtBot, view: DiagramView):
    before = view.point_of("relay")
    drag(qtbot, view, QPoint(640, 400), QPoint(500, 430))
    assert view.point_of("relay") == before


def test_clicks_meet_what_is_shown_when_zoomed_and_moved(qtbot: QtBot, view: DiagramView):
    wheel(view, view.point_of("relay"), 3)
    drag(qtbot, view, QPoint(640, 400), QPoint(620, 390))
    asked = wishes(view)
    qtbot.mouseClick(view, LEFT, pos=view.point_of("relay").toPoint())
    assert asked == ["relay"]


def test_zoomed_in_nothing_of_the_diagram_is_over_the_heading_or_under_the_pointer_there(
    qtbot: QtBot, view: DiagramView
):
    before = grabbed(view)
    view.set_selection("drug")
    view.zoom_to_selection()
    drag(qtbot, view, QPoint(640, 330), QPoint(640, 20))
    picture = view.picture()
    assert picture is not None
    strip = picture.heading.toRect()
    box = view.box_of("drug")
    assert box is not None
    assert box.intersects(picture.heading)
    assert grabbed(view).copy(strip) == before.copy(strip)
    covered = QPointF(box.center().x(), strip.center().y())
    assert box.contains(covered)
    assert view.hit(covered) == ""
