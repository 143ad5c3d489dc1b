"""Arrows run from border to border, straight where they can, with the head their sign asks for."""

from __future__ import annotations

from math import hypot

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from pathway_viewer.model.pathway import Glyph, Sign
from pathway_viewer.scene.arrows import BEND_RADIUS, GAP, SAMPLES, Arrow, drawn, rounded
from pathway_viewer.scene.glyphs import HEAD, head_length, outline

SIGNS: tuple[Sign, ...] = (
    "activates",
    "inhibits",
    "produces",
    "removes",
    "maintains",
    "correlates",
)
GLYPHS: tuple[Glyph, ...] = ("agent", "activity", "phenotype")

BOXES = st.builds(
    QRectF, st.integers(0, 700), st.integers(0, 700), st.integers(40, 170), st.integers(36, 70)
)

Ends = tuple[tuple[QRectF, QPainterPath], tuple[QRectF, QPainterPath]]


@st.composite
def apart(draw: st.DrawFn) -> Ends:
    """Two nodes with at least 50 canvas units between them, of any glyph, anywhere."""
    boxes = [draw(BOXES), draw(BOXES)]
    grown = boxes[0].adjusted(-50, -50, 50, 50)
    assume(not grown.intersects(boxes[1]))
    first, second = ((box, outline(draw(st.sampled_from(GLYPHS)), box)) for box in boxes)
    return first, second


def node(x: float, y: float, glyph: Glyph = "activity") -> tuple[QRectF, QPainterPath]:
    box = QRectF(x - 60, y - 30, 120, 60)
    return box, outline(glyph, box)


def straight(sign: Sign = "activates") -> Arrow:
    return drawn(node(100, 100), node(400, 100), (), sign, HEAD)


def corners(path: QPainterPath) -> list[tuple[float, float]]:
    return [(round(e.x, 6), round(e.y, 6)) for e in map(path.elementAt, range(path.elementCount()))]


@given(apart(), st.sampled_from(SIGNS))
def test_both_ends_stand_off_their_nodes_by_the_gap(ends: Ends, sign: Sign):
    arrow = drawn(*ends, (), sign, HEAD)
    start, tip = arrow.track[0], arrow.track[-1]
    along = (tip - start) / hypot(*(tip - start))
    for (_, border), end, inward in zip(ends, (start, tip), (-along, along), strict=True):
        assert not border.contains(QPointF(*end))
        assert not border.contains(QPointF(*(end + inward * (GAP - 0.5))))
        assert border.contains(QPointF(*(end + inward * (GAP + 0.5))))


@given(apart(), st.sampled_from(SIGNS))
def test_an_arrow_touches_its_own_nodes_nowhere(ends: Ends, sign: Sign):
    arrow = drawn(*ends, (), sign, HEAD)
    for _, border in ends:
        assert not any(border.contains(QPointF(x, y)) for x, y in arrow.track.tolist())


@given(st.integers(-48, 48), st.booleans(), st.sampled_from(GLYPHS))
def test_an_arrow_between_nodes_that_face_each_other_is_straight(
    shift: int, upright: bool, glyph: Glyph
):
    near, far = ((100, 100), (100 + shift, 400)) if upright else ((100, 100), (400, 100 + shift))
    assume(upright or abs(shift) <= 60 - 12)
    arrow = drawn(node(*near, glyph), node(*far, glyph), (), "activates", HEAD)
    across = arrow.track[:, 0 if upright else 1]
    assert np.ptp(across) == pytest.approx(0, abs=1e-9)


@given(apart())
def test_the_track_of_a_straight_arrow_is_evenly_spaced_and_as_long_as_the_arrow(ends: Ends):
    arrow = drawn(*ends, (), "activates", HEAD)
    steps = np.hypot(*np.diff(arrow.track, axis=0).T)
    assert arrow.track.shape == (SAMPLES, 2)
    assert steps == pytest.approx(np.full(SAMPLES - 1, arrow.length / (SAMPLES - 1)))


def test_the_track_of_a_bent_arrow_is_evenly_spaced_but_for_its_corners():
    arrow = drawn(node(100, 100), node(600, 400), ((350, 100), (350, 400)), "activates", HEAD)
    steps = np.hypot(*np.diff(arrow.track, axis=0).T)
    assert steps.max() / steps.min() < 1.1
    assert arrow.length < 250 + 300 + 250
    assert arrow.length > hypot(500, 300) - 120


@pytest.mark.parametrize("sign", SIGNS)
def test_the_track_ends_at_the_tip(sign: Sign):
    arrow = straight(sign)
    assert tuple(arrow.track[-1]) == pytest.approx((arrow.tip.x(), arrow.tip.y()))
    assert arrow.at(1.0) == arrow.tip
    assert arrow.tip.x() == pytest.approx(400 - 60 - GAP)


@pytest.mark.parametrize("sign", SIGNS)
def test_the_shaft_ends_where_the_head_begins(sign: Sign):
    arrow = straight(sign)
    end = arrow.shaft.currentPosition()
    assert arrow.tip.x() - end.x() == pytest.approx(head_length(sign, HEAD))


def test_bends_are_passed_within_the_radius_of_their_corners():
    bends = ((350.0, 100.0), (350.0, 400.0))
    arrow = drawn(node(100, 100), node(600, 400), bends, "activates", HEAD)
    for bend in bends:
        distance = np.hypot(*(arrow.track - bend).T).min()
        assert 0 < distance < BEND_RADIUS


def test_an_end_slides_along_its_node_to_meet_a_bend_squarely():
    arrow = drawn(node(100, 100), node(600, 400), ((350, 115), (350, 400)), "activates", HEAD)
    assert tuple(arrow.track[0]) == pytest.approx((160 + GAP, 115))


def test_corners_are_rounded_no_farther_than_half_a_leg():
    path = rounded([QPointF(0, 0), QPointF(10, 0), QPointF(10, 10)], radius=50)
    assert corners(path)[1] == (5, 0)
    assert corners(path)[-2] == (10, 5)


@pytest.mark.parametrize("sign", ["activates", "produces"])
def test_positive_influence_is_a_triangle(sign: Sign):
    arrow = straight(sign)
    tip = (arrow.tip.x(), arrow.tip.y())
    assert len(set(corners(arrow.head_closed))) == 3
    assert tip in corners(arrow.head_closed)
    assert arrow.head_strokes.isEmpty()


@pytest.mark.parametrize("sign", ["inhibits", "removes"])
def test_negative_influence_is_a_bar_across_the_tip(sign: Sign):
    arrow = straight(sign)
    assert arrow.head_closed.isEmpty()
    (x1, y1), (x2, y2) = corners(arrow.head_strokes)
    assert x1 == x2 == pytest.approx(arrow.tip.x())
    assert (y1 + y2) / 2 == pytest.approx(arrow.tip.y())
    assert abs(y2 - y1) > HEAD


def test_necessary_stimulation_is_a_triangle_behind_a_bar():
    arrow = straight("maintains")
    assert len(set(corners(arrow.head_closed))) == 3
    (x1, _), (x2, _) = corners(arrow.head_strokes)
    assert x1 == x2 < arrow.tip.x() - HEAD


def test_unknown_influence_is_a_diamond():
    arrow = straight("correlates")
    assert len(set(corners(arrow.head_closed))) == 4
    assert arrow.head_strokes.isEmpty()


def test_the_head_turns_with_the_arrow():
    arrow = drawn(node(100, 100), node(100, 400), (), "inhibits", HEAD)
    (_, y1), (_, y2) = corners(arrow.head_strokes)
    assert y1 == y2 == pytest.approx(arrow.tip.y())
