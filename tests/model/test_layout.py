"""Nodes without a place get one: on the canvas, over nothing, the same every time."""

from itertools import combinations

import pytest
from graphs import pathway_of, pathways, with_places
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from pathway_viewer.model.layout import HEIGHT, WIDTH, arranged


def assert_apart(boxes) -> None:
    for (a, (ax, ay, aw, ah)), (b, (bx, by, bw, bh)) in combinations(boxes.items(), 2):
        beside = abs(ax - bx) >= (aw + bw) / 2 - 1e-6
        below = abs(ay - by) >= (ah + bh) / 2 - 1e-6
        assert beside or below, f"{a} over {b}"


def assert_inside(boxes, width: float, height: float) -> None:
    for node, (x, y, w, h) in boxes.items():
        assert w / 2 <= x <= width - w / 2, node
        assert h / 2 <= y <= height - h / 2, node


@settings(max_examples=60)
@given(pathways(), st.sampled_from([(1600, 900), (400, 900), (900, 200)]))
def test_any_graph_is_laid_out_without_overlaps_on_the_canvas(pathway, canvas):
    pathway = structs.replace(pathway, canvas=canvas)
    boxes = arranged(pathway)
    assert list(boxes) == [node.id for node in pathway.nodes]
    assert_apart(boxes)
    assert_inside(boxes, *canvas)
    assert boxes == arranged(pathway)


@settings(max_examples=40)
@given(pathways(most=25), st.data())
def test_what_stands_is_not_moved_and_the_rest_finds_room(pathway, data):
    ids = [node.id for node in pathway.nodes]
    cells = data.draw(st.permutations([(x, y) for x in range(8) for y in range(8)]))
    some = data.draw(st.lists(st.sampled_from(ids), unique=True))
    placed = {id: (100 + 200 * x, 60 + 110 * y) for id, (x, y) in zip(some, cells, strict=False)}
    boxes = arranged(with_places(pathway, placed))
    for id, (x, y) in placed.items():
        assert boxes[id] == (x, y, WIDTH, HEIGHT)
    assert_apart(boxes)
    assert_inside(boxes, 1600, 900)


def test_causes_stand_left_of_effects():
    boxes = arranged(pathway_of("abcd", "ab bc cd ac"))
    assert boxes["a"][0] < boxes["b"][0] < boxes["c"][0] < boxes["d"][0]


def test_a_loop_does_not_keep_the_chain_from_being_one():
    boxes = arranged(pathway_of("abc", "ab bc ca"))
    assert boxes["a"][0] < boxes["b"][0] < boxes["c"][0]


def test_parallel_chains_do_not_cross():
    boxes = arranged(pathway_of("abcfed", "ad be cf"))
    height = {node: box[1] for node, box in boxes.items()}
    causes, effects = sorted("abc", key=height.get), sorted("def", key=height.get)
    assert effects == ["def"["abc".index(node)] for node in causes]


def test_a_given_size_is_kept_and_a_missing_one_filled_in():
    boxes = arranged(with_places(pathway_of("abc"), {"a": (100, 100, 90, 40), "b": (300, 100, 80)}))
    assert boxes["a"] == (100, 100, 90, 40)
    assert boxes["b"] == (300, 100, 80, HEIGHT)


def test_a_node_goes_to_its_compartment_when_that_has_a_box():
    pathway = pathway_of("abc", "ab bc", {"c": "there"})
    boxes = {"here": (10.0, 10.0, 600.0, 880.0), "there": (1000.0, 500.0, 400.0, 300.0)}
    placed = arranged(with_places(pathway, {"a": (300, 300)}, boxes))
    x, y, width, height = placed["c"]
    assert x - width / 2 >= 1000
    assert x + width / 2 <= 1400
    assert y - height / 2 >= 500
    assert y + height / 2 <= 800
    assert placed["b"][0] + WIDTH / 2 <= 610


def test_on_a_canvas_without_room_nothing_fails():
    boxes = arranged(with_places(pathway_of("ab", "ab"), {"a": (800, 450, 1600, 900)}))
    assert set(boxes) == {"a", "b"}


@pytest.mark.parametrize("count", [1, 12, 60, 200])
def test_many_nodes_in_one_column_are_split(count):
    letters = "".join(chr(0x4E00 + i) for i in range(count))
    boxes = arranged(pathway_of(letters))
    assert_apart(boxes)
    assert_inside(boxes, 1600, 900)
    assert min(box[2] for box in boxes.values()) > 40
