"""Where a diagram's anatomy finds room: beside its nodes, on ground where nothing else stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF

from pathway_viewer.look.theme import Theme
from pathway_viewer.model.pathway import Place
from pathway_viewer.scene.anatomy import (
    CORNERS,
    FARTHEST,
    GATE_HALF,
    GATE_IN,
    GATE_OUT,
    MOST_NEURITES,
    MOST_SITES,
    MOST_SPINES,
    NEURITE_HALF,
    NEURITES,
    REACHES,
    SITE_HALF,
    SITE_IN,
    SITE_STEP,
    SPINE_HALF,
    SPINE_OUT,
    SPINE_STEP,
    Anatomy,
    Dense,
    Gate,
    Neurite,
    Pool,
    Spine,
)
from pathway_viewer.scene.clutter import Clutter
from pathway_viewer.scene.diagram import Diagram, NodeShape
from pathway_viewer.scene.names import name_boxes
from pathway_viewer.scene.rim import SIDES, Side, Spot, beside, depth, facing, reach, spots


class _Of:
    """A diagram and its theme as a key: the diagram by identity, not by content."""

    def __init__(self, diagram: Diagram, theme: Theme) -> None:
        self.diagram, self.theme = diagram, theme

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Of):
            return False
        return self.diagram is other.diagram and self.theme.text_scale == other.theme.text_scale

    def __hash__(self) -> int:
        return hash((id(self.diagram), self.theme.text_scale))


def anatomy_of(diagram: Diagram, theme: Theme) -> Anatomy:
    """The anatomy of a diagram, clear of the names of its places; kept for the last few.

    Laid out for the first layer; what another layer covers is then left out, so that no part
    moves when a layer is shown. Gates of the other layers' nodes come last.
    """
    return _anatomy(_Of(diagram, theme))


@lru_cache(maxsize=8)
def _anatomy(of: _Of) -> Anatomy:
    diagram, names = of.diagram, name_boxes(of.diagram, of.theme)
    first = _first_layer(diagram)
    found = _laid_out(_Ground(first, Clutter(first, names)))
    if len(first.nodes) == len(diagram.nodes) and len(first.arrows) == len(diagram.arrows):
        return found
    clutter = Clutter(diagram, names)
    gates = [g for g in found.gates if clutter.free(_gate_box(g))]
    for gate in gates:
        clutter.take(_gate_box(gate))
    known = {shape.index for shape in first.nodes}
    # Before the rest is held against them: they take their room at once.
    more = tuple(
        _Ground(diagram, clutter).gates([s for s in diagram.nodes if s.index not in known])
    )
    return replace(_uncovered(found, clutter), gates=(*gates, *more))


def _laid_out(ground: _Ground) -> Anatomy:
    shown = [shape for shape in ground.diagram.nodes if shape.node.shows]
    gates, pools = tuple(ground.gates(shown)), tuple(ground.pools(shown))
    spines, neurites = tuple(ground.spines(shown)), tuple(ground.neurites())
    return Anatomy(neurites, gates, spines, pools, tuple(ground.dense(pools)))


def _uncovered(found: Anatomy, clutter: Clutter) -> Anatomy:
    """The same anatomy without the spines, sites and neurites that something covers."""
    free = clutter.free
    pools = [_cut(pool, clutter) for pool in found.pools]
    return replace(
        found,
        spines=tuple(s for s in found.spines if free(s.spot.box(0, SPINE_OUT, SPINE_HALF))),
        pools=tuple(pool for pool in pools if pool.sites),
        neurites=tuple(n for n in found.neurites if free(n.spot.box(0, n.length, n.half))),
    )


def _cut(pool: Pool, clutter: Clutter) -> Pool:
    """A pool without the sites that are covered; less far out of one where less is free."""
    kept: dict[Spot, float] = {}
    for site, most in zip(pool.sites, pool.reaches, strict=True):
        ways = (out for out in REACHES if out <= most)
        free = (out for out in ways if clutter.free(site.box(SITE_IN, out, SITE_HALF)))
        if (out := next(free, None)) is not None:
            kept[site] = out
    return replace(pool, sites=tuple(kept), reaches=tuple(kept.values()))


def _first_layer(diagram: Diagram) -> Diagram:
    pathway, first = diagram.pathway, diagram.pathway.layers[0].id
    nodes = tuple(shape for shape in diagram.nodes if shape.node.layer == first)
    arrows = tuple(a for a in diagram.arrows if pathway.layer_of(a.edge) == first)
    return replace(diagram, nodes=nodes, arrows=arrows)


def _gate_box(gate: Gate) -> QRectF:
    return gate.spot.box(GATE_IN, GATE_OUT, GATE_HALF)


class _Ground:
    """What is taken already while one diagram's anatomy is laid out."""

    def __init__(self, diagram: Diagram, clutter: Clutter) -> None:
        self.diagram, self._clutter = diagram, clutter
        pathway = diagram.pathway
        boxes = pathway.arrangement.compartments
        self._places: dict[str, tuple[Place, QRectF]] = {
            c.id: (c.place, QRectF(*boxes[c.id])) for c in pathway.compartments if c.id in boxes
        }
        self._clefts = {c.id for c in pathway.compartments if c.place == "cleft"}

    def face(self, place: QRectF) -> Side | None:
        """The side of a place towards what stands in the cleft, None without a cleft."""
        inside = [s.box.center() for s in self.diagram.nodes if s.node.compartment in self._clefts]
        if not inside:
            return None
        # The nearest of them: the middle of all may lie beyond a corner of a place.
        return facing(place, min(inside, key=lambda point: _distance(place, point)))

    def gates(self, shown: list[NodeShape]) -> Iterator[Gate]:
        """A gate in the rim beside each node that is one, towards the cleft where that is near."""
        for shape in shown:
            kind, home = shape.node.shows, self._places.get(shape.node.compartment)
            if home is None or kind not in ("channel", "receptor"):
                continue
            place, face = home[1], self.face(home[1])
            near = min(SIDES, key=lambda side: depth(place, side, shape.box))
            for side in (face, near) if face and face != near else (near,):
                if abs(depth(place, side, shape.box)) <= FARTHEST:
                    spot = self._near(place, side, shape.box)
                    if spot is not None:
                        yield Gate(spot, shape.index, kind, self._tether(spot, shape.box))
                        break

    def _near(self, place: QRectF, side: Side, box: QRectF) -> Spot | None:
        """The free spot of a side nearest to the middle of a box, beside the box."""
        first, last = reach(box, side)
        for step in range(int((last - first) / 6) + 4):
            for way in (-1, 1):
                spot = beside(place, side, (first + last) / 2 + way * step * 3)
                room = spot.box(GATE_IN, GATE_OUT, GATE_HALF)
                if self._clutter.free(room):
                    self._clutter.take(room)
                    return spot
        return None

    def _tether(self, spot: Spot, box: QRectF) -> tuple[QPointF, QPointF] | None:
        """A line from a gate to a node deeper in the cell, where nothing is between them."""
        turn = spot.turned()
        near = turn.inverted()[0].mapRect(box)
        if near.right() > -GATE_IN - 12 or not near.top() + 6 < 0 < near.bottom() - 6:
            return None
        between = turn.mapRect(QRectF(near.right() + 2, -2, -GATE_IN - 2 - near.right() - 2, 4))
        ends = (turn.map(QPointF(-GATE_IN, 0)), turn.map(QPointF(near.right(), 0)))
        return ends if self._clutter.free(between) else None

    def spines(self, shown: list[NodeShape]) -> Iterator[Spine]:
        """Room for spines around the cell of each node that is the spines, the cleft's side first.

        Neighbours emerge far apart in time: turns are multiples of the golden ratio.
        """
        for shape in shown:
            home = self._places.get(shape.node.compartment)
            if shape.node.shows != "spines" or home is None:
                continue
            kind, place = home
            corner, face = CORNERS[kind], self.face(place)
            found: list[Spot] = []
            for side in sorted(SIDES, key=lambda side: side != face):
                for spot in spots(place, side, corner + SPINE_HALF, SPINE_STEP):
                    room = spot.box(0, SPINE_OUT, SPINE_HALF)
                    if len(found) < MOST_SPINES and self._clutter.free(room):
                        self._clutter.take(room)
                        found.append(spot)
            for i, spot in enumerate(found):
                yield Spine(spot, shape.index, (i * 0.618034) % 1.0, standing=i % 4 == 1)

    def pools(self, shown: list[NodeShape]) -> Iterator[Pool]:
        """Sites of release on the terminal nearest to each node that is set free from vesicles."""
        terminals = [place for kind, place in self._places.values() if kind == "terminal"]
        for shape in shown:
            if shape.node.shows != "vesicles" or not terminals:
                continue
            place = min(terminals, key=lambda t: _distance(t, shape.box.center()))
            side = self.face(place) or facing(place, shape.box.center())
            found: dict[Spot, float] = {}
            for spot in self._by_distance(place, side, shape.box.center()):
                rooms = ((out, spot.box(SITE_IN, out, SITE_HALF)) for out in REACHES)
                free = next(((o, r) for o, r in rooms if self._clutter.free(r)), None)
                if free and len(found) < MOST_SITES:
                    self._clutter.take(free[1])
                    found[spot] = free[0]
            drives = tuple(
                arrow.index
                for arrow in self.diagram.arrows
                if arrow.edge.target == shape.node.id
                and arrow.edge.sign in ("activates", "produces")
            )
            if found:
                yield Pool(tuple(found), tuple(found.values()), shape.index, drives)

    def _by_distance(self, place: QRectF, side: Side, point: QPointF) -> list[Spot]:
        along = spots(place, side, CORNERS["terminal"] * 0.8, SITE_STEP)
        return sorted(along, key=lambda spot: abs(spot.x - point.x()) + abs(spot.y - point.y()))

    def neurites(self) -> Iterator[Neurite]:
        """Short processes of each interneuron, as long as there is room for them."""
        for kind, place in self._places.values():
            if kind != "interneuron":
                continue
            face, found = self.face(place), list[Spot]()
            for side in sorted(SIDES, key=lambda side: side == face):
                for spot in spots(place, side, CORNERS[kind] * 0.7, 6):
                    apart = all(abs(spot.x - o.x) + abs(spot.y - o.y) > 84 for o in found)
                    room = [n for n in NEURITES if self._clutter.free(spot.box(0, n, NEURITE_HALF))]
                    if apart and room and len(found) < MOST_NEURITES:
                        self._clutter.take(spot.box(0, room[0], NEURITE_HALF))
                        found.append(spot)
                        yield Neurite(spot, room[0], NEURITE_HALF)

    def dense(self, pools: tuple[Pool, ...]) -> Iterator[Dense]:
        """The membrane on both sides of a cleft: where vesicles open, and what faces it."""
        for pool in pools:
            zone = _stretch(pool.sites, 16, "terminal")
            yield zone
            for kind, place in self._places.values():
                face = self.face(place)
                if kind == "membrane" and face is not None and _opposite(face, zone.start.side):
                    first, last = reach(place, face)
                    low, high = (
                        min(max(v, first + CORNERS[kind]), last - CORNERS[kind])
                        for v in _along(zone)
                    )
                    yield Dense(beside(place, face, low), beside(place, face, high), kind)


def _opposite(one: Side, other: Side) -> bool:
    return (SIDES.index(one) - SIDES.index(other)) % 4 == 2


def _along(zone: Dense) -> tuple[float, float]:
    upright = zone.start.side in ("left", "right")
    return (zone.start.y, zone.end.y) if upright else (zone.start.x, zone.end.x)


def _stretch(along: tuple[Spot, ...], beyond: float, place: Place) -> Dense:
    """From the first to the last of spots on one side, and a little beyond."""
    side = along[0].side
    first = min(along, key=lambda spot: (spot.x, spot.y))
    last = max(along, key=lambda spot: (spot.x, spot.y))
    dx, dy = (0.0, beyond) if side in ("left", "right") else (beyond, 0.0)
    return Dense(
        Spot(first.x - dx, first.y - dy, side), Spot(last.x + dx, last.y + dy, side), place
    )


def _distance(place: QRectF, point: QPointF) -> float:
    dx = max(place.left() - point.x(), 0.0, point.x() - place.right())
    dy = max(place.top() - point.y(), 0.0, point.y() - place.bottom())
    return dx + dy
