"""Small pathways and frames made by hand, for tests that need no file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np

from pathway_viewer.model.evidence import Evidence, Species, Strength
from pathway_viewer.model.ids import EdgeId, NodeId
from pathway_viewer.model.pathway import (
    Arrangement,
    Compartment,
    Edge,
    Glyph,
    Layer,
    Node,
    Pathway,
    Sign,
)
from pathway_viewer.model.story import Chapter
from pathway_viewer.timeline.frame import Frame

PATHWAYS = sorted((Path(__file__).parents[2] / "pathways").glob("*.yaml"))
FLAGSHIP = Path(__file__).parents[2] / "pathways" / "ketamine.yaml"

CORE = frozenset({"core"})
CANVAS = (800.0, 450.0)
CHAPTER = Chapter(id="pulse", title="The pulse", start=0.0, end=6.0, text="A short rise.")


def node(id: str, layer: str = "core", glyph: Glyph = "activity", label: str = "") -> Node:
    """A node without texts."""
    label = label or id.capitalize()
    return Node(
        id=NodeId(id),
        label=label,
        name=f"{label} in full",
        layer=layer,
        compartment="cell",
        summary=f"What {label} does.",
        glyph=glyph,
    )


def edge(
    source: str,
    target: str,
    sign: Sign = "activates",
    strength: Strength = "strong",
    species: tuple[Species, ...] = ("human",),
) -> Edge:
    """An arrow without citations."""
    return Edge(
        id=EdgeId(f"{source}__{target}"),
        source=NodeId(source),
        target=NodeId(target),
        sign=sign,
        text="",
        expert="",
        evidence=Evidence(strength=strength, species=species),
    )


NODES = (
    node("drug", glyph="agent"),
    node("brake"),
    node("relay"),
    node("outcome", glyph="phenotype"),
    node("extra", layer="detail"),
)
EDGES = (
    edge("drug", "brake", "inhibits", "strong", ("human", "rodent")),
    edge("brake", "relay", "maintains", "contested", ("cells",)),
    edge("relay", "outcome", "activates", "weak", ("rodent",)),
    edge("drug", "extra", "produces", "moderate", ("human",)),
)
PLACES: Mapping[str, tuple[float, ...]] = {
    "drug": (120, 120, 140, 60),
    "brake": (400, 120, 140, 60),
    "relay": (400, 320, 140, 60),
    "outcome": (660, 320, 140, 60),
    "extra": (120, 320, 120, 46),
}


def small(
    nodes: Iterable[Node] = NODES, edges: Iterable[Edge] = EDGES, id: str = "small"
) -> Pathway:
    """Four core nodes and one of a second layer, placed by hand in one compartment."""
    every = tuple(nodes)
    places = {n.id: PLACES[n.id] for n in every if n.id in PLACES}
    return Pathway(
        format=1,
        id=id,
        title="A small cascade",
        nodes=every,
        edges=tuple(edges),
        reviewed="2026-01-31",
        disclaimer="For education; not medical advice.",
        canvas=CANVAS,
        layers=(Layer(id="core", label="Core"), Layer(id="detail", label="Detail")),
        compartments=(Compartment(id="cell", label="Cell"),),
        arrangement=Arrangement(nodes=places, compartments={"cell": (20, 40, 760, 390)}),
        chapters=(CHAPTER,),
    )


def frame(
    pathway: Pathway,
    changes: Mapping[str, float] | None = None,
    flow: float = 0.5,
    word: str = "rising",
    time: float = 2.0,
) -> Frame:
    """A frame with the changes named and everything else at rest, one influence on all arrows."""
    every = [(changes or {}).get(n.id, 0.0) for n in pathway.nodes]
    row = np.array(every, dtype=np.float64)
    return Frame(
        time=time,
        levels=0.5 + row / 2,
        rest=np.full(len(row), 0.5),
        changes=row,
        words=(word,) * len(row),
        flows=np.full(len(pathway.edges), flow),
        chapter=CHAPTER,
        caption="The relay rises.",
    )


def citations(pathway: Pathway) -> dict[str, tuple[int, ...]]:
    """Reference numbers as wide as they get, for every node and arrow."""
    ids = [*(n.id for n in pathway.nodes), *(e.id for e in pathway.edges)]
    return {str(id): (100 + i % 99, 101, 102) for i, id in enumerate(ids)}
