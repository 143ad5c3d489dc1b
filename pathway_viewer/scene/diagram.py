"""Where each node and arrow of the shown layers stands, in canvas units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from pathway_viewer.model.ids import NodeId
from pathway_viewer.model.layout import arranged
from pathway_viewer.model.pathway import Box, Edge, Node, Pathway
from pathway_viewer.model.projected import projected, projects
from pathway_viewer.model.routes import reading_order
from pathway_viewer.model.stretched import Stretch, stretched
from pathway_viewer.scene.arrows import Arrow, drawn
from pathway_viewer.scene.bundles import WHOLE, Strand, own_parts
from pathway_viewer.scene.glyphs import outline
from pathway_viewer.scene.overlay import NOTHING, Overlay, Standing
from pathway_viewer.scene.sizes import AUDIENCE, ORDINARY, Sizes
from pathway_viewer.scene.spread import PLAIN, TINY, Spread, enlarged_for, scale_of, stretch_for
from pathway_viewer.scene.ways import Ways, ways_of

MARGIN = 70.0
"""Canvas left around nodes that the program itself has placed."""


@dataclass(frozen=True)
class NodeShape:
    """One node on the canvas; `index` is its place in every row of levels."""

    index: int
    node: Node
    box: QRectF
    outline: QPainterPath
    core: bool


@dataclass(frozen=True)
class ArrowShape:
    """One arrow on the canvas; `index` is its place in every row of flows.

    An arrow from far away starts at a chip that names its source. `standing` says whether it
    counts in this run in full, in part, or not at all. `own` are the shares of its length
    between which it runs by itself: what it shares with others is drawn once, by one of them.
    """

    index: int
    edge: Edge
    arrow: Arrow
    chip: QRectF | None = None
    standing: Standing = "whole"
    own: tuple[float, float] = WHOLE

    def along(self, share: float) -> int:
        """The sample of its track at a share of its own part."""
        first, last = self.own
        return round((first + share * (last - first)) * (len(self.arrow.track) - 1))


@dataclass(frozen=True)
class Diagram:
    """What stands on the canvas while these layers are shown. Nothing moves between layers.

    `extent` is the part of the canvas worth showing: all of it, but for a file that places
    nothing the part that the layout has filled, with whatever layers. `pathway` is arranged as
    it stands here.
    """

    pathway: Pathway
    nodes: tuple[NodeShape, ...]
    arrows: tuple[ArrowShape, ...]
    width: float
    height: float
    extent: QRectF
    sizes: Sizes = ORDINARY

    def node_order(self) -> list[str]:
        """Ids of the nodes shown, in reading order."""
        shown = {shape.node.id for shape in self.nodes}
        return [str(id) for id in reading_order(self.pathway) if id in shown]

    def node_at(self, x: float, y: float, slack: float = 3) -> str:
        """The id of the node under a point of the canvas, or ''."""
        for shape in reversed(self.nodes):
            if shape.box.adjusted(-slack, -slack, slack, slack).contains(x, y):
                return shape.node.id
        return ""

    def arrow_at(self, x: float, y: float, reach: float = 9) -> str:
        """The id of the arrow nearest to a point of the canvas within reach, or ''."""
        best, found = reach, ""
        for shape in self.arrows:
            if shape.chip is not None and shape.chip.contains(x, y):
                return str(shape.edge.id)
            track = shape.arrow.track
            distance = float(((track[:, 0] - x) ** 2 + (track[:, 1] - y) ** 2).min() ** 0.5)
            if distance < best:
                best, found = distance, str(shape.edge.id)
        return found


def laid_out(
    pathway: Pathway,
    layers: frozenset[str],
    overlay: Overlay = NOTHING,
    stretch: Stretch = PLAIN,
    audience: bool = False,
    enlarged: float = 1.0,
) -> Diagram:
    """The diagram of these layers and what a run adds.

    Positions come from the file or from the layered layout, drawn apart by a `stretch`. For an
    audience the first layer stands as it does when projected; with more than that layer, all
    stands as ever. Names of places are `enlarged` where there is room.
    """
    first, drawn_nodes = pathway.layers[0].id, overlay.nodes(pathway, layers)
    audience = audience and projects(pathway, drawn_nodes)
    sizes = AUDIENCE if audience else ORDINARY
    sizes = sizes if enlarged == sizes.enlarged else replace(sizes, enlarged=enlarged)
    ways = _standing(_Of(pathway), stretch, audience)
    placed, boxes = ways.pathway, ways.boxes
    nodes = tuple(
        NodeShape(i, node, boxes[node.id], outline(node.glyph, boxes[node.id]), node.layer == first)
        for i, node in enumerate(pathway.nodes)
        if node.id in drawn_nodes
    )
    shown = {shape.node.id: shape for shape in nodes}
    edges = [
        (i, edge)
        for i, edge in enumerate(pathway.edges)
        if edge.source in shown and edge.target in shown
        if overlay.shows_arrow(pathway, edge, layers)
    ]
    arrows = _arrows(edges, shown, ways, overlay, sizes)
    extent = _extent(pathway, ways, audience)
    return Diagram(placed, nodes, arrows, *placed.canvas, extent, sizes)


def _arrows(
    edges: list[tuple[int, Edge]],
    shown: dict[NodeId, NodeShape],
    ways: Ways,
    overlay: Overlay,
    sizes: Sizes,
) -> tuple[ArrowShape, ...]:
    """The arrows between nodes that are shown, each with what it does not share with its kin."""

    def arrow(edge: Edge) -> Arrow:
        source, target, chip = shown[edge.source], shown[edge.target], ways.chips.get(edge.id)
        start = (chip, outline("activity", chip)) if chip else (source.box, source.outline)
        end = (target.box, target.outline)
        return drawn(start, end, ways.bends.get(edge.id, ()), edge.sign, sizes.head)

    shapes = [
        ArrowShape(i, edge, arrow(edge), ways.chips.get(edge.id), overlay.standing(edge))
        for i, edge in edges
    ]
    strands = [Strand(s.edge, s.arrow.track, s.chip, s.standing == "whole") for s in shapes]
    return tuple(map(_with_own, shapes, own_parts(strands)))


def spread_to_fill(
    pathway: Pathway,
    layers: frozenset[str],
    overlay: Overlay,
    room: QRectF,
    audience: bool = False,
) -> Spread:
    """How the diagram is laid out to fill a room.

    For an audience, and where its names would be tiny, the core by itself stands as projected.
    """
    core = projects(pathway, overlay.nodes(pathway, layers))
    extent = _extent(pathway, _standing(_Of(pathway), PLAIN, audience=False), audience=False)
    tiny = scale_of(extent, room) * ORDINARY.label < TINY and bool(pathway.audience.nodes)
    large = core and (audience or tiny)
    if large:
        extent = _extent(pathway, _standing(_Of(pathway), PLAIN, audience=True), audience=True)
    pixels = scale_of(extent, room) * (AUDIENCE if large else ORDINARY).place
    return Spread(stretch_for(extent, room), large, enlarged_for(pixels))


def _extent(pathway: Pathway, ways: Ways, audience: bool) -> QRectF:
    """All of the canvas where the author has placed anything, else what the layout has filled."""
    if audience or pathway.arrangement.nodes or pathway.arrangement.compartments:
        return QRectF(0, 0, *ways.pathway.canvas)
    return filled(ways.pathway, ways.boxes)


def _with_own(shape: ArrowShape, own: tuple[float, float]) -> ArrowShape:
    return shape if own == WHOLE else replace(shape, own=own)


class _Of:
    """A pathway as a key: by identity, not by content."""

    def __init__(self, pathway: Pathway) -> None:
        self.pathway = pathway

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Of) and self.pathway is other.pathway

    def __hash__(self) -> int:
        return id(self.pathway)


@lru_cache(maxsize=12)
def _standing(of: _Of, stretch: Stretch, audience: bool) -> Ways:
    """Where nodes stand and arrows run, whatever layers are shown; found once a pathway.

    Arrows drawn apart run as they do at rest: no way is looked for while a window changes.
    """
    if stretch == PLAIN:
        placed = projected(of.pathway) if audience else of.pathway
        return ways_of(placed, _boxes(placed, audience))
    plain = _standing(of, PLAIN, audience)
    placed = stretched(plain.written(), _boxes(plain.pathway, audience), stretch)
    return ways_of(placed, _boxes(placed, audience))


def _boxes(pathway: Pathway, audience: bool) -> dict[NodeId, Box]:
    """Centre, width and height of every node that has a place."""
    if not audience:
        return arranged(pathway)
    return {node: (x, y, w, h) for node, (x, y, w, h) in pathway.arrangement.nodes.items()}


def filled(pathway: Pathway, boxes: Mapping[NodeId, QRectF]) -> QRectF:
    """The part of the canvas that the nodes of all layers fill."""
    canvas = QRectF(0, 0, *pathway.canvas)
    part = QRectF()
    for box in boxes.values():
        part = part.united(box)
    return part.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN).intersected(canvas)
