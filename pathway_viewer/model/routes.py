"""Ways along the arrows: what drives what, and the order in which to read it all."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

from pathway_viewer.model.pathway import Edge, EdgeId, NodeId, Pathway

MOST_PATHS = 50
LONGEST_PATH = 16
_MOST_TRIED = 20_000


def into(pathway: Pathway, node: NodeId) -> tuple[Edge, ...]:
    """The arrows that drive a node, in file order."""
    return tuple(edge for edge in pathway.edges if edge.target == node)


def out_of(pathway: Pathway, node: NodeId) -> tuple[Edge, ...]:
    """The arrows by which a node drives others, in file order."""
    return tuple(edge for edge in pathway.edges if edge.source == node)


def upstream(pathway: Pathway, node: NodeId) -> frozenset[NodeId]:
    """Every node that leads to this one along arrows; itself only when it is on a loop."""
    return _reached(node, _neighbours((edge.target, edge.source) for edge in pathway.edges))


def downstream(pathway: Pathway, node: NodeId) -> frozenset[NodeId]:
    """Every node this one leads to along arrows; itself only when it is on a loop."""
    return _reached(node, _neighbours((edge.source, edge.target) for edge in pathway.edges))


def _neighbours(pairs: Iterable[tuple[NodeId, NodeId]]) -> dict[NodeId, list[NodeId]]:
    found: dict[NodeId, list[NodeId]] = {}
    for one, other in pairs:
        found.setdefault(one, []).append(other)
    return found


def _reached(node: NodeId, neighbours: dict[NodeId, list[NodeId]]) -> frozenset[NodeId]:
    found: set[NodeId] = set()
    waiting = [node]
    while waiting:
        fresh = set(neighbours.get(waiting.pop(), ())) - found
        found |= fresh
        waiting.extend(fresh)
    return frozenset(found)


def paths(
    pathway: Pathway, start: NodeId, end: NodeId, most: int = MOST_PATHS
) -> tuple[tuple[EdgeId, ...], ...]:
    """Ways from one node to another as the arrows passed, none through a node twice.

    The shortest first; at most `most`, each of at most 16 arrows. In a network so dense that
    the search grows out of hand the longest ways are left out.
    """
    distance = _distances(pathway, end)
    if start == end or start not in distance:
        return ()
    leaving: dict[NodeId, list[Edge]] = {}
    for edge in pathway.edges:
        if edge.target in distance:
            leaving.setdefault(edge.source, []).append(edge)
    # A*: a way is never longer than its arrows so far and the fewest still needed.
    waiting: list[tuple[int, int, tuple[Edge, ...]]] = [(distance[start], 0, ())]
    found: list[tuple[EdgeId, ...]] = []
    tried = 0
    while waiting and len(found) < most and tried < _MOST_TRIED:
        _, _, way = heappop(waiting)
        here = way[-1].target if way else start
        if here == end:
            found.append(tuple(edge.id for edge in way))
            continue
        passed = {start, *(edge.target for edge in way)}
        for edge in leaving.get(here, ()):
            length = len(way) + 1 + distance[edge.target]
            if edge.target not in passed and length <= LONGEST_PATH:
                tried += 1
                heappush(waiting, (length, tried, (*way, edge)))
    return tuple(found)


def _distances(pathway: Pathway, end: NodeId) -> dict[NodeId, int]:
    """How many arrows at least lead from each node to this one; without those none leads from."""
    sources = _neighbours((edge.target, edge.source) for edge in pathway.edges)
    distance = {end: 0}
    waiting = [end]
    for node in waiting:
        for source in sources.get(node, ()):
            if source not in distance:
                distance[source] = distance[node] + 1
                waiting.append(source)
    return distance


def reading_order(pathway: Pathway) -> tuple[NodeId, ...]:
    """Every node once: layer by layer, within each as the author wrote them down."""
    layers = {layer.id: i for i, layer in enumerate(pathway.layers)}
    nodes = sorted(pathway.nodes, key=lambda node: layers.get(node.layer, len(layers)))
    return tuple(node.id for node in nodes)


def causes_first(pathway: Pathway) -> list[NodeId]:
    """Every node after what drives it (Kahn's order), file order among equals.

    When a loop holds everything up, its first node in the file goes ahead.
    """
    index = pathway.node_index
    targets = _neighbours((e.source, e.target) for e in pathway.edges if e.source != e.target)
    drivers = dict.fromkeys(index, 0)
    for target in (node for named in targets.values() for node in named):
        drivers[target] += 1
    ready = [index[node] for node, count in drivers.items() if count == 0]
    heapify(ready)
    order: dict[NodeId, None] = {}
    while len(order) < len(index):
        node = _next(pathway, ready, order)
        order[node] = None
        for target in targets.get(node, ()):
            drivers[target] -= 1
            if drivers[target] == 0:
                heappush(ready, index[target])
    return list(order)


def _next(pathway: Pathway, ready: list[int], order: dict[NodeId, None]) -> NodeId:
    while ready:
        node = pathway.nodes[heappop(ready)].id
        if node not in order:
            return node
    return next(node.id for node in pathway.nodes if node.id not in order)
