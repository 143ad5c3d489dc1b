"""A router: bends that lead an arrow around nodes, together with its kin and across few others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from heapq import heappop, heappush
from typing import NamedTuple

from pathway_viewer.scene.tracks import PITCH, Box, Cell, Kin, Point, Tracks

TURN_COST, LATE_TURN_COST = 4.0, 40.0
"""What a bend is worth in extra length, and what more where it leaves no room for a head."""

NEW_CHIP, CHIP_ON_RIM = 24.0, 10.0
"""What an arrow pays to start at a new chip instead of at its source, and more where the chip
would lie on the border of a place."""

CHIP_ROOM = 6.0
"""Kept free around a chip, in canvas units."""

SHORTEST = 3
"""How many tracks at the least lie between a chip and the node that its arrow leads to."""

_MOVES = ((1, 0), (0, 1), (-1, 0), (0, -1))

State = tuple[int, int, int]
"""Column, row and the direction (index of `_MOVES`) by which the cell was entered."""


class Way(NamedTuple):
    """Bends from a source to a target without the ends; where it starts at a chip, its box."""

    bends: tuple[Point, ...]
    chip: Box | None = None


class End(NamedTuple):
    """An end that a search may take from some state.

    What it costs, the direction in which it is entered, and its chip if it has one.
    """

    cost: float
    heading: int
    chip: Box | None = None


Came = dict[State, State]
Ends = Callable[[State, Came], Iterable[End]]


class Router:
    """Routes arrows one after another on the tracks of one canvas."""

    def __init__(self, tracks: Tracks) -> None:
        self._tracks = tracks

    def route(self, source: Box, target: Box, kin: Kin) -> tuple[Point, ...]:
        """Bends between two boxes, without the ends; empty where no way was found."""
        tracks = self._tracks
        goal = {(column, row): heading for column, row, heading in tracks.exits(target)}
        x, y, reach = target[0] / PITCH, target[1] / PITCH, (target[2] + target[3]) / 2 / PITCH
        least = tracks.least(kin)

        def ahead(state: State) -> float:
            return least * max(0.0, abs(state[0] - x) + abs(state[1] - y) - reach)

        def ends(state: State, _: Came) -> Iterator[End]:
            out = goal.get(state[:2])
            if out is not None:
                inward = (out + 2) % 4
                late = 0.0 if state[2] == inward else TURN_COST + LATE_TURN_COST
                yield End(late + tracks.meeting(state[:2], kin), inward)

        found = self._search(self._starts(source, kin), ends, kin, ahead, 0.0)
        return _bends(*found) if found else ()

    def fetch(
        self, source: Box, target: Box, kin: Kin, size: Point, chips: Iterable[Box] = ()
    ) -> Way | None:
        """The cheapest way to a target: from its source, from one of its chips, or from a new one.

        `size` is that of a new chip; `chips` stand already. The way is looked for from the target
        back. None where there is no way and no room.
        """
        tracks = self._tracks
        starts: dict[Cell, tuple[int, Box | None]] = {}
        for box in (source, *chips):
            for column, row, heading in tracks.exits(box):
                starts[column, row] = (heading + 2) % 4, None if box == source else box

        def ends(state: State, came: Came) -> Iterator[End]:
            way = _way(state, came, SHORTEST + 1)
            if len(way) <= SHORTEST:
                return
            if state[:2] in starts:
                inward, box = starts[state[:2]]
                turn = 0.0 if state[2] == inward else TURN_COST
                yield End(turn + tracks.meeting(state[:2], kin), inward, box)
            elif state[2] == way[-2][2]:
                yield from self._new_chips(state, size)

        late = LATE_TURN_COST
        found = self._search(self._starts(target, kin), ends, kin, lambda _: 0.0, late)
        return Way(_bends(*found)[::-1], found[1].chip) if found else None

    def _new_chips(self, state: State, size: Point) -> Iterator[End]:
        """Free spots for a chip from which the way would leave over this state."""
        (x, y), (w, h) = (state[0] * PITCH, state[1] * PITCH), size
        dx, dy = _MOVES[state[2]]
        for shift in (0.0, 0.3, -0.3) if dy else (0.0,):
            box = (x + dx * w / 2 + shift * w, y + dy * h / 2, w, h)
            if self._tracks.free(box, CHIP_ROOM):
                yield End(NEW_CHIP + CHIP_ON_RIM * self._tracks.dear(box), state[2], box)
                return

    def _starts(self, box: Box, kin: Kin) -> list[tuple[State, float]]:
        """Where a way may leave a box, cheapest near its middle."""
        x, y = box[0] / PITCH, box[1] / PITCH
        return [
            (one, 0.12 * (abs(one[0] - x) + abs(one[1] - y)) + self._tracks.meeting(one[:2], kin))
            for one in self._tracks.exits(box)
        ]

    def _search(
        self,
        starts: list[tuple[State, float]],
        ends: Ends,
        kin: Kin,
        ahead: Callable[[State], float],
        early: float,
    ) -> tuple[list[State], End] | None:
        """The cheapest way from any start to any end, and the end it took.

        `early` is what a turn costs more that comes at once.
        """
        best: dict[State, float] = {}
        came: Came = {}
        heap: list[tuple[float, float, State, int]] = []
        taken: list[End] = []
        for state, cost in starts:
            best[state] = cost
            heappush(heap, (cost + ahead(state), cost, state, -1))
        first = frozenset(best)
        while heap:
            _, cost, state, end = heappop(heap)
            if end >= 0:
                return _way(state, came), taken[end]
            if cost > best[state]:
                continue
            for found in ends(state, came):
                taken.append(found)
                heappush(heap, (cost + found.cost, cost + found.cost, state, len(taken) - 1))
            for after, step in self._next(state, kin, early if state in first else 0.0):
                total = cost + step
                if total < best.get(after, float("inf")):
                    best[after], came[after] = total, state
                    heappush(heap, (total + ahead(after), total, after, -1))
        return None

    def _next(self, state: State, kin: Kin, early: float) -> Iterator[tuple[State, float]]:
        tracks, (column, row, before) = self._tracks, state
        for heading, (dx, dy) in enumerate(_MOVES):
            cell = (column + dx, row + dy)
            if heading != (before + 2) % 4 and tracks.passable(cell):
                cost = tracks.cost(cell, heading % 2 == 0, kin)
                if heading != before:
                    cost += TURN_COST + early
                yield (*cell, heading), cost


def _way(state: State, came: Came, most: int = 1 << 30) -> list[State]:
    """The last states of the way to one, in order; all of them unless only so many are wanted."""
    way = [state]
    while len(way) < most and way[-1] in came:
        way.append(came[way[-1]])
    return way[::-1]


def _bends(way: list[State], end: End) -> tuple[Point, ...]:
    """The corners of a way; the middle of one that is straight, so that it keeps its track."""
    (column, row, first), (last_column, last_row, _) = way[0], way[-1]
    (ax, ay), (bx, by) = _MOVES[first], _MOVES[end.heading]
    cells = [(column - ax, row - ay), *((state[0], state[1]) for state in way)]
    cells.append((last_column + bx, last_row + by))
    kept = [
        here
        for before, here, after in zip(cells, cells[1:], cells[2:], strict=False)
        if (before[0] == here[0]) != (here[0] == after[0])
    ]
    corners = kept or [cells[len(cells) // 2]]
    return tuple((column * PITCH, row * PITCH) for column, row in corners)
