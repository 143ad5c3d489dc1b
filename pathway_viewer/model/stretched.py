"""A pathway drawn apart: everything farther from everything else, and nothing larger."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import structs

from pathway_viewer.model.ids import NodeId
from pathway_viewer.model.pathway import Box, Edge, Pathway, Point

Stretch = tuple[float, float]
"""Factors across and down, 1 or more."""

STRAIGHT = 12.0
"""By how much two nodes overlap along an axis for a straight arrow to join them."""

LEVEL = 1.0
"""Canvas units within which two bends of an arrow, or a bend and a node, are on one line."""


def stretched(pathway: Pathway, boxes: Mapping[NodeId, Box], by: Stretch) -> Pathway:
    """The same pathway on a wider or higher canvas.

    Nodes keep their size, and their places in proportion to the canvas; `boxes` are those of all
    nodes as they stand now. Compartments grow with the canvas. Arrows leave and meet their nodes
    where they did; chips keep their place on the canvas.
    """
    across, down = by
    old = pathway.arrangement
    arrangement = structs.replace(
        old,
        nodes={node: (x * across, y * down, w, h) for node, (x, y, w, h) in boxes.items()},
        compartments={
            id: (x * across, y * down, w * across, h * down)
            for id, (x, y, w, h) in old.compartments.items()
        },
        edges={
            e.id: _bends(_ends(pathway, e, boxes), old.edges[e.id], by) for e in _named(pathway)
        },
        chips={id: (x * across, y * down) for id, (x, y) in old.chips.items()},
    )
    canvas = (pathway.canvas[0] * across, pathway.canvas[1] * down)
    return structs.replace(pathway, arrangement=arrangement, canvas=canvas)


def _named(pathway: Pathway) -> list[Edge]:
    return [edge for edge in pathway.edges if edge.id in pathway.arrangement.edges]


def _ends(pathway: Pathway, edge: Edge, boxes: Mapping[NodeId, Box]) -> tuple[Box, Box]:
    """Where an arrow starts and ends. A chip has no size of its own here: it moves as bends do."""
    chip = pathway.arrangement.chips.get(edge.id)
    return (*chip, 0.0, 0.0) if chip else boxes[edge.source], boxes[edge.target]


def _bends(ends: tuple[Box, Box], bends: tuple[Point, ...], by: Stretch) -> tuple[Point, ...]:
    """Bends farther apart: those on a line that leaves or meets a node keep that line."""
    source, target = ends
    if not bends:
        return _stepped(source, target, by)
    axes: list[list[float]] = []
    for axis in (0, 1):
        lines = ((bends[0][axis], source), (bends[-1][axis], target))
        fixed = {
            at: box[axis] * by[axis] + at - box[axis]
            for at, box in lines
            if abs(at - box[axis]) < box[axis + 2] / 2
        }
        axes.append([_moved(bend[axis], fixed, by[axis]) for bend in bends])
    return tuple(zip(*axes, strict=True))


def _stepped(source: Box, target: Box, by: Stretch) -> tuple[Point, ...]:
    """No bend, but two where a straight arrow would slant: its ends are no longer level."""
    for axis, across in ((1, 0), (0, 1)):
        reach = (source[axis + 2] + target[axis + 2]) / 2
        apart = abs(source[axis] - target[axis])
        if apart <= reach - STRAIGHT:
            if apart * by[axis] <= reach - STRAIGHT:
                return ()
            way = 1 if target[across] > source[across] else -1
            first = source[across] * by[across] + way * source[across + 2] / 2
            last = target[across] * by[across] - way * target[across + 2] / 2
            ends = [(first + last) / 2, source[axis] * by[axis], target[axis] * by[axis]]
            if across == 0:
                return ((ends[0], ends[1]), (ends[0], ends[2]))
            return ((ends[1], ends[0]), (ends[2], ends[0]))
    return ()


def _moved(at: float, fixed: Mapping[float, float], by: float) -> float:
    """A coordinate of a bend: on its node's line if it has one, else in proportion."""
    near = min(fixed, key=lambda line: abs(line - at), default=None)
    return fixed[near] if near is not None and abs(near - at) < LEVEL else at * by
