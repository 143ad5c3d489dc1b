"""The grid on which arrows run: what stands in the way, what runs there already, what it costs."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import ceil
from typing import NamedTuple

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Centre x, centre y, width, height, in canvas units."""
Cell = tuple[int, int]

PITCH = 10.0
"""Distance between the tracks on which arrows run, in canvas units."""

CLEARANCE = 3.5
"""Room kept at the least between an arrow and a node that it does not touch."""

WIDE = 9.0
"""Room that an arrow would rather have on both sides."""

NARROW_COST, RIM_COST, NAME_COST = 1.5, 2.5, 6.0
"""Extra cost, in tracks, of a step that squeezes past a node, of one on a place's border, and of
one where a name would stand."""

SHARED_TRACK_COST, CROSSING_COST = 24.0, 16.0
"""What running on another arrow's track, and crossing it, is worth in extra length."""

KIN_COST = 0.55
"""A step on the track of an arrow's kin, where a free one costs 1: so that they run together."""

BESIDE = 7.0
"""Nearer than this two level or two upright runs are taken for one."""


class Kin(NamedTuple):
    """Where an arrow starts, and where and how it ends: it may join those it shares one with."""

    source: str = ""
    target: str = ""

    def of(self, other: Kin) -> bool:
        """Whether both start at one place, or end at one with the same head."""
        return bool(self.source and self.source == other.source) or bool(
            self.target and self.target == other.target
        )


class Tracks:
    """Cells of a canvas. Boxes are in the way, but for their exits; used tracks have a price."""

    def __init__(self, width: float, height: float, boxes: Iterable[Box] = ()) -> None:
        self.columns, self.rows = int(width / PITCH) + 1, int(height / PITCH) + 1
        self._owner: dict[Cell, set[Box]] = {}
        self._dear: dict[Cell, float] = {}
        self._reserved: set[Cell] = set()
        self._kin: set[Kin] = set()
        self._used: dict[Cell, set[tuple[bool, Kin]]] = {}
        for box in boxes:
            self.block(box)

    def block(self, box: Box) -> None:
        """Put a box in the way."""
        for cell in self._cells_of(box, CLEARANCE):
            self._owner.setdefault(cell, set()).add(box)
        self._shun(self._cells_of(box, WIDE), NARROW_COST)

    def reserve(self, box: Box) -> None:
        """Keep room for a name: no chip may lie there, and arrows go round it."""
        cells = self._cells_of(box, CLEARANCE)
        self._reserved.update(cells)
        self._shun(cells, NAME_COST)

    def rim(self, left: float, top: float, width: float, height: float) -> None:
        """Make the border of a place dear to run along."""
        x, y = left + width / 2, top + height / 2
        for side in (left, left + width):
            self._shun(self._cells_of((side, y, 0.0, height), BESIDE), RIM_COST)
        for side in (top, top + height):
            self._shun(self._cells_of((x, side, width, 0.0), BESIDE), RIM_COST)

    def _shun(self, cells: Iterable[Cell], cost: float) -> None:
        for cell in cells:
            self._dear[cell] = max(cost, self._dear.get(cell, 0.0))

    def _cells_of(self, box: Box, room: float) -> list[Cell]:
        x, y, w, h = box
        left, right = (x - w / 2 - room) / PITCH, (x + w / 2 + room) / PITCH
        top, bottom = (y - h / 2 - room) / PITCH, (y + h / 2 + room) / PITCH
        return [
            (column, row)
            for column in range(max(0, ceil(left)), min(self.columns - 1, int(right)) + 1)
            for row in range(max(0, ceil(top)), min(self.rows - 1, int(bottom)) + 1)
        ]

    def occupy(self, points: Iterable[Point], kin: Kin) -> None:
        """Mark an arrow that stands, so that later ones mind it."""
        self._kin.add(kin)
        for (ax, ay), (bx, by) in pairwise(list(points)):
            steps = max(1, ceil(max(abs(bx - ax), abs(by - ay)) / PITCH * 2))
            flat = abs(bx - ax) >= abs(by - ay)
            for i in range(steps + 1):
                x, y = ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps
                for cell in _nearest(x, y, flat=flat):
                    self._used.setdefault(cell, set()).add((flat, kin))

    def passable(self, cell: Cell) -> bool:
        """Whether a cell is on the canvas and no box is in the way."""
        column, row = cell
        return 0 <= column < self.columns and 0 <= row < self.rows and cell not in self._owner

    def free(self, box: Box, room: float) -> bool:
        """Whether a box is on the canvas, off all that stands and clear of every track."""
        x, y, w, h = box
        inside = w / 2 <= x <= (self.columns - 1) * PITCH - w / 2 and y >= h / 2
        if not inside or y > (self.rows - 1) * PITCH - h / 2:
            return False
        cells = self._cells_of(box, room)
        taken = (self._owner, self._used, self._reserved)
        return not any(cell in those for those in taken for cell in cells)

    def dear(self, box: Box) -> bool:
        """Whether a box lies near a node or on the border of a place."""
        return any(self._dear.get(cell, 0.0) >= RIM_COST for cell in self._cells_of(box, 0.0))

    def cost(self, cell: Cell, flat: bool, kin: Kin) -> float:
        """What a level or upright step to a cell costs, in tracks."""
        cost = 1.0 + self._dear.get(cell, 0.0)
        used = self._used.get(cell)
        if not used:
            return cost
        share = 1.0
        for along, other in used:
            if not kin.of(other):
                cost += SHARED_TRACK_COST if along == flat else CROSSING_COST
            elif along == flat:
                share = KIN_COST
        return cost * share

    def least(self, kin: Kin) -> float:
        """The least that a step can cost."""
        return KIN_COST if any(kin.of(other) for other in self._kin) else 1.0

    def meeting(self, cell: Cell, kin: Kin) -> float:
        """What it costs to leave or meet a box here, for the ends of others close by."""
        column, row = cell
        near = [cell, *((column + d, row) for d in (-1, 1)), *((column, row + d) for d in (-1, 1))]
        others = {o for c in near for _, o in self._used.get(c, ()) if not kin.of(o)}
        return 6.0 * len(others)

    def exits(self, box: Box) -> list[tuple[int, int, int]]:
        """Cells around a box, away from its corners, with the heading that leaves it there."""
        x, y, w, h = box
        out: list[tuple[int, int, int]] = []
        columns = range(ceil((x - w / 2 + 10) / PITCH), int((x + w / 2 - 10) / PITCH) + 1)
        rows = range(ceil((y - h / 2 + 7) / PITCH), int((y + h / 2 - 7) / PITCH) + 1)
        across, down = w / 2 + CLEARANCE, h / 2 + CLEARANCE
        right, left = int((x + across) / PITCH) + 1, ceil((x - across) / PITCH) - 1
        below, above = int((y + down) / PITCH) + 1, ceil((y - down) / PITCH) - 1
        for row in rows:
            out += [(right, row, 0), (left, row, 2)]
        for column in columns:
            out += [(column, below, 1), (column, above, 3)]
        return [
            one
            for one in out
            if 0 <= one[0] < self.columns
            and 0 <= one[1] < self.rows
            and not self._owner.get(one[:2], set()) - {box}
        ]


def _nearest(x: float, y: float, *, flat: bool) -> list[Cell]:
    """The cells whose level (or upright) tracks are too close to a point to be told from it."""
    at, across = (y, x) if flat else (x, y)
    lanes = [n for n in (int(at / PITCH), int(at / PITCH) + 1) if abs(n * PITCH - at) < BESIDE]
    step = round(across / PITCH)
    return [(step, lane) if flat else (lane, step) for lane in lanes]
