"""Key: one line of the shortcut page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Key:
    """Where an action is found, what it does, and its keys."""

    group: str
    text: str
    keys: str


DIAGRAM_KEYS = (
    Key("Diagram", "Next and previous node", "Tab, Shift+Tab"),
    Key("Diagram", "Walk along the cascade", "Arrow keys"),
    Key("Diagram", "Explain the node or arrow in focus", "Enter"),
    Key("Diagram", "Back to the chapter", "Esc"),
    Key("Diagram", "Zoom about the pointer", "Mouse wheel"),
    Key("Marks on the timeline", "Take the next mark of what is given", "D"),
    Key("Marks on the timeline", "Move it", "Shift+Left, Shift+Right"),
    Key("Marks on the timeline", "Change its amount", "Shift+Up, Shift+Down"),
    Key("Marks on the timeline", "Leave it out, give one more", "Del, Ins"),
)
"""Keys that belong to the diagram or the timeline itself and to no action."""
