"""The wiring of a pathway on one clock: every arrow that counts, as arrays over links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING

import numpy as np

from pathway_viewer.dynamics.dosing import Disposition
from pathway_viewer.dynamics.hill import Shape, shape
from pathway_viewer.dynamics.scenario import WEAKENED
from pathway_viewer.model.kinetics import Clock, EdgeKinetics, Kinetics, NodeKinetics
from pathway_viewer.model.pathway import Edge, Pathway

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    Indices = NDArray[np.intp]

LAGS = 3
"""First-order lags in the chain of a delayed arrow: a hump around the mean, not a sharp edge."""


class Joint(IntEnum):
    """How a link joins the others at its target."""

    ANY = 0
    ALL = 1
    BRAKE = 2
    NEED = 3


@dataclass(frozen=True)
class Link:
    """An arrow that counts, or a step along a delay (then `arrow` is -1), between two columns."""

    source: int
    target: int
    joint: Joint
    weight: float
    curve: Shape
    arrow: int

    @property
    def brakes(self) -> bool:
        """Whether it multiplies the drive instead of making it."""
        return self.joint >= Joint.BRAKE

    def moved(self, place: Indices) -> Link:
        """The same link between columns that were moved."""
        return replace(self, source=int(place[self.source]), target=int(place[self.target]))


@dataclass(frozen=True)
class Removal:
    """An arrow that speeds the drug's leaving: its node, its position in the edges, its curve."""

    source: int
    arrow: int
    weight: float
    curve: Shape


@dataclass(frozen=True, eq=False)
class Network:
    """A pathway's arrows on one clock, with some rivals on.

    Levels stand in columns, one a node and one a lag of a delayed arrow, in the order that
    suits the arithmetic: first the columns with brakes (`braked` of them), then those with
    drives only (up to `driven`), then those that only a push can move (up to `loose`), then
    those that stand still: the drug, display groups, and what neither arrow nor push reaches.
    A link of no weight drives what only brakes reach, so that all braked columns are alike.
    `place` gives the column of each node in the file's order, then of each lag.

    `edge_source` to `edge_scale` follow the pathway's edges and serve what is told of all of
    them: the entry of `place` each draws on, its curve, its weight (0: only correlates) and
    what rivals leave of it (0: absent).
    """

    place: Indices
    braked: int
    driven: int
    loose: int
    basal: Array
    rise: Array
    fall: Array
    links: tuple[Link, ...]
    groups: tuple[tuple[int, Indices], ...]
    drug: int
    disposition: Disposition
    removals: tuple[Removal, ...]
    edge_source: Indices
    edge_weight: Array
    edge_power: Array
    edge_bend: Array
    edge_scale: Array

    @property
    def columns(self) -> int:
        """Nodes and lags."""
        return len(self.basal)

    @classmethod
    def of(
        cls,
        pathway: Pathway,
        clock: Clock,
        rivals: frozenset[str],
        pushed: frozenset[str] = frozenset(),
    ) -> Network:
        """The network of a pathway; kinetics the file leaves out are the schema's defaults.

        `pushed` are the nodes that are held or scaled at some time.
        """
        return _Builder(pathway, clock, rivals).build(pushed)


class _Builder:
    def __init__(self, pathway: Pathway, clock: Clock, rivals: frozenset[str]) -> None:
        self.pathway = pathway
        self.clock = clock
        self.index = pathway.node_index
        self.drug = self.index.get(clock.drug, -1)
        self.scale = _rival_scales(pathway, rivals)
        self.own = _overridden(pathway.kinetics, clock.kinetics)
        self.kinetics = [self.own.edges.get(edge.id, _EDGE) for edge in pathway.edges]
        self.curves = [shape(one.half, one.steepness) for one in self.kinetics]
        self.edge_source = _whole(self.index[edge.source] for edge in pathway.edges)
        self.links: list[Link] = []
        self.removals: list[Removal] = []
        self.lags: list[float] = []

    def build(self, pushed: frozenset[str]) -> Network:
        grouped = {self.index[node.id] for node in self.pathway.nodes if node.members}
        for position, edge in enumerate(self.pathway.edges):
            if edge.sign == "correlates" or np.isnan(self.scale[position]):
                continue
            if self.index[edge.target] == self.drug:
                self._remove(position, edge)
            elif self.index[edge.target] not in grouped:
                self._link(position, edge)
        nodes = [self.own.nodes.get(node.id, _NODE) for node in self.pathway.nodes]
        lags = np.repeat(np.array(self.lags) / LAGS, LAGS)
        self._stand_in()
        rank = self._ranks(len(nodes) + len(lags), pushed)
        order = np.argsort(rank, kind="stable")
        place = np.argsort(order)
        return Network(
            place=place,
            braked=int(np.sum(rank < 1)),
            driven=int(np.sum(rank < 2)),
            loose=int(np.sum(rank < 3)),
            basal=np.concatenate([[k.basal for k in nodes], np.zeros(len(lags))])[order],
            rise=np.concatenate([[k.rise for k in nodes], lags])[order],
            fall=np.concatenate([[k.fall for k in nodes], lags])[order],
            links=tuple(sorted((one.moved(place) for one in self.links), key=_slot)),
            groups=self._groups(place),
            drug=int(place[self.drug]) if self.drug >= 0 else -1,
            disposition=Disposition.of(self.clock),
            removals=tuple(replace(one, source=int(place[one.source])) for one in self.removals),
            edge_source=self.edge_source,
            edge_weight=self._edge_weights(),
            edge_power=np.array([curve.power for curve in self.curves], dtype=np.float64),
            edge_bend=np.array([curve.bend for curve in self.curves], dtype=np.float64),
            edge_scale=np.nan_to_num(self.scale),
        )

    def _link(self, position: int, edge: Edge) -> None:
        kinetics = self.kinetics[position]
        source, target = self.index[edge.source], self.index[edge.target]
        if kinetics.delay:
            source = self._delay(source, kinetics.delay)
            self.edge_source[position] = source
        joint = _joint(edge, kinetics, self.own.nodes.get(edge.target, _NODE))
        curve = self.curves[position]
        self.links.append(Link(source, target, joint, kinetics.weight, curve, position))

    def _delay(self, source: int, delay: float) -> int:
        """Adds a chain of lags behind a source and returns the column of its last one."""
        first = len(self.pathway.nodes) + LAGS * len(self.lags)
        self.lags.append(delay)
        for column in range(first, first + LAGS):
            self.links.append(Link(source, column, Joint.ANY, 1.0, _STRAIGHT, -1))
            source = column
        return source

    def _remove(self, position: int, edge: Edge) -> None:
        """Of the arrows into the drug only those that remove it can count: doses do the rest."""
        if edge.sign == "removes":
            source, weight = self.index[edge.source], self.kinetics[position].weight
            self.removals.append(Removal(source, position, weight, self.curves[position]))

    def _edge_weights(self) -> Array:
        correlates = np.array(
            [edge.sign == "correlates" for edge in self.pathway.edges], dtype=bool
        )
        weights = np.array([one.weight for one in self.kinetics], dtype=np.float64)
        return np.where(correlates, 0.0, weights)

    def _ranks(self, columns: int, pushed: frozenset[str]) -> Indices:
        """0: braked; 1: only driven; 2: neither, but pushed; 3: none of it."""
        driven, braked, loose = np.zeros((3, columns), dtype=bool)
        for link in self.links:
            (braked if link.brakes else driven)[link.target] = True
        for node in self.pathway.nodes:
            if node.id in pushed:
                loose[[self.index[one] for one in node.members or (node.id,)]] = True
        loose[self.drug : self.drug + 1] = False
        return np.select([braked, driven, loose], [0, 1, 2], 3)

    def _stand_in(self) -> None:
        """A link of no weight into every column that has brakes only."""
        braked = {link.target for link in self.links if link.brakes}
        bare = sorted(braked - {link.target for link in self.links if not link.brakes})
        self.links += [Link(one, one, Joint.ANY, 0.0, _STRAIGHT, -1) for one in bare]

    def _groups(self, place: Indices) -> tuple[tuple[int, Indices], ...]:
        return tuple(
            (
                int(place[self.index[node.id]]),
                place[[self.index[member] for member in node.members]],
            )
            for node in self.pathway.nodes
            if node.members
        )


_STRAIGHT = Shape(1.0, 0.0)
_NODE = NodeKinetics(reason="The schema's default.")
_EDGE = EdgeKinetics(reason="The schema's default.")


def _whole(numbers: Iterable[int]) -> Indices:
    return np.array(list(numbers), dtype=np.intp)


def _slot(link: Link) -> tuple[bool, int]:
    """Links that drive come first, then those that brake; each by the column it reaches."""
    return link.brakes, link.target


def _joint(edge: Edge, kinetics: EdgeKinetics, target: NodeKinetics) -> Joint:
    if edge.sign in ("inhibits", "removes"):
        return Joint.BRAKE
    if edge.sign == "maintains" or kinetics.needed:
        return Joint.NEED
    return Joint.ALL if target.joins == "all" else Joint.ANY


def _overridden(common: Kinetics, own: Kinetics) -> Kinetics:
    """The file's kinetics with a clock's own values in place of those it names."""
    return Kinetics(nodes={**common.nodes, **own.nodes}, edges={**common.edges, **own.edges})


def _rival_scales(pathway: Pathway, rivals: frozenset[str]) -> Array:
    """What the rivals leave of each arrow: 1, less where weakened, nan where it is absent."""
    offered = {edge for rival in pathway.rivals for edge in rival.adds}
    added = {edge for rival in pathway.rivals if rival.id in rivals for edge in rival.adds}
    scale = np.ones(len(pathway.edges))
    for position, edge in enumerate(pathway.edges):
        weakening = sum(edge.id in one.weakens for one in pathway.rivals if one.id in rivals)
        scale[position] = np.nan if edge.id in offered - added else WEAKENED**weakening
    return scale
