"""A node shows its level in three ways; an arrow shows its evidence by weight, dash and marks."""

from __future__ import annotations

from typing import get_args

import pytest
from drawing import Recorded, painted, share_of
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from small import CORE, edge, small

from pathway_viewer.look.theme import PAPER, THEMES, Theme
from pathway_viewer.model.evidence import Species, Strength
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.diagram import laid_out
from pathway_viewer.scene.naming import SMALLEST_WORD
from pathway_viewer.scene.painting import (
    arrow_pen,
    paint_arrow,
    paint_node,
    species_mark,
)
from pathway_viewer.scene.sheet import PlacedNode, Sheet, fit

pytestmark = pytest.mark.usefixtures("qapp")

EVERY_THEME = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)


def sheet(theme: Theme = PAPER, width: float = 800) -> Sheet:
    return fit(laid_out(small(), CORE), theme, QRectF(0, 0, width, width * 450 / 800))


def brake(where: Sheet) -> PlacedNode:
    return next(node for node in where.nodes if node.shape.node.id == "brake")


def node_image(where: Sheet, change: float, word: str = "rising") -> QImage:
    node = brake(where)
    return painted(lambda p: paint_node(p, node, where, change, word, Recorded()))


def half(bar: QRectF, upper: bool) -> QRectF:
    """The upper or the lower half of a bar, without its frame and its middle line."""
    top = bar.top() if upper else bar.center().y()
    return QRectF(bar.left(), top, bar.width(), bar.height() / 2).adjusted(2, 2, -2, -2)


@EVERY_THEME
@pytest.mark.parametrize(("change", "colour"), [(1, "rising"), (0, "rest"), (-1, "falling")])
def test_a_node_is_painted_in_the_colour_of_its_change(theme: Theme, change: int, colour: str):
    where = sheet(theme)
    inside = brake(where).box.topLeft() + QPointF(5, brake(where).box.height() / 2)
    image = node_image(where, change)
    assert image.pixelColor(inside.toPoint()) == QColor(getattr(theme, colour))


@EVERY_THEME
def test_a_half_risen_node_is_between_rest_and_risen(theme: Theme):
    where = sheet(theme)
    inside = brake(where).box.topLeft() + QPointF(5, brake(where).box.height() / 2)
    image = node_image(where, 0.5)
    assert image.pixelColor(inside.toPoint()) == QColor(theme.level_color(0.5))


@EVERY_THEME
@pytest.mark.parametrize("change", [-1.0, -0.6, 0.6, 1.0])
def test_the_bar_grows_up_above_rest_and_down_below_it(theme: Theme, change: float):
    where = sheet(theme)
    bar, image = brake(where).bar, node_image(where, change)
    ink = theme.ink_on(theme.level_color(round(change * 48) / 48))
    grown, other = half(bar, change > 0), half(bar, change < 0)
    assert share_of(image, grown, ink) == pytest.approx(abs(change), abs=0.2)
    assert share_of(image, other, ink) == 0


def test_the_bar_of_a_node_at_rest_is_empty():
    where = sheet()
    image, bar = node_image(where, 0.0), brake(where).bar
    ink = PAPER.ink_on(PAPER.rest)
    assert share_of(image, half(bar, True), ink) == share_of(image, half(bar, False), ink) == 0


def test_a_change_beyond_the_scale_stays_inside_the_bar():
    where = sheet()
    bar, image = brake(where).bar, node_image(where, 1.0)
    outside = QRectF(bar.left(), bar.top() - 5, bar.width(), 3)
    assert share_of(image, outside, PAPER.ink_on(PAPER.rising)) == 0


def texts(width: float) -> Recorded:
    where, recorded = sheet(width=width), Recorded()
    painted(lambda p: paint_node(p, brake(where), where, 0.5, "rising", recorded))
    return recorded


def test_a_node_says_its_label_and_its_word():
    assert sorted(texts(800).texts) == ["Brake", "rising"]


def test_the_word_is_left_out_where_it_would_be_too_small_and_the_label_has_its_room():
    width = next(w for w in range(800, 10, -10) if brake(sheet(width=w)).word_hand.size < 7.5)
    far, near = texts(width), texts(width + 10)
    assert far.texts == ["Brake"]
    assert "rising" in near.texts
    node = brake(sheet(width=width))
    assert node.word_hand.size < SMALLEST_WORD
    assert node.label_box.height() > brake(sheet()).label_box.height() * width / 800
    assert abs(far.drawn[0][1].center().y() - node.label_box.center().y()) < 0.01


@EVERY_THEME
def test_every_strength_of_evidence_has_a_pen_of_its_own(theme: Theme):
    pens = [arrow_pen(theme, strength, 1.0) for strength in get_args(Strength)]
    looks = {(pen.widthF(), tuple(pen.dashPattern())) for pen in pens}
    assert len(looks) == len(get_args(Strength))


def test_strong_evidence_is_the_heaviest_line_and_unbroken():
    strong, *others = (arrow_pen(PAPER, strength, 1.0) for strength in get_args(Strength))
    assert strong.style() == Qt.PenStyle.SolidLine
    assert all(pen.widthF() < strong.widthF() for pen in others)


def test_pens_never_vanish_when_small():
    assert arrow_pen(PAPER, "hypothesis", 0.01).widthF() >= 1


def test_a_pen_takes_the_colour_of_a_mark():
    assert arrow_pen(PAPER, "weak", 1.0, "#123456").color() == QColor("#123456")


@pytest.mark.parametrize(
    ("species", "centre", "corner"),
    [("human", True, False), ("rodent", False, False), ("cells", False, True)],
)
def test_marks_of_species_differ_in_shape_and_filling(species: Species, centre: bool, corner: bool):
    ink, paper = QColor("#000000"), QColor("#ffffff")
    image = painted(lambda p: species_mark(p, species, QPointF(50, 50), 20, ink, paper), 100, 100)
    assert (image.pixelColor(50, 50) == ink) == centre
    assert (image.pixelColor(33, 33) == ink) == corner


def arrow_image(species: tuple[Species, ...]) -> QImage:
    pathway = small(edges=[edge("drug", "brake", species=species)])
    where = fit(laid_out(pathway, CORE), PAPER, QRectF(0, 0, 800, 450))
    return painted(lambda p: paint_arrow(p, where.arrows[0], where))


def test_an_arrow_carries_the_marks_of_its_species_only():
    images = [arrow_image(s) for s in (("human",), ("rodent",), ("human", "rodent"), ("cells",))]
    assert not any(a == b for i, a in enumerate(images) for b in images[:i])


def test_the_order_of_species_in_the_file_does_not_matter():
    assert arrow_image(("rodent", "human")) == arrow_image(("human", "rodent"))


def test_an_arrow_is_painted_in_the_colour_asked_for():
    where = sheet()
    arrow = next(a for a in where.arrows if a.shape.edge.id == "drug__brake")
    image = painted(lambda p: paint_arrow(p, arrow, where, "#ff00ff"))
    x, y = arrow.track[len(arrow.track) // 2]
    assert image.pixelColor(int(x), int(y)) == QColor("#ff00ff")


def test_from_far_away_a_node_is_shape_and_level_alone(cascade: Pathway):
    for wide, texts in ((1600, ["rising", "Relay"]), (300, ["Relay"]), (120, [])):
        sheet = fit(laid_out(cascade, CORE), PAPER, QRectF(0, 0, wide, wide * 0.6))
        relay = next(one for one in sheet.nodes if one.shape.node.id == "relay")
        drawn = Recorded()
        painted(lambda p, s=sheet, n=relay, d=drawn: paint_node(p, n, s, 0.4, "rising", d))
        assert drawn.texts == texts, wide
