"""The differential equations of a network while nothing outside it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pathway_viewer.dynamics.gates import Gates
from pathway_viewer.dynamics.hill import Shape, influence, influences
from pathway_viewer.dynamics.network import Network
from pathway_viewer.dynamics.scenario import Push
from pathway_viewer.dynamics.slopes import Slopes

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

    The state is the network's columns that move, then the drug's amounts: those that arrows
    reach, and once they are `loosened` those that only pushes move. The other columns stand at
    their basal level, but for the drug node and the display groups: theirs follow.
    """

    def __init__(
        self,
        network: Network,
        push: Push,
        names: tuple[str, ...],
        edges: tuple[str, ...],
        loosened: bool,
    ) -> None:
        self.network = network
        self.moving = network.loose if loosened else network.driven
        self.size = self.moving + DRUG_STATES
        self.scale = network.edge_scale * np.array([push.scaled.get(id, 1.0) for id in edges])
        self.gates = Gates(network, self.scale, self.moving)
        self.entering = (0.0, 0.0)
        self._push(push, names)
        self._paces()
        self._rooms()
        self.slopes = Slopes(self.gates, self.node_scale[: self.moving], self.held)
        self.refer(np.zeros(network.columns))

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
        self.still = net.basal.copy()
        self.still[list(held)] = list(held.values())
        self.held = np.array([one for one in held if one < self.moving], dtype=np.intp)
        self.held_at = self.still[self.held]
        self.drug_held = held.get(net.drug)
        self.drug_scale = float(self.node_scale[net.drug]) if net.drug >= 0 else 1.0
        self.scaled = bool(np.any(self.node_scale != 1.0))

    def _paces(self) -> None:
        """Paces (per hour) above and below the drive, and as they serve gaps and their sizes.

        rate = gap * (climb + decay) / 2 + abs(gap) * (climb - decay) / 2.
        """
        net = self.network
        climb, decay = (1.0 / time[: self.moving] for time in (net.rise, net.fall))
        self.climb, self.decay = climb, decay
        self._halves = np.array([climb + decay, climb - decay]) / 2.0

    def _rooms(self) -> None:
        """Scratch memory for `rate`, which makes no array anew, and views into it."""
        net = self.network
        sources = {one.source for one in (*net.links, *net.removals)}
        self._leading = [group for group in net.groups if group[0] in sources]
        self._levels = self.still.copy()
        self._front = self._levels[: self.moving]
        self._gaps, self._parts = np.zeros((2, 2, self.moving))
        self._gap, self._distance = self._gaps
        self._even, self._uneven = self._parts
        self._rate = np.zeros(self.size)
        self._moving = self._rate[: self.moving]

    def refer(self, resting: Array) -> None:
        """Sets the rest against which arrows that remove the drug are strong or weak."""
        self._removals: list[tuple[int, float, float, Shape]] = []
        for one in self.network.removals:
            usual = influence(float(resting[one.source]), one.curve)
            share = one.weight / (usual or 1.0)
            passing = share * float(self.scale[one.arrow])
            self._removals.append((one.source, 1.0 - share * usual, passing, one.curve))

    def levels(self, state: Array) -> Array:
        """Levels of all columns, with the drug node and the display groups filled in.

        For one state the answer is scratch memory that the next call overwrites.
        """
        net = self.network
        levels = self._levels
        if state.ndim > 1:
            levels = np.tile(self.still, (len(state), 1))
        np.maximum(state[..., : self.moving], 0.0, out=levels[..., : self.moving])
        if net.drug >= 0:
            levels[..., net.drug] = self.drug_level(state[..., self.moving + 1])
        for group, members in net.groups:
            levels[..., group] = levels[..., members].mean(axis=-1)
        return levels

    def _acting(self, moving: Array, blood: float) -> Array:
        """As `levels` of one state, but only of what acts on others, and not clipped."""
        levels, drug = self._levels, self.network.drug
        self._front[:] = moving
        if drug >= 0:
            levels[drug] = self._drug_level(blood)
        for group, members in self._leading:
            levels[group] = levels[members].mean()
        return levels

    def drug_level(self, blood: Array) -> Array | float:
        """The drug node's level: saturating in the amount in the blood, unless it is held."""
        if self.drug_held is not None:
            return self.drug_held
        return influences(blood * self.drug_scale, *self.network.disposition.curve)

    def _drug_level(self, blood: float) -> float:
        """The same for one amount."""
        held = self.drug_held
        if held is not None:
            return held
        return influence(blood * self.drug_scale, self.network.disposition.curve)

    def drives(self, levels: Array) -> Array:
        """What the columns that move move towards (scratch memory, as in `Gates.drives`)."""
        drive = self.gates.drives(levels)
        if self.scaled:
            wished = drive * self.node_scale[: self.moving]
            drive, self.slopes.open = np.minimum(wished, 1.0), wished < 1.0
        if len(self.held):
            drive[..., self.held] = self.held_at
        return drive

    def rates(self, states: Array) -> Array:
        """Time derivatives, per hour, of a table of states (rows, size)."""
        d, first = self.network.disposition, self.moving
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
        d, first, rate = self.network.disposition, self.moving, self._rate
        moving = state[:first]
        waiting, blood, deep = state[first:].tolist()
        levels = self._acting(moving, blood)
        np.subtract(self.drives(levels), moving, self._gap)
        np.absolute(self._gap, self._distance)
        np.multiply(self._gaps, self._halves, self._parts)
        np.add(self._even, self._uneven, self._moving)
        leaving = d.leaving * self._removal(levels) + d.spreading
        entered = d.absorbing * waiting
        rate[first] = self.entering[0] - entered
        rate[first + 1] = self.entering[1] + entered - leaving * blood + d.returning * deep
        rate[first + 2] = d.spreading * blood - d.returning * deep
        return rate

    def removal(self, levels: Array) -> Array:
        """How many times faster than at rest the drug leaves, for a table of levels (rows,)."""
        factor = np.ones(levels.shape[:-1])
        for source, least, passing, curve in self._removals:
            factor *= least + passing * influences(levels[..., source], *curve)
        return factor

    def _removal(self, levels: Array) -> float:
        """The same for one row of levels."""
        factor = 1.0
        for source, least, passing, curve in self._removals:
            factor *= least + passing * influence(levels.item(source), curve)
        return factor

    def jacobian(self, state: Array, _hours: float = 0.0) -> Array:
        """d rates / d state, a row for each state that is varied (size, size).

        How removal answers to levels is left out: it is slow.
        """
        d, first = self.network.disposition, self.moving
        blood = state.item(first + 1)
        levels = self._acting(state[:first], blood)
        gap = self.drives(levels) - state[:first]
        leaving = d.leaving * self._removal(levels) + d.spreading
        drug = (-d.absorbing, d.absorbing, -leaving, d.spreading, d.returning, -d.returning)
        return self.slopes.of_rates(
            np.where(gap > 0.0, self.climb, self.decay),
            self._drug_slope(blood),
            drug,
        )

    def drug_slope(self, blood: Array) -> Array:
        """d level of the drug node / d amount in the blood."""
        curve = self.network.disposition.curve
        amount = np.clip(blood * self.drug_scale, 0.0, 1.0)
        slope = (1.0 + curve.bend) / (1.0 + curve.bend * amount) ** 2 * self.drug_scale
        return np.where((amount < 1.0) & (self.drug_held is None), slope, 0.0)

    def _drug_slope(self, blood: float) -> float:
        """The same for one amount."""
        bend, amount = self.network.disposition.curve.bend, blood * self.drug_scale
        if self.drug_held is not None or amount >= 1.0:
            return 0.0
        return (1.0 + bend) / (1.0 + bend * max(amount, 0.0)) ** 2 * self.drug_scale

    def sensitivity(self) -> Array:
        """d drive / d level (moving, moving) at the levels `drives` was asked for last.

        Groups are passed on to their members.
        """
        return self.slopes.of_drives()
