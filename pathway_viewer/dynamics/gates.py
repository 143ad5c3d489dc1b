"""The logic at every node: what its level moves towards, from the levels of all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pathway_viewer.dynamics.network import Joint, Network

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

TINY = 1e-12
"""Stands in for a factor of 0 where a product is divided by it."""
LARGEST = 290.0
"""Powers of ten up to which a level's power is taken: no level is so small that it overflows."""


class Gates:
    """The drive of each column that moves, from the levels of all columns.

    Logic of Kraeutler, Soltis and Saucerman 2010 (BMC Syst Biol 4:157). With f the influence
    of an arrow (normalised Hill of its source), w its weight and s how far it is scaled:

    - arrows that activate or produce join by OR, 1 - (1 - basal) prod(1 - s w f), or by AND,
      basal + (1 - basal) prod(s w f), where the node asks for all;
    - arrows that inhibit or remove multiply the drive by 1 - s w f;
    - arrows that maintain, or that are needed, multiply it by 1 - w + s w f: an arrow that is
      cut passes nothing, but what it was needed for still lacks it.

    All factors come from one pass over the links, their products by `reduceat`: first those of
    drives, whose first factor carries the -(1 - basal) or (1 - basal) that stands before the
    product, then those of brakes. At this size numpy costs by the call, not by the number.
    """

    def __init__(self, network: Network, scale: Array, moving: int) -> None:
        self.network, self.moving = network, moving
        links = network.links
        self.source = np.array([link.source for link in links], dtype=np.intp)
        self.target = np.array([link.target for link in links], dtype=np.intp)
        self.joint = np.array([link.joint for link in links], dtype=np.int8)
        self.brakes = self.joint >= Joint.BRAKE
        self.weight = np.array([link.weight for link in links], dtype=np.float64)
        self.power = np.array([-link.curve.power for link in links], dtype=np.float64)
        self.least = 10.0 ** (LARGEST / self.power)
        self._slots()
        self.bend = np.array([link.curve.bend for link in links], dtype=np.float64)
        self._factors(np.append(scale, 1.0)[[link.arrow for link in links]])
        self._room = _Room(self, ())

    def _slots(self) -> None:
        """Where the factors that are multiplied begin, and what their products are added to."""
        net = self.network
        slot = self.target + net.columns * self.brakes
        self.starts = np.flatnonzero(np.diff(slot, prepend=-1))
        self.slot = np.searchsorted(slot[self.starts], slot)
        every = np.zeros(net.columns, dtype=bool)
        every[self.target[self.joint == Joint.ALL]] = True
        self.sign = np.where(every, 1.0 - net.basal, net.basal - 1.0)[: net.driven]
        self.offset = np.where(every, net.basal, 1.0)[: net.driven]

    def _factors(self, scale: Array) -> None:
        """Each link's factor is `base + gain / (level ** power + bend)`, the powers below 0."""
        passed = np.minimum(self.weight * scale, 1.0)
        needed = self.joint == Joint.NEED
        every = self.joint == Joint.ALL
        self.base = np.select([every, needed], [np.zeros_like(scale), 1.0 - self.weight], 1.0)
        gain = np.select([every, needed], [passed, self.weight * scale], -passed)
        self.gain = gain * (1.0 + self.bend)
        lead = self.starts[: self.network.driven]
        self.base[lead] *= self.sign
        self.gain[lead] *= self.sign
        self.boosted = bool(np.any(needed & (scale > 1.0)))

    def drives(self, levels: Array) -> Array:
        """Drives (moving,) for levels (columns,), or for a table of them (rows, columns).

        Those of one row are scratch memory that the next call overwrites.
        """
        if levels.ndim > 1:
            return self._drives(levels[..., self.source], _Room(self, levels.shape[:-1]))
        return self._drives(levels[self.source], self._room)

    def _drives(self, source: Array, room: _Room) -> Array:
        if not len(self.starts):
            return room.drive
        factor, spread = room.factor, room.spread
        np.maximum(source, self.least, out=room.source)
        np.power(room.source, self.power, spread)
        np.add(spread, self.bend, spread)
        np.divide(self.gain, spread, factor)
        np.add(factor, self.base, factor)
        if self.boosted:
            np.minimum(factor, 1.0, out=factor)
        np.multiply.reduceat(factor, self.starts, -1, None, room.product)
        np.add(room.gate, self.offset, room.driven)
        np.multiply(room.braked, room.brake, room.braked)
        return room.drive

    def slopes(self) -> Array:
        """d drive of its target / d level of its source, for each link (links,).

        At the levels of one row that `drives` was asked for last.
        """
        room, net = self._room, self.network
        others = room.product[self.slot] / np.where(np.abs(room.factor) < TINY, TINY, room.factor)
        steep = self.power * (self.bend / room.spread - 1.0) * self.gain
        if self.boosted:
            # At its cap a factor no longer answers to its source.
            steep = np.where(room.factor >= 1.0, 0.0, steep)
        brake = np.ones(net.driven)
        brake[: net.braked] = room.brake
        outer = np.where(self.brakes, (room.gate + self.offset)[self.target], brake[self.target])
        return steep / (room.source * room.spread) * others * outer


class _Room:
    """Scratch memory for the drives of a table of levels, and views into it."""

    def __init__(self, gates: Gates, rows: tuple[int, ...]) -> None:
        net = gates.network
        self.source, self.factor, self.spread = np.empty((3, *rows, len(gates.source)))
        self.product = np.empty((*rows, len(gates.starts)))
        self.drive = np.empty((*rows, gates.moving))
        self.drive[...] = net.basal[: gates.moving]
        self.driven = self.drive[..., : net.driven]
        self.braked = self.drive[..., : net.braked]
        self.gate = self.product[..., : net.driven]
        self.brake = self.product[..., net.driven :]
