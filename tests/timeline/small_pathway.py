"""A pathway of four nodes and its courses, made by hand, for tests of what is shown when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from timeline_strategies import chapter

from pathway_viewer.dynamics.course import Arrows, Course
from pathway_viewer.model.evidence import Evidence
from pathway_viewer.model.ids import EdgeId, NodeId
from pathway_viewer.model.kinetics import Clock
from pathway_viewer.model.pathway import Edge, Layer, Node, Now, Pathway, Scenario, Words
from pathway_viewer.model.pushes import Dose

CLOCK = Clock(
    id="human",
    label="Human",
    species="human",
    drug=NodeId("drug"),
    unit="mg/kg",
    distribution=0.2,
    elimination=3.0,
    distributed=0.5,
    full_effect_dose=0.5,
    reason="a test",
)


def node(id: str, label: str = "", **changes: object) -> Node:
    plain: dict[str, object] = {"name": id, "layer": "core", "compartment": "", "summary": ""}
    return Node(id=NodeId(id), label=label or id.title(), **(plain | changes))


def edge(source: str, target: str) -> Edge:
    return Edge(
        id=EdgeId(f"{source}__{target}"),
        source=NodeId(source),
        target=NodeId(target),
        sign="activates",
        text="",
        expert="",
        evidence=Evidence(strength="strong", species=("rodent",)),
    )


def pathway(*nodes: Node, **changes: object) -> Pathway:
    """Drug, receptor, glutamate and spines in a row, told in two chapters."""
    nodes = nodes or (
        node("drug", "Ketamine"),
        node("receptor", "NMDA receptor", words=Words(down="blocked")),
        node("glutamate"),
        node("spines"),
    )
    given: dict[str, object] = {
        "edges": tuple(edge(a.id, b.id) for a, b in pairwise(nodes)),
        "layers": (Layer(id="core", label="Core"), Layer(id="detail", label="Detail")),
        "clocks": (CLOCK,),
        "scenarios": (
            Scenario(id="single", label="", clock="human", text="", end=48),
            Scenario(id="long", label="", clock="human", text="", end=96),
        ),
        "chapters": (chapter("first", 0, 2), chapter("rest", 2, 48)),
    }
    return Pathway(format=1, id="small", title="Small", nodes=nodes, **(given | changes))


def course(
    levels: Callable[[float], Sequence[float]],
    doses: Sequence[float] = (0.0,),
    end: float = 48,
    scenario: str = "single",
) -> Course:
    """A course through levels given as a function of hours, with 400 rows, at rest until 0."""
    times = np.unique([-0.5, *doses, *np.linspace(0, 1, 100), *np.geomspace(1, end, 300)])
    rows = np.array([levels(t) for t in times], dtype=float)
    slopes = np.gradient(rows, times, axis=0)
    slopes[times <= 0] = 0
    count = rows.shape[1]
    return Course(
        node_ids=tuple(str(i) for i in range(count)),
        times=times,
        states=rows,
        slopes=slopes,
        resting=np.array(levels(-1.0), dtype=float),
        arrows=Arrows(
            source=np.arange(count - 1),
            power=np.full(count - 1, 2.0),
            bend=np.full(count - 1, 0.25),
            begins=np.array([-np.inf]),
            weights=np.ones((1, count - 1)),
        ),
        scenario=scenario,
        doses=tuple(Dose(amount=0.5, at=t) for t in doses),
        end=end,
        clock=CLOCK,
    )


def hump(hours: float, top: float = 1.0, height: float = 0.8) -> float:
    """A level that rises from 0 at the dose to its peak at `top` hours and eases after it."""
    return 0.0 if hours <= 0 else height * (hours / top) * float(np.exp(1 - hours / top))


def saying(start: float, end: float, text: str) -> Now:
    return Now(start=start, end=end, text=text)
