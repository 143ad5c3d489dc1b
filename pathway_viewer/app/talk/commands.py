"""Present commands: what a user can do to make a talk and to begin it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathway_viewer.app.talk.presenting import Presenting
    from pathway_viewer.app.talk.steps_desk import StepsDesk


class PresentCommands:
    """Begin a talk; how it goes on is said by its own keys."""

    def __init__(self, made: Callable[[], Presenting], steps: Callable[[], StepsDesk]) -> None:
        self._made, self._made_steps = made, steps

    @cached_property
    def presenting(self) -> Presenting:
        """Made when first asked for: the first frame needs none of it."""
        return self._made()

    @cached_property
    def steps(self) -> StepsDesk:
        """The steps beside the diagram; made when first asked for, as well."""
        return self._made_steps()

    @property
    def talk(self) -> Presenting | None:
        """Whoever is presenting now, None while nobody is."""
        made: Presenting | None = vars(self).get("presenting")
        return made if made is not None and made.stage is not None else None

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

    def capture_step(self) -> None:
        """Add what is seen now as a step: time, selection, zoom and what-if."""
        self.steps.capture()
