"""Where each node and arrow of the shown layers stands, in canvas units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from pathway_viewer.model.ids import EdgeId, NodeId
from pathway_viewer.model.layout import arranged
from pathway_viewer.model.pathway import Edge, Node, Pathway
from pathway_viewer.model.routes import reading_order
from pathway_viewer.scene.arrows import Arrow, Points, drawn
from pathway_viewer.scene.glyphs import HEAD, outline
from pathway_viewer.scene.lettering import Hand, width
from pathway_viewer.scene.overlay import NOTHING, Overlay, Standing
from pathway_viewer.scene.routing import Box, Router

MARGIN = 70.0
"""Canvas left around nodes that the program itself has placed."""

CHIP_HEIGHT = 22.0
CHIP_TEXT = 13.0
"""Height of a chip and size of its text, in canvas units."""


LOOP = 24.0
"""How far an arrow from a node to itself goes around its corner, in canvas units."""


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
    counts in this run in full, in part, or not at all.
    """

    index: int
    edge: Edge
    arrow: Arrow
    chip: QRectF | None = None
    standing: Standing = "whole"


@dataclass(frozen=True)
class Diagram:
    """What stands on the canvas while these layers are shown. Nothing moves between layers.

    `extent` is the part of the canvas worth showing: all of it, but for a file that places
    nothing the part that the layout has filled, with whatever layers.
    """

    pathway: Pathway
    nodes: tuple[NodeShape, ...]
    arrows: tuple[ArrowShape, ...]
    width: float
    height: float
    extent: QRectF

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
    head_size: float = HEAD,
) -> Diagram:
    """The diagram of these layers and what a run adds.

    Positions come from the file or from the layered layout.
    """
    boxes = {
        node: QRectF(x - w / 2, y - h / 2, w, h) for node, (x, y, w, h) in arranged(pathway).items()
    }
    first, drawn_nodes = pathway.layers[0].id, overlay.nodes(pathway, layers)
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
    chips = {e.id: chip_box(pathway, e) for _, e in edges if e.id in pathway.arrangement.chips}
    bends = bends_of(pathway, boxes, [edge for _, edge in edges if edge.id not in chips])

    def arrow(edge: Edge) -> Arrow:
        source, target, chip = shown[edge.source], shown[edge.target], chips.get(edge.id)
        start = (chip, outline("activity", chip)) if chip else (source.box, source.outline)
        end = (target.box, target.outline)
        return drawn(start, end, bends.get(edge.id, ()), edge.sign, head_size)

    arrows = tuple(
        ArrowShape(i, edge, arrow(edge), chips.get(edge.id), overlay.standing(edge))
        for i, edge in edges
    )
    return Diagram(pathway, nodes, arrows, *pathway.canvas, extent_of(pathway, boxes))


def extent_of(pathway: Pathway, boxes: Mapping[NodeId, QRectF]) -> QRectF:
    """The whole canvas where the author arranged it, else what the nodes of all layers fill."""
    canvas = QRectF(0, 0, *pathway.canvas)
    if pathway.arrangement.nodes or pathway.arrangement.compartments:
        return canvas
    filled = QRectF()
    for box in boxes.values():
        filled = filled.united(box)
    return filled.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN).intersected(canvas)


def chip_box(pathway: Pathway, edge: Edge) -> QRectF:
    """The rectangle of the chip at which an arrow from far away starts."""
    x, y = pathway.arrangement.chips[edge.id]
    label = pathway.node(edge.source).label
    wide = CHIP_HEIGHT * 0.9 + width(label, Hand(CHIP_TEXT))
    return QRectF(x - wide / 2, y - CHIP_HEIGHT / 2, wide, CHIP_HEIGHT)


def bends_of(
    pathway: Pathway, boxes: Mapping[NodeId, QRectF], edges: list[Edge]
) -> dict[EdgeId, Points]:
    """Bends of each arrow: from the file, none where a straight line is free, else routed.

    Every node of every layer is in the way of a routed arrow, so that showing a layer
    never puts a node on an arrow that stands.
    """
    placed = pathway.arrangement.edges
    bends: dict[EdgeId, Points] = {edge.id: placed[edge.id] for edge in edges if edge.id in placed}
    missing = [edge for edge in edges if edge.id not in placed]
    if not missing:
        return bends
    centred = {node: _centred(box) for node, box in boxes.items()}
    router = Router(*pathway.canvas, centred.values())
    for edge in edges:
        if edge.id in placed:
            source, target = centred[edge.source], centred[edge.target]
            router.occupy([source[:2], *placed[edge.id], target[:2]])
    for edge in missing:
        source, target = centred[edge.source], centred[edge.target]
        others = [box for node, box in boxes.items() if node not in (edge.source, edge.target)]
        if edge.source == edge.target:
            bends[edge.id] = _loop(boxes[edge.source], others)
        elif _free(boxes[edge.source], boxes[edge.target], others):
            bends[edge.id] = ()
        else:
            bends[edge.id] = router.route(source, target)
        router.occupy([source[:2], *bends[edge.id], target[:2]])
    return bends


def _loop(box: QRectF, others: list[QRectF]) -> Points:
    """Bends of an arrow from a node to itself: around the first corner where nothing stands."""
    loops: list[Points] = []
    for side, end in ((box.right(), 1), (box.left(), -1)):
        for level, out in ((box.top(), -1), (box.bottom(), 1)):
            x, y = side + end * LOOP, level + out * LOOP
            loops.append(((x, box.center().y()), (x, y), (side - end * LOOP, y)))
    corners = [QPolygonF([QPointF(*p) for p in loop]).boundingRect() for loop in loops]
    free = [not any(c.intersects(other) for other in others) for c in corners]
    return loops[free.index(True)] if any(free) else loops[0]


def _centred(box: QRectF) -> Box:
    centre = box.center()
    return centre.x(), centre.y(), box.width(), box.height()


def _free(source: QRectF, target: QRectF, others: list[QRectF]) -> bool:
    """Whether a level or upright line joins two boxes without touching another one."""
    top, bottom = max(source.top(), target.top()), min(source.bottom(), target.bottom())
    left, right = max(source.left(), target.left()), min(source.right(), target.right())
    if bottom - top >= 12:
        first, second = sorted((source, target), key=QRectF.left)
        between = QRectF(first.right(), top, second.left() - first.right(), bottom - top)
    elif right - left >= 12:
        first, second = sorted((source, target), key=QRectF.top)
        between = QRectF(left, first.bottom(), right - left, second.top() - first.bottom())
    else:
        return False
    return not any(between.intersects(box) for box in others)
