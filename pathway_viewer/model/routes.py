"""Ways along the arrows: what drives what, and the order in which to read it all."""

from __future__ import annotations

from itertools import chain, islice, pairwise, product, takewhile
from typing import TYPE_CHECKING

from pathway_viewer.model.ids import EdgeId, NodeId
from pathway_viewer.model.pathway import Edge, Pathway

if TYPE_CHECKING:
    import networkx as nx

MOST_PATHS = 50
LONGEST_PATH = 16


def into(pathway: Pathway, node: NodeId) -> tuple[Edge, ...]:
    """The arrows that drive a node, in file order."""
    return tuple(edge for edge in pathway.edges if edge.target == node)


def out_of(pathway: Pathway, node: NodeId) -> tuple[Edge, ...]:
    """The arrows by which a node drives others, in file order."""
    return tuple(edge for edge in pathway.edges if edge.source == node)


def upstream(pathway: Pathway, node: NodeId) -> frozenset[NodeId]:
    """Every node that leads to this one along arrows; itself only when it is on a loop."""
    return _reached(_graph(pathway).reverse(), node)


def downstream(pathway: Pathway, node: NodeId) -> frozenset[NodeId]:
    """Every node this one leads to along arrows; itself only when it is on a loop."""
    return _reached(_graph(pathway), node)


def paths(
    pathway: Pathway, start: NodeId, end: NodeId, most: int = MOST_PATHS
) -> tuple[tuple[EdgeId, ...], ...]:
    """Ways from one node to another as the arrows passed, none through a node twice.

    The shortest first (Yen 1971); at most `most`, each of at most 16 arrows.
    """
    # Late, here and below: networkx takes longer to import than the first frame may.
    import networkx as nx

    graph = _graph(pathway)
    if start == end or not nx.has_path(graph, start, end):
        return ()
    ways = nx.shortest_simple_paths(nx.DiGraph(graph), start, end)
    short = takewhile(lambda way: len(way) <= LONGEST_PATH + 1, ways)
    told = (product(*(map(EdgeId, graph[a][b]) for a, b in pairwise(way))) for way in short)
    return tuple(islice(chain.from_iterable(told), most))


def reading_order(pathway: Pathway) -> tuple[NodeId, ...]:
    """Every node once: layer by layer, within each as the author wrote them down."""
    layers = {layer.id: i for i, layer in enumerate(pathway.layers)}
    nodes = sorted(pathway.nodes, key=lambda node: layers.get(node.layer, len(layers)))
    return tuple(node.id for node in nodes)


def causes_first(pathway: Pathway) -> list[NodeId]:
    """Every node after what drives it, file order among equals, loops cut as `without_loops`."""
    import networkx as nx

    index = pathway.node_index
    return list(nx.lexicographical_topological_sort(without_loops(pathway), key=index.__getitem__))


def without_loops(pathway: Pathway) -> nx.DiGraph[NodeId]:
    """The nodes in file order, joined where an arrow joins them, loops cut open.

    A loop begins at the first of its nodes in the file: the arrows by which it comes back to
    that one are left out, until no loop is left.
    """
    import networkx as nx

    graph = nx.DiGraph(_graph(pathway))
    graph.remove_edges_from([(node, node) for node in graph])
    while not nx.is_directed_acyclic_graph(graph):
        for loop in list(nx.strongly_connected_components(graph)):
            first = min(loop, key=pathway.node_index.__getitem__)
            back = [(node, first) for node in graph.predecessors(first) if node in loop]
            graph.remove_edges_from(back)
    return graph


def _graph(pathway: Pathway) -> nx.MultiDiGraph[NodeId]:
    """Nodes and arrows in file order, each arrow under its id."""
    import networkx as nx

    graph: nx.MultiDiGraph[NodeId] = nx.MultiDiGraph()
    graph.add_nodes_from(node.id for node in pathway.nodes)
    for edge in pathway.edges:
        graph.add_edge(edge.source, edge.target, key=edge.id)
    return graph


def _reached(graph: nx.MultiDiGraph[NodeId], node: NodeId) -> frozenset[NodeId]:
    import networkx as nx

    found: set[NodeId] = set()
    for one in graph.successors(node):
        found |= {one, *nx.descendants(graph, one)}  # pyright: ignore[reportUnknownMemberType]
    return frozenset(found)
