"""The logic at every node: what its level moves towards, from the levels of all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pathway_viewer.dynamics.network import Joint, Network

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    Indices = NDArray[np.intp]


class Gates:
    """The drive of each column, from the levels of all columns.

    Logic of Kraeutler, Soltis and Saucerman 2010 (BMC Syst Biol 4:157). With f the influence
    of an arrow (normalised Hill of its source), w its weight and s how far it is scaled:

    - arrows that activate or produce join by OR, 1 - (1 - basal) prod(1 - s w f), or by AND,
      basal + (1 - basal) prod(s w f), where the node asks for all;
    - arrows that inhibit or remove multiply the drive by 1 - s w f;
    - arrows that maintain, or that are needed, multiply it by 1 - w + s w f: an arrow that is
      cut passes nothing, but what it was needed for still lacks it.

    All factors come from one pass over the links, and their products, by `reduceat`, in one
    stretch for the columns that are driven and one for those that are braked.
    """

    def __init__(self, network: Network, scale: Array) -> None:
        self.network = network
        links = network.links
        self.source = np.array([link.source for link in links], dtype=np.intp)
        self.target = np.array([link.target for link in links], dtype=np.intp)
        self.joint = np.array([link.joint for link in links], dtype=np.int8)
        self.weight = np.array([link.weight for link in links], dtype=np.float64)
        self.power = np.array([link.curve.power for link in links], dtype=np.float64)
        self.bend = np.array([link.curve.bend for link in links], dtype=np.float64)
        self._factors(np.append(scale, 1.0)[[link.arrow for link in links]])
        self._slots()
        self._room = _Room(self, ())

    def _factors(self, scale: Array) -> None:
        """Each link's factor is `base + gain * raised / (1 + bend * raised)`."""
        passed = np.minimum(self.weight * scale, 1.0)
        needed = self.joint == Joint.NEED
        every = self.joint == Joint.ALL
        self.base = np.select([every, needed], [np.zeros_like(scale), 1.0 - self.weight], 1.0)
        gain = np.select([every, needed], [passed, self.weight * scale], -passed)
        self.gain = gain * (1.0 + self.bend)
        self.one = np.ones_like(gain)
        self.boosted = bool(np.any(needed & (scale > 1.0)))

    def _slots(self) -> None:
        """Where the factors that are multiplied begin, and how products turn into drives."""
        net = self.network
        slot = self.target + net.columns * (self.joint >= Joint.BRAKE)
        self.starts = np.flatnonzero(np.diff(slot, prepend=-1))
        self.slot = np.searchsorted(slot[self.starts], slot)
        every = np.zeros(net.columns, dtype=bool)
        every[self.target[self.joint == Joint.ALL]] = True
        inside = slice(net.bare, net.driven)
        basal, every = net.basal[inside], every[inside]
        self.offset = np.where(every, basal, 1.0)
        self.slope = np.where(every, 1.0 - basal, basal - 1.0)

    def drives(self, levels: Array) -> Array:
        """Drives for levels (columns,), or for a table of them (rows, columns).

        The answer is scratch memory that the next call overwrites.
        """
        if levels.ndim > 1 or not len(self.starts):
            return self._drives(levels, _Room(self, levels.shape[:-1]))
        return self._drives(levels, self._room)

    def _drives(self, levels: Array, room: _Room) -> Array:
        raised, factor = room.raised, room.factor
        levels.take(self.source, -1, raised, "clip")
        np.power(raised, self.power, out=raised)
        np.multiply(raised, self.bend, out=factor)
        np.add(factor, self.one, out=factor)
        np.divide(raised, factor, out=factor)
        np.multiply(factor, self.gain, out=factor)
        np.add(factor, self.base, out=factor)
        if self.boosted:
            np.minimum(factor, 1.0, out=factor)
        if len(self.starts):
            np.multiply.reduceat(factor, self.starts, axis=-1, out=room.product)
        room.drive[...] = self.network.basal
        np.multiply(room.gate, self.slope, out=room.driven)
        room.driven += self.offset
        room.braked *= room.brake
        return room.drive

    def sensitivity(self, levels: Array) -> Array:
        """d drive / d level (columns, columns) at levels (columns,)."""
        net = self.network
        self._drives(levels, self._room)
        room, source = self._room, levels[self.source]
        factor = np.where(np.abs(room.factor) < 1e-12, 1e-12, room.factor)
        others = room.product[self.slot] / factor
        spread = 1.0 + self.bend * source**self.power
        steep = self.gain * self.power * source ** (self.power - 1.0) / spread**2
        gate, brake, slope = self._outer(room)
        outer = np.where(self.joint >= Joint.BRAKE, gate[self.target], (slope * brake)[self.target])
        matrix = np.zeros((net.columns, net.columns))
        np.add.at(matrix, (self.target, self.source), outer * others * steep)
        return matrix

    def _outer(self, room: _Room) -> tuple[Array, Array, Array]:
        """For every column: its drive before brakes, its brakes, and d drive / d product."""
        net = self.network
        gate, brake, slope = net.basal.copy(), np.ones(net.columns), np.zeros(net.columns)
        gate[net.bare : net.driven] = self.offset + self.slope * room.gate
        brake[: net.braked] = room.brake
        slope[net.bare : net.driven] = self.slope
        return gate, brake, slope


class _Room:
    """Scratch memory for the drives of a table of levels, and views into it."""

    def __init__(self, gates: Gates, rows: tuple[int, ...]) -> None:
        net = gates.network
        self.raised = np.empty((*rows, len(gates.source)))
        self.factor = np.empty((*rows, len(gates.source)))
        self.product = np.empty((*rows, len(gates.starts)))
        self.drive = np.empty((*rows, net.columns))
        self.driven = self.drive[..., net.bare : net.driven]
        self.braked = self.drive[..., : net.braked]
        self.gate = self.product[..., : net.driven - net.bare]
        self.brake = self.product[..., net.driven - net.bare :]
