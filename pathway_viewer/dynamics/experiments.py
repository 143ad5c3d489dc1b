"""Experiments: published interventions run on the model, and whether it comes out as they did.

What a read-out compares, everything at its hour and with the rivals of its row switched in
every run, so that a row is told within one explanation from end to end:

- `dosed` rows: level(perturbed, dosed) - level(perturbed, undosed), what the dose still does
  in the perturbed animal, as a share of the same difference unperturbed.
- rows without the drug: level(perturbed, undosed) - level(unperturbed, undosed), what the
  perturbation does alone, as a share of what the dose does unperturbed. 'unchanged' is then an
  effect as large as the dose's, 'abolished' none of it, 'reversed' one the other way.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pathway import Experiment, Pathway, Readout

EffectClass = Literal["abolished", "attenuated", "unchanged", "raised", "reversed"]
Solver = Callable[[Conditions], Course]

LITTLE, LARGE, MORE = 0.25, 0.75, 1.25
"""Shares of the dose's effect between abolished, attenuated, unchanged and raised."""
NO_EFFECT = 1e-4
"""A level difference too small to take a share of: ten times what the solver answers for."""
MOST_KEPT = 32
"""Courses kept while rows are run: those without perturbations serve many rows."""


@dataclass(frozen=True)
class Runs:
    """The four runs of a row: `treated` less `control`, as a share of `dose` less `plain`."""

    treated: Conditions
    control: Conditions
    dose: Conditions
    plain: Conditions

    @classmethod
    def of(cls, experiment: Experiment) -> Runs:
        """What has to be solved for a row."""
        dose = Conditions(experiment.scenario, rivals=tuple(sorted(experiment.rivals.items())))
        plain = replace(dose, doses=())
        pushed = replace(dose, perturbations=experiment.perturbations)
        undosed = replace(pushed, doses=())
        treated, control = (pushed, undosed) if experiment.dosed else (undosed, plain)
        return cls(treated=treated, control=control, dose=dose, plain=plain)


@dataclass(frozen=True)
class Finding:
    """A read-out and what the model has there.

    `effect` is a share of the dose's effect, NaN when the dose alone does nothing to the node
    at that hour: then there is nothing to lose or to keep, and no class fits.
    """

    readout: Readout
    effect: float

    @property
    def found(self) -> EffectClass | None:
        """The class of the model's effect."""
        return None if math.isnan(self.effect) else classed(self.effect)

    @property
    def agrees(self) -> bool:
        """Whether the model's class is the published one."""
        return self.found == self.readout.expected


@dataclass(frozen=True)
class Outcome:
    """A row and what came of it: a finding for each read-out, or why it could not be run."""

    experiment: Experiment
    findings: tuple[Finding, ...] = ()
    failure: str = ""

    @property
    def expressible(self) -> bool:
        """Whether the row can be told in the model at all."""
        return not self.experiment.not_expressible

    @property
    def agrees(self) -> bool:
        """Whether there are findings and all of them agree."""
        return bool(self.findings) and all(one.agrees for one in self.findings)


def classed(effect: float) -> EffectClass:
    """The class of an effect, a share of the unperturbed one.

    An edge between two classes belongs to the one nearer to an unchanged effect, but for -25 %,
    which is still abolished.
    """
    if effect < -LITTLE:
        return "reversed"
    if effect < LITTLE:
        return "abolished"
    if effect < LARGE:
        return "attenuated"
    return "unchanged" if effect <= MORE else "raised"


def outcomes(pathway: Pathway) -> Iterator[Outcome]:
    """Every experiment of a pathway, in the order of the file, each when it has been run."""

    @lru_cache(maxsize=MOST_KEPT)
    def solved(conditions: Conditions) -> Course:
        return solve(pathway, conditions)

    for experiment in pathway.experiments:
        yield outcome(experiment, solved)


def outcome(experiment: Experiment, solved: Solver) -> Outcome:
    """One row, run; `solved` may answer from courses that it has kept."""
    if experiment.not_expressible:
        return Outcome(experiment)
    if not experiment.readouts:
        return Outcome(experiment, failure="it names no read-out")
    runs = Runs.of(experiment)
    try:
        treated, control = solved(runs.treated), solved(runs.control)
        dose, plain = solved(runs.dose), solved(runs.plain)
    except ValueError as error:
        return Outcome(experiment, failure=str(error))
    findings = tuple(
        Finding(one, _share(_difference(treated, control, one), _difference(dose, plain, one)))
        for one in experiment.readouts
    )
    return Outcome(experiment, findings)


def _difference(one: Course, other: Course, readout: Readout) -> float:
    column = one.node_index[readout.node]
    return float(one.at(readout.at)[column] - other.at(readout.at)[column])


def _share(part: float, whole: float) -> float:
    return part / whole if abs(whole) >= NO_EFFECT else math.nan
