"""Numbering: each reference's number, the same in the diagram, the details and the list."""

from __future__ import annotations

from collections.abc import Iterable

from pathway_viewer.model.pathway import Edge, Node, Pathway
from pathway_viewer.model.story import READINGS
from pathway_viewer.model.text import cited


def numbering(pathway: Pathway) -> dict[str, int]:
    """Reference ids to numbers from 1, by first citation: chapters, nodes, arrows, the rest."""
    known = {str(reference.id) for reference in pathway.references}
    first = dict.fromkeys(id for id in in_order(pathway) if id in known)
    rest = (str(reference.id) for reference in pathway.references)
    return {id: count for count, id in enumerate(dict.fromkeys([*first, *rest]), start=1)}


def in_order(pathway: Pathway) -> Iterable[str]:
    """Every citation in the order a reader meets it."""
    for chapter in pathway.chapters:
        yield from cited(chapter.text)
        yield from cited(chapter.expert)
    for node in pathway.nodes:
        yield from cited_by_node(pathway, node)
    for edge in pathway.edges:
        yield from cited_by_edge(edge)


def cited_by_node(pathway: Pathway, node: Node) -> tuple[str, ...]:
    """The references of a node's texts and measurements."""
    texts = [id for reading in READINGS for id in cited(getattr(node.text, reading))]
    points = [str(point.reference) for point in pathway.measurements_of(node.id)]
    return tuple(dict.fromkeys([*texts, *points]))


def cited_by_edge(edge: Edge) -> tuple[str, ...]:
    """The references of an arrow's texts, and those that dispute it."""
    texts = [*cited(edge.text), *cited(edge.expert), *cited(edge.added)]
    return tuple(dict.fromkeys([*texts, *map(str, edge.evidence.disputed_by)]))


def marks(pathway: Pathway, numbers: dict[str, int]) -> dict[str, tuple[int, ...]]:
    """Numbers to print beside each node and arrow, rising; those that cite nothing are absent."""
    cited_ids: dict[str, tuple[str, ...]] = {
        str(node.id): tuple(id for reading in READINGS for id in cited(getattr(node.text, reading)))
        for node in pathway.nodes
    }
    cited_ids |= {str(edge.id): cited_by_edge(edge) for edge in pathway.edges}
    found = {
        thing: tuple(sorted({numbers[id] for id in ids if id in numbers}))
        for thing, ids in cited_ids.items()
    }
    return {thing: own for thing, own in found.items() if own}
