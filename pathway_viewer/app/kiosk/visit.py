"""Visit: how long nobody has touched the kiosk, and what follows from that, as a value."""

from __future__ import annotations

from dataclasses import dataclass, replace

WARN_S = 10.0
"""So long before it starts over, it says so."""

HOLD_S = 3.0
"""So long the corner is held before the PIN pad opens."""

PAD_S = 20.0
"""So long the PIN pad waits for a touch."""


@dataclass(frozen=True)
class Visit:
    """A visitor, or nobody: then the story plays by itself and invites.

    `idle_s` is what an administrator allows; `passed_s` the seconds since the last touch;
    `held_s` those for which the corner has been held, None while it is not.
    """

    idle_s: float
    anybody: bool = False
    passed_s: float = 0.0
    held_s: float | None = None

    def touched(self) -> Visit:
        """Somebody is here."""
        return replace(self, anybody=True, passed_s=0.0)

    def pressed(self) -> Visit:
        """The corner is held from now on."""
        return replace(self, held_s=0.0)

    def released(self) -> Visit:
        """The corner is not held any more."""
        return replace(self, held_s=None)

    def advance(self, seconds: float) -> Visit:
        """So many seconds later; a visitor who has not touched anything for too long has left."""
        held = None if self.held_s is None else self.held_s + seconds
        if not self.anybody:
            return replace(self, held_s=held)
        later = replace(self, passed_s=self.passed_s + seconds, held_s=held)
        return Visit(self.idle_s) if later.passed_s >= self.idle_s else later

    @property
    def left_s(self) -> float | None:
        """Seconds until it starts over, None while that is not near."""
        left = self.idle_s - self.passed_s
        return left if self.anybody and left <= min(WARN_S, self.idle_s / 2) else None
