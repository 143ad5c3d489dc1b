"""The small pathway with three experiments: one agrees, one does not, one cannot be told."""

from __future__ import annotations

import msgspec

from pathway_viewer.model.ids import NodeId
from pathway_viewer.model.pathway import Experiment, Pathway, Readout
from pathway_viewer.model.pushes import Perturbation

BLOCKED = Perturbation(kind="block", target="relay")


def readout(node: str, at: float, expected: str) -> Readout:
    made = {"node": NodeId(node), "at": at, "expected": expected, "words": f"{node} was {expected}"}
    return msgspec.convert(made, Readout)


AGREES = Experiment(
    id="agrees",
    label="Relay blocked",
    scenario="rat",
    text="Blocking the relay abolished the outcome in rats [@clark2015].",
    perturbations=(BLOCKED,),
    readouts=(readout("relay", 1, "abolished"), readout("outcome", 24, "abolished")),
    mapping="The relay is held at nothing throughout [@brown2010].",
)
DISAGREES = Experiment(
    id="disagrees",
    label="Brake cut, no drug",
    scenario="single",
    text="Cutting the brake did nothing in people [@adams2001].",
    perturbations=(Perturbation(kind="cut", target="brake__relay"),),
    dosed=False,
    readouts=(readout("relay", 2, "abolished"),),
)
SILENT = Experiment(
    id="silent",
    label="Another cell type",
    scenario="rat",
    text="Other cells were removed [@clark2015].",
    not_expressible="The model has one kind of cell.",
)


def with_experiments(pathway: Pathway) -> Pathway:
    """The pathway with the three rows, in this order."""
    return msgspec.structs.replace(pathway, experiments=(AGREES, DISAGREES, SILENT))
