"""The wiring of a pathway on one clock: every arrow that counts, as arrays over links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

import numpy as np

from pathway_viewer.dynamics.dosing import Disposition
from pathway_viewer.dynamics.hill import Shape, shape
from pathway_viewer.dynamics.scenario import WEAKENED
from pathway_viewer.model.pathway import (
    Clock,
    Edge,
    EdgeKinetics,
    Kinetics,
    NodeId,
    NodeKinetics,
    Pathway,
)

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


@dataclass(frozen=True, eq=False)
class Network:
    """A pathway's arrows on one clock, with some rivals on.

    Levels stand in `columns`: the nodes in the file's order, then the lags of delayed arrows.
    A link is an arrow, or a step along a delay; its arrays are sorted by `slot`, the place
    where its factor joins others: the target's column for links that drive it, that column
    plus `columns` for links that brake it or that it needs.
    `arrow` is the position in the pathway's edges (-1 for a step along a delay).

    The `edge_` arrays follow the pathway's edges and serve what is told of all of them: the
    column each draws on, its curve, its weight (0: only correlates) and what rivals leave of it.
    """

    nodes: int
    columns: int
    basal: Array
    rise: Array
    fall: Array
    all_needed: NDArray[np.bool_]
    source: Indices
    target: Indices
    slot: Indices
    joint: NDArray[np.int8]
    weight: Array
    power: Array
    bend: Array
    arrow: Indices
    groups: tuple[tuple[int, Indices], ...]
    drug: int
    disposition: Disposition
    removals: tuple[Removal, ...]
    edge_source: Indices
    edge_weight: Array
    edge_power: Array
    edge_bend: Array
    edge_scale: Array

    @classmethod
    def of(cls, pathway: Pathway, clock: Clock, rivals: frozenset[str]) -> Network:
        """The network of a pathway; kinetics the file leaves out are the schema's defaults."""
        return _Builder(pathway, clock, rivals).build()


@dataclass(frozen=True)
class Removal:
    """An arrow that speeds the drug's leaving: its node, its position in the edges, its curve."""

    source: int
    arrow: int
    weight: float
    curve: Shape


@dataclass
class _Link:
    source: int
    target: int
    joint: Joint
    weight: float
    curve: Shape
    arrow: int


STRAIGHT = Shape(1.0, 0.0)


class _Builder:
    def __init__(self, pathway: Pathway, clock: Clock, rivals: frozenset[str]) -> None:
        self.pathway = pathway
        self.clock = clock
        self.index: dict[NodeId, int] = pathway.node_index
        self.drug = self.index.get(clock.drug, -1)
        self.scale = _rival_scales(pathway, rivals)
        self.own = _overridden(pathway.kinetics, clock.kinetics)
        self.links: list[_Link] = []
        self.removals: list[Removal] = []
        self.lags: list[float] = []
        self.kinetics = [self.own.edges.get(edge.id, _EDGE) for edge in pathway.edges]
        self.curves = [shape(one.half, one.steepness) for one in self.kinetics]
        self.edge_source = _whole(self.index[edge.source] for edge in pathway.edges)

    def build(self) -> Network:
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
        columns = len(nodes) + len(lags)
        links = sorted(self.links, key=lambda one: _slot(one, columns))
        return Network(
            nodes=len(nodes),
            columns=columns,
            basal=np.concatenate([[k.basal for k in nodes], np.zeros(len(lags))]),
            rise=np.concatenate([[k.rise for k in nodes], lags]),
            fall=np.concatenate([[k.fall for k in nodes], lags]),
            all_needed=np.array([k.joins == "all" for k in nodes] + [False] * len(lags)),
            source=_whole(one.source for one in links),
            target=_whole(one.target for one in links),
            slot=_whole(_slot(one, columns) for one in links),
            joint=np.array([one.joint for one in links], dtype=np.int8),
            weight=np.array([one.weight for one in links], dtype=np.float64),
            power=np.array([one.curve.power for one in links], dtype=np.float64),
            bend=np.array([one.curve.bend for one in links], dtype=np.float64),
            arrow=_whole(one.arrow for one in links),
            groups=self._groups(),
            drug=self.drug,
            disposition=Disposition.of(self.clock),
            removals=tuple(self.removals),
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
        self.links.append(_Link(source, target, joint, kinetics.weight, curve, position))

    def _delay(self, source: int, delay: float) -> int:
        """Adds a chain of lags behind a source and returns the column of its last one."""
        first = len(self.pathway.nodes) + LAGS * len(self.lags)
        self.lags.append(delay)
        for column in range(first, first + LAGS):
            self.links.append(_Link(source, column, Joint.ANY, 1.0, STRAIGHT, -1))
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

    def _groups(self) -> tuple[tuple[int, Indices], ...]:
        return tuple(
            (self.index[node.id], _whole(self.index[member] for member in node.members))
            for node in self.pathway.nodes
            if node.members
        )


_NODE = NodeKinetics(reason="The schema's default.")
_EDGE = EdgeKinetics(reason="The schema's default.")


def _whole(numbers: Iterable[int]) -> Indices:
    return np.array(list(numbers), dtype=np.intp)


def _slot(link: _Link, columns: int) -> int:
    return link.target + (columns if link.joint >= Joint.BRAKE else 0)


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
    for rival in pathway.rivals:
        for edge in rival.weakens if rival.id in rivals else ():
            scale[pathway.edge_index[edge]] *= WEAKENED  # pyright: ignore[reportArgumentType]
    for position, edge in enumerate(pathway.edges):
        if edge.id in offered - added:
            scale[position] = np.nan
    return scale
