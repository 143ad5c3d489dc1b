"""How large text and marks are, in canvas units: on the ordinary canvas and in a lecture hall."""

from __future__ import annotations

from dataclasses import dataclass

from pathway_viewer.look.theme import Theme
from pathway_viewer.scene.glyphs import HEAD


@dataclass(frozen=True)
class Sizes:
    """Sizes of a node's label, that of a node outside the core, its word, and a place's name.

    A name smaller than `enough` grows at the cost of its word. `bar` is the width of the signed
    bar at a node's right side, `head` the length of an arrow's head. `themed` is whether text
    follows the scale of the theme. Names of places are `enlarged` in a small picture, where there
    is room.
    """

    label: float
    small_label: float
    word: float
    place: float
    enough: float
    bar: float
    head: float
    themed: bool
    enlarged: float = 1.0

    def scale(self, theme: Theme) -> float:
        """The factor for text in this theme."""
        return theme.text_scale if self.themed else 1.0


ORDINARY = Sizes(21.0, 17.5, 16.5, 16.0, 14.5, 9.0, HEAD, themed=True)

AUDIENCE = Sizes(46.0, 46.0, 38.0, 38.0, 38.0, 14.0, 1.6 * HEAD, themed=False)
"""For the back row: a capital is 2.2 % of the picture's height or more."""
