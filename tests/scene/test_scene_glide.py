"""Moves: short, eased, from what is seen to what is wished, and none for those who want none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from screens import grabbed, wheel
from small import small

from pathway_viewer.scene.glide import GLIDE_MS, stretched
from pathway_viewer.scene.view import DiagramView
from pathway_viewer.scene.zoom import Zoom

zooms = st.builds(Zoom, st.floats(1, 8), st.floats(-4000, 0), st.floats(-4000, 0))


@given(zooms, zooms)
def test_a_way_begins_and_ends_where_it_should(start: Zoom, aim: Zoom):
    first, last = start.towards(aim, 0.0), start.towards(aim, 1.0)
    for one, other in ((first, start), (last, aim)):
        assert (one.factor, one.dx, one.dy) == pytest.approx(
            (other.factor, other.dx, other.dy), abs=1e-3
        )


@given(zooms, zooms, st.floats(0, 1))
def test_on_the_way_nothing_is_nearer_or_farther_than_at_its_ends(a: Zoom, b: Zoom, share: float):
    low, high = sorted((a.factor, b.factor))
    assert low - 1e-9 <= a.towards(b, share).factor <= high + 1e-9


def test_the_point_that_both_ends_share_stays_all_the_way():
    about = QPointF(300, 200)
    start, aim = Zoom(2, -100, -50), Zoom(4, -500, -300)
    x = about.x() / 2  # (300 + 100) / 2 == (300 + 500) / 4 == 200
    assert stretched(QRectF(0, 0, x, x), start, start).width() == x
    for share in (0.0, 0.3, 0.8, 1.0):
        zoom = start.towards(aim, share)
        assert (about.x() - zoom.dx) / zoom.factor == pytest.approx(200)


def test_zooming_to_the_selection_moves_there_and_ends_sharp(qtbot: QtBot, view: DiagramView):
    view.set_selection("outcome")
    before = grabbed(view)
    view.zoom_to_selection()
    assert view.is_moving()
    assert view.zoom >= 2, "the aim counts at once"
    left = QRect(0, 0, 900, 800)  # the map comes into the other corner
    assert view.grab(left).toImage() == before.copy(left), "the move begins with what was seen"
    qtbot.waitUntil(lambda: not view.is_moving())
    at_rest = view.grab().toImage()
    assert at_rest != before
    assert at_rest == grabbed(view)


def test_a_move_is_half_way_before_it_is_there(view: DiagramView):
    view.set_selection("outcome")
    view.zoom_to_selection()
    images = []
    for passed in (0, GLIDE_MS // 4, GLIDE_MS // 2):
        view.move_passed(passed)
        images.append(view.grab().toImage())
    assert len({bytes(image.constBits()) for image in images}) == 3
    view.settle()
    assert not view.is_moving()


def test_with_reduced_motion_it_is_there_at_once(view: DiagramView):
    view.set_reduced_motion(True)
    view.set_selection("outcome")
    view.zoom_to_selection()
    assert not view.is_moving()
    view.fit()
    assert not view.is_moving()
    wheel(view, view.point_of("relay"), 2)
    assert not view.is_moving()


def test_another_wish_on_the_way_turns_the_move(qtbot: QtBot, view: DiagramView):
    wheel(view, view.point_of("relay"), 3)
    view.move_passed(60)
    wheel(view, view.point_of("relay"), 3)
    assert view.is_moving()
    view.fit()
    assert view.zoom == 1
    qtbot.waitUntil(lambda: not view.is_moving())
    assert view.zoom == 1


def test_a_resize_ends_a_move(view: DiagramView):
    view.set_selection("outcome")
    view.zoom_to_selection()
    view.resize(900, 600)
    QApplication.processEvents()
    assert not view.is_moving()


def test_a_hidden_view_does_not_move(qtbot: QtBot):
    view = DiagramView()
    qtbot.addWidget(view)
    view.resize(1280, 800)
    view.set_pathway(small(), frozenset({"core"}))
    view.zoom_to("relay")
    assert view.zoom > 1
    assert not view.is_moving()


def test_moves_out_and_along_end_where_they_should(view: DiagramView):
    whole = grabbed(view)
    view.zoom_to("relay")
    view.settle()
    view.zoom_to("drug")
    view.move_passed(100)
    assert view.is_moving()
    assert not view.grab().isNull()
    view.fit()
    view.move_passed(100)
    assert view.grab().toImage() != whole
    assert grabbed(view) == whole
