"""Ghost: a second run drawn quietly beside the one in use."""

from __future__ import annotations

from dataclasses import dataclass

from pathway_viewer.dynamics.course import Course


@dataclass(frozen=True, eq=False)
class Ghost:
    """The levels of the other run, and what it is.

    `told` names it within a sentence. While two runs are compared they have letters:
    `letters` are those of the run in use and of this one. `untouched` is the scenario in use
    without what is changed about it, if anything is: measurements stand beside that one.
    """

    course: Course
    told: str
    letters: tuple[str, str] = ("", "")
    untouched: Course | None = None
