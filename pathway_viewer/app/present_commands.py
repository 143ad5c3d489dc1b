"""Present commands: what a user can do to begin a talk."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathway_viewer.app.presenting import Presenting


class PresentCommands:
    """Begin a talk; how it goes on is said by its own keys."""

    def __init__(self, made: Callable[[], Presenting]) -> None:
        self._made = made

    @cached_property
    def presenting(self) -> Presenting:
        """Made when first asked for: the first frame needs none of it."""
        return self._made()

    def present(self) -> None:
        """Present the steps: the diagram for the audience, notes for you."""
        self.presenting.begin()

    def present_from_here(self) -> None:
        """Present from the step of this moment on."""
        self.presenting.begin(from_here=True)

    def present_in_window(self) -> None:
        """Present in a window that you can share in a call."""
        self.presenting.begin_in_a_window()

    def choose_screen(self) -> None:
        """Choose the screen that the audience sees, then present."""
        self.presenting.ask()
