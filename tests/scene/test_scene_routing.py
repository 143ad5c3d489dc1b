"""Routes keep clear of boxes, join their kin, start at chips from afar, always the same."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from pathway_viewer.scene.routing import Router
from pathway_viewer.scene.tracks import CLEARANCE, PITCH, Box, Kin, Point, Tracks

WIDTH, HEIGHT = 900.0, 600.0
ONE, OTHER = Kin("a", "b activates"), Kin("c", "d activates")
CHIP = (80.0, 22.0)
LEFT: Box = (150.0, 300.0, 120.0, 60.0)
RIGHT: Box = (750.0, 300.0, 120.0, 60.0)


@st.composite
def crowds(draw: st.DrawFn) -> list[Box]:
    """Two to fourteen boxes, one in each of some cells of a 5 by 4 raster, none touching."""
    slots = draw(st.lists(st.integers(0, 19), min_size=2, max_size=14, unique=True))
    return [draw(boxes_in(slot)) for slot in slots]


def boxes_in(slot: int) -> st.SearchStrategy[Box]:
    x, y = 90 + 180 * (slot % 5), 75 + 150 * (slot // 5)
    offset = st.integers(-12, 12)
    return st.tuples(
        offset.map(lambda d: float(x + d)),
        offset.map(lambda d: float(y + d)),
        st.integers(60, 110).map(float),
        st.integers(40, 70).map(float),
    )


def meets(a: Point, b: Point, box: Box, room: float) -> bool:
    """Whether a level or upright stretch comes nearer to a box than `room`."""
    x, y, w, h = box
    w, h = w / 2 + room, h / 2 + room
    across = max(a[0], b[0]) > x - w and min(a[0], b[0]) < x + w
    return across and max(a[1], b[1]) > y - h and min(a[1], b[1]) < y + h


def route(boxes: Iterable[Box], source: Box, target: Box) -> tuple[Point, ...]:
    return Router(Tracks(WIDTH, HEIGHT, boxes)).route(source, target, ONE)


@settings(max_examples=20)
@given(crowds())
def test_a_route_keeps_clear_of_every_box(boxes: list[Box]):
    for a, b in pairwise(route(boxes, boxes[0], boxes[1])):
        assert a[0] == b[0] or a[1] == b[1]
        others = [box for box in boxes if box not in boxes[:2]]
        assert not any(meets(a, b, box, CLEARANCE - 1e-6) for box in others)


@settings(max_examples=20)
@given(crowds())
def test_a_route_leaves_and_meets_its_boxes_squarely(boxes: list[Box]):
    bends = route(boxes, boxes[0], boxes[1])
    assert bends, "such loose crowds always leave a way"
    assert faces(bends[0], boxes[0])
    assert faces(bends[-1], boxes[1])


def faces(point: Point, box: Box) -> bool:
    """Whether a level or an upright line leads from a point to a side of a box."""
    x, y, w, h = box
    return abs(point[0] - x) <= w / 2 or abs(point[1] - y) <= h / 2


@settings(max_examples=20)
@given(crowds())
def test_a_head_has_room_before_the_first_bend(boxes: list[Box]):
    x, y, w, h = boxes[1]
    last = route(boxes, boxes[0], boxes[1])[-1]
    assert max(abs(last[0] - x) - w / 2, abs(last[1] - y) - h / 2) > PITCH


@settings(max_examples=20)
@given(crowds())
def test_a_route_is_the_same_whatever_the_order_of_the_boxes(boxes: list[Box]):
    assert route(boxes, boxes[0], boxes[1]) == route(boxes[::-1], boxes[0], boxes[1])


@settings(max_examples=20)
@given(crowds())
def test_bends_are_bends(boxes: list[Box]):
    bends = route(boxes, boxes[0], boxes[1])
    for a, b, c in zip(bends, bends[1:], bends[2:], strict=False):
        assert (a[0] == b[0]) != (b[0] == c[0]), f"no turn at {b}"


def test_a_target_that_is_walled_in_has_no_route():
    x, y, w, _ = RIGHT
    wall = [
        (x, y - 80, w + 200, 40.0),
        (x, y + 80, w + 200, 40.0),
        (x - 120, y, 40.0, 200.0),
        (x + 120, y, 40.0, 200.0),
    ]
    assert route([LEFT, RIGHT], LEFT, RIGHT)
    assert route([LEFT, RIGHT, *wall], LEFT, RIGHT) == ()


def levels(bends: tuple[Point, ...]) -> set[float]:
    """The tracks of the level stretches."""
    return {a[1] for a, b in pairwise([LEFT[:2], *bends, RIGHT[:2]]) if a[1] == b[1]}


def test_a_stranger_keeps_off_a_used_track_and_kin_joins_it():
    tracks = Tracks(WIDTH, HEIGHT, [LEFT, RIGHT])
    tracks.occupy([(0.0, 300.0), (WIDTH, 300.0)], ONE)
    assert 300.0 in levels(Router(tracks).route(LEFT, RIGHT, ONE))
    assert 300.0 not in levels(Router(tracks).route(LEFT, RIGHT, OTHER))


def test_a_level_track_is_not_told_from_one_a_few_units_off():
    tracks = Tracks(WIDTH, HEIGHT, [LEFT, RIGHT])
    tracks.occupy([(0.0, 304.0), (WIDTH, 304.0)], ONE)
    assert levels(Router(tracks).route(LEFT, RIGHT, OTHER)).isdisjoint({300.0, 310.0})


def test_a_used_track_is_crossed_where_it_cannot_be_passed():
    tracks = Tracks(WIDTH, HEIGHT, [LEFT, RIGHT])
    tracks.occupy([(450.0, 0.0), (450.0, HEIGHT)], OTHER)
    assert Router(tracks).route(LEFT, RIGHT, ONE)


def test_the_border_of_a_place_is_crossed_but_not_run_along():
    tracks = Tracks(WIDTH, HEIGHT, [LEFT, RIGHT])
    tracks.rim(300.0, 300.0, 300.0, 200.0)
    bends = Router(tracks).route(LEFT, RIGHT, ONE)
    assert 300.0 not in levels(bends)


def test_a_neighbour_s_cells_are_no_exit():
    neighbour = (LEFT[0] + 100, LEFT[1], 60.0, 60.0)
    exits = Tracks(WIDTH, HEIGHT, [LEFT, RIGHT, neighbour]).exits(LEFT)
    assert exits
    assert not any(heading == 0 for *_, heading in exits)


def test_a_near_source_is_joined_and_a_far_one_is_named_on_a_chip():
    near = (560.0, 420.0, 120.0, 60.0)
    router = Router(Tracks(WIDTH, HEIGHT, [near, LEFT, RIGHT]))
    close = router.fetch(near, RIGHT, ONE, CHIP)
    assert close is not None
    assert close.chip is None
    far = router.fetch(LEFT, RIGHT, OTHER, CHIP)
    assert far is not None
    assert far.chip is not None
    assert abs(far.chip[0] - RIGHT[0]) + abs(far.chip[1] - RIGHT[1]) < 200


def test_a_chip_lies_on_nothing():
    tracks = Tracks(WIDTH, HEIGHT, [LEFT, RIGHT])
    for y in (100.0, 200.0, 240.0, 360.0, 400.0, 500.0):
        tracks.occupy([(0.0, y), (WIDTH, y)], ONE)
    way = Router(tracks).fetch(LEFT, RIGHT, OTHER, CHIP)
    assert way is not None
    assert way.chip is not None
    assert tracks.free(way.chip, 4.0)


def test_a_second_arrow_starts_at_the_chip_that_stands():
    below = (560.0, 220.0, 120.0, 60.0)
    tracks = Tracks(WIDTH, HEIGHT, [LEFT, RIGHT, below])
    first = Router(tracks).fetch(LEFT, RIGHT, OTHER, CHIP)
    assert first is not None
    assert first.chip is not None
    tracks.block(first.chip)
    second = Router(tracks).fetch(LEFT, below, Kin("c", "e activates"), CHIP, [first.chip])
    assert second is not None
    assert second.chip == first.chip


def test_no_chip_lies_where_a_name_would_stand():
    tracks = Tracks(WIDTH, HEIGHT, [LEFT, RIGHT])
    box = (600.0, 100.0, 120.0, 24.0)
    assert tracks.free(box, 0.0)
    tracks.reserve(box)
    assert not tracks.free(box, 0.0)
