"""Vesicles that open at their sites while what drives them passes, as points and sizes."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pathway_viewer.scene.anatomy import SITE_IN, Pool
from pathway_viewer.scene.flow import FAINTEST
from pathway_viewer.scene.rim import Spot

RADIUS = 7.5
"""Of a vesicle at its site, in canvas units."""

DOCKED = 14.0
"""How deep the middle of a vesicle that waits at its site lies under the rim."""

GRAIN = 2.4
"""Radius of a grain of what is set free."""

CYCLES_HZ = (0.0, 0.3, 0.42, 0.55)
"""Openings a second at one site, by thirds of influence: steps, as with particles, so that where
a vesicle is never depends on how the moment was reached; far below what could seem to flash."""

OPENING, BEGUN, SPREADING, ARRIVING = 0.22, 0.04, 0.72, 0.45
"""Shares of a cycle: until a vesicle has opened, from when and until when its content spreads,
since when the next one arrives."""

STILL = 0.16
"""Where in its cycle a site is shown in a picture without motion."""


class Bubble(NamedTuple):
    """A vesicle or a grain at a point of the canvas; all in canvas units."""

    x: float
    y: float
    radius: float
    grain: bool
    lit: bool = True


def influence(pool: Pool, flows: NDArray[np.float64], levels: NDArray[np.float64]) -> float:
    """What drives a pool now: the strongest of its arrows, or its level where it has none."""
    if pool.drives:
        return float(max(flows[list(pool.drives)]))
    return float(levels[pool.index])


def bubbles(pool: Pool, driven: float, phase: float | None) -> list[Bubble]:
    """Every vesicle at a site, and what those that open have set free, at a phase in seconds.

    The number of sites that work follows the influence, and so does their pace. Without a
    phase nothing moves: working sites are seen open.
    """
    working = ceil(driven * len(pool.sites)) if driven >= FAINTEST else 0
    pace = CYCLES_HZ[min(3, ceil(driven * 3))]
    out: list[Bubble] = []
    for i, (site, reach) in enumerate(zip(pool.sites, pool.reaches, strict=True)):
        if i >= working:
            out.append(_at(site, -DOCKED, 0, RADIUS, grain=False))
            continue
        u = STILL if phase is None else (phase * pace + i * 0.618034) % 1.0
        out += [*_vesicle(site, u), *_content(site, u, reach)]
    return out


def _vesicle(site: Spot, u: float) -> list[Bubble]:
    """The vesicle of a site at a share of its cycle: opening, or the next one on its way."""
    if u < OPENING:
        left = 1 - u / OPENING
        deep = DOCKED - (DOCKED - 5) * min(1.0, 3 * (1 - left))
        return [_at(site, -deep, 0, RADIUS * left**0.5, grain=False)]
    if u > ARRIVING:
        way = (u - ARRIVING) / (1 - ARRIVING)
        start = SITE_IN - RADIUS
        deep = start + (DOCKED - start) * way * way * (3 - 2 * way)
        return [_at(site, -deep, 0, RADIUS * min(1.0, 0.3 + 2 * way), grain=False)]
    return []


def _content(site: Spot, u: float, reach: float) -> list[Bubble]:
    """What a vesicle has set free: it spreads out, more slowly the farther it is, and is gone."""
    if not BEGUN < u < SPREADING:
        return []
    way = (u - BEGUN) / (SPREADING - BEGUN)
    size, far = GRAIN * min(1.0, 3 * (1 - way)), (reach - 2 - GRAIN) * (1 - (1 - way) ** 2)
    grains = ((1.0, 0.0), (0.78, -1.0), (0.7, 1.0), (0.45, -0.5), (0.4, 0.6))
    spread = 2.5 + 5.5 * way
    return [_at(site, 2 + far * ahead, turn * spread, size, grain=True) for ahead, turn in grains]


def _at(site: Spot, out: float, along: float, radius: float, *, grain: bool) -> Bubble:
    x, y = site.seen(out, along)
    return Bubble(x, y, radius, grain)
