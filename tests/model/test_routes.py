"""Ways along arrows, and the order to read a network in."""

import subprocess
import sys
from itertools import pairwise

import pytest
from graphs import pathway_of, pathways
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from pathway_viewer.model.ids import EdgeId
from pathway_viewer.model.routes import (
    LONGEST_PATH,
    causes_first,
    downstream,
    into,
    out_of,
    paths,
    reading_order,
    upstream,
    without_loops,
)


@pytest.fixture(scope="module")
def cascade():
    return pathway_of("abcdex", "ab bc ac cd dc de")


def test_what_leads_to_a_node_and_what_it_leads_to(cascade):
    assert upstream(cascade, "b") == {"a"}
    assert downstream(cascade, "b") == {"c", "d", "e"}
    assert upstream(cascade, "a") == frozenset()
    assert downstream(cascade, "x") == frozenset()


def test_a_node_on_a_loop_leads_to_itself(cascade):
    assert "c" in downstream(cascade, "c")
    assert "c" in upstream(cascade, "c")


def test_the_arrows_of_a_node(cascade):
    assert [edge.id for edge in into(cascade, "c")] == ["bc", "ac", "dc"]
    assert [edge.id for edge in out_of(cascade, "a")] == ["ab", "ac"]


def test_ways_come_shortest_first(cascade):
    assert paths(cascade, "a", "e") == (("ac", "cd", "de"), ("ab", "bc", "cd", "de"))


def test_there_is_no_way_back_to_nowhere(cascade):
    assert paths(cascade, "e", "a") == ()
    assert paths(cascade, "a", "a") == ()
    assert paths(cascade, "a", "x") == ()


def test_of_two_arrows_between_the_same_nodes_each_is_a_way_of_its_own():
    one = pathway_of("ab", "ab")
    twin = structs.replace(one.edges[0], id=EdgeId("again"))
    assert paths(structs.replace(one, edges=(*one.edges, twin)), "a", "b") == (("ab",), ("again",))


def test_no_way_is_longer_than_anyone_would_follow():
    letters = "".join(chr(0x4E00 + i) for i in range(LONGEST_PATH + 2))
    chain = pathway_of(letters, " ".join(a + b for a, b in pairwise(letters)))
    assert len(paths(chain, letters[0], letters[-2])[0]) == LONGEST_PATH
    assert paths(chain, letters[0], letters[-1]) == ()


def test_ways_are_as_many_as_asked_for_and_no_more():
    rungs = "".join(chr(0x4E00 + i) for i in range(24))
    dense = pathway_of(rungs, " ".join(a + b for a in rungs for b in rungs if a != b))
    found = paths(dense, rungs[0], rungs[-1], most=30)
    assert len(found) == 30
    assert [len(way) for way in found] == sorted(len(way) for way in found)


@settings(max_examples=60)
@given(pathways(most=12), st.data())
def test_every_way_is_one_and_none_is_told_twice(pathway, data):
    ids = [node.id for node in pathway.nodes]
    start, end = data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(ids))
    ways = paths(pathway, start, end)
    assert bool(ways) == (end in downstream(pathway, start) and start != end)
    assert len(set(ways)) == len(ways)
    for way in ways:
        edges = [pathway.edge(id) for id in way]
        nodes = [edges[0].source, *(edge.target for edge in edges)]
        assert (nodes[0], nodes[-1]) == (start, end)
        assert all(a.target == b.source for a, b in pairwise(edges))
        assert len(set(nodes)) == len(nodes)


def test_reading_goes_as_the_author_wrote():
    assert reading_order(pathway_of("edcba", "ab bc cd de")) == ("e", "d", "c", "b", "a")


def test_a_loop_is_read_from_its_first_node_in_the_file():
    assert causes_first(pathway_of("xbca", "ab bc ca xa")) == ["x", "b", "c", "a"]


def test_a_loop_is_followed_the_way_its_arrows_go():
    assert causes_first(pathway_of("cba", "ab bc ca")) == ["c", "a", "b"]


@settings(max_examples=60)
@given(pathways())
def test_without_its_loops_every_node_comes_after_what_drives_it(pathway):
    order = causes_first(pathway)
    graph = without_loops(pathway)
    place = {node: i for i, node in enumerate(order)}
    assert sorted(order) == sorted(pathway.node_index)
    assert all(place[source] < place[target] for source, target in graph.edges)
    for edge in pathway.edges:
        kept = graph.has_edge(edge.source, edge.target)
        assert kept or edge.source in downstream(pathway, edge.target)


def test_reading_needs_no_library_for_graphs():
    code = (
        "import sys, pathway_viewer.model.routes, pathway_viewer.model.layout;"
        "assert 'networkx' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@given(pathways())
def test_every_node_is_read_once(pathway):
    assert sorted(reading_order(pathway)) == sorted(node.id for node in pathway.nodes)
