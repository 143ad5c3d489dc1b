"""Look: how things are shown, as one value."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pathway_viewer.look.adapting import TextSize, adapted
from pathway_viewer.look.theme import Theme, ThemeId
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.story import Reading
from pathway_viewer.timeline.axis import ScaleId


@dataclass(frozen=True)
class Look:
    """Theme, reader, layers, time scale, and what else may be shown or hidden.

    `text` is the size of the window's words in per cent, `contrast` whether they and all lines
    shall be stronger than the theme has them.
    """

    theme: ThemeId = "paper"
    reading: Reading = "student"
    layers: frozenset[str] = frozenset()
    scale: ScaleId = "lecture"
    numbers: bool = True
    legend: bool = True
    reduced_motion: bool = False
    text: TextSize = 100
    contrast: bool = False

    @property
    def worn(self) -> Theme:
        """The theme with what was wished for it."""
        return adapted(self.theme, self.text, self.contrast)


def fitted(look: Look, before: Pathway | None, pathway: Pathway) -> Look:
    """The look with layers that a pathway has: those shown so far, else its first."""
    layers: frozenset[str] = look.layers
    known = {layer.id for layer in pathway.layers}
    if before is not None and before.id != pathway.id:
        layers = frozenset[str]()
    first = frozenset(layer.id for layer in pathway.layers[:1])
    return replace(look, layers=layers & known or first)
