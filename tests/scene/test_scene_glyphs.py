"""Outlines of nodes: inside their boxes, and told apart by shape alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from pathway_viewer.model.pathway import Glyph
from pathway_viewer.scene.glyphs import outline

BOX = QRectF(100, 50, 140, 60)


@given(
    st.sampled_from(["agent", "activity", "phenotype"]), st.integers(40, 300), st.integers(20, 90)
)
def test_an_outline_fills_its_box_and_no_more(glyph: Glyph, width: int, height: int):
    box = QRectF(10, 20, width, height)
    bounds = outline(glyph, box).boundingRect()
    assert bounds.toRect() == box.toRect()
    assert outline(glyph, box).contains(box.center())


@pytest.mark.parametrize(
    ("glyph", "edge_middle", "corner"),
    [("activity", True, False), ("agent", False, True), ("phenotype", True, False)],
)
def test_shapes_differ_at_the_middle_of_a_side_and_at_a_corner(
    glyph: Glyph, edge_middle: bool, corner: bool
):
    shape = outline(glyph, BOX)
    assert shape.contains(QPointF(BOX.left() + 2, BOX.center().y())) == edge_middle
    assert shape.contains(QPointF(BOX.left() + 2, BOX.top() + 1)) == corner


def test_a_phenotype_is_pointed_and_an_activity_is_not():
    beside = QPointF(BOX.left() + 2, BOX.top() + BOX.height() * 0.3)
    assert not outline("phenotype", BOX).contains(beside)
    assert outline("activity", BOX).contains(beside)
