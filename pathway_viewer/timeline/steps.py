"""Steps of a lecture as moments of runs: which steps there are, and which run each one shows."""

from __future__ import annotations

from dataclasses import replace

from pathway_viewer.dynamics.scenario import Conditions, tidy
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.story import Step


def steps_of(pathway: Pathway, scenario: str) -> tuple[Step, ...]:
    """The steps of the file; without any its chapters, and without those the start alone."""
    if pathway.steps:
        return pathway.steps
    chapters = pathway.chapters_of(scenario)
    if not chapters:
        return (Step(id="start", title=pathway.title, at=0.0, focus=(), notes=""),)
    return tuple(
        Step(id=one.id, title=one.title, at=(one.start + one.end) / 2, focus=(), notes=one.text)
        for one in chapters
    )


def run_of(
    pathway: Pathway, step: Step, wished: Conditions, everywhere: bool = False
) -> Conditions:
    """The run that a step shows: what is wished, and what the step itself changes.

    A step has its own scenario, or that of `wished` where it names none or `everywhere` is set.
    What the step says of a rival counts before what is wished.
    """
    scenario = wished.scenario if everywhere or not step.scenario else step.scenario
    both = {**dict(wished.rivals), **step.rivals}
    run = replace(
        wished,
        scenario=scenario,
        perturbations=wished.perturbations + step.perturbations,
        rivals=tuple(both.items()),
    )
    return tidy(pathway, run)
