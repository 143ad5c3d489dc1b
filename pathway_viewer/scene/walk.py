"""Walking the cascade by keyboard: from a node over its arrows to the next one in a direction."""

from __future__ import annotations

from math import atan2, hypot, pi
from typing import Literal

from pathway_viewer.scene.sheet import PlacedNode, Sheet

Direction = Literal["left", "right", "up", "down"]

ANGLES: dict[Direction, float] = {"right": 0.0, "down": pi / 2, "left": pi, "up": -pi / 2}

WIDEST = pi * 0.45
"""How far from its direction a key may lead."""

JOINED_BONUS = 0.35
"""A node joined by an arrow counts as this share of its distance: the walk follows the cascade."""


def neighbour(sheet: Sheet, start: str, direction: Direction) -> str:
    """The node that a key leads to from `start`, or '' where none lies there.

    From an arrow, right and down lead to its target, left and up to its source.
    """
    nodes = {str(node.shape.node.id): node for node in sheet.nodes}
    edges = {str(arrow.shape.edge.id): arrow.shape.edge for arrow in sheet.arrows}
    if start in edges:
        edge = edges[start]
        return str(edge.target if direction in ("right", "down") else edge.source)
    if start not in nodes:
        return next(iter(nodes), "")
    joined = {str(e.target) for e in edges.values() if e.source == start}
    joined |= {str(e.source) for e in edges.values() if e.target == start}
    best, found = float("inf"), ""
    for id, node in nodes.items():
        if id == start:
            continue
        cost = _cost(nodes[start], node, ANGLES[direction])
        cost *= JOINED_BONUS if id in joined else 1.0
        if cost < best:
            best, found = cost, id
    return found


def next_arrow(sheet: Sheet, start: str, step: int) -> str:
    """The next (1) or previous (-1) arrow of a node, or of the node an arrow starts from; or ''.

    Arrows that leave come before arrows that arrive, each kind in file order.
    """
    edges = [arrow.shape.edge for arrow in sheet.arrows]
    node = next((str(edge.source) for edge in edges if edge.id == start), start)
    own = [str(edge.id) for edge in edges if edge.source == node]
    own += [str(edge.id) for edge in edges if edge.target == node]
    if not own:
        return ""
    if start not in own:
        return own[0 if step > 0 else -1]
    return own[(own.index(start) + step) % len(own)]


def _cost(start: PlacedNode, end: PlacedNode, wished: float) -> float:
    """Distance, growing with the angle off the wished direction; infinite beyond the widest."""
    dx = end.box.center().x() - start.box.center().x()
    dy = end.box.center().y() - start.box.center().y()
    off = abs((atan2(dy, dx) - wished + pi) % (2 * pi) - pi)
    return hypot(dx, dy) * (1 + 2 * off) if off <= WIDEST else float("inf")
