"""Solving six doses with kinetics never seen before, against scipy without what makes it fast."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import scipy.integrate
from msgspec.structs import replace

from benchmarks.timing import Row, interleaved, median, ms, percentile
from pathway_viewer.app.resources import default_pathway
from pathway_viewer.dynamics import integration, stiff
from pathway_viewer.dynamics.course import solve
from pathway_viewer.dynamics.equations import Equations
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.kinetics import Kinetics
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

RUNS = 25
SPREAD = 1.2
"""Each time and weight is multiplied by a fresh factor between its inverse and this."""


def varied(pathway: Pathway, random: np.random.Generator) -> Pathway:
    """The pathway with every rise, fall and weight moved."""

    def factor() -> float:
        return float(SPREAD ** random.uniform(-1.0, 1.0))

    def moved(own: Kinetics) -> Kinetics:
        return replace(
            own,
            nodes={
                id: replace(one, rise=one.rise * factor(), fall=one.fall * factor())
                for id, one in own.nodes.items()
            },
            edges={
                id: replace(one, weight=min(one.weight * factor(), 1.0))
                for id, one in own.edges.items()
            },
        )

    clocks = tuple(replace(clock, kinetics=moved(clock.kinetics)) for clock in pathway.clocks)
    return replace(pathway, kinetics=moved(pathway.kinetics), clocks=clocks)


def plainly(equations: Equations, state: Array, hours: Array, tolerance: stiff.Tolerance) -> Array:
    """The same equations and tolerances as plain numpy for tables, and no Jacobian."""
    return scipy.integrate.odeint(
        lambda y, _: equations.rates(y[None])[0],
        state,
        hours,
        rtol=tolerance.relative,
        atol=tolerance.absolute,
        mxstep=stiff.MOST_STEPS,
    )


def timed(pathway: Pathway, scenario: str, clock: Callable[[], float]) -> float:
    """Seconds that one solution takes."""
    begun = clock()
    solve(pathway, Conditions(scenario))
    return clock() - begun


def timed_plainly(pathway: Pathway, scenario: str) -> float:
    """The same with the plain integration."""
    ours = integration.integrate
    integration.integrate = plainly
    try:
        return timed(pathway, scenario, time.perf_counter)
    finally:
        integration.integrate = ours


def rows() -> list[Row]:
    """The scenario with most doses, with new kinetics at each repeat."""
    pathway = load(default_pathway()).pathway
    assert pathway is not None
    id = max(pathway.scenarios, key=lambda one: len(one.doses)).id
    random = np.random.default_rng(3)
    ours, plain = interleaved(
        lambda: timed(varied(pathway, random), id, time.perf_counter),
        lambda: timed_plainly(varied(pathway, random), id),
        RUNS // 5,
    )
    ours += [timed(varied(pathway, random), id, time.perf_counter) for _ in range(RUNS)]
    busy = [timed(varied(pathway, random), id, time.process_time) for _ in range(RUNS)]
    base = median(plain)
    return [
        Row(
            f"solve '{id}', new kinetics, {name}",
            ms(seconds),
            f"plain numpy without a Jacobian {ms(base)}",
            f"{seconds / base:.2f}",
            goal,
        )
        for name, seconds, goal in (
            ("median", median(ours), "50 ms"),
            ("90th percentile", percentile(ours, 0.9), "-"),
            ("median of processor time", median(busy), "-"),
        )
    ]
