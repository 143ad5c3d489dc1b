"""Selected, focused and hovered parts are marked, each in its way, and nothing else is."""

from __future__ import annotations

import pytest
from drawing import painted
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage
from small import CORE, small

from pathway_viewer.look.theme import PAPER
from pathway_viewer.scene.diagram import laid_out
from pathway_viewer.scene.marks import Marks, paint_marks, paint_selected_arrows
from pathway_viewer.scene.sheet import Sheet, fit

pytestmark = pytest.mark.usefixtures("qapp")


def sheet() -> Sheet:
    return fit(laid_out(small(), CORE), PAPER, QRectF(0, 0, 800, 450))


def image(marks: Marks) -> QImage:
    return painted(lambda p: paint_marks(p, sheet(), marks))


BLANK = Marks()


def around(marked: QImage, id: str) -> bool:
    """Whether anything is painted around a node."""
    box = next(n.box for n in sheet().nodes if n.shape.node.id == id).toRect()
    area = box.adjusted(-8, -8, 8, 8)
    return marked.copy(area) != image(BLANK).copy(area)


def test_without_marks_nothing_is_painted():
    assert image(BLANK) == painted(lambda p: None)
    assert painted(lambda p: paint_selected_arrows(p, sheet(), "")) == painted(lambda p: None)


@pytest.mark.parametrize("marks", [Marks("relay"), Marks("", "relay"), Marks("", "", "relay")])
def test_a_mark_is_around_its_node_alone(marks: Marks):
    marked = image(marks)
    assert [id for id in ("drug", "brake", "relay", "outcome") if around(marked, id)] == ["relay"]


def test_the_three_marks_of_a_node_look_different():
    looks = [image(Marks("relay")), image(Marks("", "relay")), image(Marks("", "", "relay"))]
    assert looks[0] != looks[1] != looks[2] != looks[0]


def test_selected_comes_before_focused_and_focused_before_hovered():
    assert image(Marks("relay", "relay", "relay")) == image(Marks("relay"))
    assert image(Marks("", "relay", "relay")) == image(Marks("", "relay"))


def test_a_focused_or_hovered_arrow_is_drawn_along_its_shaft():
    one = sheet()
    arrow = next(a for a in one.arrows if a.shape.edge.id == "drug__brake")
    x, y = (int(v) for v in arrow.track[40])
    for marks in (Marks("", "drug__brake"), Marks("", "", "drug__brake")):
        assert image(marks).pixelColor(x, y).name() == PAPER.focus


def test_the_arrows_of_a_selected_node_are_in_the_accent_s_colour():
    one = sheet()
    marked = painted(lambda p: paint_selected_arrows(p, one, "brake"))
    found = [
        a.shape.edge.id
        for a in one.arrows
        if any(marked.pixelColor(int(x), int(y)).name() == PAPER.accent for x, y in a.track[20:80])
    ]
    assert sorted(found) == ["brake__relay", "drug__brake"]
