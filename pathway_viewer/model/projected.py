"""Where a pathway stands when it is projected: its first layer alone, and large."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import structs

from pathway_viewer.model.ids import NodeId
from pathway_viewer.model.layered import layered
from pathway_viewer.model.pathway import Arrangement, Box, Pathway

SIZE = (320.0, 130.0)
"""Width and height of a node that the program places, in canvas units: smaller where many stand."""


def projected(pathway: Pathway) -> Pathway:
    """The same pathway, arranged for the back row of a hall.

    Its arrangement names every node of the first layer, each with its size. What the file does
    not say of them is laid out in layers from cause to effect; no other node has a place, then.
    """
    audience = pathway.audience
    core = [node.id for node in pathway.nodes if node.layer == pathway.layers[0].id]
    whole = audience.nodes.keys() >= set(core)
    boxes = {n: _box(at) for n, at in audience.nodes.items()} if whole else _laid_out(pathway)
    rest = audience if whole else Arrangement()
    arrangement = Arrangement(
        nodes={**boxes},
        compartments=rest.compartments,
        edges=rest.edges,
        chips=rest.chips,
    )
    return structs.replace(pathway, arrangement=arrangement, canvas=audience.canvas)


def projects(pathway: Pathway, nodes: Collection[str]) -> bool:
    """Whether all of these nodes have a place there: the first layer, and what the file adds."""
    added = pathway.audience.nodes
    first = pathway.layers[0].id
    core = [node.id for node in pathway.nodes if node.layer == first]
    known = {*core, *added} if added.keys() >= set(core) else set(core)
    return known.issuperset(nodes)


def _box(numbers: tuple[float, ...]) -> Box:
    """Centre, width and height; the usual size where the file gives none."""
    x, y, *size = numbers
    width, height = (*size, *SIZE[len(size) :])
    return x, y, width, height


def _laid_out(pathway: Pathway) -> dict[NodeId, Box]:
    """The nodes of the first layer alone, on the audience's canvas."""
    nodes = tuple(node for node in pathway.nodes if node.layer == pathway.layers[0].id)
    core = {node.id for node in nodes}
    edges = tuple(e for e in pathway.edges if e.source in core and e.target in core)
    alone = structs.replace(
        pathway,
        nodes=nodes,
        edges=edges,
        arrangement=Arrangement(),
        canvas=pathway.audience.canvas,
    )
    return layered(alone, *SIZE)
