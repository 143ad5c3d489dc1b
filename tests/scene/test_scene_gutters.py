"""Arrows of a large network pass between its nodes, and are found in no time."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from benchmarks.thousand import thousand
from pathway_viewer.model.ids import NodeId
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene import ways
from pathway_viewer.scene.diagram import Diagram, laid_out

pytestmark = pytest.mark.usefixtures("qapp")

NODES, ARROWS = 250, 500


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Pathway:
    """A quarter of the thousand nodes."""
    file = tmp_path_factory.mktemp("large") / "network.yaml"
    file.write_text(thousand(NODES, ARROWS), encoding="utf-8")
    loaded = load(file)
    assert loaded.problems == ()
    assert loaded.pathway is not None
    return loaded.pathway


@pytest.fixture(scope="module")
def diagram(qapp: object, network: Pathway) -> Diagram:
    """All of it on the canvas."""
    return laid_out(network, frozenset({"core"}))


def test_no_node_lies_on_another(diagram: Diagram):
    boxes = [shape.box.adjusted(0.1, 0.1, -0.1, -0.1) for shape in diagram.nodes]
    assert len(boxes) == NODES
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[:i])
    canvas = QRectF(0, 0, diagram.width, diagram.height)
    assert all(canvas.contains(box) for box in boxes)


def test_no_arrow_passes_through_a_foreign_node(diagram: Diagram):
    assert len(diagram.arrows) == ARROWS
    for shape in diagram.arrows:
        ends = {shape.edge.source, shape.edge.target}
        x, y = shape.arrow.track.T
        for node in diagram.nodes:
            if node.node.id not in ends:
                box = node.box.adjusted(1, 1, -1, -1)
                inside = (x > box.left()) & (x < box.right())
                inside &= (y > box.top()) & (y < box.bottom())
                assert not inside.any(), f"{shape.edge.id} through {node.node.id}"


def test_every_arrow_stays_on_the_canvas_and_ends_at_its_node(diagram: Diagram):
    boxes = {shape.node.id: shape.box.adjusted(-12, -12, 12, 12) for shape in diagram.nodes}
    for shape in diagram.arrows:
        assert np.all(shape.arrow.track >= 0)
        assert np.all(shape.arrow.track <= (diagram.width, diagram.height))
        assert boxes[shape.edge.source].contains(shape.arrow.at(0))
        assert boxes[shape.edge.target].contains(shape.arrow.at(1))


def test_no_way_is_searched_for_in_a_network_this_large(
    network: Pathway, monkeypatch: pytest.MonkeyPatch
):
    def searched(*_: object) -> None:
        raise AssertionError("a way was searched for")

    monkeypatch.setattr(ways.Router, "route", searched)
    monkeypatch.setattr(ways.Router, "fetch", searched)
    boxes = {id: (x, y, 20.0, 10.0) for id, x, y in _grid(network)}
    found = ways.ways_of(network, boxes)
    assert found.bends.keys() == {edge.id for edge in network.edges}
    kept = ways.ways_of(found.written(), boxes)
    assert kept.bends == found.bends


def _grid(network: Pathway) -> Iterator[tuple[NodeId, float, float]]:
    for i, node in enumerate(network.nodes):
        yield node.id, 60.0 * (1 + i // 20), 40.0 * (1 + i % 20)


def test_the_file_is_the_same_at_every_run():
    assert thousand(40, 80) == thousand(40, 80)
    assert thousand().count("  - {id: n") == 3000
