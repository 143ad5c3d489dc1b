"""The ways of a pathway's arrows: their bends, and the chips at which those from afar start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from msgspec import structs
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

from pathway_viewer.model.ids import EdgeId, NodeId
from pathway_viewer.model.pathway import Edge, Pathway
from pathway_viewer.scene.arrows import Points, ports
from pathway_viewer.scene.gutters import Gutters
from pathway_viewer.scene.lettering import BOLD, Hand, width
from pathway_viewer.scene.routing import Router
from pathway_viewer.scene.tracks import Box, Kin, Tracks

CHIP_HEIGHT = 22.0
CHIP_TEXT = 13.0
"""Height of a chip and size of its text, in canvas units."""

NAME = 20.0
"""Size of places' names in the theme that has them largest."""

MOST_SEARCHED = 400
"""With more arrows than this a file that places nothing gets them through the gutters of its
layout: to search for thousands of ways takes minutes."""

LOOP = 24.0
"""How far an arrow from a node to itself goes around its corner, in canvas units."""


@dataclass(frozen=True)
class Ways:
    """Boxes of all nodes, bends of all arrows and boxes of chips, in canvas units.

    `pathway` is arranged as it stands here.
    """

    pathway: Pathway
    boxes: Mapping[NodeId, QRectF]
    bends: dict[EdgeId, Points] = field(default_factory=dict[EdgeId, Points])
    chips: dict[EdgeId, QRectF] = field(default_factory=dict[EdgeId, QRectF])

    def written(self) -> Pathway:
        """The same pathway with its ways in the arrangement, as an author would write them."""
        centres = {id: box.center() for id, box in self.chips.items()}
        arrangement = structs.replace(
            self.pathway.arrangement,
            edges={id: bends for id, bends in self.bends.items() if bends},
            chips={id: (centre.x(), centre.y()) for id, centre in centres.items()},
        )
        return structs.replace(self.pathway, arrangement=arrangement)


def ways_of(pathway: Pathway, boxes: Mapping[NodeId, Box]) -> Ways:
    """The ways of every arrow of every layer between nodes that have a box (centre and size).

    Bends come from the file; there are none where a straight line is free; the others are
    routed. Every node and every arrow of every layer is minded, so that showing a layer moves
    nothing and puts nothing on what stands.
    """
    rectangles = {n: QRectF(x - w / 2, y - h / 2, w, h) for n, (x, y, w, h) in boxes.items()}
    edges = [e for e in pathway.edges if e.source in boxes and e.target in boxes]
    arrangement = pathway.arrangement
    if len(edges) > MOST_SEARCHED and arrangement.edges.keys() >= {e.id for e in edges}:
        return Ways(pathway, rectangles, {e.id: arrangement.edges[e.id] for e in edges})
    if len(edges) > MOST_SEARCHED and not (arrangement.nodes or arrangement.edges):
        return Ways(pathway, rectangles, Gutters(rectangles, pathway.canvas[1]).ways(edges))
    return _Laying(pathway, rectangles).run()


def kin_of(edge: Edge) -> Kin:
    """Arrows run together that leave one node, or that reach one with the same kind of head."""
    return Kin(edge.source, f"{edge.target} {edge.sign}")


def chip_size(pathway: Pathway, edge: Edge) -> tuple[float, float]:
    """Width and height of the chip that names an arrow's source."""
    label = pathway.node(edge.source).label
    return CHIP_HEIGHT * 0.9 + width(label, Hand(CHIP_TEXT)), CHIP_HEIGHT


class _Laying:
    """Ways that are found one after another: what is given first, then from short to long."""

    def __init__(self, pathway: Pathway, boxes: Mapping[NodeId, QRectF]) -> None:
        self._pathway = pathway
        self._edges = [e for e in pathway.edges if e.source in boxes and e.target in boxes]
        self.ways = Ways(pathway, boxes)
        self._tracks = Tracks(*pathway.canvas)
        self._router = Router(self._tracks)
        self._standing: dict[NodeId, list[Box]] = {}

    def run(self) -> Ways:
        """All of them."""
        pathway, given = self._pathway, self._pathway.arrangement.edges
        for edge in self._edges:
            if edge.id in pathway.arrangement.chips:
                centre = pathway.arrangement.chips[edge.id]
                self._put_chip(edge, (*centre, *chip_size(pathway, edge)))
        for edge in self._edges:
            if edge.id in given:
                self.ways.bends[edge.id] = given[edge.id]
        rest = [edge for edge in self._edges if edge.id not in given]
        bent = [edge for edge in rest if not self._laid_plainly(edge)]
        if bent:
            self._mark_all()
        for edge in sorted(bent, key=self._distance):
            self._lay(edge)
            self._mark(edge)
        return self.ways

    def _mark_all(self) -> None:
        """Put on the tracks what stands so far: only a way that is looked for has to mind it."""
        pathway = self._pathway
        for compartment in pathway.compartments:
            place = pathway.arrangement.compartments.get(compartment.id)
            if place is not None and compartment.place != "cleft":
                self._tracks.rim(*place)
            if place is not None:
                self._tracks.reserve(_name(place, compartment.label))
        for box in (*self.ways.boxes.values(), *self.ways.chips.values()):
            self._tracks.block(_centred(box))
        for edge in self._edges:
            if edge.id in self.ways.bends:
                self._mark(edge)

    def _mark(self, edge: Edge) -> None:
        line = ports(self._start(edge), self.ways.boxes[edge.target], self.ways.bends[edge.id])
        self._tracks.occupy([(p.x(), p.y()) for p in line], kin_of(edge))

    def _put_chip(self, edge: Edge, box: Box) -> None:
        x, y, w, h = box
        self.ways.chips[edge.id] = QRectF(x - w / 2, y - h / 2, w, h)
        standing = self._standing.setdefault(edge.source, [])
        if box not in standing:
            standing.append(box)

    def _start(self, edge: Edge) -> QRectF:
        return self.ways.chips.get(edge.id) or self.ways.boxes[edge.source]

    def _laid_plainly(self, edge: Edge) -> bool:
        """Keep an arrow that needs no way found: to itself, or straight where that is free."""
        boxes = self.ways.boxes
        start, end = self._start(edge), boxes[edge.target]
        others = [box for node, box in boxes.items() if node not in (edge.source, edge.target)]
        if edge.source == edge.target:
            self.ways.bends[edge.id] = _loop(end, others)
        elif edge.id in self.ways.chips or _free(start, end, others):
            self.ways.bends[edge.id] = ()
        else:
            return False
        return True

    def _distance(self, edge: Edge) -> float:
        way = self.ways.boxes[edge.source].center() - self.ways.boxes[edge.target].center()
        return way.manhattanLength()

    def _lay(self, edge: Edge) -> None:
        """Find a way; only arrows beyond the first layer, the story itself, may start at a chip."""
        pathway, kin = self._pathway, kin_of(edge)
        source, target = (_centred(self.ways.boxes[end]) for end in (edge.source, edge.target))
        if not pathway.arrangement.nodes or pathway.layer_of(edge) == pathway.layers[0].id:
            self.ways.bends[edge.id] = self._router.route(source, target, kin)
            return
        standing = self._standing.get(edge.source, ())
        way = self._router.fetch(source, target, kin, chip_size(pathway, edge), standing)
        if way is not None and way.chip is not None:
            self._put_chip(edge, way.chip)
            self._tracks.block(way.chip)
        self.ways.bends[edge.id] = way.bends if way else ()


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


def _name(place: Box, label: str) -> Box:
    """Where a place's name would like to stand, in the largest of its sizes."""
    wide, high = width(label, Hand(NAME, BOLD)), 1.3 * NAME
    return place[0] + 22 + wide / 2, place[1] + 8 + high / 2, wide, high


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
