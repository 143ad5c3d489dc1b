"""The run of a network from rest through its events: solved by scipy piece by piece."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pathway_viewer.dynamics.equations import DRUG_STATES, Equations
from pathway_viewer.dynamics.network import Network
from pathway_viewer.dynamics.rest import rest
from pathway_viewer.dynamics.scenario import Plan, Push
from pathway_viewer.dynamics.stiff import EXACT, Tolerance, integrate
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.pushes import Dose

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

STILL = 1e-10
"""Levels an hour below which a network is at rest."""
INSTANT = 1e-9
"""Hours between two events in which nothing can happen."""
FIRST_STEP = 0.002
"""Hours from an event to the first row after it."""


@dataclass(frozen=True, eq=False)
class Record:
    """What a run leaves: levels (M, nodes and lags), slopes, and arrows' weights by stretch."""

    network: Network
    times: Array
    states: Array
    slopes: Array
    resting: Array
    begins: Array
    weights: Array


def run(pathway: Pathway, plan: Plan, tolerance: Tolerance = EXACT) -> Record:
    """Solves a plan. The system is stiff (minutes beside weeks), so LSODA with its Jacobian."""
    return _Run(pathway, plan, tolerance).record()


class _Run:
    def __init__(self, pathway: Pathway, plan: Plan, tolerance: Tolerance) -> None:
        self.plan, self.tolerance = plan, tolerance
        self.names = tuple(node.id for node in pathway.nodes)
        self.edges = tuple(edge.id for edge in pathway.edges)
        pushed = frozenset(one.target for one in plan.perturbations)
        self.network = Network.of(pathway, plan.clock, plan.rivals, pushed)
        self.built: list[tuple[Push, bool, Equations]] = []
        self.loosened = False
        lifelong = self._equations(plan.lifelong())
        self.start = rest(lifelong)
        self.resting = lifelong.levels(self.start).copy()
        self.reference = self._reference()
        self.times: list[Array] = []
        self.states: list[Array] = []
        self.slopes: list[Array] = []
        self.weights: list[Array] = []

    def _equations(self, push: Push) -> Equations:
        """Those of a push; most stretches share one, and building it costs as much as solving."""
        self.loosened = self.loosened or self._loosens(push)
        for known, loosened, equations in self.built:
            if known == push and loosened == self.loosened:
                return equations
        equations = Equations(self.network, push, self.names, self.edges, self.loosened)
        self.built.append((push, self.loosened, equations))
        return equations

    def _loosens(self, push: Push) -> bool:
        """Whether something is pushed that no arrow reaches: from then on it moves."""
        net = self.network
        members = {net.place.tolist().index(group): inside for group, inside in net.groups}
        pushed = [i for i, id in enumerate(self.names) if id in push.held or id in push.scaled]
        columns = [c for i in pushed for c in members.get(i, net.place[[i]]).tolist()]
        return any(net.driven <= column < net.loose for column in columns)

    def _reference(self) -> Array:
        """What removes the drug does so relative to the rest of the untouched network."""
        if self.network.removals and any(one.start is None for one in self.plan.perturbations):
            untouched = self._equations(Push())
            return untouched.levels(rest(untouched)).copy()
        return self.resting

    def record(self) -> Record:
        begins = self.plan.breaks()
        state = self.start
        for start, stop in zip(begins, (*begins[1:], self.plan.end), strict=True):
            state = self._stretch(state, start, stop)
        place = self.network.place
        return Record(
            network=self.network,
            times=np.concatenate(self.times),
            states=np.concatenate(self.states)[:, place],
            slopes=np.concatenate(self.slopes)[:, place],
            resting=self.resting[place],
            begins=np.array(begins),
            weights=np.array(self.weights),
        )

    def _stretch(self, state: Array, start: float, stop: float) -> Array:
        """Solves from one event to the next and returns the state there."""
        equations = self._equations(self.plan.push_at(start))
        equations.refer(self.reference)
        equations.entering = self._entering(_infused(self.plan.doses, start))
        state = self._widened(state)
        state[-DRUG_STATES:-1] += self._entering(_at_once(self.plan.doses, start))
        state[equations.held] = equations.held_at
        hours = _grid(start, stop, self.tolerance.growth)
        # Rest is left alone: not even rounding may move it where nothing is done.
        moves = stop - start > INSTANT and np.abs(equations.rate(state)).max() > STILL
        if moves:
            states = integrate(equations, state, hours, self.tolerance)
        else:
            states = np.tile(state, (len(hours), 1))
        self._keep(equations, hours, states)
        return states[-1]

    def _widened(self, state: Array) -> Array:
        """The state with a place for what only pushes move, once they do."""
        net, moving = self.network, len(state) - DRUG_STATES
        wanted = net.loose if self.loosened else net.driven
        return np.concatenate([state[:moving], net.basal[moving:wanted], state[moving:]])

    def _entering(self, amount: float) -> tuple[float, float]:
        """A dose, or its rate, where it enters: to be absorbed, or straight into the blood."""
        d = self.network.disposition
        entering = amount * d.per_unit
        return (entering, 0.0) if d.absorbing else (0.0, entering)

    def _keep(self, equations: Equations, hours: Array, states: Array) -> None:
        """Stores levels and slopes, those of the drug node and of display groups filled in."""
        net = self.network
        rates = equations.rates(states)
        slopes = np.zeros((len(hours), net.columns))
        slopes[:, : equations.moving] = rates[:, : equations.moving]
        if net.drug >= 0:
            blood = equations.moving + 1
            slopes[:, net.drug] = equations.drug_slope(states[:, blood]) * rates[:, blood]
        for group, members in net.groups:
            slopes[:, group] = slopes[:, members].mean(axis=1)
        self.times.append(hours)
        self.states.append(np.minimum(equations.levels(states), 1.0))
        self.slopes.append(slopes)
        self.weights.append(np.minimum(net.edge_weight * equations.scale, 1.0))


def _grid(start: float, stop: float, growth: float) -> Array:
    """Hours from start to stop, each step a little longer: an event's answer begins fast.

    Where the stretch ends moves no point but the last, so that what is done at a later time
    does not even change how the time before it is told.
    """
    length = stop - start
    if length <= FIRST_STEP:
        return np.array([start, stop])
    count = math.ceil(math.log(length / FIRST_STEP) / math.log(growth))
    return np.concatenate([[start], start + FIRST_STEP * growth ** np.arange(count), [stop]])


def _infused(doses: Sequence[Dose], now: float) -> float:
    """Amount an hour that runs in from now until the next event."""
    return sum(d.amount / d.over for d in doses if d.over and d.at <= now < d.at + d.over)


def _at_once(doses: Sequence[Dose], now: float) -> float:
    """Amount given at this very moment."""
    return sum(d.amount for d in doses if not d.over and d.at == now)
