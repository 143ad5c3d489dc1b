"""Where tracks cross, and what lies on what: plain geometry for tests of the picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

Track = NDArray[np.float64]


def crossings(first: Track, second: Track) -> int:
    """How many times two tracks (N, 2) cross each other; running along one another is none."""
    p, q = first[:-1, None, :], second[None, :-1, :]
    r, s = np.diff(first, axis=0)[:, None, :], np.diff(second, axis=0)[None, :, :]
    slant = _cross(r, s)
    with np.errstate(divide="ignore", invalid="ignore"):
        t, u = _cross(q - p, s) / slant, _cross(q - p, r) / slant
    steep = np.abs(slant) > 0.2 * np.hypot(*r.T).T * np.hypot(*s.T).T
    return int((steep & (t >= 0) & (t < 1) & (u >= 0) & (u < 1)).sum())


def _cross(a: Track, b: Track) -> Track:
    return a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]


def dense(track: Track, step: float = 1.0) -> Track:
    """A track with points no farther apart than `step`."""
    along = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(track, axis=0).T))))
    even = np.linspace(0.0, along[-1], max(2, int(along[-1] / step) + 2))
    return np.column_stack([np.interp(even, along, track[:, i]) for i in (0, 1)])


def on(track: Track, box: QRectF) -> bool:
    """Whether a track comes into a rectangle."""
    points = dense(track)
    across = (points[:, 0] > box.left()) & (points[:, 0] < box.right())
    return bool((across & (points[:, 1] > box.top()) & (points[:, 1] < box.bottom())).any())


def overlapping(
    boxes: Sequence[tuple[str, QRectF]], others: Iterable[tuple[str, QRectF]] = ()
) -> list[str]:
    """Pairs of rectangles that share ground: among the first, and between first and others."""
    pairs = [*combinations(boxes, 2), *((a, b) for a in boxes for b in others)]
    return [f"{a} on {b}" for (a, one), (b, two) in pairs if one.intersects(two)]
