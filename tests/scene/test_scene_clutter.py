"""What small text must keep off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from small import CORE, edge, small

from pathway_viewer.look.theme import PAPER
from pathway_viewer.scene.clutter import Clutter
from pathway_viewer.scene.diagram import laid_out
from pathway_viewer.scene.names import name_boxes

pytestmark = pytest.mark.usefixtures("qapp")


def clutter(*obstacles: QRectF) -> Clutter:
    return Clutter(laid_out(small(), CORE), obstacles)


def test_empty_ground_is_free():
    assert clutter().free(QRectF(560, 80, 60, 20))


@pytest.mark.parametrize(
    "box",
    [
        QRectF(60, 100, 10, 10),  # on a node
        QRectF(255, 112, 20, 14),  # on a level arrow
        QRectF(395, 200, 8, 20),  # on an upright arrow
        QRectF(320, 122, 6, 5),  # on a head, clear of the shaft
        QRectF(-5, 50, 20, 20),  # half off the canvas
        QRectF(700, 440, 20, 20),
    ],
)
def test_taken_ground_is_not(box: QRectF):
    assert not clutter().free(box)


def test_an_obstacle_and_what_was_taken_are_in_the_way():
    box = QRectF(560, 80, 60, 20)
    assert not clutter(box).free(box)
    other = clutter()
    other.take(box)
    assert not other.free(box.adjusted(10, 5, 10, 5))
    assert other.free(box.translated(0, 20))


def test_a_bent_arrow_is_in_the_way_along_its_whole_course():
    pathway = small(edges=[edge("drug", "relay")])
    diagram = laid_out(pathway, CORE)
    taken = Clutter(diagram)
    for x, y in diagram.arrows[0].arrow.track.tolist():
        assert not taken.free(QRectF(x - 2, y - 2, 4, 4))


def test_a_name_stands_at_the_upper_left_of_its_place_where_that_is_free():
    (name,) = name_boxes(laid_out(small(), CORE), PAPER)
    assert (name.left(), name.top()) == (42, 48)


def test_a_name_moves_off_a_node():
    pathway = small()
    pathway.arrangement.nodes["drug"] = (100, 60, 140, 60)  # type: ignore[index]
    diagram = laid_out(pathway, CORE)
    (name,) = name_boxes(diagram, PAPER)
    assert not any(name.intersects(shape.box) for shape in diagram.nodes)
    assert QRectF(20, 40, 760, 390).contains(name)
