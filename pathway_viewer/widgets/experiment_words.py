"""Experiment words: what was done, what was looked at, what the model says, for a reader."""

from __future__ import annotations

from typing import Literal

from pathway_viewer.dynamics.experiments import Finding, Outcome
from pathway_viewer.model.kinetics import Clock
from pathway_viewer.model.pathway import Experiment, Pathway, Readout
from pathway_viewer.model.times import spoken
from pathway_viewer.timeline.what_if_words import push_words

Standing = Literal["agree", "disagree", "silent", "waiting"]

STANDING_WORD: dict[Standing, str] = {
    "agree": "agrees",
    "disagree": "disagrees",
    "silent": "not expressible",
    "waiting": "running…",
}
STANDING_SIGN: dict[Standing, str] = {"agree": "✓", "disagree": "✗", "silent": "–", "waiting": "…"}
"""Never colour alone: each standing has a word and a sign."""


def standing(row: Experiment, outcome: Outcome | None) -> Standing:
    """How a row came out, as the model stands at present."""
    if row.not_expressible:
        return "silent"
    if outcome is None:
        return "waiting"
    return "agree" if outcome.agrees else "disagree"


def told(which: Standing) -> str:
    """A standing as sign and word."""
    return f"{STANDING_SIGN[which]} {STANDING_WORD[which]}"


def looked_at(pathway: Pathway, readout: Readout) -> str:
    """Where and when ('Mood at 1 d')."""
    return f"{pathway.node(readout.node).label} at {spoken(readout.at)}"


def modelled(finding: Finding) -> str:
    """The model's class and how much of the dose's effect that is ('attenuated, 34 %')."""
    if finding.found is None:
        return "no effect here to compare with"
    return f"{finding.found}, {percent(finding.effect)}"


def percent(effect: float) -> str:
    """A share as whole percent, with tenths where whole ones would hide its class."""
    whole = round(100 * effect)
    near = any(abs(100 * effect - edge) < 0.5 for edge in (-25, 25, 75, 125))
    text = f"{100 * effect:.1f}" if near else f"{whole}"
    return f"{text} %".replace("-", "−")


def cells(pathway: Pathway, row: Experiment, outcome: Outcome | None) -> list[tuple[str, str, str]]:
    """A line for each read-out: where and when, published, and what the model has."""
    found = {one.readout: one for one in outcome.findings} if outcome else {}
    lines: list[tuple[str, str, str]] = []
    for readout in row.readouts:
        finding = found.get(readout)
        said = ""
        if finding is not None:
            sign = STANDING_SIGN["agree" if finding.agrees else "disagree"]
            said = f"{sign} {modelled(finding)}"
        lines.append((looked_at(pathway, readout), readout.expected, said))
    return lines


def clock_word(pathway: Pathway, row: Experiment) -> str:
    """Whose clock a row runs on, and whether the drug is left out."""
    clock = clock_of(pathway, row)
    return clock.label if row.dosed else f"{clock.label}, no {clock.dose_word}"


def clock_of(pathway: Pathway, row: Experiment) -> Clock:
    """The clock a row runs on; KeyError where the pathway has no such scenario."""
    return pathway.clock(pathway.scenario(row.scenario))


def done(pathway: Pathway, row: Experiment) -> str:
    """What is done in the model, as a sentence."""
    parts = [push_words(pathway, one) for one in row.perturbations]
    names = {rival.id: rival.label for rival in pathway.rivals}
    parts += [
        f"explanation “{names.get(id, id)}” {'on' if on else 'off'}"
        for id, on in row.rivals.items()
    ]
    parts += [] if row.dosed else [f"no {clock_of(pathway, row).dose_word} is given"]
    return "; ".join(parts) if parts else "nothing is changed"


def compared(pathway: Pathway, row: Experiment) -> str:
    """What a read-out is held against, in a sentence."""
    clock = clock_of(pathway, row)
    dose = f"the {clock.dose_word}"
    if row.dosed:
        return (
            f"Percent: what {dose} still does here, as a share of what it does when nothing else "
            "is changed."
        )
    return (
        f"The {clock.drug_word} is not given. Percent: what is done instead, as a share of what "
        f"{dose} does; “unchanged” is as much as {dose}, “abolished” nothing of it."
    )


def summary(rows: tuple[Experiment, ...], outcomes: dict[str, Outcome]) -> str:
    """'agree A of N; K not expressible', and how many are still to be run."""
    judged = [row for row in rows if not row.not_expressible]
    run = [outcomes[row.id] for row in judged if row.id in outcomes]
    agreeing = sum(one.agrees for one in run)
    text = f"agree {agreeing} of {len(judged)}; {len(rows) - len(judged)} not expressible"
    left = len(judged) - len(run)
    return f"{text}; {left} still running" if left else text
