"""What of a cell's anatomy stands for nodes: gates in membranes, spines, sites of release."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF

from pathway_viewer.model.pathway import Place
from pathway_viewer.scene.rim import Spot

CORNERS: dict[Place, float] = {
    "interneuron": 78,
    "terminal": 90,
    "cleft": 0,
    "membrane": 54,
    "neuron": 40,
    "nucleus": 46,
    "network": 18,
    "person": 18,
    "box": 14,
}
"""Radius of a place's corners in canvas units."""

GATE_IN, GATE_OUT, GATE_HALF = 8.0, 15.0, 13.0
"""How far a channel or receptor reaches into its cell, out of it, and to either side."""

FARTHEST = 90.0
"""A node that stands deeper in its place than this has no gate in the rim."""

SPINE_OUT, SPINE_HALF, SPINE_STEP = 34.0, 13.5, 14.0
"""How far a spine reaches out and to either side, and the steps in which room is looked for."""

MOST_SPINES = 18

SITE_IN, SITE_HALF, SITE_STEP = 42.0, 10.5, 3.0
REACHES = (46.0, 30.0, 13.0)
"""The way of a vesicle to its site of release, and that of its content into the cleft: as far
as there is room."""

MOST_SITES = 8

NEURITES, NEURITE_HALF, MOST_NEURITES = (30.0, 22.0, 13.0), 11.0, 5
"""Lengths of a neurite, the longest that has room; half its width; how many a cell has."""


@dataclass(frozen=True)
class Gate:
    """A channel or receptor in the rim of its cell; `index` is its node's place in every row.

    `tether` joins it to a node that stands deeper in the cell.
    """

    spot: Spot
    index: int
    kind: Literal["channel", "receptor"]
    tether: tuple[QPointF, QPointF] | None = None


@dataclass(frozen=True)
class Spine:
    """A place for one spine. `turn` (0..1) says how early it emerges; a standing one is there."""

    spot: Spot
    index: int
    turn: float
    standing: bool


@dataclass(frozen=True)
class Pool:
    """The sites at which one node's vesicles open, and the arrows (rows of flows) that drive it.

    `reaches` is how far out of each site there is room for what is set free.
    """

    sites: tuple[Spot, ...]
    reaches: tuple[float, ...]
    index: int
    drives: tuple[int, ...]

    def boxes(self) -> list[QRectF]:
        """The parts of the canvas that vesicles and their content pass."""
        sites = zip(self.sites, self.reaches, strict=True)
        return [spot.box(SITE_IN, reach, SITE_HALF) for spot, reach in sites]


@dataclass(frozen=True)
class Dense:
    """A dense stretch of membrane: an active zone, or a postsynaptic density facing it."""

    start: Spot
    end: Spot
    place: Place


@dataclass(frozen=True)
class Neurite:
    """A process of a cell: where it leaves, how long it is, how wide it begins."""

    spot: Spot
    length: float
    half: float


@dataclass(frozen=True)
class Anatomy:
    """Everything of the places that stands for nodes, on ground where nothing else stands."""

    neurites: tuple[Neurite, ...] = ()
    gates: tuple[Gate, ...] = ()
    spines: tuple[Spine, ...] = ()
    pools: tuple[Pool, ...] = ()
    dense: tuple[Dense, ...] = ()

    def boxes(self) -> list[QRectF]:
        """The parts of the canvas that it fills, for text to keep off."""
        taken = [gate.spot.box(GATE_IN, GATE_OUT, GATE_HALF) for gate in self.gates]
        taken += [spine.spot.box(2, SPINE_OUT, SPINE_HALF) for spine in self.spines]
        taken += [one.spot.box(0, one.length, one.half) for one in self.neurites]
        return taken + [box for pool in self.pools for box in pool.boxes()]


BARE = Anatomy()
