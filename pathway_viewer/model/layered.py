"""A layered layout: columns from causes to effects, few crossings, everything on the canvas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil
from statistics import fmean

from pathway_viewer.model.ids import NodeId
from pathway_viewer.model.pathway import Box, Pathway
from pathway_viewer.model.routes import without_loops

SPACING = (1.5, 1.9)
"""Width of a column and height of a row, in widths and heights of a node: room for arrows."""

_SWEEPS = 8
_LOOSEST = 2
_LEGIBLE = 0.7

Columns = list[list[NodeId]]


@dataclass(frozen=True)
class _Fold:
    """How columns are cut to fit: most rows in one, bands one below another, columns in each."""

    rows: int
    bands: int
    across: int
    scale: float


def layered(pathway: Pathway, width: float, height: float) -> dict[NodeId, Box]:
    """Centre x, centre y, width and height of every node, none overlapping another.

    Sugiyama, Tagawa, Toda (1981): a node stands right of what drives it, loops cut open, and
    each column is sorted by the mean place of its neighbours, to and fro. Columns too high or
    too many for the canvas are split or wrapped, and the nodes shrink if they must.
    """
    size = (width, height)
    columns, fold = _chosen(pathway, size)
    columns = _sorted(pathway, columns)
    cut = [c[i : i + fold.rows] for c in columns for i in range(0, len(c), fold.rows)]
    return _placed(pathway.canvas, cut, fold, size)


def _chosen(pathway: Pathway, size: tuple[float, float]) -> tuple[Columns, _Fold]:
    """The columns and their cut: strictly causes before effects if that fits the canvas.

    A column is as many arrows from the causes as the longest way has (strict), or the shortest.
    """
    # Late: networkx takes longer to import than the first frame of a pathway with places may.
    import networkx as nx

    graph = without_loops(pathway)
    causes = [node for node, drivers in graph.in_degree() if drivers == 0]
    strict = _as_written(pathway, nx.topological_generations(graph))
    loose = _as_written(pathway, nx.bfs_layers(graph, causes))
    folds = [_fold(pathway.canvas, [len(c) for c in columns], size) for columns in (strict, loose)]
    fits = folds[0].bands == 1 and folds[0].scale >= _LEGIBLE
    return (strict, folds[0]) if fits else (loose, folds[1])


def _as_written(pathway: Pathway, columns: Iterable[list[NodeId]]) -> Columns:
    """The same columns, each in file order."""
    return [sorted(column, key=pathway.node_index.__getitem__) for column in columns]


def _sorted(pathway: Pathway, columns: Columns) -> Columns:
    """Each column in the order of its neighbours' mean places, swept right and left in turn."""
    neighbours: dict[NodeId, list[NodeId]] = {node.id: [] for node in pathway.nodes}
    for edge in pathway.edges:
        neighbours[edge.source].append(edge.target)
        neighbours[edge.target].append(edge.source)
    place = {node: (i + 0.5) / len(c) for c in columns for i, node in enumerate(c)}
    for sweep in range(_SWEEPS):
        for column in columns if sweep % 2 == 0 else reversed(columns):
            means = {n: fmean([place[m] for m in neighbours[n]] or [place[n]]) for n in column}
            column.sort(key=means.__getitem__)
            place.update((node, (i + 0.5) / len(column)) for i, node in enumerate(column))
    return columns


def _fold(canvas: tuple[float, float], heights: list[int], size: tuple[float, float]) -> _Fold:
    """The cut that leaves the nodes largest, and among equals the one that cuts least."""

    def folds() -> Iterator[_Fold]:
        for rows in range(max(heights), 0, -1):
            count = sum(ceil(height / rows) for height in heights)
            for bands in range(1, count + 1):
                across = ceil(count / bands)
                wide = canvas[0] / across / (size[0] * SPACING[0])
                high = canvas[1] / (bands * rows) / (size[1] * SPACING[1])
                yield _Fold(rows, bands, across, min(wide, high, 1.0))
                if high < wide:
                    break

    return min(folds(), key=lambda f: (-min(f.scale, _LEGIBLE), f.bands, -f.scale, -f.rows))


def _placed(
    canvas: tuple[float, float], columns: Columns, fold: _Fold, size: tuple[float, float]
) -> dict[NodeId, Box]:
    """Columns side by side and bands below each other, each spread out and in the middle."""
    width, height = size[0] * fold.scale, size[1] * fold.scale
    band = canvas[1] / fold.bands
    wide = min(canvas[0] / fold.across, _LOOSEST * width * SPACING[0])
    left = (canvas[0] - wide * fold.across) / 2
    boxes: dict[NodeId, Box] = {}
    for i, column in enumerate(columns):
        high = min(band / len(column), _LOOSEST * height * SPACING[1])
        top = band * (i // fold.across) + (band - high * len(column)) / 2
        x = left + wide * (i % fold.across + 0.5)
        for row, node in enumerate(column):
            boxes[node] = (x, top + high * (row + 0.5), width, height)
    return boxes
