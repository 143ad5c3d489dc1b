"""The arrow keys lead along the cascade."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from small import CORE, small

from pathway_viewer.look.theme import PAPER
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.diagram import laid_out
from pathway_viewer.scene.sheet import Sheet, fit
from pathway_viewer.scene.walk import ANGLES, neighbour, next_arrow

pytestmark = pytest.mark.usefixtures("qapp")


def sheet(pathway: Pathway | None = None, layers: frozenset[str] = CORE) -> Sheet:
    return fit(laid_out(pathway or small(), layers), PAPER, QRectF(0, 0, 800, 450))


@pytest.mark.parametrize(
    ("start", "direction", "end"),
    [
        ("drug", "right", "brake"),
        ("brake", "down", "relay"),
        ("relay", "right", "outcome"),
        ("outcome", "left", "relay"),
        ("relay", "up", "brake"),
        ("brake", "left", "drug"),
        ("drug", "left", ""),
        ("drug", "up", ""),
        ("outcome", "down", ""),
    ],
)
def test_a_key_leads_to_the_node_that_lies_there(start, direction, end):
    assert neighbour(sheet(), start, direction) == end


def test_from_an_arrow_keys_lead_to_its_ends():
    one = sheet()
    assert neighbour(one, "drug__brake", "right") == "brake"
    assert neighbour(one, "drug__brake", "down") == "brake"
    assert neighbour(one, "drug__brake", "left") == "drug"
    assert neighbour(one, "drug__brake", "up") == "drug"


def test_from_nowhere_a_key_leads_to_the_first_node():
    assert neighbour(sheet(), "", "right") == "drug"
    assert neighbour(sheet(), "extra", "right") == "drug"
    assert neighbour(sheet(layers=frozenset()), "", "right") == ""


def test_a_joined_node_is_preferred_to_a_nearer_one():
    joined = sheet(small(), frozenset({"core", "detail"}))
    assert neighbour(joined, "drug", "down") == "extra"
    apart = sheet(small(edges=()), CORE)
    assert neighbour(apart, "outcome", "up") == "brake"


def test_every_node_of_the_flagship_is_reached_by_keys_from_the_first(flagship: Pathway):
    one = sheet(flagship, frozenset({flagship.layers[0].id}))
    ids = {str(node.shape.node.id) for node in one.nodes}
    seen, waiting = {min(ids)}, [min(ids)]
    while waiting:
        start = waiting.pop()
        ends = {neighbour(one, start, direction) for direction in ANGLES} - {""} - seen
        seen |= ends
        waiting += ends
    assert ids - seen == set()


def test_brackets_go_round_the_arrows_of_a_node_leaving_ones_first():
    one = sheet(layers=frozenset({"core", "detail"}))
    assert next_arrow(one, "drug", 1) == "drug__brake"
    assert next_arrow(one, "drug__brake", 1) == "drug__extra"
    assert next_arrow(one, "drug__extra", 1) == "drug__brake"
    assert next_arrow(one, "drug", -1) == "drug__extra"
    assert next_arrow(one, "brake", 1) == "brake__relay"
    assert next_arrow(one, "outcome", 1) == "relay__outcome"


def test_a_node_without_arrows_has_none_to_go_to():
    assert next_arrow(sheet(small(edges=())), "drug", 1) == ""


def test_every_arrow_of_the_flagship_is_reached_by_brackets(flagship: Pathway):
    one = sheet(flagship, frozenset(layer.id for layer in flagship.layers))
    reached: set[str] = set()
    for node in one.nodes:
        here = next_arrow(one, str(node.shape.node.id), 1)
        while here and here not in reached:
            reached.add(here)
            here = next_arrow(one, here, 1)
    assert {str(arrow.shape.edge.id) for arrow in one.arrows} - reached == set()
