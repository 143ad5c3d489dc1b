"""Nodes too small for text keep their shape and their level, and are painted in one go."""

from __future__ import annotations

import pytest
from drawing import painted
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from small import CORE, frame, small

from pathway_viewer.look.theme import PAPER
from pathway_viewer.scene.beside import NOTHING, Beside
from pathway_viewer.scene.crowd import Crowd, is_tiny
from pathway_viewer.scene.diagram import laid_out
from pathway_viewer.scene.lettering import Lettering
from pathway_viewer.scene.painting import SHADES, fill_and_ink, paint_node
from pathway_viewer.scene.picture import Picture, Setting, composed
from pathway_viewer.scene.sprites import Sprites

pytestmark = pytest.mark.usefixtures("qapp")

FAR = QRectF(0, 0, 160, 120)
changes = st.floats(-1, 1)


def far(lit: frozenset[str] = frozenset()) -> Picture:
    """The small pathway's core at a size at which nothing can be read."""
    return composed(laid_out(small(), CORE), PAPER, FAR, Setting(legend=False, lit=lit))


def crowd_of(picture: Picture) -> Crowd:
    return Crowd(list(picture.sheet.nodes), picture.light, 1.0)


def image(crowd: Crowd, change: float, beside: Beside = NOTHING) -> QImage:
    def paint(painter: QPainter) -> None:
        crowd.show(frame(small(), {"drug": -change, "relay": change}), beside)
        crowd.paint(painter)

    return painted(paint, 160, 120)


def test_only_nodes_without_any_text_are_tiny():
    assert all(map(is_tiny, far().sheet.nodes))
    near = composed(laid_out(small(), CORE), PAPER, QRectF(0, 0, 800, 500), Setting())
    assert not any(map(is_tiny, near.sheet.nodes))


@given(changes)
def test_each_has_the_colour_of_its_level(change: float):
    picture = far()
    shot = image(crowd_of(picture), change)
    for node in picture.sheet.nodes:
        own = {"drug": -change, "relay": change}.get(node.shape.node.id, 0.0)
        wanted = QColor(fill_and_ink("paper", round(own * SHADES))[0])
        at = node.box.center().toPoint()
        assert shot.pixelColor(at.x() - 3, at.y()) == wanted


@given(st.lists(changes, max_size=3), changes)
def test_what_was_shown_before_leaves_no_trace(before: list[float], change: float):
    picture = far()
    crowd = crowd_of(picture)
    for earlier in before:
        image(crowd, earlier)
    assert image(crowd, change) == image(crowd_of(picture), change)


def test_it_stands_where_the_picture_paints_it():
    picture = far()
    what = frame(small(), {"drug": 0.8, "relay": -0.7})

    def one_by_one(painter: QPainter) -> None:
        for node in picture.sheet.nodes:
            change = float(what.changes[node.shape.index])
            paint_node(painter, node, picture.sheet, change, "", Lettering())

    def at_once(painter: QPainter) -> None:
        sprites = Sprites(picture, 1.0)
        assert sprites.boxes == []
        assert sprites.show(what) == []
        sprites.paint_passing(painter, what, None)

    plain = painted(one_by_one, 160, 120)
    pairs = zip(painted(at_once, 160, 120).constBits(), plain.constBits(), strict=True)
    assert sum(abs(a - b) for a, b in pairs) / plain.sizeInBytes() < 2.5


def test_another_run_beside_this_one_is_seen():
    crowd, ghost = crowd_of(far()), Beside(frame(small(), {"relay": -1.0}).changes)
    assert image(crowd, 0.9, ghost) != image(crowd, 0.9)


def test_dimmed_ones_are_dimmed():
    shot = image(crowd_of(far(frozenset({"drug"}))), 0.5)
    plain = image(crowd_of(far()), 0.5)
    boxes = {node.shape.node.id: node.box.toAlignedRect() for node in far().sheet.nodes}
    assert shot.copy(boxes["drug"]) == plain.copy(boxes["drug"])
    assert shot.copy(boxes["relay"]) != plain.copy(boxes["relay"])


def test_a_picture_of_nothing_but_a_crowd_takes_other_words():
    sprites = Sprites(far(), 1.0)
    for word in ("rising", "falling"):
        assert sprites.show(frame(small(), word=word)) == []
