"""A rectangle divided: the card of the moment, the diagram, the legend."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from pathway_viewer.look.theme import THEMES, UNIT, Theme
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.legend import most_of
from pathway_viewer.scene.legend_columns import height
from pathway_viewer.scene.lettering import Hand

CARD = 0.086
LARGE_CARD = 0.136
"""Height of the card as a share of the rectangle's; the second for an audience."""

LEGEND = 0.18
"""Size of the legend's text as a share of the card's height."""

MOST_LEGEND = 0.3
"""A legend that takes more of the height than this is left out: the picture comes first."""

LEAST_CARD = 50.0
"""Pixels below which nobody reads it."""


@dataclass(frozen=True)
class Page:
    """Where the parts of a picture are, in pixels."""

    card: QRectF
    room: QRectF
    legend: QRectF


def divided(
    pathway: Pathway, theme: Theme, target: QRectF, legend: bool, audience: bool = False
) -> Page:
    """The parts of a rectangle. They do not depend on what is shown of the pathway.

    The legend has room for whatever the file may show, or none at all: nothing moves when a
    layer comes.
    """
    margin = UNIT * max(1.0, target.width() / 1280) * (0.75 if audience else 1.0)
    inner = target.adjusted(margin, margin * 0.75, -margin, -margin * 0.5)
    card = QRectF(inner.left(), inner.top(), inner.width(), card_height(theme, target, audience))
    size = legend_size(theme, card, audience)
    most = most_of(pathway, theme) if legend else ()
    below = height(most, Hand(size), inner.width()) if legend else 0.0
    if below > target.height() * MOST_LEGEND:
        below = 0.0
    bottom = QRectF(inner.left(), inner.bottom() - below, inner.width(), below)
    top = card.bottom() + margin * 0.75
    room = QRectF(inner.left(), top, inner.width(), bottom.top() - margin * 0.75 - top)
    return Page(card, room, bottom)


def legend_size(theme: Theme, card: QRectF, audience: bool = False) -> float:
    """Size in pixels of the legend's text in a picture with this card."""
    share = LEGEND * CARD / LARGE_CARD if audience else LEGEND
    return max(theme.type.caption, card.height() * share)


def card_height(theme: Theme, target: QRectF, audience: bool) -> float:
    """Height of the card of the moment in a rectangle."""
    # A page that stands upright has the card of one that lies.
    tall = min(target.height(), target.width() * 0.7)
    if audience:
        return max(LEAST_CARD, tall * LARGE_CARD)
    # Words of the window that are larger than this theme's want a higher card.
    grown = LEAST_CARD * theme.type.caption / THEMES[theme.id].type.caption
    return max(grown, tall * CARD) * theme.text_scale**0.5
