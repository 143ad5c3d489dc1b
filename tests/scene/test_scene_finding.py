"""From a pixel to a node or an arrow, and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from small import CORE, edge, small

from pathway_viewer.look.theme import PAPER
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.diagram import laid_out
from pathway_viewer.scene.finding import REACH, box_of, hit, point_of
from pathway_viewer.scene.sheet import Sheet, fit

pytestmark = pytest.mark.usefixtures("qapp")


def sheet(pathway: Pathway | None = None, width: float = 1600) -> Sheet:
    return fit(laid_out(pathway or small(), CORE), PAPER, QRectF(0, 0, width, width * 450 / 800))


@pytest.mark.parametrize("width", [400, 1600])
def test_the_point_of_every_part_meets_it(width: float):
    one = sheet(width=width)
    for id in ("drug", "brake", "relay", "outcome", "drug__brake", "relay__outcome"):
        assert hit(one, point_of(one, id)) == id


def test_an_arrow_is_met_within_reach_of_a_pointer_and_no_farther():
    one = sheet()
    middle = point_of(one, "drug__brake")
    assert hit(one, middle + QPointF(0, REACH - 1)) == "drug__brake"
    assert hit(one, middle + QPointF(0, REACH + 3)) == ""


def test_a_point_of_an_arrow_is_clear_of_arrows_that_share_its_way():
    pathway = small(edges=[edge("drug", "relay"), edge("brake", "relay"), edge("drug", "outcome")])
    one = sheet(pathway)
    for arrow in one.arrows:
        id = str(arrow.shape.edge.id)
        assert hit(one, point_of(one, id)) == id


def test_boxes_hold_what_they_are_of():
    one = sheet()
    assert box_of(one, "drug") == one.nodes[0].box
    arrow = box_of(one, "brake__relay")
    assert arrow is not None
    assert arrow.adjusted(-1, -1, 1, 1).contains(point_of(one, "brake__relay"))
    assert box_of(one, "extra") is None


def test_there_is_no_point_of_what_is_not_shown():
    with pytest.raises(KeyError):
        point_of(sheet(), "extra")
