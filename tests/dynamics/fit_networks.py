"""Small pathways with known answers for the fit to find again."""

from __future__ import annotations

from msgspec.structs import replace
from small_networks import DRUG, edge, kinetics, node, pathway

from pathway_viewer.dynamics.answer import Answer
from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.evidence import Measurement, Stage, Window
from pathway_viewer.model.kinetics import Free, Kinetics
from pathway_viewer.model.pathway import Pathway

TRUE = {"fast": {"rise": 0.3, "fall": 1.0}, "slow": {"rise": 2.0, "fall": 9.0}}


def network(**times: float) -> Pathway:
    """drug -> fast -> slow; times such as `slow_rise=3.0` replace the true ones."""
    own = {id: dict(values) for id, values in TRUE.items()}
    for name, value in times.items():
        id, key = name.split("_")
        own[id][key] = value
    return pathway(
        (node(DRUG), node("fast"), node("slow")),
        (edge(DRUG, "fast"), edge("fast", "slow")),
        kinetics(own, {"fast__slow": {"half": 0.3}}),
        end=200.0,
    )


def people(small: Pathway) -> Course:
    return solve(small, Conditions("people"))


def seen(small: Pathway, id: str, room: float = 1.0, scenario: str = "people") -> Stage:
    """A stage whose windows are the times that this pathway has, and a factor around them."""
    times = Answer.of(solve(small, Conditions(scenario)), id).times

    def window(hours: float) -> Window:
        return Window(earliest=hours / room, latest=hours * room)

    return Stage(
        id=f"{id}_{scenario}",
        node=id,
        label=id,
        scenario=scenario,
        direction="up",
        text="t",
        onset=window(times["onset"]),
        peak=window(times["peak"]),
        fall=window(times["fall"]),
    )


def free(parameter: str, low: float, high: float) -> Free:
    return Free(parameter=parameter, low=low, high=high, reason="r")


def ready(small: Pathway, stages: tuple[Stage, ...], *freed: Free) -> Pathway:
    """A pathway with stages to meet and parameters to move."""
    own = small.kinetics
    new = Kinetics(nodes=own.nodes, edges=own.edges, free=freed)
    return replace(small, stages=stages, kinetics=new)


def point(node: str, at: float | None, species: str = "human", **more: object) -> Measurement:
    return Measurement(
        node=node,
        finding="something",
        when="then",
        at=at,
        species=species,
        subjects="s",
        preparation="p",
        dose="1 mg/kg",
        reference="r",
        confidence="seen",
        **more,
    )
