"""The clock of a talk, as a value: how long it has run, how long it may, and when it is late."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, Self

SOON_S = 300.0
"""So long before its end a talk is told that the end is near; a short one in its last tenth."""

Mood = Literal["free", "on time", "soon over", "late"]


@dataclass(frozen=True)
class TalkClock:
    """Seconds since the talk began, without its pauses. A `planned_s` of 0 is no plan."""

    elapsed_s: float = 0.0
    planned_s: float = 0.0
    running: bool = True

    def advance(self, seconds: float) -> Self:
        """The clock so many seconds later; itself while it is paused."""
        return replace(self, elapsed_s=self.elapsed_s + seconds) if self.running else self

    def turned(self) -> Self:
        """Paused if it runs, running if it is paused."""
        return replace(self, running=not self.running)

    def anew(self) -> Self:
        """From zero, with the same plan."""
        return replace(self, elapsed_s=0.0)

    def plan(self, minutes: float) -> Self:
        """The same talk with another length; 0 for none."""
        return replace(self, planned_s=max(0.0, minutes * 60))

    @property
    def left_s(self) -> float:
        """Seconds until the planned end, below 0 past it; 0 without a plan."""
        return self.planned_s - self.elapsed_s if self.planned_s else 0.0

    @property
    def mood(self) -> Mood:
        """Whether it is time to come to an end."""
        if not self.planned_s:
            return "free"
        if self.left_s < 0:
            return "late"
        soon = min(SOON_S, self.planned_s / 10)
        return "soon over" if self.left_s <= soon else "on time"

    def words(self) -> str:
        """'12:05 left of 45 min', '1:30 over', '' without a plan."""
        if not self.planned_s:
            return ""
        if self.left_s < 0:
            return f"{spelled(-self.left_s)} over"
        return f"{spelled(self.left_s)} left of {self.planned_s / 60:g} min"


def spelled(seconds: float) -> str:
    """'0:07', '12:30', '1:02:00': whole seconds that have passed."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
