"""The normalised Hill function: how much of an arrow's influence passes at a source's level."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]


class Shape(NamedTuple):
    """Exponent and curvature of one normalised Hill function."""

    power: float
    bend: float


def shape(half: float, steepness: float) -> Shape:
    """The curve through (0, 0), (half, 1/2) and (1, 1) with the asked steepness.

    Kraeutler, Soltis and Saucerman 2010 (BMC Syst Biol 4:157) write B x^n / (K^n + x^n) with B
    and K^n solved from the three points. Dividing by K^n gives (1 + bend) x^n / (1 + bend x^n),
    bend = half^-n - 2, the same curve without a pole. A Hill curve exists only where half^n is
    at most 1/2; for flatter requests the limit of that family is taken, the pure power x^n with
    n = ln 2 / ln(1/half), which still passes all three points. So every half in (0, 1) and
    every steepness >= 1 gives a rising curve, and it changes continuously with both.
    """
    power = max(steepness, math.log(2.0) / -math.log(half))
    return Shape(power, max(half**-power - 2.0, 0.0))


def influence(level: float, curve: Shape) -> float:
    """The share of full influence, 0..1, at a level of 0..1; levels outside are clipped."""
    power, bend = curve
    raised = (0.0 if level < 0.0 else 1.0 if level > 1.0 else level) ** power
    return (1.0 + bend) * raised / (1.0 + bend * raised)


def influences(levels: Array, power: Array | float, bend: Array | float) -> Array:
    """The same for arrays that broadcast: levels, exponents and curvatures of many arrows."""
    raised = np.clip(levels, 0.0, 1.0) ** power
    return (1.0 + bend) * raised / (1.0 + bend * raised)
