"""Ways: what the file says stands, the rest is found, for all layers at once."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF
from small import CORE, EDGES, NODES, edge, node, small

from pathway_viewer.model.layout import arranged
from pathway_viewer.model.pathway import Arrangement, Pathway
from pathway_viewer.scene.diagram import laid_out
from pathway_viewer.scene.ways import Ways, chip_size, ways_of

pytestmark = pytest.mark.usefixtures("qapp")

FAR = {"drug": (80.0, 60.0, 100.0, 40.0), "extra": (1500.0, 800.0, 100.0, 40.0)}


def ways(pathway: Pathway) -> Ways:
    return ways_of(pathway, arranged(pathway))


def arranged_as(pathway: Pathway, **given: Any) -> Pathway:
    return replace(pathway, arrangement=replace(pathway.arrangement, **given))


def far(layer: str = "detail") -> Pathway:
    """A drug far from what it acts on."""
    nodes = [node("drug", glyph="agent"), node("extra", layer)]
    wide = replace(small(nodes, [edge("drug", "extra")]), canvas=(1600.0, 900.0))
    return arranged_as(wide, nodes=FAR, compartments={})


def test_bends_of_the_file_stand():
    bends = ((400.0, 30.0), (660.0, 30.0))
    found = ways(arranged_as(small(), edges={"drug__brake": bends}))
    assert found.bends["drug__brake"] == bends  # type: ignore[index]


def test_an_arrow_with_nothing_in_between_is_straight():
    assert ways(small()).bends["drug__brake"] == ()  # type: ignore[index]


def test_an_arrow_from_far_away_starts_at_a_chip_beside_its_target():
    pathway = far()
    ((id, chip),) = ways(pathway).chips.items()
    assert id == "drug__extra"
    assert (chip.width(), chip.height()) == pytest.approx(chip_size(pathway, pathway.edge(id)))
    target = QRectF(1450, 780, 100, 40)
    assert not chip.intersects(target)
    assert chip.intersects(target.adjusted(-200, -200, 200, 200))


def test_the_story_itself_is_drawn_in_full():
    found = ways(far("core"))
    assert found.chips == {}
    assert found.bends["drug__extra"]  # type: ignore[index]


def test_a_file_that_places_nothing_has_no_chips():
    bare = replace(far(), arrangement=Arrangement())
    assert ways(bare).chips == {}


def test_a_chip_of_the_file_stands_where_it_says_and_may_have_bends():
    chips, bends = {"drug__extra": (300.0, 200.0)}, {"drug__extra": ((120.0, 200.0),)}
    found = ways(arranged_as(small(), chips=chips, edges=bends))
    assert found.chips["drug__extra"].center().toTuple() == (300.0, 200.0)  # type: ignore[index]
    (shape,) = (s for s in laid_out(found.pathway, CORE | {"detail"}).arrows if s.chip)
    start, end = shape.arrow.track[0], shape.arrow.track[-1]
    assert start[1] == pytest.approx(200.0)
    assert end[0] == pytest.approx(120.0)


def test_what_was_found_can_be_written_down_and_stands():
    pathway = small(NODES, (*EDGES, edge("drug", "outcome"), edge("outcome", "brake")))
    first = ways(pathway)
    again = ways(first.written())
    assert again.bends == first.bends
    assert again.chips == first.chips


def test_showing_a_layer_moves_no_arrow():
    pathway = small(NODES, (*EDGES, edge("drug", "outcome"), edge("extra", "outcome")))
    core = {s.edge.id: s.arrow.track for s in laid_out(pathway, CORE).arrows}
    every = {s.edge.id: s.arrow.track for s in laid_out(pathway, CORE | {"detail"}).arrows}
    assert core
    assert all((every[id] == track).all() for id, track in core.items())
