"""The fit: free parameters moved, within their bounds, to where the model agrees best.

Scipy's least squares (the trust region method that knows bounds) on the residuals of the goals.
Its slopes begin as differences, a course for each parameter and each scenario that it has a say
in; then every step taught them what it met (Broyden's update), which costs nothing. The work is
counted in courses, never in seconds, so that a fit takes the same way every time.

It goes in rounds, by turns with narrow and with wide differences. Each begins where the best one
ended, with the values rounded as they will be written, and counts if it gained enough; when
neither kind does any more, the fit is done. So the fit of a pathway that holds the outcome of a
fit finds nothing to do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import scipy.optimize  # pyright: ignore[reportMissingTypeStubs]

from pathway_viewer.dynamics.course import Course
from pathway_viewer.dynamics.parameters import Parameter, with_values
from pathway_viewer.dynamics.trials import Progress, Trial, Trials, Values
from pathway_viewer.model.pathway import Pathway

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

MOST_COURSES = 700
"""Courses that a fit may solve: well under a minute's work."""
STEPS = (0.03, 0.2)
"""Of the differences, in coordinates, for one round after the other: a fine look and a coarse."""
MOST_STEPS = 40
"""Trials in one round, those for the slopes not counted."""
INERTIA = 0.05
"""What a step by one coordinate (a factor of e) weighs beside the logarithm of a mark."""
GAIN = 1e-3
"""Share of the score that a round has to save to count."""
SAME = 5e-5
"""A difference of misfits that does not show in print."""


@dataclass(frozen=True, eq=False)
class Fit:
    """What a fit came to: the values of the free parameters, and the model with them.

    `before` is the misfit at the start and `misfit` that of `courses` (by scenario). `spent`
    says that no courses were left: a further fit might find more.
    """

    pathway: Pathway
    free: tuple[Parameter, ...]
    values: Values
    courses: Mapping[str, Course]
    before: float
    misfit: float
    solved: int
    spent: bool

    @property
    def moved(self) -> tuple[tuple[Parameter, float], ...]:
        """The parameters that changed, with their new values."""
        pairs = zip(self.free, self.values, strict=True)
        return tuple((one, value) for one, value in pairs if value != one.value)


def fit(
    pathway: Pathway,
    free: Sequence[Parameter],
    told: Callable[[Progress], None] = lambda _: None,
    most: int = MOST_COURSES,
) -> Fit:
    """The free parameters of a pathway moved to where it agrees best with its measurements.

    Solves some `most` courses at most, and tells its progress after each. Where nothing better
    is found the values stay as they are. ValueError when the pathway cannot be solved.
    """
    trials = Trials(pathway, free, told, most)
    start = best = trials.at(tuple(one.value for one in free))
    spent, idle, steps = False, 0, cycle(STEPS)
    while free and len(start.residuals) and not spent and idle < len(STEPS):
        found, spent = _round(trials, best, next(steps))
        if _better(found, best):
            best, idle = found, 0
        else:
            idle += 1
    return Fit(
        pathway=with_values(pathway, free, best.values),
        free=tuple(free),
        values=best.values,
        courses=best.courses,
        before=start.misfit,
        misfit=best.misfit,
        solved=trials.solved,
        spent=spent,
    )


def _better(one: Trial, other: Trial) -> bool:
    """Whether it is worth going there: by the score, and not against the misfit as printed."""
    return one.score < (1.0 - GAIN) * other.score and one.misfit <= other.misfit + SAME


class _SpentError(Exception):
    """Too few courses are left for the next step."""


def _round(trials: Trials, begun: Trial, step: float) -> tuple[Trial, bool]:
    """Least squares from a trial on: the best that was seen, rounded; whether courses ran out."""
    search = _Search(trials, begun, step)
    spent = False
    try:
        search.run()
    except _SpentError:
        spent = True
    known = [trial for trial in search.seen.values() if trial.misfit <= begun.misfit + SAME]
    best = min(known, key=lambda trial: trial.score)
    if best is begun:
        return begun, spent
    pairs = zip(trials.free, best.values, strict=True)
    return trials.at(tuple(one.rounded(value) for one, value in pairs)), spent


class _Search:
    """One run of least squares, in the coordinates of the parameters."""

    def __init__(self, trials: Trials, begun: Trial, step: float) -> None:
        self.trials = trials
        self.begun = begun
        self.step = step
        self.seen: dict[Values, Trial] = {begun.values: begun}
        self.known: tuple[Array, Array, Array] | None = None
        self.place = np.zeros(len(trials.free))

    def run(self) -> None:
        """Goes on until a step gains little; _SpentError when no courses are left before."""
        free = self.trials.free
        low = np.array([one.coordinate(one.low) for one in free])
        high = np.array([one.coordinate(one.high) for one in free])
        pairs = zip(free, self.begun.values, strict=True)
        self.place = np.clip([one.coordinate(value) for one, value in pairs], low, high)
        # There and back, values differ in their last digit: nothing to solve anew for.
        self.seen[self._values(self.place)] = self.begun
        cast("Any", scipy.optimize).least_squares(
            self._residuals,
            self.place,
            self._slopes,
            bounds=(low, high),
            ftol=3.0 * GAIN,
            xtol=1e-4,
            gtol=1e-6,
            max_nfev=MOST_STEPS,
        )

    def _residuals(self, place: Array) -> Array:
        """Those of the goals, and how far each parameter has gone from where the round began.

        The latter keep parameters where they are of which the goals say next to nothing.
        """
        gone = INERTIA * (place - self.place)
        return np.concatenate([self._trial(place).residuals, gone])

    def _slopes(self, place: Array) -> Array:
        """Differences at the start; then what each step showed is put into them (Broyden)."""
        here = self._trial(place)
        if self.known is None:
            if self.trials.left < self.trials.price:
                raise _SpentError
            slopes = self.trials.slopes(here, self.step)
        else:
            before, residuals, slopes = self.known
            step = place - before
            missed = here.residuals - residuals - slopes @ step
            slopes = slopes + np.outer(missed, step / (step @ step))
        self.known = place.copy(), here.residuals, slopes
        return np.concatenate([slopes, INERTIA * np.eye(len(place))])

    def _values(self, place: Array) -> Values:
        return tuple(o.at(x) for o, x in zip(self.trials.free, place.tolist(), strict=True))

    def _trial(self, place: Array) -> Trial:
        values = self._values(place)
        if values not in self.seen:
            if self.trials.left < len(self.begun.courses):
                raise _SpentError
            self.seen[values] = self._made(values)
        return self.seen[values]

    def _made(self, values: Values) -> Trial:
        try:
            return self.trials.at(values)
        except ValueError:
            return self.trials.impasse(values, self.begun)
