"""The legend's columns: entries of groups side by side, in as few lines as the room allows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pathway_viewer.scene.legend_signs import Draw
from pathway_viewer.scene.lettering import Hand, width

SHORT = {
    "above rest": "above",
    "influence now": "influence",
    "strong evidence": "strong",
    "weakened by a rival": "weakened",
    "rival switched off": "switched off",
    "in people": "people",
    "in rodents": "rodents",
    "in cells": "cells",
    "from farther away": "from afar",
    "reference 7": "reference",
    "reference 7 and 2 more": "references",
    "channel, opens": "channel",
    "receptor, binds": "receptor",
    "vesicle, releases": "vesicle",
    "spine, grows": "spine",
}
"""Words for a narrow legend, where a longer one needs more lines."""

LINE = 1.52
"""From one line of the legend to the next, in sizes of its text."""

AFTER, BETWEEN, APART = 0.45, 1.1, 2.0
"""From a sign to its text, from one column to the next, from one group to the next."""

LEAST_LINES = 2
"""Columns of two read better than one long line."""


@dataclass(frozen=True)
class Entry:
    """A sign, the width of its drawing (in sizes of the text), and what it means.

    A scale has words at both its ends. Signs of arrows may share a column where room is short.
    """

    draw: Draw
    wide: float
    text: str
    before: str = ""
    arrow: bool = False

    def width(self, hand: Hand) -> float:
        """Its width in pixels."""
        ahead = width(self.before, hand) + AFTER * hand.size if self.before else 0.0
        return ahead + (self.wide + AFTER) * hand.size + width(self.text, hand)


Legend = tuple[tuple[Entry, ...], ...]
"""Groups of entries, none empty."""


@dataclass(frozen=True)
class Placed:
    """An entry and where it begins: pixels from the left, lines from the top.

    `first` is whether a group begins with it, other than the first group.
    """

    entry: Entry
    x: float
    line: int
    first: bool = False


def placed(legend: Legend, hand: Hand, room: float) -> tuple[Placed, ...]:
    """Entries in columns, group beside group: in two lines, or as many as the room needs."""
    most = max(LEAST_LINES, sum(map(len, legend)))
    short = tuple(tuple(map(_shortened, group)) for group in legend)
    for lines in range(LEAST_LINES, most + 1):
        for words in (legend, short, _joined(short)):
            spots, wide = _columns(words, hand, lines)
            if wide <= room:
                return spots
    every = [entry for group in short for entry in group]
    return tuple(Placed(entry, 0.0, i) for i, entry in enumerate(every))


def _joined(legend: Legend) -> Legend:
    """With all that is said of arrows in one group, which leaves fewer columns half empty."""
    made: list[tuple[Entry, ...]] = []
    for group in legend:
        if made and all(entry.arrow for entry in (*made[-1], *group)):
            made[-1] += group
        else:
            made.append(group)
    return tuple(made)


def _shortened(entry: Entry) -> Entry:
    return replace(entry, text=SHORT.get(entry.text, entry.text))


def _columns(legend: Legend, hand: Hand, lines: int) -> tuple[tuple[Placed, ...], float]:
    """The entries in so many lines, and how wide they are together."""
    spots: list[Placed] = []
    x, end = 0.0, 0.0
    for group in legend:
        for column in (group[i : i + lines] for i in range(0, len(group), lines)):
            spots += [
                Placed(entry, x, line, x > 0 and entry is group[0])
                for line, entry in enumerate(column)
            ]
            end = x + max(entry.width(hand) for entry in column)
            x = end + BETWEEN * hand.size
        x += (APART - BETWEEN) * hand.size
    return tuple(spots), end


def lines_of(legend: Legend, hand: Hand, room: float) -> int:
    """How many lines the legend has in this room."""
    return 1 + max((spot.line for spot in placed(legend, hand, room)), default=-1)


def height(legend: Legend, hand: Hand, room: float) -> float:
    """Height in pixels of the legend in this room."""
    return lines_of(legend, hand, room) * hand.size * LINE
