"""A synapse with everything that follows levels, placed by hand, and pictures of it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from small import CORE, edge

from pathway_viewer.look.theme import PAPER, Theme
from pathway_viewer.model.ids import NodeId
from pathway_viewer.model.pathway import (
    Arrangement,
    Compartment,
    Layer,
    Node,
    Pathway,
    Place,
    Shows,
)
from pathway_viewer.scene.diagram import laid_out
from pathway_viewer.scene.picture import Picture, Setting, composed
from pathway_viewer.timeline.frame import Frame

PLACES: dict[str, Place] = {
    "cell": "interneuron",
    "terminal": "terminal",
    "gap": "cleft",
    "dendrite": "membrane",
    "inside": "neuron",
    "core": "nucleus",
    "net": "network",
    "patient": "person",
}
BOXES = {
    "cell": (20.0, 20.0, 260.0, 200.0),
    "terminal": (20.0, 260.0, 260.0, 300.0),
    "gap": (290.0, 520.0, 130.0, 40.0),
    "dendrite": (440.0, 20.0, 500.0, 540.0),
    "inside": (600.0, 60.0, 300.0, 380.0),
    "core": (700.0, 200.0, 160.0, 140.0),
    "net": (1000.0, 20.0, 260.0, 260.0),
    "patient": (1000.0, 300.0, 260.0, 260.0),
}
NODES: tuple[tuple[str, str, Shows, tuple[float, ...]], ...] = (
    ("firing", "terminal", "", (120, 410, 120, 50)),
    ("transmitter", "gap", "vesicles", (360, 410, 90, 50)),
    ("pore", "dendrite", "channel", (520, 410, 130, 50)),
    ("antenna", "dendrite", "receptor", (520, 120, 130, 50)),
    ("growth", "dendrite", "spines", (520, 250, 130, 50)),
)


def synapse() -> Pathway:
    """Five nodes at a synapse: what fires, what is released, a channel, a receptor, spines."""
    nodes = tuple(
        Node(
            id=NodeId(id),
            label=id.capitalize(),
            name=id,
            layer="core",
            compartment=place,
            summary=id,
            shows=shows,
        )
        for id, place, shows, _ in NODES
    )
    return Pathway(
        format=1,
        id="synapse",
        title="A synapse",
        nodes=nodes,
        edges=(edge("firing", "transmitter", "produces"), edge("transmitter", "pore")),
        canvas=(1280, 580),
        layers=(Layer(id="core", label="Core"),),
        compartments=tuple(
            Compartment(id=id, label=id.capitalize(), place=place) for id, place in PLACES.items()
        ),
        arrangement=Arrangement(
            nodes={NodeId(id): at for id, _, _, at in NODES}, compartments=dict(BOXES)
        ),
    )


def picture_of(pathway: Pathway, theme: Theme = PAPER) -> Picture:
    """The whole pathway in 1280 by 720 pixels without a legend."""
    target = QRectF(0, 0, 1280, 720)
    return composed(laid_out(pathway, CORE), theme, target, Setting(legend=False))


def moment_of(pathway: Pathway, levels: dict[str, float] | None = None, flow: float = 0.0) -> Frame:
    """A frame with these levels, everything at rest at 0, one influence on every arrow."""
    row = np.array([(levels or {}).get(node.id, 0.0) for node in pathway.nodes])
    return Frame(
        time=1.0,
        levels=row,
        rest=np.zeros(len(row)),
        changes=row,
        words=("",) * len(row),
        flows=np.full(len(pathway.edges), flow),
        chapter=None,
        caption="",
    )
