"""The map in the corner: there when it helps, true to what is seen, and it moves the view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot
from screens import LEFT, canvas_point, grabbed, move, shown
from small import CORE, frame, small

from pathway_viewer.look.theme import NIGHT, PAPER, THEMES
from pathway_viewer.scene.painting import SHADES, fill_and_ink
from pathway_viewer.scene.view import DiagramView


@pytest.fixture
def near(view: DiagramView) -> DiagramView:
    """The small pathway seen from near."""
    view.zoom_to("relay")
    view.settle()
    return view


def seen(view: DiagramView) -> QRectF:
    """Where in the view the diagram is seen."""
    picture = view.picture()
    assert picture is not None
    return picture.field.intersected(QRectF(view.rect()))


def test_it_is_there_only_when_something_is_out_of_sight(view: DiagramView):
    assert view.minimap.isHidden()
    view.zoom_in()
    assert view.minimap.isVisible()
    view.fit()
    assert view.minimap.isHidden()


def test_it_folds_when_the_view_is_small(near: DiagramView):
    near.resize(400, 300)
    assert near.minimap.isHidden()
    near.resize(1280, 800)
    assert near.minimap.isVisible()


def test_it_stands_in_the_corner_of_what_is_seen(near: DiagramView):
    field, box = seen(near), QRectF(near.minimap.geometry())
    assert field.contains(box)
    assert field.right() - box.right() < 20
    assert field.bottom() - box.bottom() < 20
    assert box.width() * box.height() < 0.06 * near.width() * near.height()


def test_it_has_a_name_for_screen_readers_and_takes_no_focus(near: DiagramView):
    assert "diagram" in near.minimap.accessibleName()
    assert near.minimap.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_its_frame_is_the_part_that_is_seen(near: DiagramView):
    field, part = seen(near), near.minimap.part()
    assert canvas_point(near, field.topLeft()) == pytest.approx((part.left(), part.top()))
    assert canvas_point(near, field.bottomRight()) == pytest.approx((part.right(), part.bottom()))
    near.pan_by(QPointF(-60, 0))
    assert near.minimap.part().left() > part.left()


def test_nodes_have_the_colour_of_their_level(near: DiagramView):
    pathway = small()
    for change in (1.0, 0.0, -1.0):
        near.show_frame(frame(pathway, {"drug": change}))
        box = next(one.box for one in near.picture().sheet.diagram.nodes if one.node.id == "drug")
        at = near.minimap.point_of(box.center().x(), box.center().y()).toPoint()
        color = near.minimap.grab().toImage().pixelColor(at)
        assert color == QColor(fill_and_ink("paper", round(change * SHADES))[0])


def test_a_click_and_a_drag_look_elsewhere(qtbot: QtBot, near: DiagramView):
    picture = near.picture()
    assert picture is not None
    middle, factor = picture.field.center(), near.zoom
    for id in ("drug", "outcome"):
        box = next(one.box for one in picture.sheet.diagram.nodes if one.node.id == id)
        at = near.minimap.point_of(box.center().x(), box.center().y()).toPoint()
        qtbot.mouseClick(near.minimap, LEFT, pos=at)
        x, y = canvas_point(near, middle)
        assert (x, y) == pytest.approx((box.center().x(), box.center().y()), abs=6)
    start = near.minimap.part().center()
    qtbot.mousePress(near.minimap, LEFT, pos=near.minimap.point_of(400, 200).toPoint())
    move(near.minimap, near.minimap.point_of(300, 200), LEFT)
    assert near.minimap.part().center() != start
    assert canvas_point(near, middle) == pytest.approx((300, 200), abs=6)
    qtbot.mouseRelease(near.minimap, LEFT, pos=near.minimap.point_of(300, 200).toPoint())
    assert near.zoom == factor


def test_a_click_on_it_selects_nothing_below_it(qtbot: QtBot, near: DiagramView):
    asked: list[str] = []
    near.selection_requested.connect(asked.append)
    qtbot.mouseClick(near.minimap, LEFT)
    qtbot.mouseDClick(near.minimap, LEFT)
    move(near.minimap, QPointF(5, 5))
    assert asked == []


def test_it_follows_theme_pathway_and_layers(qtbot: QtBot, near: DiagramView):
    paper = near.minimap.grab().toImage()
    near.set_theme(NIGHT)
    night = near.minimap.grab().toImage()
    assert night != paper
    near.set_theme(PAPER)
    assert near.minimap.grab().toImage() == paper
    near.set_pathway(small(), frozenset({"core", "detail"}))
    assert near.minimap.grab().toImage() != paper


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)
def test_it_is_painted_in_every_theme(qtbot: QtBot, theme):
    view = shown(qtbot, small(), CORE)
    view.set_theme(theme)
    view.zoom_to("relay")
    assert not grabbed(view).isNull()
    assert view.minimap.grab().toImage().pixelColor(88, 3) == QColor(theme.panel)
