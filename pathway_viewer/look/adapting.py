"""Adapting: a theme with larger words or stronger contrast than it has by itself."""

from __future__ import annotations

from dataclasses import astuple, replace
from functools import cache
from typing import Literal, get_args

from pathway_viewer.look.theme import THEMES, Theme, ThemeId, TypeScale, mix

TextSize = Literal[100, 125, 150, 200]
"""How large the window's words are, in per cent of the theme's own."""
TEXT_SIZES: tuple[TextSize, ...] = get_args(TextSize)


@cache
def adapted(theme: ThemeId, text: TextSize = 100, contrast: bool = False) -> Theme:
    """The theme as somebody wants it; the same value for the same wishes."""
    base = strengthened(THEMES[theme]) if contrast else THEMES[theme]
    return base if text == 100 else replace(base, type=enlarged(base.type, text / 100))


def enlarged(scale: TypeScale, factor: float) -> TypeScale:
    """Every step of a type scale by one factor."""
    return TypeScale(*(step * factor for step in astuple(scale)))


def strengthened(theme: Theme) -> Theme:
    """Words and lines drawn to the darkest or lightest there is; what shows levels stays."""
    ink = "#ffffff" if theme.dark else "#000000"
    return replace(
        theme,
        ink=ink,
        muted=mix(theme.muted, ink, 0.6),
        line=theme.edge,
        outline=ink,
        arrow=mix(theme.arrow, ink, 0.6),
        arrow_inhibits=mix(theme.arrow_inhibits, ink, 0.6),
        places={id: (fill, mix(edge, ink, 0.4)) for id, (fill, edge) in theme.places.items()},
        node_width=theme.node_width * 1.3,
        arrow_width=theme.arrow_width * 1.25,
    )
