"""What a run adds to the diagram: parts drawn in any layer, arrows that are weakened or absent."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

from pathway_viewer.dynamics.scenario import Conditions, ConditionsError, Plan
from pathway_viewer.model.pathway import Edge, Pathway

Standing = Literal["whole", "weakened", "absent"]


@dataclass(frozen=True)
class Overlay:
    """Ids of nodes and arrows. `drawn` are shown whatever layers are, with what joins them."""

    drawn: frozenset[str] = frozenset()
    weakened: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()

    @classmethod
    def of(cls, pathway: Pathway, conditions: Conditions, also: Collection[str] = ()) -> Overlay:
        """What these conditions need to be seen; `also` are nodes that are looked at.

        An explanation that was switched on shows its arrows, and what is pushed is shown. Those
        that the file switches on itself leave the choice of layers to the reader.
        """
        on = rivals_on(pathway, conditions)
        chosen = on - rivals_on(pathway, Conditions(conditions.scenario))
        rivals = pathway.rivals
        offered = {edge for rival in rivals for edge in rival.adds}
        added = {edge for rival in rivals if rival.id in on for edge in rival.adds}
        weakened = {edge for rival in rivals if rival.id in on for edge in rival.weakens}
        drawn = {edge for rival in rivals if rival.id in chosen for edge in rival.adds}
        drawn |= {one.target for one in conditions.perturbations} | {*also}
        return cls(frozenset(drawn), frozenset(weakened), frozenset(offered - added))

    def beyond(self, pathway: Pathway, layers: frozenset[str]) -> Overlay:
        """The same without what these layers draw anyway: it then compares equal to less."""

        def drawn_anyway(id: str) -> bool:
            if id in pathway.node_index:
                return pathway.node(id).layer in layers
            if id not in pathway.edge_index:
                return True
            edge = pathway.edge(id)
            ends = (pathway.node(edge.source).layer, pathway.node(edge.target).layer)
            return {pathway.layer_of(edge), *ends} <= layers

        return replace(self, drawn=frozenset(id for id in self.drawn if not drawn_anyway(id)))

    def nodes(self, pathway: Pathway, layers: frozenset[str]) -> frozenset[str]:
        """All nodes that are drawn: of these layers, named, or at the ends of arrows named.

        One that nothing drawn leads to brings along what leads to it.
        """
        shown = {str(node.id) for node in pathway.nodes if node.layer in layers}
        ends = {end for e in pathway.edges if e.id in self.drawn for end in (e.source, e.target)}
        waiting = {*map(str, ends | (self.drawn & {*map(str, pathway.node_index)}))} - shown
        while waiting:
            shown |= waiting
            waiting = self._missing(pathway, waiting, shown)
        return frozenset(shown)

    def _missing(self, pathway: Pathway, fresh: set[str], shown: set[str]) -> set[str]:
        """Sources of the nodes in `fresh` to which no drawn node leads."""
        found: set[str] = set()
        for node in fresh:
            into = [e for e in pathway.edges if e.target == node and e.id not in self.absent]
            if not any(e.source in shown and e.source != node for e in into):
                found |= {str(e.source) for e in into}
        return found - shown

    def shows_arrow(self, pathway: Pathway, edge: Edge, layers: frozenset[str]) -> bool:
        """Whether an arrow between two drawn nodes is drawn.

        In a hidden layer it is when it is named, or when it joins a node that only the overlay
        draws, unless it belongs to an explanation that is off.
        """
        if edge.id in self.drawn or pathway.layer_of(edge) in layers:
            return True
        ends = (pathway.node(edge.source).layer, pathway.node(edge.target).layer)
        return edge.id not in self.absent and not {*ends} <= layers

    def standing(self, edge: Edge) -> Standing:
        """Whether an arrow counts in full, in part, or not at all."""
        if edge.id in self.absent:
            return "absent"
        return "weakened" if edge.id in self.weakened else "whole"


def rivals_on(pathway: Pathway, conditions: Conditions) -> frozenset[str]:
    """The explanations that are on in a run; those of the file where it cannot be run."""
    try:
        return Plan.of(pathway, conditions).rivals
    except ConditionsError:
        return frozenset(rival.id for rival in pathway.rivals if rival.on)


NOTHING = Overlay()
"""A diagram as its layers have it."""
