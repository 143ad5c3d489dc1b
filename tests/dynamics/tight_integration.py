"""The same course by an integrator of another family, far tighter; and with far denser rows."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.integrate import solve_ivp

from pathway_viewer.dynamics import integration, stiff
from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.equations import Equations
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.dynamics.stiff import Tolerance
from pathway_viewer.model.pathway import Pathway


def tightly(
    equations: Equations, state: np.ndarray, hours: np.ndarray, _tolerance: Tolerance
) -> np.ndarray:
    """An explicit Runge-Kutta method of order 8; the program's is an implicit multistep one."""
    run = solve_ivp(
        lambda _, y: equations.rate(y).copy(),
        (hours[0], hours[-1]),
        state,
        method="DOP853",
        t_eval=hours,
        rtol=1e-9,
        atol=1e-11,
    )
    assert run.success
    return run.y.T


def error_at_rows(pathway: Pathway, conditions: Conditions) -> float:
    """How far levels at the rows of the program's course are from tightly integrated ones."""
    course = solve(pathway, conditions)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(integration, "integrate", tightly)
        exact = solve(pathway, conditions)
    return float(np.abs(course.rows - exact.rows).max())


def error_between_rows(course: Course, pathway: Pathway, conditions: Conditions) -> float:
    """How far levels between the rows are from those of a course with a row four times as often."""
    with pytest.MonkeyPatch.context() as patch:
        denser = integration.EXACT._replace(growth=integration.EXACT.growth**0.25)
        patch.setattr(integration, "EXACT", denser)
        patch.setattr(stiff, "EXACT", denser)
        dense = solve(pathway, conditions)
    moments = zip(dense.times.tolist(), dense.rows, strict=True)
    inside = [(t, row) for t, row in moments if t not in course.times]
    return max(float(np.abs(course.at(t) - row).max()) for t, row in inside)
