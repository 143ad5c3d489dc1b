"""What stands in the light while a step is told: a sheet in two, lit parts and dimmed ones."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pathway_viewer.look.dimming import dimmed
from pathway_viewer.scene.sheet import PlacedArrow, Sheet


@dataclass(frozen=True)
class Lighting:
    """`lit` holds what is drawn as ever, `dim` the rest in a theme that gives way to its ground.

    `ground` is the sheet in the theme of all that is neither node nor arrow.
    """

    lit: Sheet
    dim: Sheet
    ground: Sheet
    ids: frozenset[str]

    def is_lit(self, id: str) -> bool:
        """Whether a node or an arrow is drawn as ever."""
        return self.ground is self.lit or id in self.ids

    def of(self, id: str) -> Sheet:
        """The sheet, and so the theme, in which a node or an arrow is drawn."""
        return self.lit if self.is_lit(id) else self.dim


def lighted(sheet: Sheet, ids: frozenset[str]) -> Lighting:
    """A sheet with these nodes and arrows lit, and the arrows that join two such nodes.

    All is lit where none of them is drawn, and where nothing else is.
    """
    nodes = {str(n.shape.node.id) for n in sheet.nodes} & ids
    arrows = {str(a.shape.edge.id) for a in sheet.arrows if _told(a, ids)}
    shown = frozenset(nodes | arrows)
    if not 0 < len(shown) < len(sheet.nodes) + len(sheet.arrows):
        return Lighting(sheet, replace(sheet, nodes=(), arrows=()), sheet, shown)
    quiet = replace(sheet, theme=dimmed(sheet.theme))
    return Lighting(_part(sheet, shown, lit=True), _part(quiet, shown, lit=False), quiet, shown)


def _told(arrow: PlacedArrow, ids: frozenset[str]) -> bool:
    edge = arrow.shape.edge
    return edge.id in ids or (edge.source in ids and edge.target in ids)


def _part(sheet: Sheet, shown: frozenset[str], *, lit: bool) -> Sheet:
    arrows = (a for a in sheet.arrows if (a.shape.edge.id in shown) == lit)
    return replace(
        sheet,
        nodes=tuple(n for n in sheet.nodes if (n.shape.node.id in shown) == lit),
        # In the light each arrow is drawn whole: what it shares may be drawn by a dimmed one.
        arrows=tuple(replace(a, part=a.shaft) if lit else a for a in arrows),
    )
