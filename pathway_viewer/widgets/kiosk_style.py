"""Kiosk style: a theme enlarged for fingers and eyes a step away, and the sheet on top of it."""

from __future__ import annotations

from dataclasses import fields, replace
from string import Template

from pathway_viewer.look.theme import Theme, TypeScale, mix

LARGER = 1.3
"""How much larger than at a desk text is, on a screen of 800 pixels' lesser side."""

SHEET = Template("""
#kiosk, #card { background: $panel; }
#kiosk QWidget#foot, #kiosk QWidget#head { background: $panel; }
#card { border: none; border-left: 1px solid $line; }
#card[upright="true"] { border-left: none; border-top: 1px solid $line; }
#card QScrollArea { border: none; }
#kiosk QLabel[role="kicker"] { color: $accent; font-weight: 600; font-size: ${label}px; }
#kiosk QLabel[role="prose"] { font-size: ${label}px; }
#kiosk #card[upright="true"] QLabel[role="prose"] { font-size: ${title}px; }
#kiosk #card[upright="true"] QLabel[role="name"] { font-size: ${display}px; }
#kiosk QLabel#title { font-size: ${title}px; font-weight: 600; }
#kiosk QLabel#hint { font-size: ${body}px; }
#kiosk QLabel#notice {
    background: $accent; color: $on_accent; border-radius: 8px; padding: 6px 16px; font-weight: 600;
}
#kiosk QPushButton {
    min-height: ${finger}px; min-width: ${finger}px; padding: 2px 14px; font-size: ${label}px;
    border: 2px solid $edge; border-radius: 10px; background: $panel;
}
#kiosk QPushButton:hover { background: $panel; }
#kiosk QPushButton:pressed { background: $raised; }
#kiosk QPushButton:focus { border: 3px solid $focus; padding: 1px 13px; }
#kiosk QPushButton:disabled { color: $muted; border-color: $line; }
#kiosk QPushButton[role="primary"] {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
#kiosk QPushButton[role="primary"]:hover { background: $accent; }
#kiosk QPushButton[role="primary"]:pressed { background: $pressed; }
#kiosk QPushButton[role="primary"]:focus { border: 3px solid $ink; }
#kiosk QPushButton#invitation { font-size: ${title}px; border-radius: 14px; }
#pin_pad { background: $panel; border: 1px solid $line; border-radius: 14px; }
#pin_pad QPushButton { min-width: ${key}px; min-height: ${key}px; font-size: ${title}px; }
#pin_pad QPushButton:last-child { font-size: ${label}px; }
#pin_pad QLabel#dots { font-size: ${label}px; letter-spacing: 6px; }
""")


def scale_of(width: int, height: int) -> float:
    """How much larger everything is on a screen: 1 where its lesser side has 800 pixels."""
    return min(max(round(min(width, height) / 800, 2), 0.8), 3.0)


def enlarged(theme: Theme, scale: float) -> Theme:
    """The theme with the kiosk's type sizes."""
    sizes = {one.name: getattr(theme.type, one.name) * LARGER * scale for one in fields(TypeScale)}
    return replace(theme, type=replace(theme.type, **sizes))


def kiosk_sheet(theme: Theme, scale: float) -> str:
    """What differs from the style of the other windows; `theme` is one that was enlarged."""
    colors = {
        name: getattr(theme, name)
        for name in ("ink", "panel", "raised", "line", "muted", "accent", "on_accent", "focus")
    }
    return SHEET.substitute(
        colors,
        edge=mix(theme.panel, theme.muted, 0.8),
        pressed=mix(theme.accent, theme.ink, 0.25),
        body=round(theme.type.body),
        label=round(theme.type.label * 0.95),
        title=round(theme.type.title),
        display=round(theme.type.display),
        finger=round(max(44, 46 * scale)),
        key=round(max(56, 64 * scale)),
    )
