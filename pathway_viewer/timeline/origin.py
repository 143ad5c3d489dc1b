"""Origin: what the hours of a run are counted from, in the words of its clock."""

from __future__ import annotations

from collections.abc import Sequence

from pathway_viewer.dynamics.course import Course
from pathway_viewer.model.pushes import Dose

START = "start"
"""What time 0 is called where nothing is given then."""


def origin(doses: Sequence[Dose], word: str) -> str:
    """'the dose' or 'the first dose'; '' where none is given at 0, to count times from.

    `word` is what the clock calls one dose.
    """
    if not any(dose.at == 0 for dose in doses):
        return ""
    return f"the {word}" if len(doses) == 1 else f"the first {word}"


def zero(course: Course) -> str:
    """What stands at time 0 of a run's axis: 'dose', 'start'."""
    return course.clock.dose_word if origin(course.doses, "") else START


def a(word: str) -> str:
    """A word with its indefinite article: 'a dose', 'an infusion'."""
    return f"{'an' if word[:1] in 'aeiou' else 'a'} {word}"
