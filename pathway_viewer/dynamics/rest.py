"""The level of everything before the drug: the steady state that the network settles in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from pathway_viewer.dynamics.equations import Equations
from pathway_viewer.dynamics.stiff import SolverError, integrate

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

EXACT = 1e-13
ROUNDS = 400
NEVER = "the network never settles: no steady state was found without anything given"
LONG = 100.0
"""Slowest time constants after which a network that settles at all has settled."""


class RestError(ValueError):
    """A network that never settles: it has no drug-free steady state to start from."""


def rest(equations: Equations) -> Array:
    """State (size,) in which nothing moves, reached from the basal drives with no drug.

    Following the drives from basal settles where the differential equations do (both are
    attracted by the same point, which Newton's method then makes exact). Where that does not
    come to rest the equations themselves are run for a long time. RestError if even they
    keep moving.
    """
    state = np.zeros(equations.size)
    moving = equations.moving
    state[:moving] = equations.still[:moving]
    if not _settle(equations, state, 1e-6):
        state[:] = _run(equations)
    _polish(equations, state)
    _settle(equations, state, EXACT)
    if np.abs(_residual(equations, state)).max(initial=0.0) > 1e-9:
        raise RestError(NEVER)
    state[:moving] = np.clip(state[:moving], 0.0, 1.0)
    return state


def _residual(equations: Equations, state: Array) -> Array:
    return equations.drives(equations.levels(state)) - state[: equations.moving]


def _settle(equations: Equations, state: Array, least: float) -> bool:
    """Moves each level to its drive until none moves by `least`; False if that does not end."""
    for _ in range(ROUNDS):
        step = _residual(equations, state)
        state[: equations.moving] += step
        if np.abs(step).max(initial=0.0) < least:
            return True
    return False


def _polish(equations: Equations, state: Array) -> None:
    """Newton's method, at most a few steps, kept only while it improves."""
    for _ in range(8):
        residual = _residual(equations, state)
        size = np.abs(residual).max(initial=0.0)
        if size < EXACT:
            return
        slope = equations.sensitivity() - np.eye(equations.moving)
        moved = state.copy()
        moved[: equations.moving] -= np.linalg.solve(slope, residual)
        if not np.abs(_residual(equations, moved)).max(initial=0.0) < size:
            return
        state[:] = moved


def _run(equations: Equations) -> Array:
    net, start = equations.network, np.zeros(equations.size)
    start[: equations.moving] = equations.still[: equations.moving]
    slowest = max(net.rise.max(), net.fall.max())
    try:
        return integrate(equations, start, np.array([0.0, LONG * slowest]))[-1]
    except SolverError as error:
        raise RestError(NEVER) from error
