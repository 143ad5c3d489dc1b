"""What arrows share is drawn once; what is each one's own is found."""

from __future__ import annotations

import numpy as np
import pytest
from geometry import dense
from msgspec.structs import replace
from PySide6.QtCore import QRectF
from small import CORE, edge, node, small

from pathway_viewer.look.theme import PAPER
from pathway_viewer.model.pathway import Arrangement, Pathway
from pathway_viewer.scene.arrows import between
from pathway_viewer.scene.bundles import WHOLE
from pathway_viewer.scene.diagram import ArrowShape, laid_out
from pathway_viewer.scene.lighting import lighted
from pathway_viewer.scene.sheet import fit

pytestmark = pytest.mark.usefixtures("qapp")

PLACES = {
    "a": (100.0, 100.0, 100.0, 50.0),
    "b": (600.0, 60.0, 100.0, 50.0),
    "c": (600.0, 300.0, 100.0, 50.0),
    "d": (100.0, 340.0, 100.0, 50.0),
}


def shapes(*edges: object, bends: dict[str, object]) -> dict[str, ArrowShape]:
    pathway: Pathway = small([node(id) for id in PLACES], edges)  # type: ignore[arg-type]
    arrangement = replace(pathway.arrangement, nodes=PLACES, edges=bends)
    diagram = laid_out(replace(pathway, arrangement=arrangement), CORE)
    return {str(shape.edge.id): shape for shape in diagram.arrows}


TRUNK = {"a__b": [(400.0, 100.0), (400.0, 60.0)], "a__c": [(400.0, 100.0), (400.0, 300.0)]}


def test_a_trunk_is_drawn_once_as_the_better_supported_arrow():
    found = shapes(edge("a", "b", strength="weak"), edge("a", "c"), bends=TRUNK)
    assert found["a__c"].own == WHOLE
    first, last = found["a__b"].own
    assert last == 1.0
    x, y = found["a__b"].arrow.track[found["a__b"].along(0)].tolist()
    assert first > 0.3
    assert 370 < x < 401, "the branch begins where the trunk turns"
    assert abs(y - 100) < 2


def test_arrows_that_reach_one_node_with_one_head_share_its_end():
    bends = {"a__c": [(300.0, 100.0), (300.0, 300.0)], "d__c": [(300.0, 340.0), (300.0, 300.0)]}
    found = shapes(edge("a", "c"), edge("d", "c", strength="weak"), bends=bends)
    assert found["a__c"].own == WHOLE
    assert found["d__c"].own[0] == 0.0
    assert found["d__c"].own[1] < 0.5


def test_arrows_with_other_heads_share_nothing():
    bends = {"a__c": [(300.0, 100.0), (300.0, 300.0)], "d__c": [(300.0, 340.0), (300.0, 300.0)]}
    found = shapes(edge("a", "c"), edge("d", "c", "inhibits"), bends=bends)
    assert {shape.own for shape in found.values()} == {WHOLE}


def test_arrows_apart_are_whole():
    found = shapes(edge("a", "b"), edge("d", "c"), bends={})
    assert {shape.own for shape in found.values()} == {WHOLE}


def test_the_own_part_of_a_shaft_lies_on_the_whole():
    shape = shapes(edge("a", "b", strength="weak"), edge("a", "c"), bends=TRUNK)["a__b"]
    part = between(shape.arrow, *shape.own)
    whole = dense(shape.arrow.track, 0.5)
    points = [part.pointAtPercent(i / 40) for i in range(41)]
    off = [np.hypot(*(whole - (p.x(), p.y())).T).min() for p in points]
    assert max(off) < 3.0
    assert part.length() < shape.arrow.shaft.length() * 0.8
    assert between(shape.arrow, *WHOLE) is shape.arrow.shaft


def test_a_lit_arrow_is_drawn_whole_though_its_trunk_belongs_to_a_dimmed_one():
    found = shapes(edge("a", "b", strength="weak"), edge("a", "c"), bends=TRUNK)
    assert found["a__b"].own != WHOLE
    pathway = replace(
        small([node(id) for id in PLACES], [edge("a", "b", strength="weak"), edge("a", "c")]),
        arrangement=Arrangement(nodes=PLACES, edges=TRUNK),  # type: ignore[arg-type]
    )
    sheet = fit(laid_out(pathway, CORE), PAPER, QRectF(0, 0, 800, 450))
    lit = lighted(sheet, frozenset({"a", "b"})).lit
    assert [arrow.part == arrow.shaft for arrow in lit.arrows] == [True]
    assert [arrow.part == arrow.shaft for arrow in sheet.arrows] == [False, True]
