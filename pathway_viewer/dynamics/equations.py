"""The differential equations of a network while nothing outside it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pathway_viewer.dynamics.gates import Gates
from pathway_viewer.dynamics.hill import influence, influences
from pathway_viewer.dynamics.network import Network
from pathway_viewer.dynamics.scenario import Push

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

DRUG_STATES = 3
"""Amounts still to be absorbed, in the blood and in the second compartment."""


class Equations:
    """d level / dt = (drive - level) / time constant, for every column, and the drug's kinetics.

    The time constant is the rise time while the drive is above the level, else the fall time.
    A scaled node's drive is multiplied and kept at most 1; a held node's drive is its level.
    Nothing here reads the clock: doses come as rates of `entering` (to be absorbed, into the
    blood) and as jumps of the state.

    The state is the columns of the network, then the drug's amounts. The entries of the drug
    node and of display groups stand still: their levels follow from the rest.
    """

    def __init__(
        self, network: Network, push: Push, names: tuple[str, ...], edges: tuple[str, ...]
    ) -> None:
        self.network = network
        self.columns = network.columns
        self.size = network.columns + DRUG_STATES
        self.scale = network.edge_scale * np.array([push.scaled.get(id, 1.0) for id in edges])
        self.gates = Gates(network, self.scale)
        self.entering = (0.0, 0.0)
        self._diagonal = np.arange(self.columns)
        self.reference = np.zeros(network.columns)
        self._push(push, names)
        self._paces()
        sources = {link.source for link in network.links}
        self.leading = [group for group in network.groups if group[0] in sources]
        self._zero = np.zeros(network.columns)
        self._levels = np.zeros(network.columns)
        self._rate = np.zeros(self.size)
        self._moving = self._rate[: network.columns]

    def _push(self, push: Push, names: tuple[str, ...]) -> None:
        """Held and scaled columns; a push on a display group is a push on its members."""
        net = self.network
        meant = {group: members.tolist() for group, members in net.groups}
        column = dict(zip(names, net.place[: len(names)].tolist(), strict=True))
        held: dict[int, float] = {}
        self.node_scale = np.ones(net.columns)
        for name in column.keys() & push.scaled.keys():
            self.node_scale[meant.get(column[name], column[name])] *= push.scaled[name]
        for name, level in push.held.items():
            for one in meant.get(column[name], [column[name]]):
                held[one] = min(level, held.get(one, 1.0))
        self.held = np.array(list(held), dtype=np.intp)
        self.held_at = np.array(list(held.values()))
        self.drug_held = held.get(net.drug)
        self.drug_scale = float(self.node_scale[net.drug]) if net.drug >= 0 else 1.0
        self.scaled = bool(np.any(self.node_scale != 1.0))

    def _paces(self) -> None:
        """rate = gap * `even` + abs(gap) * `uneven`: the rise time above, the fall time below."""
        net = self.network
        climb, decay = 1.0 / net.rise, 1.0 / net.fall
        for still in [group for group, _ in net.groups] + [net.drug] * (net.drug >= 0):
            climb[still] = decay[still] = 0.0
        self.climb, self.decay = climb, decay
        self.even, self.uneven = (climb + decay) / 2.0, (climb - decay) / 2.0

    def levels(self, state: Array) -> Array:
        """Levels of all columns, with the drug node and the display groups filled in.

        For one state the answer is scratch memory that the next call overwrites.
        """
        net = self.network
        levels = np.maximum(
            state[..., : self.columns], 0.0, out=self._levels if state.ndim == 1 else None
        )
        if net.drug >= 0:
            levels[..., net.drug] = self.drug_level(state[..., self.columns + 1])
        for group, members in net.groups:
            levels[..., group] = levels[..., members].mean(axis=-1)
        return levels

    def drug_level(self, blood: Array) -> Array | float:
        """The drug node's level: saturating in the amount in the blood, unless it is held."""
        if self.drug_held is not None:
            return self.drug_held
        return influences(blood * self.drug_scale, *self.network.disposition.curve)

    def drives(self, levels: Array) -> Array:
        """What each column's level moves towards (scratch memory, as in `Gates.drives`)."""
        drive = self.gates.drives(levels)
        if self.scaled:
            np.minimum(drive * self.node_scale, 1.0, out=drive)
        if len(self.held):
            drive[..., self.held] = self.held_at
        return drive

    def rates(self, states: Array) -> Array:
        """Time derivatives, per hour, of a table of states (rows, size)."""
        d, first = self.network.disposition, self.columns
        levels = self.levels(states)
        gap = self.drives(levels) - states[..., :first]
        waiting, blood, deep = (states[..., first + i] for i in range(DRUG_STATES))
        entered = d.absorbing * waiting
        leaving = d.leaving * self.removal(levels) + d.spreading
        rates = np.empty_like(states)
        rates[..., :first] = gap * np.where(gap > 0.0, self.climb, self.decay)
        rates[..., first] = self.entering[0] - entered
        rates[..., first + 1] = self.entering[1] + entered - leaving * blood + d.returning * deep
        rates[..., first + 2] = d.spreading * blood - d.returning * deep
        return rates

    def rate(self, state: Array, _hours: float = 0.0) -> Array:
        """Time derivative of one state, as `rates` but several times faster.

        The solver asks thousands of times, so plain numbers stand in for arrays of one, and the
        answer is scratch memory that the next call overwrites.
        """
        d, first, net = self.network.disposition, self.columns, self.network
        waiting, blood, deep = state[first:].tolist()
        levels = np.maximum(state[:first], self._zero, out=self._levels)
        if net.drug >= 0:
            held = self.drug_held
            levels[net.drug] = influence(blood * self.drug_scale, d.curve) if held is None else held
        for group, members in self.leading:
            levels[group] = levels[members].mean()
        gap, rate = self.drives(levels), self._rate
        np.subtract(gap, state[:first], out=gap)
        np.multiply(gap, self.even, out=self._moving)
        np.absolute(gap, out=gap)
        np.multiply(gap, self.uneven, out=gap)
        np.add(self._moving, gap, out=self._moving)
        leaving = d.leaving * self.removal(levels) + d.spreading
        entered = d.absorbing * waiting
        rate[first] = self.entering[0] - entered
        rate[first + 1] = self.entering[1] + entered - leaving * blood + d.returning * deep
        rate[first + 2] = d.spreading * blood - d.returning * deep
        return rate

    def removal(self, levels: Array) -> Array | float:
        """How many times faster than at rest the drug leaves, by the arrows that remove it."""
        factor: Array | float = 1.0
        for one in self.network.removals:
            level = levels[..., one.source]
            usual = influence(float(self.reference[one.source]), one.curve)
            now = (
                influences(level, *one.curve) if level.ndim else influence(float(level), one.curve)
            )
            faster = one.weight * (self.scale[one.arrow] * now - usual) / (usual or 1.0)
            factor = factor * (1.0 + faster)
        return factor

    def jacobian(self, state: Array, _hours: float = 0.0) -> Array:
        """d rates / d state (size, size); how removal answers to levels is left out: it is slow."""
        net, columns = self.network, self.columns
        levels = self.levels(state)
        matrix = np.zeros((self.size, self.size))
        matrix[:columns, :columns] = self.sensitivity(levels)
        gap = self.drives(levels) - state[:columns]
        pace = np.where(gap > 0.0, self.climb, self.decay)
        matrix[:columns] *= pace[:, None]
        if net.drug >= 0:
            matrix[:, columns + 1] = matrix[:, net.drug] * self.drug_slope(state[columns + 1])
            matrix[:, net.drug] = 0.0
        matrix[self._diagonal, self._diagonal] -= pace
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
        """d drive / d level (columns, columns); groups are passed on to their members."""
        matrix = self.gates.sensitivity(levels)
        if self.scaled:
            matrix *= self.node_scale[:, None]
        matrix[self.held] = 0.0
        for group, members in self.network.groups:
            matrix[:, members] += matrix[:, [group]] / len(members)
            matrix[:, group] = 0.0
        return matrix
