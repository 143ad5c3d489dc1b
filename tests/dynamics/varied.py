"""A pathway whose kinetics were all moved a little: numbers that nobody has looked at."""

from __future__ import annotations

import numpy as np
from msgspec.structs import replace

from pathway_viewer.model.kinetics import EdgeKinetics, Kinetics, NodeKinetics
from pathway_viewer.model.pathway import Pathway


def varied(pathway: Pathway, random: np.random.Generator, spread: float = 1.5) -> Pathway:
    """Each time, weight, half point and steepness multiplied by 1 / spread to spread."""

    def factor() -> float:
        return float(spread ** random.uniform(-1.0, 1.0))

    def node(own: NodeKinetics) -> NodeKinetics:
        return replace(own, rise=own.rise * factor(), fall=own.fall * factor())

    def arrow(own: EdgeKinetics) -> EdgeKinetics:
        return replace(
            own,
            weight=min(own.weight * factor(), 1.0),
            half=min(max(own.half * factor(), 0.02), 0.95),
            steepness=max(own.steepness * factor(), 1.0),
            delay=own.delay * factor(),
        )

    def moved(own: Kinetics) -> Kinetics:
        nodes = {id: node(one) for id, one in own.nodes.items()}
        return replace(own, nodes=nodes, edges={id: arrow(e) for id, e in own.edges.items()})

    clocks = tuple(replace(clock, kinetics=moved(clock.kinetics)) for clock in pathway.clocks)
    return replace(pathway, kinetics=moved(pathway.kinetics), clocks=clocks)
