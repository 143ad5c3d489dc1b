"""The same equations written down a second time, plainly, and solved by another integrator."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

import numpy as np
from scipy.integrate import solve_ivp

from pathway_viewer.model.kinetics import EdgeKinetics, NodeKinetics
from pathway_viewer.model.pathway import Edge, Pathway, Scenario

Levels = dict[str, float]


def hill(level: float, half: float, steepness: float) -> float:
    n = max(steepness, math.log(2) / math.log(1 / half))
    k = half**n / (1 - 2 * half**n) if half**n < 0.5 - 1e-12 else math.inf
    powered = max(level, 0.0) ** n
    return powered if math.isinf(k) else (1 + k) * powered / (k + powered)


class SecondOpinion:
    """Levels of a pathway's scenario (no rivals, no perturbations), one state a node and lag."""

    def __init__(self, pathway: Pathway, scenario: str) -> None:
        self.pathway = pathway
        self.scenario: Scenario = pathway.scenario(scenario)
        self.clock = pathway.clock(self.scenario)
        self.absent = {e for r in pathway.rivals if not r.on for e in r.adds}
        self.absent -= {e for r in pathway.rivals if r.on for e in r.adds}
        self.weak = [set(r.weakens) for r in pathway.rivals if r.on]
        self.names = [n.id for n in pathway.nodes if not n.members and n.id != self.clock.drug]
        self.lagged = [e for e in pathway.edges if self._edge(e).delay and e.id not in self.absent]
        self.start = self._rest()

    def _node(self, id: str) -> NodeKinetics:
        own = self.clock.kinetics.nodes | {}
        return own.get(id) or self.pathway.kinetics.nodes.get(id) or NodeKinetics(reason="")

    def _edge(self, edge: Edge) -> EdgeKinetics:
        own = self.clock.kinetics.edges.get(edge.id)
        return own or self.pathway.kinetics.edges.get(edge.id) or EdgeKinetics(reason="")

    def _influence(self, edge: Edge, levels: Levels, lags: Levels) -> float:
        k = self._edge(edge)
        source = lags[edge.id] if k.delay else levels[edge.source]
        return hill(source, k.half, k.steepness)

    def drive(self, target: str, levels: Levels, lags: Levels) -> float:
        node = self._node(target)
        off, every, brake, alls = 1.0, 1.0, 1.0, False
        for edge in self.pathway.edges:
            if edge.target != target or edge.sign == "correlates" or edge.id in self.absent:
                continue
            k = self._edge(edge)
            scale = math.prod(0.3 for weak in self.weak if edge.id in weak)
            passed = scale * k.weight * self._influence(edge, levels, lags)
            if edge.sign in ("inhibits", "removes"):
                brake *= 1 - passed
            elif edge.sign == "maintains" or k.needed:
                brake *= 1 - k.weight + passed
            elif node.joins == "all":
                every, alls = every * passed, True
            else:
                off *= 1 - passed
        gate = node.basal + (1 - node.basal) * every if alls else 1 - (1 - node.basal) * off
        return gate * brake

    def _levels(self, state: np.ndarray, drug: float) -> Levels:
        levels = dict(zip(self.names, state, strict=False)) | {self.clock.drug: drug}
        for node in self.pathway.nodes:
            if node.members:
                levels[node.id] = sum(levels[m] for m in node.members) / len(node.members)
        return levels

    def rates(self, state: np.ndarray, drug: float) -> np.ndarray:
        levels = self._levels(state, drug)
        chains = state[len(self.names) :].reshape(-1, 3)
        lags = {e.id: chain[-1] for e, chain in zip(self.lagged, chains, strict=True)}
        rates = []
        for name in self.names:
            k, gap = self._node(name), self.drive(name, levels, lags) - levels[name]
            rates.append(gap / (k.rise if gap > 0 else k.fall))
        for edge, chain in zip(self.lagged, chains, strict=True):
            before = [levels[edge.source], chain[0], chain[1]]
            rates += [
                (b - c) * 3 / self._edge(edge).delay for b, c in zip(before, chain, strict=True)
            ]
        return np.array(rates)

    def _rest(self) -> np.ndarray:
        basal = [self._node(name).basal for name in self.names]
        state = np.array(basal + [0.0] * 3 * len(self.lagged))
        for _ in range(2000):
            rates = self.rates(state, 0.0)
            taus = [
                self._node(n).rise if r > 0 else self._node(n).fall
                for n, r in zip(self.names, rates, strict=False)
            ]
            taus += [self._edge(e).delay / 3 for e in self.lagged for _ in range(3)]
            state = state + rates * np.array(taus)
        return state

    def solve(
        self, drug: Callable[[float], float], hours: np.ndarray, breaks: list[float]
    ) -> list[Levels]:
        """Levels at `hours`; `drug` is the level of the drug node in closed form."""
        state, answer = self.start, []
        edges = sorted({0.0, *breaks, float(hours[-1]) + 1e-3})
        for start, stop in pairwise(edges):
            inside = hours[(hours >= start) & (hours < stop)]
            run = solve_ivp(
                lambda t, y: self.rates(y, drug(t)),
                (start, stop),
                state,
                method="LSODA",
                t_eval=np.append(inside, stop),
                rtol=1e-9,
                atol=1e-11,
                max_step=max((stop - start) / 40, 1e-3),
            )
            answer += [
                self._levels(y, drug(t)) for t, y in zip(run.t[:-1], run.y.T[:-1], strict=True)
            ]
            state = run.y[:, -1]
        return answer
