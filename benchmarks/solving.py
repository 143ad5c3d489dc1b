"""Solving each scenario, against the same number of plain numpy steps of the same width."""

from __future__ import annotations

import time

import numpy as np

from benchmarks.timing import Row, interleaved, median, ms
from pathway_viewer.app.resources import default_pathway
from pathway_viewer.dynamics.course import solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.loader import load

RUNS = 9
STEPS = 1000


def plain_steps(width: int) -> float:
    """Seconds for `STEPS` products of a matrix and a row: what arithmetic alone would cost."""
    matrix = np.full((width, width), 1e-3)
    row = np.ones(width)
    begun = time.perf_counter()
    for _ in range(STEPS):
        row = np.minimum(1.0, matrix @ row)
    return time.perf_counter() - begun


def rows() -> list[Row]:
    """A line a scenario, solved anew each time."""
    pathway = load(default_pathway()).pathway
    assert pathway is not None
    out: list[Row] = []
    for scenario in pathway.scenarios:

        def once(id: str = scenario.id) -> float:
            begun = time.perf_counter()
            solve(pathway, Conditions(id))
            return time.perf_counter() - begun

        ours, base = interleaved(once, lambda: plain_steps(len(pathway.nodes)), RUNS)
        mine, plain = median(ours), median(base)
        against = f"{STEPS} numpy steps {ms(plain)}"
        out.append(Row(f"solve '{scenario.id}'", ms(mine), against, f"{mine / plain:.1f}", "-"))
    begun = time.perf_counter()
    load(default_pathway())
    reading = time.perf_counter() - begun
    out.append(Row("read and check every file", ms(reading), "-", "-", "500 ms"))
    return out
