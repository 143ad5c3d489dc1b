"""Zooming and moving as values: what is under the pointer stays, and nothing gets lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, QSizeF
from small import CORE, small

from pathway_viewer.look.theme import PAPER
from pathway_viewer.scene.diagram import laid_out
from pathway_viewer.scene.sheet import fit
from pathway_viewer.scene.zoom import LARGEST, Zoom

SIZE = QSizeF(800, 600)
points = st.builds(QPointF, st.floats(0, 800), st.floats(0, 600))
ways = st.builds(QPointF, st.floats(-3000, 3000), st.floats(-3000, 3000))
factors = st.floats(0.1, 10)


def under(zoom: Zoom, point: QPointF) -> tuple[float, float]:
    """The point of the whole canvas that is seen at a point of the window."""
    return (point.x() - zoom.dx) / zoom.factor, (point.y() - zoom.dy) / zoom.factor


@given(st.floats(1, 8), points)
def test_what_is_under_the_pointer_stays(factor: float, about: QPointF):
    zoom = Zoom().by(factor, about, SIZE)
    assert zoom.factor == pytest.approx(factor)
    assert under(zoom, about) == pytest.approx((about.x(), about.y()))


@given(st.lists(st.tuples(factors, points, ways), max_size=8))
def test_the_canvas_never_leaves_the_middle_of_the_window(acts):
    zoom = Zoom()
    for factor, about, way in acts:
        zoom = zoom.by(factor, about, SIZE).moved(way, SIZE)
    x, y = under(zoom, QPointF(400, 300))
    assert 1 <= zoom.factor <= LARGEST
    assert -1e-6 <= x <= 800 + 1e-6
    assert -1e-6 <= y <= 600 + 1e-6


@given(ways)
def test_the_whole_canvas_does_not_move(way: QPointF):
    assert Zoom().moved(way, SIZE) == Zoom()


@given(points, st.integers(2, 120), st.integers(2, 90))
def test_a_part_comes_to_the_middle_large(corner: QPointF, width: int, height: int):
    box = QRectF(corner.x() * 0.8, corner.y() * 0.8, width, height)
    zoom = Zoom.on(box, SIZE)
    assert 2 <= zoom.factor <= LARGEST
    assert under(zoom, QPointF(400, 300)) == pytest.approx((box.center().x(), box.center().y()))


def test_the_sheet_is_that_of_the_whole_canvas_enlarged_and_moved(qapp: object):
    whole = fit(laid_out(small(), CORE), PAPER, QRectF(0, 0, 800, 600))
    assert Zoom().sheet(whole) is whole
    near = Zoom(2.0, -100.0, -50.0).sheet(whole)
    for one, two in zip(whole.nodes, near.nodes, strict=True):
        assert two.box.left() == pytest.approx(one.box.left() * 2 - 100)
        assert two.box.bottom() == pytest.approx(one.box.bottom() * 2 - 50)
