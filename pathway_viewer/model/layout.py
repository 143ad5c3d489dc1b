"""Where every node stands: as the file says, the rest in layers from cause to effect."""

from __future__ import annotations

from pathway_viewer.model.free_room import Room
from pathway_viewer.model.ids import NodeId
from pathway_viewer.model.layered import layered
from pathway_viewer.model.pathway import Box, Pathway

WIDTH = 116.0
HEIGHT = 46.0
"""Size of a node that the file gives none, in canvas units: a name of some 14 letters fits."""


def arranged(pathway: Pathway) -> dict[NodeId, Box]:
    """Centre x, centre y, width and height of every node, in canvas units and file order.

    What the file places stands there. When it places nothing, and no compartment has a box, the
    nodes stand in columns from causes (left) to effects; else the others find free room: in
    their compartment's box if it has one, near what they are joined to. Nodes without a place
    overlap nothing; where the canvas is crowded they are smaller. The same file always gives
    the same picture.
    """
    placed = {node: _box(numbers) for node, numbers in pathway.arrangement.nodes.items()}
    if len(placed) < len(pathway.nodes):
        columns = layered(pathway, WIDTH, HEIGHT)
        whole = not placed and not pathway.arrangement.compartments
        placed |= columns if whole else _fitted(pathway, placed, columns)
    return {node.id: placed[node.id] for node in pathway.nodes}


def _box(numbers: tuple[float, ...]) -> Box:
    x, y, *size = numbers
    width, height = (*size, *(WIDTH, HEIGHT)[len(size) :])
    return x, y, width, height


def _fitted(
    pathway: Pathway, placed: dict[NodeId, Box], columns: dict[NodeId, Box]
) -> dict[NodeId, Box]:
    """The nodes without a place, each where there is room nearest to where it would like to be."""
    room = Room(pathway.canvas, tuple(placed.values()))
    found: dict[NodeId, Box] = {}
    for node in pathway.nodes:
        if node.id in placed:
            continue
        home = pathway.arrangement.compartments.get(node.compartment)
        wish = _wish(pathway, node.id, placed | found, columns)
        found[node.id] = room.take(wish, (WIDTH, HEIGHT), home)
    return found


def _wish(
    pathway: Pathway, node: NodeId, placed: dict[NodeId, Box], columns: dict[NodeId, Box]
) -> tuple[float, float]:
    """The middle of the nodes it is joined to that have a place, else its place in columns."""
    ends = [(edge.source, edge.target) for edge in pathway.edges]
    joined = [b if a == node else a for a, b in ends if node in (a, b) and a != b]
    boxes = [placed[other] for other in joined if other in placed] or [columns[node]]
    return sum(box[0] for box in boxes) / len(boxes), sum(box[1] for box in boxes) / len(boxes)
