"""Text on slides: how many lines it takes, the size at which it fits, citations as numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from pathway_viewer.model.text import cited, runs
from pathway_viewer.scene.lettering import Hand, width

LEADING = 1.2
"""From one line of a slide's text to the next, in sizes of it."""

GAP = 0.35
"""Space after a paragraph, in sizes of its text."""

SPARE = 1.08
"""A slide may be shown in another font than the one it is measured in, up to so much wider."""

MEASURED = Hand(100.0)

STEP = 0.25
"""Sizes of text are tried in steps of so many points."""


@dataclass(frozen=True)
class Box:
    """A rectangle on a slide, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right border."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower border."""
        return self.top + self.height

    def columns(self, count: int, gutter: float) -> tuple[Box, ...]:
        """It cut into columns of one width."""
        wide = (self.width - (count - 1) * gutter) / count
        return tuple(
            Box(self.left + i * (wide + gutter), self.top, wide, self.height) for i in range(count)
        )


@dataclass(frozen=True)
class Set:
    """Paragraphs set into columns at one size (points); `left_over` of them found no room."""

    size: float
    columns: tuple[tuple[Box, tuple[str, ...]], ...]
    left_over: int = 0


def lines(text: str, size: float, room: float) -> int:
    """How many lines a paragraph takes at a size in points; a word too long for one is cut."""
    k = size * SPARE / MEASURED.size
    space = width(" ", MEASURED) * k
    count, used = 1, 0.0
    for wide in _words(text):
        need = wide * k
        if used and used + space + need > room:
            count, used = count + 1, 0.0
        used += need + (space if used else 0.0)
        if used > room:
            count += ceil(used / room) - 1
            used %= room
    return count


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[float, ...]:
    """The width of each word at one size, from which it follows for all that are tried."""
    return tuple(width(word, MEASURED) for word in text.split())


def height(text: str, size: float, room: float) -> float:
    """Points from the top of a paragraph to the top of the next."""
    return size * (LEADING * lines(text, size, room) + GAP)


def fitted_size(texts: Sequence[str], box: Box, largest: float, smallest: float) -> float:
    """The largest size at which the paragraphs fit the box one below the other."""
    for size in _sizes(largest, smallest):
        if sum(height(text, size, box.width) for text in texts) <= box.height:
            return size
    return smallest


def set_in_columns(
    texts: Sequence[str],
    box: Box,
    counts: Sequence[int],
    largest: float,
    smallest: float,
    gutter: float = 16.0,
) -> Set:
    """The paragraphs as large as they fit, in one of these numbers of columns; none is cut.

    Where they do not fit even at the smallest size, the last ones are left over.
    """
    for size in _sizes(largest, smallest):
        for count in counts:
            found = _filled(texts, box.columns(count, gutter), size)
            if not found.left_over:
                return found
    return _filled(texts, box.columns(counts[-1], gutter), smallest)


def _filled(texts: Sequence[str], columns: Sequence[Box], size: float) -> Set:
    """Column after column, each as full as it gets."""
    left, out = list(texts), list[tuple[Box, tuple[str, ...]]]()
    for column in columns:
        own, used = list[str](), 0.0
        while left and used + height(left[0], size, column.width) <= column.height:
            used += height(left[0], size, column.width)
            own.append(left.pop(0))
        out.append((column, tuple(own)))
    return Set(size, tuple(one for one in out if one[1]), len(left))


def _sizes(largest: float, smallest: float) -> Iterable[float]:
    return (largest - STEP * i for i in range(round((largest - smallest) / STEP) + 1))


def numbered(texts: Iterable[str]) -> dict[str, int]:
    """The references that texts cite, numbered from 1 in order of first mention."""
    order = dict.fromkeys(id for text in texts for id in cited(text))
    return {id: count for count, id in enumerate(order, start=1)}


def with_numbers(text: str, numbers: Mapping[str, int]) -> str:
    """The text with '[1, 2]' where it cites, its paragraphs apart, each with single spaces."""
    parts: list[str] = []
    for run in runs(text):
        known = [str(numbers[id]) for id in run.citations if id in numbers]
        parts.append(f"[{', '.join(known)}]" if known else "" if run.citations else run.text)
    # YAML's folded text has one line a paragraph.
    paragraphs = (" ".join(line.split()) for line in "".join(parts).splitlines())
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
