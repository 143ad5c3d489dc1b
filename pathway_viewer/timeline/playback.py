"""The play head, as a value: where it stands, how it moves, where it stops."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, Self

from pathway_viewer.model.story import Chapter
from pathway_viewer.timeline.axis import Axis

STEP = 1 / 200
"""One press of a step key, as a share of the axis."""

SLOWEST, FASTEST = 0.25, 4.0


@dataclass(frozen=True)
class Playback:
    """Where the play head stands and how it would move on; every method returns the next value.

    The head moves evenly along the axis, not through the hours: the whole story takes
    `duration_s` seconds at speed 1. It stops by itself at the next chapter's start (`until`
    "chapter") or only at the end ("end"); with `loop` it plays through and begins again.
    A time outside the axis is brought to its nearest end. Raises ValueError for a time that
    is not a number, a speed outside 0.25..4 or a duration that is not positive.
    """

    axis: Axis
    time: float
    chapters: tuple[Chapter, ...] = ()
    playing: bool = False
    speed: float = 1.0
    duration_s: float = 60.0
    until: Literal["chapter", "end"] = "chapter"
    loop: bool = False

    def __post_init__(self) -> None:
        if math.isnan(self.time):
            raise ValueError("a time must be a number")
        if not SLOWEST <= self.speed <= FASTEST:
            raise ValueError(f"a speed must be {SLOWEST} to {FASTEST:g}, not {self.speed}")
        if not 0 < self.duration_s < math.inf:
            raise ValueError(f"a duration must be positive seconds, not {self.duration_s}")
        held = min(max(self.time, self.axis.start), self.axis.end)
        object.__setattr__(self, "time", held)

    @cached_property
    def position(self) -> float:
        """The place of the head on the axis, 0..1."""
        return self.axis.position(self.time)

    def advance(self, seconds: float) -> Self:
        """The head after so many seconds of play; itself when it is not playing.

        Stops exactly on a border. Raises ValueError for seconds below zero or not finite.
        """
        if not 0 <= seconds < math.inf:
            raise ValueError(f"play goes on for 0 seconds or more, not {seconds}")
        if not self.playing:
            return self
        place = self.position + seconds * self.speed / self.duration_s
        if self.loop:
            return replace(self, time=self.axis.time(math.modf(place)[0] if place >= 1 else place))
        stop = self._next_start() if self.until == "chapter" else self.axis.end
        if place >= self.axis.position(stop):
            return replace(self, time=stop, playing=False)
        return replace(self, time=min(self.axis.time(place), stop))

    def play(self) -> Self:
        """The head in motion; from the start again when it stands at the end."""
        return replace(self.home() if self.time >= self.axis.end else self, playing=True)

    def pause(self) -> Self:
        """The head at rest where it stands."""
        return replace(self, playing=False)

    def seek(self, time: float) -> Self:
        """The head at a time (hours), playing on if it was; ValueError for NaN."""
        return replace(self, time=time)

    def seek_position(self, position: float) -> Self:
        """The head at a place 0..1 of the axis; ValueError for NaN."""
        return replace(self, time=self.axis.time(position))

    def step(self, direction: int) -> Self:
        """The head one small step later (+1) or earlier (-1), paused there."""
        return replace(self.seek_position(self.position + direction * STEP), playing=False)

    def next_chapter(self) -> Self:
        """The head at the next chapter's start, or at the end after the last."""
        return self.seek(self._next_start())

    def previous_chapter(self) -> Self:
        """The head at the start of this chapter, or of the one before when just past a start."""
        before = self.axis.time(self.position - STEP)
        return self.seek(max((t for t in self._starts if t <= before), default=self.axis.start))

    def home(self) -> Self:
        """The head at the start of the axis."""
        return self.seek(self.axis.start)

    def end(self) -> Self:
        """The head at the end of the axis."""
        return self.seek(self.axis.end)

    @property
    def _starts(self) -> list[float]:
        inside = {c.start for c in self.chapters if self.axis.start < c.start < self.axis.end}
        return sorted(inside)

    def _next_start(self) -> float:
        return min((t for t in self._starts if t > self.time), default=self.axis.end)
