"""Look: how things are shown, as one value."""

from __future__ import annotations

from dataclasses import dataclass

from pathway_viewer.look.theme import ThemeId
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.story import Reading
from pathway_viewer.timeline.axis import ScaleId


@dataclass(frozen=True)
class Look:
    """Theme, reader, layers, time scale, and what else may be shown or hidden."""

    theme: ThemeId = "paper"
    reading: Reading = "student"
    layers: frozenset[str] = frozenset()
    scale: ScaleId = "lecture"
    numbers: bool = True
    legend: bool = True
    reduced_motion: bool = False


def fitting(
    layers: frozenset[str], before: Pathway | None, pathway: Pathway
) -> frozenset[str]:
    """The layers to show of a pathway: those shown so far that it has, else its first."""
    known = {layer.id for layer in pathway.layers}
    if before is not None and before.id != pathway.id:
        layers = frozenset()
    return layers & known or frozenset(layer.id for layer in pathway.layers[:1])
