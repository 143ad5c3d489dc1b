"""What if, in words: each thing that is done to a run, and the run without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pathway import Agent, Pathway
from pathway_viewer.model.pushes import Dose, Perturbation
from pathway_viewer.model.text import plain
from pathway_viewer.model.times import spoken

MOST_DOSES_TOLD = 2


@dataclass(frozen=True)
class Tried:
    """One thing that is on: its words, what more there is to say, and the run without it."""

    text: str
    tip: str
    without: Conditions


def tried(pathway: Pathway, conditions: Conditions) -> tuple[Tried, ...]:
    """All that differs from the scenario as the file has it, in the order it is told."""
    out: list[Tried] = []
    if conditions.doses is not None:
        out.append(_doses_tried(pathway, conditions))
    agents, rest = sorted_out(pathway, conditions.perturbations)
    for agent in agents:
        out.append(Tried(agent.label, plain(agent.text), without(conditions, agent.perturbations)))
    for one in rest:
        out.append(Tried(push_words(pathway, one), "", without(conditions, (one,))))
    labels = {rival.id: rival.label for rival in pathway.rivals}
    for id, on in conditions.rivals:
        left = tuple(pair for pair in conditions.rivals if pair[0] != id)
        words = f"{labels.get(id, id)} {'on' if on else 'off'}"
        out.append(Tried(words, "A rival explanation", replace(conditions, rivals=left)))
    return tuple(out)


def sorted_out(
    pathway: Pathway, perturbations: Sequence[Perturbation]
) -> tuple[tuple[Agent, ...], tuple[Perturbation, ...]]:
    """The known agents that are on, and what is done besides."""
    left = list(perturbations)
    on: list[Agent] = []
    for agent in pathway.agents:
        if all(one in left for one in agent.perturbations):
            on.append(agent)
            left = [one for one in left if one not in agent.perturbations]
    return tuple(on), tuple(left)


def without(conditions: Conditions, gone: Sequence[Perturbation]) -> Conditions:
    """The run without some of its perturbations."""
    left = tuple(one for one in conditions.perturbations if one not in gone)
    return replace(conditions, perturbations=left)


def own_push(pathway: Pathway, conditions: Conditions, target: str) -> Perturbation | None:
    """What is done to a node or an arrow by itself, apart from known agents: the last of it."""
    _, rest = sorted_out(pathway, conditions.perturbations)
    return next((one for one in reversed(rest) if one.target == target), None)


def with_push(
    pathway: Pathway, conditions: Conditions, target: str, push: Perturbation | None
) -> Conditions:
    """The run with this done to a node or an arrow by itself (None: nothing)."""
    before = own_push(pathway, conditions, target)
    done = conditions.perturbations
    if before is None or push is None:
        done = tuple(one for one in done if one != before) + ((push,) if push else ())
    else:
        done = tuple(push if one == before else one for one in done)
    return replace(conditions, perturbations=done)


def push_words(pathway: Pathway, one: Perturbation) -> str:
    """'AMPA receptors blocked, from 30 min before until 12 h'."""
    done = {
        "block": "blocked",
        "cut": "cut",
        "clamp": f"held at {one.value or 0:g}",
        "scale": f"× {one.value or 0:g}",
    }[one.kind]
    when = span_words(one)
    return f"{target_words(pathway, one.target)} {done}{', ' if when else ''}{when}"


def target_words(pathway: Pathway, target: str) -> str:
    """A node's label, or those of an arrow's two ends."""
    if target in pathway.node_index:
        return pathway.node(target).label
    if target in pathway.edge_index:
        edge = pathway.edge(target)
        return f"{pathway.node(edge.source).label} → {pathway.node(edge.target).label}"
    return target


def span_words(one: Perturbation) -> str:
    """'from 30 min before until 12 h', '' where it is lifelong."""
    begin = "" if one.start is None else f"from {moment_words(one.start)}"
    end = "" if one.end is None else f"until {moment_words(one.end)}"
    return " ".join(part for part in (begin, end) if part)


def moment_words(hours: float) -> str:
    """'2 h', '30 min before', '0 h'."""
    return f"{spoken(-hours)} before" if hours < 0 else spoken(hours)


def dose_words(dose: Dose, unit: str) -> str:
    """'0.5 mg/kg at 2 d'."""
    return f"{dose.amount:g} {unit} at {spoken(dose.at)}"


def _doses_tried(pathway: Pathway, conditions: Conditions) -> Tried:
    doses, own = conditions.doses or (), replace(conditions, doses=None)
    clock = pathway.clock(pathway.scenario(conditions.scenario))
    if not doses:
        return Tried(f"No {clock.dose_word}", "Nothing is given", own)
    told = [dose_words(dose, clock.unit) for dose in doses]
    many = f"{len(doses)} {clock.dose_word}s, changed"
    text = ", ".join(told) if len(doses) <= MOST_DOSES_TOLD else many
    return Tried(text, "; ".join(told), own)
