"""The differential equations of a network while nothing outside it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pathway_viewer.dynamics.hill import Shape, influence, influences
from pathway_viewer.dynamics.network import Joint, Network
from pathway_viewer.dynamics.scenario import Push

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    Indices = NDArray[np.intp]

DRUG_STATES = 3
"""Amounts still to be absorbed, in the blood and in the second compartment."""


class Equations:
    """d level / dt = (drive - level) / time constant, for every column, and the drug's kinetics.

    Logic of Kraeutler, Soltis and Saucerman 2010 (BMC Syst Biol 4:157). With f the influence
    of an arrow (normalised Hill of its source), w its weight and s how far it is scaled:

    - arrows that activate or produce join by OR, 1 - (1 - basal) prod(1 - s w f), or by AND,
      basal + (1 - basal) prod(s w f), where the node asks for all;
    - arrows that inhibit or remove multiply the drive by 1 - s w f;
    - arrows that maintain, or that are needed, multiply it by 1 - w + s w f: an arrow that is
      cut passes nothing, but what it was needed for still lacks it.

    The time constant is the rise time while drive is above level, else the fall time. Nothing
    here reads the clock: doses come as a rate of `infusion` and as changes of the state.

    The state is the columns of the network, then the drug's amounts; `levels`, `drives` and
    `rates` take one state or a table of them, last axis first. The entries of the drug node and
    of display groups are not used: their levels follow from the rest.
    """

    def __init__(
        self, network: Network, push: Push, names: tuple[str, ...], edges: tuple[str, ...]
    ) -> None:
        self.network = network
        self.size = network.columns + DRUG_STATES
        self.scale = network.edge_scale * np.array([push.scaled.get(id, 1.0) for id in edges])
        self.infusion = np.zeros(DRUG_STATES)
        self.reference = np.zeros(network.columns)
        self.climb = 1.0 / network.rise
        self.decay = 1.0 / network.fall
        self._hold(push, names)
        self._factors()
        self._slots()

    def _hold(self, push: Push, names: tuple[str, ...]) -> None:
        """Held and scaled columns; a push on a display group is a push on its members."""
        columns = self.network.columns
        meant = {group: members.tolist() for group, members in self.network.groups}
        held = np.full(columns, np.nan)
        self.node_scale = np.ones(columns)
        for position, name in enumerate(names):
            for column in meant.get(position, [position]):
                self.node_scale[column] *= push.scaled.get(name, 1.0)
                held[column] = np.fmin(held[column], push.held.get(name, np.nan))
        self.held = np.flatnonzero(~np.isnan(held))
        self.held_at = held[self.held]
        drug = self.network.drug
        self.drug_held = None if drug < 0 or np.isnan(held[drug]) else float(held[drug])
        self.drug_scale = 1.0 if drug < 0 else float(self.node_scale[drug])
        self.scaled = bool(np.any(self.node_scale != 1.0))

    def _factors(self) -> None:
        """Each link's factor is `base + gain * raised / (1 + bend * raised)`."""
        net = self.network
        scale = np.where(net.arrow >= 0, np.append(self.scale, 1.0)[net.arrow], 1.0)
        passed = np.minimum(net.weight * scale, 1.0)
        needed = net.joint == Joint.NEED
        every = net.joint == Joint.ALL
        self.base = np.select([every, needed], [np.zeros_like(scale), 1.0 - net.weight], 1.0)
        gain = np.select([every, needed], [passed, net.weight * scale], -passed)
        self.gain = gain * (1.0 + net.bend)
        self.boosted = bool(np.any(needed & (scale > 1.0)))

    def _slots(self) -> None:
        """Where the factors that share a slot begin, and how each column turns them to a drive."""
        net = self.network
        self.starts = np.flatnonzero(np.diff(net.slot, prepend=-1))
        self.filled = net.slot[self.starts]
        driven = np.zeros(net.columns, dtype=bool)
        driven[net.target[net.joint == Joint.ALL]] = True
        self.offset = np.where(driven, net.basal, 1.0)
        self.slope = np.where(driven, 1.0 - net.basal, net.basal - 1.0)

    def levels(self, state: Array) -> Array:
        """Levels of all columns, with the drug node and the display groups filled in."""
        net = self.network
        levels = np.maximum(state[..., : net.columns], 0.0)
        if net.drug >= 0:
            levels[..., net.drug] = self.drug_level(state[..., net.columns + 1])
        for group, members in net.groups:
            levels[..., group] = levels[..., members].mean(axis=-1)
        return levels

    def drug_level(self, blood: Array) -> Array | float:
        """The drug node's level: saturating in the amount in the blood, unless it is held."""
        if self.drug_held is not None:
            return self.drug_held
        curve = self.network.disposition.curve
        return _passed(blood * self.drug_scale, curve)

    def drives(self, levels: Array) -> Array:
        """What each column's level moves towards."""
        columns = self.network.columns
        joined = self._joined(self._factor(levels))
        drive = joined[..., :columns] * self.slope
        drive += self.offset
        drive *= joined[..., columns:]
        if self.scaled:
            drive = np.minimum(drive * self.node_scale, 1.0)
        if len(self.held):
            drive[..., self.held] = self.held_at
        return drive

    def _factor(self, levels: Array) -> Array:
        net = self.network
        raised = np.take(levels, net.source, axis=-1)
        raised **= net.power
        factor = raised * net.bend
        factor += 1.0
        np.divide(raised, factor, out=factor)
        factor *= self.gain
        factor += self.base
        return np.minimum(factor, 1.0) if self.boosted else factor

    def _joined(self, factor: Array) -> Array:
        """Products of the factors of each slot; 1 where a slot is empty."""
        joined = np.ones((*factor.shape[:-1], 2 * self.network.columns))
        if len(self.starts):
            joined[..., self.filled] = np.multiply.reduceat(factor, self.starts, axis=-1)
        return joined

    def rates(self, state: Array, _hours: float = 0.0) -> Array:
        """Time derivative of the state, per hour."""
        columns = self.network.columns
        levels = self.levels(state)
        rates = np.empty_like(state)
        gap = self.drives(levels)
        gap -= state[..., :columns]
        np.multiply(gap, np.where(gap > 0.0, self.climb, self.decay), out=rates[..., :columns])
        self._drug_rates(state, levels, rates)
        return rates

    def _drug_rates(self, state: Array, levels: Array, rates: Array) -> None:
        net, columns = self.network, self.network.columns
        d = net.disposition
        waiting, blood, deep = state[..., columns:].T
        entered = d.absorbing * waiting
        leaving = d.leaving * self.removal(levels) + d.spreading
        rates[..., columns] = self.infusion[0] - entered
        rates[..., columns + 1] = self.infusion[1] + entered - leaving * blood + d.returning * deep
        rates[..., columns + 2] = d.spreading * blood - d.returning * deep
        if net.drug >= 0:
            rates[..., net.drug] = 0.0
        for group, _ in net.groups:
            rates[..., group] = 0.0

    def removal(self, levels: Array) -> Array | float:
        """How many times faster than at rest the drug leaves, by the arrows that remove it."""
        factor: Array | float = 1.0
        for one in self.network.removals:
            usual = influence(float(self.reference[one.source]), one.curve)
            level = levels[..., one.source]
            now = _passed(level, one.curve)
            faster = one.weight * (self.scale[one.arrow] * now - usual) / (usual or 1.0)
            factor = factor * (1.0 + faster)
        return factor

    def jacobian(self, state: Array, _hours: float = 0.0) -> Array:
        """d rates / d state (size, size); how removal answers to levels is left out: it is slow."""
        net, columns = self.network, self.network.columns
        levels = self.levels(state)
        gap = self.drives(levels) - state[:columns]
        pace = np.where(gap > 0.0, self.climb, self.decay)
        matrix = np.zeros((self.size, self.size))
        matrix[:columns, :columns] = self.sensitivity(levels) * pace[:, None]
        if net.drug >= 0:
            matrix[:, columns + 1] = matrix[:, net.drug] * self.drug_slope(state[columns + 1])
            matrix[:, net.drug] = 0.0
        matrix[np.arange(columns), np.arange(columns)] -= pace
        for unused in [group for group, _ in net.groups] + [net.drug] * (net.drug >= 0):
            matrix[unused, :] = 0.0
        d, first = net.disposition, columns
        leaving = d.leaving * self.removal(levels) + d.spreading
        matrix[first, first] = -d.absorbing
        matrix[first + 1, first:] = (d.absorbing, -leaving, d.returning)
        matrix[first + 2, first + 1 :] = (d.spreading, -d.returning)
        return matrix

    def drug_slope(self, blood: Array) -> Array:
        """d level of the drug node / d amount in the blood."""
        curve = self.network.disposition.curve
        amount = np.clip(blood * self.drug_scale, 0.0, 1.0)
        slope = (1.0 + curve.bend) / (1.0 + curve.bend * amount) ** 2 * self.drug_scale
        return np.where((amount < 1.0) & (self.drug_held is None), slope, 0.0)

    def sensitivity(self, levels: Array) -> Array:
        """d drive / d level (columns, columns)."""
        net, columns = self.network, self.network.columns
        source = levels[net.source]
        spread = 1.0 + net.bend * source**net.power
        steep = self.gain * net.power * source ** (net.power - 1.0) / spread**2
        factor = self._factor(levels)
        joined = self._joined(factor)
        # A factor of exactly 0 hides the others: keep the quotient finite, the value is unused.
        others = joined[net.slot] / np.where(np.abs(factor) < 1e-12, 1e-12, factor)
        gate = self.offset + self.slope * joined[:columns]
        brake = self.slope * joined[columns:]
        outer = np.where(net.slot < columns, brake[net.target], gate[net.target])
        part = outer * others * steep * self.node_scale[net.target]
        part[np.isin(net.target, self.held)] = 0.0
        matrix = np.zeros((columns, columns))
        np.add.at(matrix, (net.target, net.source), part)
        for group, members in net.groups:
            matrix[:, members] += matrix[:, [group]] / len(members)
            matrix[:, group] = 0.0
        return matrix


def _passed(level: Array, curve: Shape) -> Array | float:
    """Influence of one level, quickly, or of an array of levels."""
    return influences(level, *curve) if level.ndim else influence(float(level), curve)
