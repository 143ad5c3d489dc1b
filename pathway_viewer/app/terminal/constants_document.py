"""Constants document: every constant of a pathway's model with the reason for it, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from pathway_viewer.app.terminal.markdown import cited, table
from pathway_viewer.model.kinetics import Kinetics
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.times import exact


def constants(pathway: Pathway) -> str:
    """Every constant of the model, and why it has the value it has."""
    parts = [
        "# Every constant of the model",
        "Times are first-order time constants; weights, half-effective levels and basal drives "
        "are shares of a full level and have no unit. [The equations](model.md) say what they do.",
        "## Boxes",
        *boxes(pathway, pathway.kinetics),
        "## Arrows",
        *arrows(pathway, pathway.kinetics),
        *clocks(pathway),
        *free(pathway),
    ]
    return "\n\n".join(parts) + "\n"


def boxes(pathway: Pathway, kinetics: Kinetics) -> list[str]:
    """A table of the nodes' constants."""
    rows = [
        (
            pathway.node(id).label,
            f"{one.basal:.3g}",
            exact(one.rise),
            exact(one.fall),
            one.joins,
            cited(pathway, one.reason),
        )
        for id, one in kinetics.nodes.items()
    ]
    return table(("box", "basal", "rise", "fall", "arrows join by", "why"), rows)


def arrows(pathway: Pathway, kinetics: Kinetics) -> list[str]:
    """A table of the arrows' constants."""
    rows = [
        (
            arrow(pathway, id),
            f"{one.weight:.3g}",
            f"{one.half:.3g}",
            f"{one.steepness:.3g}",
            exact(one.delay) if one.delay else "–",
            "yes" if one.needed else "",
            cited(pathway, one.reason),
        )
        for id, one in kinetics.edges.items()
    ]
    return table(("arrow", "weight", "half", "steepness", "delay", "needed", "why"), rows)


def arrow(pathway: Pathway, id: str) -> str:
    """An arrow by the labels of its ends."""
    edge = pathway.edge(id)
    ends = pathway.node(edge.source).label, pathway.node(edge.target).label
    return f"{ends[0]} {edge.sign} {ends[1]}"


def clocks(pathway: Pathway) -> Iterable[str]:
    """Each clock's kinetics of the drug, and what else differs on it."""
    for clock in pathway.clocks:
        yield f"## {clock.label}"
        half = clock.half_effect_dose or clock.full_effect_dose / 2
        rows = [
            ("absorption half-life", exact(clock.absorption) if clock.absorption else "none"),
            ("distribution half-life", exact(clock.distribution)),
            ("elimination half-life", exact(clock.elimination)),
            ("share of the fast phase", f"{clock.distributed:.3g}"),
            ("dose of full effect, given at once", f"{clock.full_effect_dose:g} {clock.unit}"),
            ("dose of half effect, given at once", f"{half:g} {clock.unit}"),
        ]
        yield from table(("drug", "value"), rows)
        yield cited(pathway, clock.reason)
        if clock.kinetics.nodes:
            yield "Boxes that differ on this clock:"
            yield from boxes(pathway, clock.kinetics)
        if clock.kinetics.edges:
            yield "Arrows that differ on this clock:"
            yield from arrows(pathway, clock.kinetics)


def free(pathway: Pathway) -> Iterable[str]:
    """The parameters that a fit may move."""
    if pathway.kinetics.free:
        yield "## Free parameters of the fit"
        rows = [
            (f"`{one.parameter}`", f"{one.low:g}", f"{one.high:g}", cited(pathway, one.reason))
            for one in pathway.kinetics.free
        ]
        yield from table(("parameter", "from", "to", "why it may move"), rows)
