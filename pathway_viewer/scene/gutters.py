"""Ways through the gutters of a layered layout, for networks too large to search for each way."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import pairwise

from PySide6.QtCore import QRectF

from pathway_viewer.model.ids import EdgeId, NodeId
from pathway_viewer.model.pathway import Edge
from pathway_viewer.scene.arrows import Points

STUB = 10.0
"""How far an arrow runs level before it leaves a column's side, in canvas units."""

FEWEST, APART = 5, 8.0
"""Arrows through one gap run on so many lanes, on more of them where they can be so far apart."""

Gap = tuple[float, float]


class Gutters:
    """The columns in which nodes stand, with the gaps between them that arrows may pass."""

    def __init__(self, boxes: Mapping[NodeId, QRectF], height: float) -> None:
        self._boxes = boxes
        columns: dict[float, list[QRectF]] = {}
        for box in boxes.values():
            columns.setdefault(round(box.center().x(), 3), []).append(box)
        self._middles = sorted(columns)
        self._halves = [max(b.width() for b in columns[x]) / 2 + STUB for x in self._middles]
        self._gaps = [_gaps(columns[x], height) for x in self._middles]
        self._passed: dict[tuple[int, Gap], list[int]] = {}

    def ways(self, edges: Iterable[Edge]) -> dict[EdgeId, Points]:
        """Bends of each arrow: level out of its column, across the others where they have a gap."""
        return {edge.id: self._way(edge) for edge in edges}

    def _way(self, edge: Edge) -> Points:
        source, target = self._boxes[edge.source].center(), self._boxes[edge.target].center()
        first, last = (self._column(point.x()) for point in (source, target))
        ahead = 1 if last >= first else -1
        bends = [(self._side(first, ahead), source.y())]
        for column in range(first + ahead, last, ahead):
            share = (self._middles[column] - source.x()) / (target.x() - source.x())
            level = self._lane(column, source.y() + share * (target.y() - source.y()))
            bends += [(self._side(column, -ahead), level), (self._side(column, ahead), level)]
        bends.append((self._side(last, ahead if first == last else -ahead), target.y()))
        return tuple(bends)

    def _column(self, x: float) -> int:
        return bisect_left(self._middles, round(x, 3))

    def _side(self, column: int, way: int) -> float:
        return self._middles[column] + way * self._halves[column]

    def _lane(self, column: int, level: float) -> float:
        """A level at which a column can be crossed near a wish: the least used of the nearest."""
        gap = top, bottom = min(self._gaps[column], key=lambda gap: _off(gap, level))
        count = max(FEWEST, int((bottom - top) / APART))
        used = self._passed.setdefault((column, gap), [0] * count)
        wish = (level - top) / (bottom - top) * (count + 1) - 1
        near = range(max(0, round(wish) - FEWEST), min(count, round(wish) + FEWEST + 1))
        lane = min(near or range(count), key=lambda i: (used[i], abs(i - wish)))
        used[lane] += 1
        return top + (bottom - top) * (lane + 1) / (count + 1)


def _gaps(boxes: list[QRectF], height: float) -> list[Gap]:
    """Where a column is free, from its top to its bottom; above and below it as well."""
    order = sorted(boxes, key=QRectF.top)
    edges = [(0.0, order[0].top()), *((a.bottom(), b.top()) for a, b in pairwise(order))]
    edges.append((order[-1].bottom(), height))
    widest = max(bottom - top for top, bottom in edges)
    return [(top, bottom) for top, bottom in edges if bottom - top > widest / 8]


def _off(gap: Gap, level: float) -> float:
    return max(gap[0] - level, level - gap[1], 0.0)
