"""A look: how a picture that leaves is drawn, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pathway_viewer.look.theme import ThemeId
from pathway_viewer.scene.beside import NOTHING as BARE
from pathway_viewer.scene.beside import Beside
from pathway_viewer.scene.overlay import NOTHING, Overlay


@dataclass(frozen=True)
class Look:
    """Theme, size in pixels, layers shown and what the run adds to them.

    `what_if` says in words what is changed in the run, `beside` shows it in the diagram.
    With a `focus` all else is dimmed; what the `camera` looks at is seen from near; for an
    `audience` the first layer stands as it is projected, without numbers, and with a legend
    only where it is `explained` to who was not there. `entries` are the references that
    `numbers` lead to, as they are printed.
    """

    theme: ThemeId = "paper"
    size: tuple[int, int] = (1280, 800)
    layers: frozenset[str] = frozenset()
    overlay: Overlay = NOTHING
    clock: str = ""
    what_if: str = ""
    beside: Beside = BARE
    numbers: Mapping[str, tuple[int, ...]] = field(default_factory=dict[str, tuple[int, ...]])
    entries: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    camera: tuple[str, ...] = ()
    audience: bool = False
    explained: bool = False
