"""Bundles: what of an arrow runs by itself where it shares a stretch with others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from pathway_viewer.model.evidence import Strength
from pathway_viewer.model.pathway import Edge

NEAR = 1.0
"""Arrows closer than this run together, in canvas units."""

LEAST = 0.04
"""An arrow that has less than this share to itself is drawn whole."""

FIRST = 12
"""Points of a track, of about a hundred, that are looked at before the others."""

RANK: dict[Strength, int] = {
    "strong": 0,
    "moderate": 1,
    "contested": 2,
    "weak": 3,
    "hypothesis": 4,
}
"""Which arrow of a bundle its trunk is drawn as: the one best supported."""


WHOLE = (0.0, 1.0)


class Strand(NamedTuple):
    """One arrow: where it starts at a chip that chip's box, and whether it counts in full."""

    edge: Edge
    track: NDArray[np.float64]
    chip: QRectF | None
    whole: bool


def own_parts(strands: Sequence[Strand]) -> list[tuple[float, float]]:
    """For each arrow from where to where it is drawn by itself, as shares of its length.

    Those that leave one node, or reach one with the same head, may share a stretch: it is drawn
    once, as the best supported of them.
    """
    order = sorted(range(len(strands)), key=lambda i: _rank(strands[i], i))
    found = [WHOLE] * len(strands)
    leaving: dict[str, list[Strand]] = {}
    reaching: dict[tuple[str, str], list[Strand]] = {}
    for i in order:
        (first, last), one = WHOLE, strands[i]
        beside = leaving.setdefault(one.edge.source, [])
        for other in (strand for strand in beside if strand.chip == one.chip):
            first = max(first, _together(one.track, other.track))
        before = reaching.setdefault((one.edge.target, one.edge.sign), [])
        for other in before:
            last = min(last, 1 - _together(one.track[::-1], other.track[::-1]))
        beside.append(one)
        before.append(one)
        if last - first > LEAST:
            found[i] = first, last
    return found


def _rank(strand: Strand, index: int) -> tuple[bool, int, int]:
    return not strand.whole, RANK[strand.edge.evidence.strength], index


def _together(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """The share of a track (N, 2), from its start, that runs on another one."""
    apart = len(one) - 1
    for count in (FIRST, len(one)):  # most part soon, and need not be followed to their end
        off = _off(one[:count], other)
        if off.any():
            apart = int(off.argmax())
            break
    return max(0, apart - 1) / (len(one) - 1) if apart > 2 else 0.0


def _off(points: NDArray[np.float64], track: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether each point (N, 2) lies off a track (M, 2)."""
    start, step = track[:-1], np.diff(track, axis=0)
    squares = np.maximum((step**2).sum(axis=1), 1e-9)
    ahead = points[:, None, :] - start[None, :, :]
    share = np.clip((ahead * step).sum(axis=2) / squares, 0.0, 1.0)
    return ((ahead - share[..., None] * step) ** 2).sum(axis=2).min(axis=1) > NEAR**2
