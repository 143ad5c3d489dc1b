"""A router: bends that lead an arrow around nodes and, where it can, around other arrows."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Centre x, centre y, width, height, in canvas units."""

PITCH = 15.0
"""Distance between the tracks on which arrows run, in canvas units."""

CLEARANCE = 9.0
"""Room kept between an arrow and a node that it does not touch."""

TURN_COST = 4.0
SHARED_TRACK_COST = 6.0
CROSSING_COST = 9.0
"""Costs in tracks: what a bend, a track in use or a crossing is worth in extra length."""

_MOVES = ((1, 0), (0, 1), (-1, 0), (0, -1))

Cell = tuple[int, int]


class _State(NamedTuple):
    """A place on the grid and the direction (index of `_MOVES`) it was entered by."""

    column: int
    row: int
    heading: int


class Router:
    """Routes arrows one after another on one canvas; earlier arrows are avoided by later ones."""

    def __init__(self, width: float, height: float, boxes: Iterable[Box]) -> None:
        self._columns = int(width / PITCH) + 1
        self._rows = int(height / PITCH) + 1
        self._owner: dict[Cell, set[Box]] = {}
        self._used: dict[Cell, set[bool]] = {}
        for box in boxes:
            for cell in self._cells_of(box):
                self._owner.setdefault(cell, set()).add(box)

    def _cells_of(self, box: Box) -> list[Cell]:
        x, y, w, h = box
        left, right = (x - w / 2 - CLEARANCE) / PITCH, (x + w / 2 + CLEARANCE) / PITCH
        top, bottom = (y - h / 2 - CLEARANCE) / PITCH, (y + h / 2 + CLEARANCE) / PITCH
        return [
            (column, row)
            for column in range(max(0, int(left + 1)), min(self._columns - 1, int(right)) + 1)
            for row in range(max(0, int(top + 1)), min(self._rows - 1, int(bottom)) + 1)
        ]

    def occupy(self, points: Iterable[Point]) -> None:
        """Mark an arrow that already stands, so that later ones keep off its tracks."""
        stops = list(points)
        for (ax, ay), (bx, by) in pairwise(stops):
            steps = max(1, int(max(abs(bx - ax), abs(by - ay)) / PITCH))
            flat = abs(bx - ax) >= abs(by - ay)
            for i in range(steps + 1):
                x, y = ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps
                self._used.setdefault((round(x / PITCH), round(y / PITCH)), set()).add(flat)

    def route(self, source: Box, target: Box) -> tuple[Point, ...]:
        """Bends between two boxes, without the ends; empty where no way was found."""
        goal = set(self._rim(target))
        goal_at = (target[0] / PITCH, target[1] / PITCH)
        reach = (target[2] + target[3]) / 2 / PITCH
        best: dict[_State, float] = {}
        came: dict[_State, _State] = {}
        heap: list[tuple[float, float, _State]] = []

        def ahead(column: int, row: int) -> float:
            return max(0.0, abs(column - goal_at[0]) + abs(row - goal_at[1]) - reach)

        for column, row, heading in self._exits(source):
            state = _State(column, row, heading)
            cost = 0.12 * (abs(column - source[0] / PITCH) + abs(row - source[1] / PITCH))
            best[state] = cost
            heappush(heap, (cost + ahead(column, row), cost, state))
        while heap:
            _, cost, state = heappop(heap)
            if cost > best[state]:
                continue
            if (state.column, state.row) in goal:
                return self._bends(state, came)
            for after in self._next(state):
                total = cost + self._cost(state, after)
                if total < best.get(after, float("inf")):
                    best[after] = total
                    came[after] = state
                    heappush(heap, (total + ahead(after.column, after.row), total, after))
        return ()

    def _rim(self, box: Box) -> list[Cell]:
        """Cells just outside a box, away from its corners: where an arrow may arrive."""
        return [(column, row) for column, row, _ in self._exits(box)]

    def _exits(self, box: Box) -> list[tuple[int, int, int]]:
        """Cells around a box with the heading that leaves it; other boxes' cells are not exits."""
        x, y, w, h = box
        out: list[tuple[int, int, int]] = []
        columns = range(round((x - w / 2 + 12) / PITCH), round((x + w / 2 - 12) / PITCH) + 1)
        rows = range(round((y - h / 2 + 8) / PITCH), round((y + h / 2 - 8) / PITCH) + 1)
        across, down = w / 2 + CLEARANCE, h / 2 + CLEARANCE
        right, left = int((x + across) / PITCH) + 1, int((x - across) / PITCH)
        below, above = int((y + down) / PITCH) + 1, int((y - down) / PITCH)
        for row in rows:
            out += [(right, row, 0), (left, row, 2)]
        for column in columns:
            out += [(column, below, 1), (column, above, 3)]
        return [
            cell
            for cell in out
            if 0 <= cell[0] < self._columns
            and 0 <= cell[1] < self._rows
            and not self._owner.get(cell[:2], set()) - {box}
        ]

    def _next(self, state: _State) -> list[_State]:
        out: list[_State] = []
        for heading, (dx, dy) in enumerate(_MOVES):
            if heading == (state.heading + 2) % 4:
                continue
            column, row = state.column + dx, state.row + dy
            if not (0 <= column < self._columns and 0 <= row < self._rows):
                continue
            if (column, row) in self._owner:
                continue
            out.append(_State(column, row, heading))
        return out

    def _cost(self, state: _State, after: _State) -> float:
        cost = 1.0 if after.heading == state.heading else 1.0 + TURN_COST
        flat = after.heading % 2 == 0
        for used_flat in self._used.get((after.column, after.row), ()):
            cost += SHARED_TRACK_COST if used_flat == flat else CROSSING_COST
        return cost

    @staticmethod
    def _bends(state: _State, came: dict[_State, _State]) -> tuple[Point, ...]:
        cells = [state]
        while cells[-1] in came:
            cells.append(came[cells[-1]])
        cells.reverse()
        kept = [cells[0]]
        kept += [here for here, there in pairwise(cells[1:]) if here.heading != there.heading]
        if len(cells) > 1:
            kept.append(cells[-1])
        return tuple((cell.column * PITCH, cell.row * PITCH) for cell in kept)
