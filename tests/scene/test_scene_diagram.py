"""Where things stand: nothing jumps, no arrow runs over a node that it does not touch."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from geometry import Track, crossings, dense, on, overlapping
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF
from small import CORE, EDGES, NODES, PATHWAYS, edge, node, small

from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Arrangement, Pathway
from pathway_viewer.scene.diagram import ArrowShape, Diagram, laid_out

pytestmark = pytest.mark.usefixtures("qapp")


def every_layer(pathway: Pathway) -> frozenset[str]:
    return frozenset(layer.id for layer in pathway.layers)


def shown_layers(pathway: Pathway) -> list[frozenset[str]]:
    """The first layer alone, with each other one, and all together."""
    first, *others = (layer.id for layer in pathway.layers)
    return [frozenset({first}), *(frozenset({first, o}) for o in others), every_layer(pathway)]


def run_over(diagram: Diagram) -> list[str]:
    """Arrows with the nodes that they run over without touching them."""
    return [
        f"{arrow.edge.id} over {shape.node.id}"
        for arrow in diagram.arrows
        for shape in diagram.nodes
        if shape.node.id not in (arrow.edge.source, arrow.edge.target)
        and on(arrow.arrow.track, shape.box)
    ]


def crossing(diagram: Diagram) -> list[str]:
    """Pairs of arrows that cross, once for each time; a stretch they share is no crossing."""
    return [
        f"{a.edge.id} x {b.edge.id}"
        for a, b in combinations(diagram.arrows, 2)
        for _ in range(crossings(own_part(a), own_part(b)))
    ]


def own_part(shape: ArrowShape) -> Track:
    return shape.arrow.track[shape.along(0) : shape.along(1) + 1]


def test_crossings_are_counted():
    corner = [node(id) for id in "abcd"]
    places = {"a": (100, 100, 80, 40), "b": (700, 100, 80, 40)}
    places |= {"c": (400, 40, 80, 40), "d": (400, 400, 80, 40)}
    pathway = small(corner, [edge("a", "b"), edge("c", "d")])
    pathway.arrangement.nodes.update(places)  # the dict inside the frozen value
    assert crossing(laid_out(pathway, CORE)) == ["a__b x c__d"]


@pytest.mark.parametrize("path", PATHWAYS, ids=lambda path: path.stem)
def test_the_story_is_told_without_a_crossing_and_all_of_it_with_few(path: Path):
    pathway = load(path).pathway
    assert pathway is not None
    core, *_, every = shown_layers(pathway)
    assert crossing(laid_out(pathway, core)) == []
    assert len(crossing(laid_out(pathway, every))) <= 8


@pytest.mark.parametrize("path", PATHWAYS, ids=lambda path: path.stem)
def test_only_arrows_of_one_source_or_one_end_run_together(path: Path):
    pathway = load(path).pathway
    assert pathway is not None
    arrows = laid_out(pathway, every_layer(pathway)).arrows
    tracks = [dense(shape.arrow.track, 3.0) for shape in arrows]
    found: list[str] = []
    for (a, one), (b, other) in combinations(zip(arrows, tracks, strict=True), 2):
        first, second = a.edge, b.edge
        kin = first.source == second.source or (
            first.target == second.target and first.sign == second.sign
        )
        if not kin and together(one, other) > 14:  # more than 40 canvas units
            found.append(f"{first.id} and {second.id}")
    assert found == []


def together(one: Track, other: Track) -> int:
    """How many points of a track are nearer to another one than can be told apart."""
    far = np.hypot(one[:, None, 0] - other[None, :, 0], one[:, None, 1] - other[None, :, 1])
    return int((far.min(axis=1) < 6).sum())


def test_few_arrows_cross_where_the_program_finds_their_ways_itself(flagship: Pathway):
    """Without what the file says of arrows: there were 300 crossings once."""
    bare = replace(flagship.arrangement, edges={}, chips={})
    diagram = laid_out(replace(flagship, arrangement=bare), every_layer(flagship))
    assert len(crossing(diagram)) <= 40
    assert run_over(diagram) == []
    assert sum(shape.arrow.length for shape in diagram.arrows) < 16000


@pytest.mark.parametrize("path", PATHWAYS, ids=lambda path: path.stem)
def test_no_arrow_runs_over_a_node_that_it_does_not_touch(path: Path):
    pathway = load(path).pathway
    assert pathway is not None
    for layers in shown_layers(pathway):
        assert run_over(laid_out(pathway, layers)) == [], sorted(layers)


@pytest.mark.parametrize("stretch", [(1.2, 1.0), (1.08, 1.0), (1.0, 1.16), (1.0, 1.36)])
@pytest.mark.parametrize("path", PATHWAYS, ids=lambda path: path.stem)
def test_drawn_apart_arrows_keep_off_nodes_and_chips_and_meet_their_nodes_squarely(
    path: Path, stretch: tuple[float, float]
):
    pathway = load(path).pathway
    assert pathway is not None
    diagram = laid_out(pathway, every_layer(pathway), stretch=stretch)
    assert run_over(diagram) == []
    assert over_chips(diagram.arrows) == []
    for shape in diagram.arrows:
        assert shape.arrow.length >= 16, shape.edge.id
        ahead = abs(shape.arrow.track[-1] - shape.arrow.track[-2])
        assert min(ahead) < 0.5 * max(ahead), f"{shape.edge.id} arrives at a slant"


@pytest.mark.parametrize("path", PATHWAYS, ids=lambda path: path.stem)
def test_every_arrow_is_long_enough_to_show_its_head(path: Path):
    pathway = load(path).pathway
    assert pathway is not None
    arrows = laid_out(pathway, every_layer(pathway)).arrows
    assert [f"{a.edge.id}: {a.arrow.length:.0f}" for a in arrows if a.arrow.length < 16] == []


@pytest.mark.parametrize("path", PATHWAYS, ids=lambda path: path.stem)
def test_nodes_and_chips_stand_free_of_each_other_and_on_the_canvas(path: Path):
    pathway = load(path).pathway
    assert pathway is not None
    diagram = laid_out(pathway, every_layer(pathway))
    boxes = [(str(shape.node.id), shape.box) for shape in diagram.nodes]
    chips = {(a.edge.source, a.chip.getRect()): a.chip for a in diagram.arrows if a.chip}
    boxes += [(f"chip {source} at {at}", chip) for (source, at), chip in chips.items()]
    assert overlapping(boxes) == []
    canvas = QRectF(0, 0, diagram.width, diagram.height)
    assert [name for name, box in boxes if not canvas.contains(box)] == []


@pytest.mark.parametrize("path", PATHWAYS, ids=lambda path: path.stem)
def test_no_arrow_runs_over_a_chip_that_is_not_its_own(path: Path):
    pathway = load(path).pathway
    assert pathway is not None
    assert over_chips(laid_out(pathway, every_layer(pathway)).arrows) == []


def over_chips(arrows: tuple[ArrowShape, ...]) -> list[str]:
    """Arrows with the chips that they run over without starting there."""
    return [
        f"{a.edge.id} over the chip of {b.edge.id}"
        for a in arrows
        for b in arrows
        if b.chip and a.chip != b.chip and on(a.arrow.track, b.chip)
    ]


def test_showing_a_layer_moves_no_node(flagship: Pathway):
    core, *_, every = shown_layers(flagship)
    before = {shape.node.id: shape.box for shape in laid_out(flagship, core).nodes}
    after = {shape.node.id: shape.box for shape in laid_out(flagship, every).nodes}
    assert before
    assert {id: after[id] for id in before} == before


def test_only_nodes_and_arrows_of_the_shown_layers_are_there(cascade: Pathway):
    core = laid_out(cascade, CORE)
    assert [shape.node.id for shape in core.nodes] == ["drug", "brake", "relay", "outcome"]
    assert "drug__extra" not in [shape.edge.id for shape in core.arrows]
    every = laid_out(cascade, every_layer(cascade))
    assert len(every.nodes) == len(NODES)
    assert len(every.arrows) == len(EDGES)


def test_an_arrow_of_a_layer_of_its_own_is_hidden_with_it():
    late = replace(edge("brake", "relay"), layer="detail")
    pathway = small(edges=[late])
    assert laid_out(pathway, CORE).arrows == ()
    assert len(laid_out(pathway, every_layer(pathway)).arrows) == 1


def test_places_in_rows_are_those_of_the_pathway(cascade: Pathway):
    diagram = laid_out(cascade, every_layer(cascade))
    for shape in diagram.nodes:
        assert cascade.nodes[shape.index] is shape.node
    for shape in diagram.arrows:
        assert cascade.edges[shape.index] is shape.edge


def test_the_first_layer_is_the_core(cascade: Pathway):
    shapes = laid_out(cascade, every_layer(cascade)).nodes
    assert [shape.node.id for shape in shapes if not shape.core] == ["extra"]


def test_a_point_on_a_node_and_one_on_an_arrow_are_found(cascade: Pathway):
    diagram = laid_out(cascade, CORE)
    assert diagram.node_at(120, 120) == "drug"
    assert diagram.node_at(260, 120) == ""
    assert diagram.arrow_at(260, 120) == "drug__brake"
    assert diagram.arrow_at(260, 160) == ""


def test_the_nearest_of_two_arrows_is_found(cascade: Pathway):
    diagram = laid_out(small(edges=[edge("drug", "brake"), edge("drug", "relay")]), CORE)
    for arrow in diagram.arrows:
        assert diagram.arrow_at(*_middle(arrow)) == arrow.edge.id


def _middle(arrow: ArrowShape) -> tuple[float, float]:
    point = arrow.arrow.at(0.5)
    return point.x(), point.y()


def test_an_arrow_that_a_node_blocks_is_led_around_it():
    nodes = [node("drug"), node("wall"), node("relay")]
    pathway = small(nodes, [edge("drug", "relay")])
    pathway.arrangement.nodes.update(
        drug=(120, 200, 120, 60), wall=(400, 200, 120, 60), relay=(680, 200, 120, 60)
    )
    diagram = laid_out(pathway, CORE)
    assert run_over(diagram) == []
    assert diagram.arrows[0].arrow.length > 680 - 120 - 120


def test_a_node_of_a_hidden_layer_is_in_the_way_too():
    nodes = [node("drug"), node("wall", layer="detail"), node("relay")]
    pathway = small(nodes, [edge("drug", "relay")])
    pathway.arrangement.nodes.update(
        drug=(120, 200, 120, 60), wall=(400, 200, 120, 60), relay=(680, 200, 120, 60)
    )
    assert run_over(laid_out(pathway, every_layer(pathway))) == []
    hidden = laid_out(pathway, CORE).arrows[0].arrow
    assert (hidden.track == laid_out(pathway, every_layer(pathway)).arrows[0].arrow.track).all()


def test_a_diagram_of_no_layers_is_empty(cascade: Pathway):
    diagram = laid_out(cascade, frozenset())
    assert (diagram.nodes, diagram.arrows) == ((), ())
    assert (diagram.node_at(120, 120), diagram.arrow_at(120, 120)) == ("", "")


@st.composite
def tangles(draw: st.DrawFn) -> Pathway:
    """Up to a dozen nodes without a place and any arrows among them, loops and all."""
    count = draw(st.integers(1, 12))
    end = st.integers(0, count - 1)
    pairs = draw(st.lists(st.tuples(end, end), max_size=2 * count, unique=True))
    pathway = small(
        [node(f"n{i}") for i in range(count)], [edge(f"n{a}", f"n{b}") for a, b in pairs]
    )
    return replace(pathway, canvas=(1600.0, 900.0), arrangement=Arrangement())


@settings(max_examples=40)
@given(tangles())
def test_a_file_without_places_is_drawn_well_too(pathway: Pathway):
    diagram = laid_out(pathway, CORE)
    assert run_over(diagram) == []
    assert [a.edge.id for a in diagram.arrows if a.arrow.length < 16] == []
    assert overlapping([(str(shape.node.id), shape.box) for shape in diagram.nodes]) == []


@pytest.mark.parametrize("wall", [(), ("right",), ("right", "above")])
def test_an_arrow_to_its_own_node_goes_around_a_free_corner(wall: tuple[str, ...]):
    walls = {"right": (590, 200, 40, 300), "above": (400, 120, 340, 60)}
    pathway = small([node("relay"), *map(node, wall)], [edge("relay", "relay")])
    pathway.arrangement.nodes.update(relay=(480, 230, 140, 60), **{w: walls[w] for w in wall})
    diagram = laid_out(pathway, CORE)
    (arrow,) = diagram.arrows
    assert run_over(diagram) == []
    assert arrow.arrow.length > 60
    assert not any(diagram.nodes[0].outline.contains(QPointF(x, y)) for x, y in arrow.arrow.track)


def test_a_file_that_places_nothing_fills_the_picture(cascade: Pathway):
    free = replace(cascade, arrangement=Arrangement(), nodes=cascade.nodes[:2], edges=())
    extent = laid_out(free, every_layer(free)).extent
    assert extent.width() < free.canvas[0]
    assert extent.height() < free.canvas[1]
    shapes = laid_out(free, every_layer(free)).nodes
    assert all(extent.contains(shape.box) for shape in shapes)
    assert laid_out(free, frozenset({free.layers[0].id})).extent == extent


def test_an_arranged_canvas_is_shown_whole(flagship: Pathway):
    extent = laid_out(flagship, every_layer(flagship)).extent
    assert (extent.width(), extent.height()) == flagship.canvas
