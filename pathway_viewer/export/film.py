"""A film: its shots, how long it is, and what is seen at each of its frames."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pathway_viewer.dynamics.course import Course
from pathway_viewer.export.look import Look
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.timeline.axis import Axis

OPENING_S, ENDING_S = 3.0, 4.0
"""Seconds of the title, and of each card of references, where there is room for them."""

FADE_S = 0.4
"""Seconds in which one stretch gives way to the next."""

MOST_CARDS = 0.3
"""The share of a film of a given length that its cards take at the most."""

LONGEST_S = 3600.0

StretchId = Literal["opening", "shot", "ending"]


class TooShortError(ValueError):
    """A film has fewer frames than it has things to show."""


@dataclass(frozen=True, eq=False)
class Shot:
    """A stretch of one run under one title; the time of day stands where `start` is `until`.

    It is played evenly along `axis`, as in the window, and lasts `seconds` where a film as a
    whole is given no length. `place` is the part of the film's bar (0..1) that it moves through.
    `cites` are the numbers of the references that stand behind it, told beside its title.
    """

    title: str
    look: Look
    course: Course
    ghost: Course | None
    axis: Axis
    start: float
    until: float
    seconds: float
    place: tuple[float, float]
    cites: tuple[int, ...] = ()

    def hours(self, share: float) -> float:
        """The time of the run at a share 0..1 of the shot."""
        if self.start == self.until or share <= 0:
            return self.start
        if share >= 1:
            return self.until
        first, last = self.axis.position(self.start), self.axis.position(self.until)
        return self.axis.time(first + (last - first) * share)


@dataclass(frozen=True)
class Mark:
    """A part of the film's bar, 0..1: a chapter or a step."""

    label: str
    start: float
    end: float


@dataclass(frozen=True, eq=False)
class Film:
    """What is filmed, in which size and how many frames a second.

    `told` says below the title what it shows; `entries` are the numbered references that stand
    at its end. `seconds` is its length, cards included; None is as long as its shots are.
    Without `moves` no particle travels.
    """

    pathway: Pathway
    shots: tuple[Shot, ...]
    marks: tuple[Mark, ...]
    told: str
    entries: tuple[str, ...]
    size: tuple[int, int] = (1920, 1080)
    rate: float = 30.0
    seconds: float | None = None
    moves: bool = True
    fades: bool = True


@dataclass(frozen=True)
class Stretch:
    """So many frames of one thing: the title, a shot, or a card of references."""

    what: StretchId
    index: int
    frames: int


@dataclass(frozen=True)
class Take:
    """One image of a film: of which stretch, at which share 0..1 of it, and for how many frames.

    `number` is that of its first frame in the film. `before` (0..1) is how much of the image
    that ended the stretch before still shines through.
    """

    what: StretchId
    index: int
    share: float
    number: int
    frames: int = 1
    before: float = 0.0


def takes(film: Film, table: Sequence[Stretch]) -> Iterator[Take]:
    """Every image of a film in order; what stands still is one image for many frames."""
    number = 0
    for stretch in table:
        fade = _fade(film, stretch) if number else 0
        still = stretch.what != "shot"
        for k in range(fade if still else stretch.frames):
            share = k / max(1, stretch.frames - 1)
            before = max(0.0, 1 - (k + 1) / (fade + 1)) if fade else 0.0
            yield Take(stretch.what, stretch.index, share, number + k, 1, before)
        if still and stretch.frames > fade:
            rest = stretch.frames - fade
            yield Take(stretch.what, stretch.index, 1.0, number + fade, rest)
        number += stretch.frames


def _fade(film: Film, stretch: Stretch) -> int:
    return min(round(FADE_S * film.rate), stretch.frames // 4) if film.fades else 0


def timetable(film: Film, endings: int) -> tuple[Stretch, ...]:
    """What is seen and for how many frames, with so many cards at the end.

    Together they are exactly the length of the film. Raises TooShortError where something would
    not be seen at all.
    """
    shots = [shot.seconds for shot in film.shots]
    wished = [OPENING_S, *shots, *[ENDING_S] * endings]
    if film.seconds is not None:
        cards = OPENING_S + ENDING_S * endings
        shrunk = min(1.0, MOST_CARDS * film.seconds / cards)
        stretched = (film.seconds - cards * shrunk) / sum(shots)
        wished = [OPENING_S * shrunk, *(s * stretched for s in shots)]
        wished += [ENDING_S * shrunk] * endings
    kinds: list[tuple[StretchId, int]] = [("opening", 0)]
    kinds.extend(("shot", i) for i in range(len(shots)))
    kinds.extend(("ending", i) for i in range(endings))
    counts = _frames(wished, film.rate)
    if not all(counts):
        least = (len(counts) + 1) / film.rate / 0.3
        raise TooShortError(f"too short for {len(counts)} things to show: try {least:.0f} s")
    return tuple(Stretch(*kind, count) for kind, count in zip(kinds, counts, strict=True))


def _frames(seconds: Sequence[float], rate: float) -> list[int]:
    """Whole frames of each, so that no rounding adds up."""
    counts: list[int] = []
    passed, shown = 0.0, 0
    for one in seconds:
        passed += one
        counts.append(round(passed * rate) - shown)
        shown += counts[-1]
    return counts
