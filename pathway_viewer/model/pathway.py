"""What a pathway is: nodes, edges, compartments and all that is said of them, as frozen values."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from pathway_viewer.model.evidence import Evidence, Hours, Measurement, Stage
from pathway_viewer.model.ids import EdgeId, NodeId
from pathway_viewer.model.kinetics import Clock, Kinetics
from pathway_viewer.model.pushes import Dose, Perturbation
from pathway_viewer.model.reference import Reference
from pathway_viewer.model.story import (
    Approval,
    Chapter,
    Claim,
    Risk,
    Rival,
    SheetLine,
    Step,
    Texts,
    Word,
)

Point = tuple[float, float]
Box = tuple[float, float, float, float]

Glyph = Literal["agent", "activity", "phenotype"]
Sign = Literal["activates", "inhibits", "produces", "removes", "maintains", "correlates"]
Place = Literal[
    "interneuron", "terminal", "cleft", "membrane", "neuron", "nucleus", "network", "person", "box"
]
Shows = Literal["", "vesicles", "channel", "receptor", "spines"]


class Identifier(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A name in a public database, as a CURIE ('uniprot:P42261'), and what it names."""

    curie: Annotated[str, Meta(pattern=r"^[A-Za-z0-9._]+:\S+$")]
    names: str = ""
    checked: bool = True


class Layer(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group of nodes shown or hidden together. The first layer is shown at the start."""

    id: str
    label: str
    text: str = ""


class Compartment(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place in the body, drawn behind the nodes where the arrangement gives it a box."""

    id: str
    label: str
    place: Place = "box"
    text: str = ""


class Words(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words for a node above and below rest, where 'raised' and 'lowered' are too plain."""

    up: str = "raised"
    down: str = "lowered"


class Node(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A participant of the cascade.

    `shows` names what of its place's anatomy stands for it and follows it: vesicles set free
    into the cleft, a channel or a receptor in the membrane, the spines of a dendrite.
    """

    id: NodeId
    label: str
    name: str
    layer: str
    compartment: str
    summary: str
    glyph: Glyph = "activity"
    shows: Shows = ""
    type: str = ""
    identity: str = ""
    text: Texts = field(default_factory=Texts)
    words: Words = field(default_factory=Words)
    members: tuple[NodeId, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    now: tuple[Now, ...] = ()


class Now(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence that is true of a node between two times, for the picture's caption."""

    start: Hours
    end: Hours
    text: str


class Edge(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An arrow: one participant's influence on another, with what stands behind it.

    `text` is one plain sentence, `expert` a paragraph; both cite. `added` gives the reason
    of an arrow that the collected evidence implies but does not list as a row of its own.
    """

    id: EdgeId
    source: NodeId
    target: NodeId
    sign: Sign
    text: str
    expert: str
    evidence: Evidence
    mechanism: str = ""
    layer: str = ""
    added: str = ""


class Scenario(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A way of dosing on one species' clock, with whatever else is changed.

    A scenario that is `like` another one is told in that one's chapters.
    """

    id: str
    label: str
    clock: str
    text: str
    end: Hours
    doses: tuple[Dose, ...] = ()
    perturbations: tuple[Perturbation, ...] = ()
    rivals: dict[str, bool] = field(default_factory=dict[str, bool])
    like: str = ""


class Agent(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A known tool (a blocker, an antibody) offered by name, as perturbations with citations."""

    id: str
    label: str
    text: str
    perturbations: Annotated[tuple[Perturbation, ...], Meta(min_length=1)]


class Readout(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an experiment looked at: a node, an hour and the class of effect that was found."""

    node: NodeId
    at: Hours
    expected: Literal["abolished", "attenuated", "unchanged", "raised", "reversed"]
    words: str


class Experiment(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A published intervention as a row: what was done, what was found, how it is mapped."""

    id: str
    label: str
    scenario: str
    text: str
    perturbations: tuple[Perturbation, ...] = ()
    rivals: dict[str, bool] = field(default_factory=dict[str, bool])
    dosed: bool = True
    readouts: tuple[Readout, ...] = ()
    mapping: str = ""
    not_expressible: str = ""


class Arrangement(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where things stand on the canvas: node centres (x, y[, width, height]) and bends of arrows.

    `compartments` maps a compartment to its x, y, width, height. `edges` maps an edge to the
    points it passes; an edge not named is routed by the program.
    `chips` are arrows from far away: only their last stretch is drawn, from a small chip with
    the source's label, whose centre is given here; several may start at one chip. Beyond the
    first layer the program finds chips, too, for arrows that are given neither.
    """

    nodes: dict[NodeId, Annotated[tuple[float, ...], Meta(min_length=2, max_length=4)]] = field(
        default_factory=dict[NodeId, tuple[float, ...]]
    )
    compartments: dict[str, Box] = field(default_factory=dict[str, Box])
    edges: dict[EdgeId, tuple[Point, ...]] = field(default_factory=dict[EdgeId, tuple[Point, ...]])
    chips: dict[EdgeId, Point] = field(default_factory=dict[EdgeId, Point])


class Audience(Arrangement, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where the first layer stands when it is projected: fewer parts, and larger.

    A node of another layer may be given a place, too; a picture with any other node stands as ever.
    Boxes are large enough for names that are read from the back row; `canvas` is 16:9 less
    the card above it. Without nodes here the program places them itself.
    """

    canvas: tuple[float, float] = (1920.0, 930.0)


class Pathway(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """A whole pathway file. Units: hours since the first dose; levels 0..1; canvas units."""

    format: Literal[1]
    id: str
    title: str
    nodes: Annotated[tuple[Node, ...], Meta(min_length=1)]
    edges: tuple[Edge, ...] = ()
    subtitle: str = ""
    language: str = "en"
    reviewed: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$")] = ""
    license: str = ""
    disclaimer: str = ""
    limits: str = ""
    canvas: tuple[float, float] = (1600.0, 900.0)
    layers: tuple[Layer, ...] = (Layer(id="core", label="Core"),)
    compartments: tuple[Compartment, ...] = ()
    arrangement: Arrangement = field(default_factory=Arrangement)
    audience: Audience = field(default_factory=Audience)
    clocks: tuple[Clock, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    kinetics: Kinetics = field(default_factory=Kinetics)
    stages: tuple[Stage, ...] = ()
    lanes: tuple[NodeId, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    sheet: tuple[SheetLine, ...] = ()
    steps: tuple[Step, ...] = ()
    glossary: tuple[Word, ...] = ()
    risks: tuple[Risk, ...] = ()
    approvals: tuple[Approval, ...] = ()
    claims: tuple[Claim, ...] = ()
    rivals: tuple[Rival, ...] = ()
    agents: tuple[Agent, ...] = ()
    experiments: tuple[Experiment, ...] = ()
    references: tuple[Reference, ...] = ()
    translations: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])

    @cached_property
    def node_index(self) -> dict[NodeId, int]:
        """Position of each node in `nodes`, the order of every row of levels."""
        return {node.id: i for i, node in enumerate(self.nodes)}

    @cached_property
    def edge_index(self) -> dict[EdgeId, int]:
        """Position of each edge in `edges`, the order of every row of flows."""
        return {edge.id: i for i, edge in enumerate(self.edges)}

    @cached_property
    def reference_by_id(self) -> dict[str, Reference]:
        """References by citation key."""
        return {reference.id: reference for reference in self.references}

    def node(self, id: str) -> Node:
        """The node of this id; KeyError when there is none."""
        return self.nodes[self.node_index[NodeId(id)]]

    def edge(self, id: str) -> Edge:
        """The edge of this id; KeyError when there is none."""
        return self.edges[self.edge_index[EdgeId(id)]]

    def scenario(self, id: str) -> Scenario:
        """The scenario of this id; KeyError when there is none."""
        return {scenario.id: scenario for scenario in self.scenarios}[id]

    def clock(self, scenario: Scenario) -> Clock:
        """The clock a scenario runs on; KeyError when there is none."""
        return {clock.id: clock for clock in self.clocks}[scenario.clock]

    def layer_of(self, edge: Edge) -> str:
        """The layer an arrow is shown in: its own, else the later one of its two ends."""
        if edge.layer:
            return edge.layer
        order = [layer.id for layer in self.layers]
        ends = (self.node(edge.source).layer, self.node(edge.target).layer)
        return max(ends, key=order.index)

    def chapters_of(self, scenario: str) -> tuple[Chapter, ...]:
        """The chapters told on a scenario, in order of time."""
        names = {scenario} | {one.like for one in self.scenarios if one.id == scenario}
        own = [c for c in self.chapters if not c.scenarios or names & set(c.scenarios)]
        return tuple(sorted(own, key=lambda chapter: chapter.start))

    def measurements_of(self, node: str) -> tuple[Measurement, ...]:
        """The published points of one node."""
        return tuple(point for point in self.measurements if point.node == node)
