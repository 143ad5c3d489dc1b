"""Routes keep clear of boxes, end beside their own, and answer the same every time."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pathway_viewer.scene.routing import CLEARANCE, PITCH, Box, Point, Router

WIDTH, HEIGHT = 900.0, 600.0
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


def beside(point: Point, box: Box) -> bool:
    """Whether a point stands a step outside one side of a box, within the side's length."""
    x, y, w, h = box
    dx, dy = abs(point[0] - x) - w / 2, abs(point[1] - y) - h / 2
    near = CLEARANCE - 1e-6 <= max(dx, dy) <= CLEARANCE + PITCH + 1e-6
    return near and min(dx, dy) <= 0


@given(crowds())
def test_a_route_keeps_clear_of_every_box(boxes: list[Box]):
    bends = Router(WIDTH, HEIGHT, boxes).route(boxes[0], boxes[1])
    for a, b in pairwise(bends):
        assert a[0] == b[0] or a[1] == b[1]
        assert not any(meets(a, b, box, CLEARANCE - 1e-6) for box in boxes)


@given(crowds())
def test_a_route_begins_and_ends_beside_its_boxes(boxes: list[Box]):
    bends = Router(WIDTH, HEIGHT, boxes).route(boxes[0], boxes[1])
    assert bends, "such loose crowds always leave a way"
    assert beside(bends[0], boxes[0])
    assert beside(bends[-1], boxes[1])


@given(crowds())
def test_a_route_is_the_same_whatever_the_order_of_the_boxes(boxes: list[Box]):
    first = Router(WIDTH, HEIGHT, boxes).route(boxes[0], boxes[1])
    again = Router(WIDTH, HEIGHT, reversed(boxes)).route(boxes[0], boxes[1])
    assert first == again


@given(crowds())
def test_bends_are_bends(boxes: list[Box]):
    bends = Router(WIDTH, HEIGHT, boxes).route(boxes[0], boxes[1])
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
    assert Router(WIDTH, HEIGHT, [LEFT, RIGHT]).route(LEFT, RIGHT)
    assert Router(WIDTH, HEIGHT, [LEFT, RIGHT, *wall]).route(LEFT, RIGHT) == ()


def test_a_later_arrow_keeps_off_a_used_track():
    router = Router(WIDTH, HEIGHT, [LEFT, RIGHT])
    first = router.route(LEFT, RIGHT)
    router.occupy([LEFT[:2], *first, RIGHT[:2]])
    second = router.route(LEFT, RIGHT)
    assert {y for _, y in first}.isdisjoint({y for _, y in second})


def test_a_longer_way_is_taken_to_avoid_a_long_shared_track():
    walls = [(450.0, 120.0, 400.0, 200.0), (450.0, 500.0, 400.0, 140.0)]
    router = Router(WIDTH, HEIGHT, [LEFT, RIGHT, *walls])
    tracks: list[set[float]] = []
    for _ in range(3):
        bends = router.route(LEFT, RIGHT)
        router.occupy([LEFT[:2], *bends, RIGHT[:2]])
        tracks.append({a[1] for a, b in pairwise(bends) if a[1] == b[1] and abs(a[0] - b[0]) > 200})
    assert len(set.union(*tracks)) == sum(map(len, tracks))


def test_a_used_track_is_crossed_where_it_cannot_be_passed():
    router = Router(WIDTH, HEIGHT, [LEFT, RIGHT])
    router.occupy([(450.0, 0.0), (450.0, HEIGHT)])
    bends = router.route(LEFT, RIGHT)
    assert bends
    assert bends[0][0] < 450 < bends[-1][0]


def test_a_neighbour_s_cells_are_no_exit():
    neighbour = (LEFT[0] + 100, LEFT[1], 60.0, 60.0)
    bends = Router(WIDTH, HEIGHT, [LEFT, RIGHT, neighbour]).route(LEFT, RIGHT)
    assert bends
    assert not meets(bends[0], bends[0], neighbour, CLEARANCE - 1e-6)
