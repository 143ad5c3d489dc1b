"""Scipy's integrator for stiff systems, LSODA, given our equations and their Jacobian."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import scipy.integrate  # pyright: ignore[reportMissingTypeStubs]

from pathway_viewer.dynamics.equations import Equations

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

RELATIVE, ABSOLUTE = 1e-7, 1e-9


def integrate(equations: Equations, state: Array, hours: Array) -> Array:
    """States (M, size) at `hours`, which begin at the hour of `state`."""
    solver = cast("Any", scipy.integrate.odeint)
    return solver(
        equations.rate,
        state,
        hours,
        Dfun=equations.jacobian,
        rtol=RELATIVE,
        atol=ABSOLUTE,
        tcrit=hours[-1:],
        mxstep=100_000,
    )
