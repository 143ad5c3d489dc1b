"""Experiments in words: a line for each row, and the two that sum up."""

from __future__ import annotations

from collections.abc import Sequence

from pathway_viewer.dynamics.experiments import Finding, Outcome
from pathway_viewer.model.pathway import Experiment
from pathway_viewer.model.pushes import Perturbation
from pathway_viewer.model.times import spoken


def line(outcome: Outcome) -> str:
    """'id: what was done | read-out | ... | agree', or why there is nothing to compare."""
    row = outcome.experiment
    if not outcome.expressible:
        return _one_line(f"{row.id}: {row.label} | not expressible: {row.not_expressible}")
    told = [f"{row.id}: {row.label} ({done(row)})"]
    told += [finding(one) for one in outcome.findings]
    told += [f"cannot be run: {outcome.failure}"] if outcome.failure else []
    return _one_line(" | ".join([*told, "agree" if outcome.agrees else "disagree"]))


def summary(outcomes: Sequence[Outcome]) -> tuple[str, str]:
    """How many rows the model has no words for, and how many of the others agree."""
    judged = [one for one in outcomes if one.expressible]
    agreeing = sum(one.agrees for one in judged)
    return (
        f"not expressible {len(outcomes) - len(judged)}",
        f"agree {agreeing} of {len(judged)}",
    )


def finding(one: Finding) -> str:
    """'node @ time: expected class, model class (effect in percent of the dose's)'."""
    readout = one.readout
    expected = f"{readout.node} @ {spoken(readout.at)}: expected {readout.expected}, model"
    if one.found is None:
        return f"{expected} shows no effect of the dose"
    # Tenths, so that an effect near the edge of a class is seen to lie on its side; and a
    # rounded nothing added to zero has no sign.
    percent = round(100 * one.effect, 1) + 0.0
    return f"{expected} {one.found} (effect {percent:.1f} %)"


def done(row: Experiment) -> str:
    """The scenario and everything that is changed about it, as one would type it."""
    told = [row.scenario] if row.dosed else [row.scenario, "no dose"]
    told += [pushed(one) for one in row.perturbations]
    told += [f"rival {id} {'on' if on else 'off'}" for id, on in row.rivals.items()]
    return ", ".join(told)


def pushed(one: Perturbation) -> str:
    """'block NODE@FROM..UNTIL', 'scale NODE=X'; without times it is lifelong."""
    value = "" if one.value is None else f"={one.value:g}"
    begin = "" if one.start is None else f"@{spoken(one.start)}"
    until = "" if one.end is None else f"..{spoken(one.end)}"
    return f"{one.kind} {one.target}{value}{begin}{until}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
