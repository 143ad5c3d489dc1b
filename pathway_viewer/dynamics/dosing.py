"""Two-compartment drug kinetics: a schedule of doses becomes a level of the drug node."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pathway_viewer.dynamics.hill import Shape, influence, shape
from pathway_viewer.model.kinetics import Clock
from pathway_viewer.model.pushes import Dose

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]


@dataclass(frozen=True)
class Disposition:
    """Rates (per hour) of a drug that is absorbed, spreads into a second compartment and leaves.

    Amounts are counted so that one dose of `full_effect_dose`, given at once, peaks at a
    concentration of 1. `leaving`, `spreading` and `returning` are k10, k12 and k21 of the
    mammillary model, solved from the two half-lives and the share of the fast phase;
    `absorbing` is 0 for a drug that goes straight into the blood.
    """

    absorbing: float
    leaving: float
    spreading: float
    returning: float
    per_unit: float
    curve: Shape

    @classmethod
    def of(cls, clock: Clock) -> Disposition:
        """The kinetics of a clock."""
        fast, slow = (math.log(2.0) / h for h in (clock.distribution, clock.elimination))
        returning = clock.distributed * slow + (1.0 - clock.distributed) * fast
        leaving = fast * slow / returning
        absorbing = math.log(2.0) / clock.absorption if clock.absorption else 0.0
        half = clock.half_effect_dose or 0.5 * clock.full_effect_dose
        curve = shape(min(half / clock.full_effect_dose, 0.5), 1.0)
        return cls(
            absorbing=absorbing,
            leaving=leaving,
            spreading=max(fast + slow - returning - leaving, 0.0),
            returning=returning,
            per_unit=1.0 / (clock.full_effect_dose * _peak(clock)),
            curve=curve,
        )

    def level(self, concentration: float) -> float:
        """The drug node's level, 0..1: a concentration of 1 or more is full effect.

        Below that it saturates like occupancy does, so that doses far apart stay apart.
        """
        return influence(concentration, self.curve)


def concentration(clock: Clock, doses: Sequence[Dose], hours: Array) -> Array:
    """Concentration of the drug in closed form, in units of the full-effect dose's peak.

    Superposes, over the doses, the two exponentials of the open two-compartment model
    (Gibaldi and Perrier, Pharmacokinetics), each convolved with a zero-order infusion over
    `dose.over` and, where the clock has one, a first-order absorption. The equations of the
    network integrate the same system, so this is their yardstick and the scale of the dose.
    """
    unit = 1.0 / (clock.full_effect_dose * _peak(clock))
    total = np.zeros_like(hours, dtype=np.float64)
    for dose in doses:
        total += dose.amount * unit * _answer(clock, dose.over, hours - dose.at)
    return total


def _peak(clock: Clock) -> float:
    """Highest concentration after a unit dose given at once."""
    if not clock.absorption:
        return 1.0
    longest = 20.0 * max(clock.absorption, clock.distribution)
    return float(_answer(clock, 0.0, np.linspace(0.0, longest, 4001)).max())


def _answer(clock: Clock, over: float, since: Array) -> Array:
    """Concentration after a unit dose infused over `over` hours, `since` hours after it began."""
    after = np.maximum(since, 0.0)
    given = np.minimum(after, over)
    total = np.zeros_like(after)
    for share, rate in _exponentials(clock):
        if over:
            filled = -np.expm1(-rate * given) / (rate * over)
            total += share * filled * np.exp(-rate * (after - given))
        else:
            total += share * np.exp(-rate * after)
    return np.where(since >= 0.0, total, 0.0)


def _exponentials(clock: Clock) -> list[tuple[float, float]]:
    """Shares and rates of the exponentials that answer a unit dose given at once."""
    fast, slow = (math.log(2.0) / h for h in (clock.distribution, clock.elimination))
    bare = [(clock.distributed, fast), (1.0 - clock.distributed, slow)]
    if not clock.absorption:
        return bare
    terms: list[tuple[float, float]] = []
    for share, rate in bare:
        # Two equal rates would need the t*exp(-t) form; a part in 10^7 apart is as good.
        absorbing = math.log(2.0) / clock.absorption
        absorbing *= 1.0 + 1e-7 if math.isclose(absorbing, rate, rel_tol=1e-9) else 1.0
        passed = share * absorbing / (absorbing - rate)
        terms += [(passed, rate), (-passed, absorbing)]
    return terms
