"""Small pathways made of nothing but nodes and arrows, for layouts and routes."""

from hypothesis import strategies as st
from msgspec import structs

from pathway_viewer.model.evidence import Evidence
from pathway_viewer.model.ids import EdgeId, NodeId
from pathway_viewer.model.pathway import Arrangement, Compartment, Edge, Node, Pathway


def pathway_of(names: str, arrows: str = "", places: dict[str, str] | None = None) -> Pathway:
    """Nodes by one letter each, arrows as 'ab bc'; `places` gives nodes another compartment."""
    nodes = tuple(
        Node(
            id=NodeId(name),
            label=name,
            name=name,
            layer="core",
            compartment=(places or {}).get(name, "here"),
            summary=name,
        )
        for name in names
    )
    edges = tuple(
        Edge(
            id=EdgeId(f"{source}{target}"),
            source=NodeId(source),
            target=NodeId(target),
            sign="activates",
            text="It does.",
            expert="It does.",
            evidence=Evidence(strength="weak", species=("cells",)),
        )
        for source, target in arrows.split()
    )
    compartments = (Compartment(id="here", label="Here"), Compartment(id="there", label="There"))
    return Pathway(format=1, id="p", title="P", nodes=nodes, edges=edges, compartments=compartments)


def with_places(
    pathway: Pathway, nodes: dict[str, tuple[float, ...]], boxes: dict | None = None
) -> Pathway:
    """The same pathway with some nodes and compartments placed."""
    placed = {NodeId(node): place for node, place in nodes.items()}
    return structs.replace(pathway, arrangement=Arrangement(nodes=placed, compartments=boxes or {}))


@st.composite
def pathways(draw, most: int = 40):
    """Any small graph, loops, self-arrows and doubles included."""
    letters = "".join(chr(0x4E00 + i) for i in range(draw(st.integers(1, most))))
    pairs = st.tuples(st.sampled_from(letters), st.sampled_from(letters))
    arrows = draw(st.lists(pairs, max_size=2 * len(letters)))
    return pathway_of(letters, " ".join(a + b for a, b in dict.fromkeys(arrows)))
