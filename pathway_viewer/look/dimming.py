"""A theme that gives way to its background: how all is drawn that a step does not tell of."""

from __future__ import annotations

from dataclasses import replace

from pathway_viewer.look.theme import Theme, channels

VEIL = 0.58
"""How much of the background lies over what is dimmed: quiet, but its level still reads."""


def veiled(color: str, background: str) -> str:
    """A colour as it is seen through a veil of the background's."""
    pairs = zip(channels(color), channels(background), strict=True)
    return "#{:02x}{:02x}{:02x}".format(*(round(a + (b - a) * VEIL) for a, b in pairs))


def dimmed(theme: Theme) -> Theme:
    """The same theme behind a veil: everything of the diagram, nothing of the window."""

    def pale(color: str) -> str:
        return veiled(color, theme.background)

    return replace(
        theme,
        veil=VEIL,
        panel=pale(theme.panel),
        ink=pale(theme.ink),
        muted=pale(theme.muted),
        line=pale(theme.line),
        rising=pale(theme.rising),
        rest=pale(theme.rest),
        falling=pale(theme.falling),
        outline=pale(theme.outline),
        arrow=pale(theme.arrow),
        arrow_inhibits=pale(theme.arrow_inhibits),
        places={id: (pale(fill), pale(border)) for id, (fill, border) in theme.places.items()},
    )
