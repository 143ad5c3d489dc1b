"""Where a cell's parts stand: in the rim, on nothing, and in the same place whatever is shown."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from drawing import overlapping_boxes
from PySide6.QtCore import QPointF, QRectF
from small import CORE, PATHWAYS, small
from synapses import BOXES, synapse

from pathway_viewer.look.theme import PAPER, PROJECTOR
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.anatomy import Anatomy
from pathway_viewer.scene.clutter import Clutter
from pathway_viewer.scene.diagram import laid_out
from pathway_viewer.scene.names import name_boxes
from pathway_viewer.scene.rim import SIDES, Side, Spot, depth
from pathway_viewer.scene.settling import anatomy_of

pytestmark = pytest.mark.usefixtures("qapp")


def core_of(pathway: Pathway) -> Anatomy:
    return anatomy_of(laid_out(pathway, frozenset({pathway.layers[0].id})), PAPER)


@pytest.fixture(scope="module", params=PATHWAYS, ids=lambda path: path.stem)
def shipped(request: pytest.FixtureRequest) -> Pathway:
    path = request.param
    assert isinstance(path, Path)
    pathway = load(path).pathway
    assert pathway is not None
    return pathway


def test_a_file_that_says_nothing_of_it_has_no_anatomy():
    assert anatomy_of(laid_out(small(), CORE), PAPER) == Anatomy()


def test_each_part_stands_in_the_rim_of_its_cell_towards_the_cleft():
    found = core_of(synapse())
    assert [gate.kind for gate in found.gates] == ["channel", "receptor"]
    dendrite, terminal = QRectF(*BOXES["dendrite"]), QRectF(*BOXES["terminal"])
    for gate in found.gates:
        assert depth(dendrite, "left", QRectF(gate.spot.x, gate.spot.y, 0, 0)) == 0
    (pool,) = found.pools
    assert all(site.x == terminal.right() for site in pool.sites)
    assert found.spines[0].spot.side == "left"


def test_sites_of_release_are_driven_by_what_produces_the_transmitter():
    (pool,) = core_of(synapse()).pools
    assert pool.drives == (0,)


def test_the_density_faces_the_active_zone():
    zone, density = core_of(synapse()).dense
    assert (zone.place, density.place) == ("terminal", "membrane")
    assert abs(zone.start.y - density.start.y) < 60
    assert density.start.x == BOXES["dendrite"][0]


def test_nothing_of_it_touches_a_node_an_arrow_a_name_or_another_part(shipped: Pathway):
    for layers in (frozenset({shipped.layers[0].id}), frozenset(la.id for la in shipped.layers)):
        for theme in (PAPER, PROJECTOR):
            diagram = laid_out(shipped, layers)
            boxes = anatomy_of(diagram, theme).boxes()
            clutter = Clutter(diagram, name_boxes(diagram, theme))
            assert [
                box for box in boxes if not clutter.free(box.adjusted(0.1, 0.1, -0.1, -0.1))
            ] == []
            assert overlapping_boxes(boxes) == []


def test_a_shipped_pathway_has_all_kinds_of_it(shipped: Pathway):
    found = core_of(shipped)
    assert {gate.kind for gate in found.gates} >= {"channel"}
    assert len(found.spines) >= 6
    assert len(found.pools[0].sites) >= 5


def test_no_part_moves_when_layers_are_shown(shipped: Pathway):
    core = core_of(shipped)
    every = anatomy_of(laid_out(shipped, frozenset(la.id for la in shipped.layers)), PAPER)
    assert set(every.spines) <= set(core.spines)
    shown = {gate.index: gate.spot for gate in core.gates}
    assert all(shown.get(gate.index, gate.spot) == gate.spot for gate in every.gates)
    sites = {site for pool in core.pools for site in pool.sites}
    assert {site for pool in every.pools for site in pool.sites} <= sites


def test_with_all_layers_every_receptor_has_its_gate_and_the_rest_keeps_some_room(
    shipped: Pathway,
):
    diagram = laid_out(shipped, frozenset(la.id for la in shipped.layers))
    every = anatomy_of(diagram, PAPER)
    wanted = {s.index for s in diagram.nodes if s.node.shows in ("channel", "receptor")}
    assert {gate.index for gate in every.gates} == wanted
    assert len(every.spines) >= 4
    assert sum(len(pool.sites) for pool in every.pools) >= 3


def test_neighbouring_spines_emerge_apart(shipped: Pathway):
    turns = [spine.turn for spine in core_of(shipped).spines]
    assert len(set(turns)) == len(turns)
    assert all(abs(a - b) > 0.2 for a, b in pairwise(turns))


def test_it_is_found_once_for_a_diagram():
    diagram = laid_out(synapse(), CORE)
    assert anatomy_of(diagram, PAPER) is anatomy_of(diagram, PAPER)
    assert anatomy_of(laid_out(synapse(), CORE), PAPER) == anatomy_of(diagram, PAPER)


@pytest.mark.parametrize("side", SIDES)
def test_what_is_seen_from_a_spot_is_where_it_is_painted(side: Side):
    spot = Spot(40, 30, side)
    at = spot.turned().map(QPointF(7, 3))
    assert spot.seen(7, 3) == pytest.approx((at.x(), at.y()))
    assert spot.box(0, 7, 3).contains(QPointF(*spot.seen(6, 2)))
