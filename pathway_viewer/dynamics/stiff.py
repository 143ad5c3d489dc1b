"""Scipy's integrator for stiff systems, LSODA, given our equations and their Jacobian."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import scipy.integrate  # pyright: ignore[reportMissingTypeStubs]

from pathway_viewer.dynamics.equations import Equations

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]


class Tolerance(NamedTuple):
    """How far one step of the solver may be off, relative to a level and as a level.

    `growth` is how much further from an event each row stands than the one before: between the
    rows a steep switch is within 1e-3 with 1.03, within 1e-2 with 1.09.
    """

    relative: float
    absolute: float
    growth: float


EXACT = Tolerance(3e-7, 1e-7, 1.03)
"""Levels lie within 1e-5 of a tight integration: 8e-6 at worst where kinetics were varied."""
DRAFT = Tolerance(1e-4, 1e-4, 1.09)
"""Rows lie within 2e-3, less than a pixel of a bar, for a quarter of the time."""
HIGHEST_ORDER = 5
"""Higher ones, which scipy would try, gain nothing where rates switch between rise and fall."""
MOST_STEPS = 20_000
"""Steps between two rows; a course needs a few hundred in all."""


class SolverError(ValueError):
    """Equations that the solver could not follow to the end."""


def integrate(
    equations: Equations, state: Array, hours: Array, tolerance: Tolerance = EXACT
) -> Array:
    """States (M, size) at `hours`, which begin at the hour of `state`.

    The solver may step past the last hour and look back: the equations hold there too, and its
    steps then do not depend on where the stretch ends. SolverError when it gives up.
    """
    solver = cast("Any", scipy.integrate.odeint)
    with warnings.catch_warnings():
        warnings.simplefilter("error", scipy.integrate.ODEintWarning)
        try:
            return solver(
                equations.rate,
                state,
                hours,
                Dfun=equations.jacobian,
                col_deriv=True,
                rtol=tolerance.relative,
                atol=tolerance.absolute,
                mxstep=MOST_STEPS,
                mxordn=HIGHEST_ORDER,
            )
        except scipy.integrate.ODEintWarning as warning:
            raise SolverError(f"the levels could not be solved: {warning}") from warning
