"""History: the conditions that were tried, in order, for undo and redo."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pathway_viewer.dynamics.scenario import Conditions

MOST_KEPT = 200


@dataclass(frozen=True)
class History:
    """What is tried now, what was tried before, and what was undone, the nearest first.

    Conditions that come with the same `grip` are one step: the many values of one drag.
    """

    now: Conditions
    past: tuple[Conditions, ...] = ()
    future: tuple[Conditions, ...] = ()
    grip: str = ""

    def then(self, conditions: Conditions, grip: str = "") -> History:
        """With these conditions tried next; what was undone is forgotten."""
        if conditions == self.now:
            return self
        if not grip or grip != self.grip:
            return History(conditions, (self.now, *self.past)[:MOST_KEPT], (), grip)
        if self.past and self.past[0] == conditions:
            # A drag that came back to where it began changed nothing.
            return History(conditions, self.past[1:])
        return replace(self, now=conditions, future=())

    def undone(self) -> History:
        """One step back, or the same where there is none."""
        if not self.past:
            return self
        return History(self.past[0], self.past[1:], (self.now, *self.future))

    def redone(self) -> History:
        """One step forward again, or the same where there is none."""
        if not self.future:
            return self
        return History(self.future[0], (self.now, *self.past), self.future[1:])
