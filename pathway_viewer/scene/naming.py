"""How a node's name and its word are set in its box: large first, in lines, then with the word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise

from PySide6.QtCore import QRectF

from pathway_viewer.scene.lettering import BOLD, Hand, width

INK = 0.94
"""Size of the largest text that a line holds from its ascenders to its descenders."""

NAME_SHARE = 0.6
"""Of a box's height, what a name of one line and the room above it have; its word has the rest."""

GAIN = 1.15
"""A name gives up its word only to become larger by this factor."""

MOST_LINES = 3

SMALLEST_WORD = 7.5
"""Below this size in pixels a node's word would be noise: it is left to the outline and colour."""


@dataclass(frozen=True)
class Wish:
    """Sizes in pixels: the largest of a name and of a word.

    A name smaller than `enough` grows before it has a word; no word is to be smaller than `least`.
    """

    label: float
    word: float
    enough: float
    least: float = 0.0


@dataclass(frozen=True)
class Naming:
    """A name in lines and where they stand; the word has a size of 0 where it has no room."""

    lines: tuple[str, ...]
    box: QRectF
    size: float
    word_box: QRectF
    word_size: float


def named(label: str, words: Iterable[str], field: QRectF, wish: Wish) -> Naming:
    """A name and the room for its word, one of `words`, in the part of a box free for text.

    The word gives way where it, or the name above it, would be too small to read.
    """
    with_word, alone = _with_word(label, field, wish), _alone(label, field, wish)
    widest = max((width(word, Hand(with_word.word_size)) for word in words), default=0.0)
    room = min(1.0, field.width() / max(widest, 1e-6))
    if with_word.word_size < SMALLEST_WORD or with_word.word_size * room < wish.least:
        return alone
    if with_word.size < wish.enough and alone.size >= GAIN * with_word.size:
        return alone
    return with_word


def _with_word(label: str, field: QRectF, wish: Wish) -> Naming:
    """One line and the word below it."""
    tall = field.height() * NAME_SHARE
    box = QRectF(field.left(), field.top(), field.width(), tall)
    word_box = QRectF(field.left(), box.bottom(), field.width(), field.height() - tall)
    lines, size = _set(label, box, wish.label, most=1)
    return Naming(lines, box, size, word_box, min(wish.word, word_box.height() * INK))


def _alone(label: str, field: QRectF, wish: Wish) -> Naming:
    """As many lines as make the name large, in the middle of the field."""
    lines, size = _set(label, field, wish.label, MOST_LINES)
    return Naming(lines, field, size, QRectF(field.bottomLeft(), field.bottomRight()), 0.0)


def _set(label: str, box: QRectF, cap: float, most: int) -> tuple[tuple[str, ...], float]:
    """The lines of a name and their size: the fewest among those that are largest."""
    found: list[tuple[float, int, tuple[str, ...]]] = []
    for lines in broken(label, most):
        wide = max(width(line, Hand(100, BOLD)) for line in lines) / 100
        size = min(cap, box.height() / len(lines) * INK, box.width() / max(wide, 1e-6))
        found.append((size, -len(lines), lines))
    size, _, lines = max(found)
    return lines, size


@lru_cache(maxsize=4096)
def broken(label: str, most: int) -> tuple[tuple[str, ...], ...]:
    """A name in one line, in two, ...: each time in the way that leaves the longest shortest.

    It breaks between words, after a dash or a stroke: 'Perineuronal nets', 'NRG1–ErbB4'.
    """
    parts = [part for part in re.split(r"(?<=[\s/–-])", label) if part]
    return tuple(
        min(_ways(parts, count), key=lambda lines: max(width(t, Hand(100, BOLD)) for t in lines))
        for count in range(1, min(most, len(parts)) + 1)
    )


def _ways(parts: list[str], count: int) -> Iterator[tuple[str, ...]]:
    for cuts in combinations(range(1, len(parts)), count - 1):
        ends = pairwise((0, *cuts, len(parts)))
        yield tuple("".join(parts[a:b]).strip() for a, b in ends)
