"""Small pathways to try the solver on: built by hand, or drawn at random by hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from pathway_viewer.model.evidence import Evidence
from pathway_viewer.model.kinetics import Clock, EdgeKinetics, Kinetics, NodeKinetics
from pathway_viewer.model.pathway import Edge, Node, Pathway, Scenario
from pathway_viewer.model.pushes import Dose
from pathway_viewer.model.story import Rival

DRUG = "drug"
HUMAN = Clock(
    id="human",
    label="people",
    species="human",
    drug=DRUG,
    unit="mg/kg",
    distribution=0.2,
    elimination=3.0,
    distributed=0.6,
    full_effect_dose=2.0,
    half_effect_dose=0.2,
    reason="made up",
)
RODENT = Clock(
    id="rodent",
    label="mice",
    species="rodent",
    drug=DRUG,
    unit="mg/kg",
    absorption=0.1,
    distribution=0.05,
    elimination=0.25,
    distributed=0.4,
    full_effect_dose=40.0,
    reason="made up",
)
_EVIDENCE = Evidence(strength="weak", species=("rodent",))


def node(id: str, members: tuple[str, ...] = ()) -> Node:
    return Node(
        id=id, label=id, name=id, layer="core", compartment="box", summary=id, members=members
    )


def edge(source: str, target: str, sign: str = "activates") -> Edge:
    return Edge(
        id=f"{source}__{target}",
        source=source,
        target=target,
        sign=sign,
        text="t",
        expert="e",
        evidence=_EVIDENCE,
    )


def kinetics(nodes: dict[str, dict[str, object]], edges: dict[str, dict[str, object]]) -> Kinetics:
    return Kinetics(
        nodes={id: NodeKinetics(reason="r", **values) for id, values in nodes.items()},
        edges={id: EdgeKinetics(reason="r", **values) for id, values in edges.items()},
    )


def pathway(
    nodes: tuple[Node, ...],
    edges: tuple[Edge, ...],
    own: Kinetics,
    doses: tuple[Dose, ...] = (Dose(amount=1.0, over=0.5),),
    end: float = 48.0,
    rivals: tuple[Rival, ...] = (),
) -> Pathway:
    """A pathway with a scenario for each clock: 'people' and 'mice' (a dose ten times larger)."""
    injected = tuple(Dose(amount=10.0 * dose.amount, at=dose.at) for dose in doses)
    return Pathway(
        format=1,
        id="small",
        title="small",
        nodes=nodes,
        edges=edges,
        clocks=(HUMAN, RODENT),
        scenarios=(
            Scenario(id="people", label="p", clock="human", text="t", end=end, doses=doses),
            Scenario(id="mice", label="m", clock="rodent", text="t", end=end, doses=injected),
        ),
        kinetics=own,
        rivals=rivals,
    )


def chain() -> Pathway:
    """drug -> a -> b -> c, with a display group over a and b."""
    return pathway(
        (node(DRUG), node("a"), node("b"), node("c"), node("both", ("a", "b"))),
        (edge(DRUG, "a"), edge("a", "b"), edge("b", "c", "inhibits")),
        kinetics(
            {"a": {"rise": 0.2, "fall": 1.0}, "b": {"basal": 0.2}, "c": {"basal": 0.8}},
            {"a__b": {"weight": 0.9}, "b__c": {"delay": 2.0}},
        ),
    )


@st.composite
def pathways(draw: st.DrawFn) -> Pathway:
    """Up to six nodes behind a drug: every sign, delays, needs, AND nodes, one weak loop back."""
    names = [DRUG, *(f"n{i}" for i in range(draw(st.integers(2, 6))))]
    signs = st.sampled_from(["activates", "inhibits", "produces", "removes", "maintains"])
    unit = st.floats(0.0, 1.0)
    edges: list[Edge] = []
    for i, target in enumerate(names[1:], start=1):
        for source in draw(st.lists(st.sampled_from(names[:i]), max_size=3, unique=True)):
            edges.append(edge(source, target, draw(signs)))
    arrows = {
        one.id: {
            "weight": draw(unit),
            "half": draw(st.floats(0.05, 0.95)),
            "steepness": draw(st.floats(1.0, 8.0)),
            "delay": draw(st.sampled_from([0.0, 0.0, 0.5, 6.0])),
            "needed": draw(st.booleans()),
        }
        for one in edges
    }
    if len(names) > 2 and draw(st.booleans()):
        back = edge(names[-1], names[1])
        edges.append(back)
        arrows[back.id] = {"weight": draw(st.floats(0.0, 0.4)), "half": 0.5, "steepness": 1.0}
    times = st.floats(0.05, 50.0)
    own = {
        name: {
            "basal": draw(unit),
            "rise": draw(times),
            "fall": draw(times),
            "joins": draw(st.sampled_from(["any", "all"])),
        }
        for name in names[1:]
    }
    return pathway(tuple(node(name) for name in names), tuple(edges), kinetics(own, arrows))
