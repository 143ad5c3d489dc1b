"""What a step tells of stands in the light; the rest is dimmed, keeps its place and rests."""

from __future__ import annotations

from dataclasses import replace
from statistics import median

import pytest
from drawing import painted, share_of
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot
from screens import ALL, grabbed, shown
from small import CORE, citations, frame, small
from synapses import moment_of, synapse

from pathway_viewer.look.dimming import veiled
from pathway_viewer.look.theme import THEMES, Theme, contrast
from pathway_viewer.scene.diagram import laid_out
from pathway_viewer.scene.lettering import Lettering
from pathway_viewer.scene.lighting import lighted
from pathway_viewer.scene.picture import Picture, Setting, composed, numbered, paint_paper
from pathway_viewer.scene.view import DiagramView

pytestmark = pytest.mark.usefixtures("qapp")

THEMED = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
PAGE = QRectF(0, 0, 800, 500)
LIT = frozenset({"drug", "brake"})
BETWEEN = "drug__brake"
EVERY = [str(part.id) for part in (*small().nodes, *small().edges)]
CHANGES = {"drug": 1.0, "brake": -0.6, "relay": 0.8, "outcome": 0.3}


def picture_of(theme: Theme, lit: frozenset[str]) -> Picture:
    diagram = laid_out(small(), CORE)
    numbers = numbered(diagram, theme, citations(small()))
    return composed(diagram, theme, PAGE, Setting("Clock", numbers, lit=lit))


def still(picture: Picture, phase: float | None = None, flow: float = 1.0) -> QImage:
    def paint(painter: QPainter) -> None:
        paint_paper(painter, PAGE, picture.sheet.theme)
        picture.paint_still(painter, Lettering())
        picture.paint_moving(painter, frame(small(), CHANGES, flow), phase, Lettering())

    return painted(paint, 800, 500)


def inside(picture: Picture, id: str) -> QRectF:
    """Where a node's name and its word are."""
    node = next(node for node in picture.sheet.nodes if node.shape.node.id == id)
    return node.label_box.united(node.word_box).adjusted(2, 2, -2, -2)


def pixels(image: QImage, box: QRectF) -> list[QColor]:
    area = box.toRect()
    return [
        image.pixelColor(x, y)
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    ]


@THEMED
def test_what_is_lit_is_painted_as_ever_and_the_rest_through_a_veil(theme: Theme):
    plain, lit = picture_of(theme, frozenset()), picture_of(theme, LIT)
    before, after = still(plain), still(lit)
    for id in LIT:
        box = inside(plain, id)
        assert pixels(after, box) == pixels(before, box)
    box = inside(plain, "relay")
    expected = [QColor(veiled(was.name(), theme.background)) for was in pixels(before, box)]
    pairs = zip(expected, pixels(after, box), strict=True)
    off = [abs(a.lightness() - b.lightness()) for a, b in pairs]
    # The edges of letters are drawn a little stronger on light ground than on dark.
    assert median(off) <= 1
    assert max(off) <= 12


@THEMED
def test_an_arrow_between_lit_nodes_is_lit_and_others_are_quiet_but_there(theme: Theme):
    picture = picture_of(theme, LIT)
    image = still(picture)
    for arrow in picture.sheet.arrows:
        lane = arrow.shaft.boundingRect().adjusted(-2, -2, 2, 2)
        told = arrow.shape.edge.id == BETWEEN
        assert (share_of(image, lane, theme.arrow) > 0) == told
        dim = veiled(theme.arrow, theme.background)
        assert (share_of(image, lane, dim) > 0) != told
        assert contrast(dim, theme.background) > 1.6


@THEMED
def test_what_lies_behind_a_lit_arrow_takes_nothing_of_its_contrast(theme: Theme):
    for fill, _ in theme.places.values():
        behind = veiled(fill, theme.background)
        least = min(contrast(theme.arrow, fill), contrast(theme.arrow, theme.background))
        assert contrast(theme.arrow, behind) >= least - 0.05


@given(st.frozensets(st.sampled_from(EVERY)))
def test_every_part_is_drawn_once_lit_or_dim(ids: frozenset[str]):
    sheet = picture_of(THEMES["paper"], frozenset()).sheet
    light = lighted(sheet, ids)
    drawn = [str(one.shape.node.id) for one in (*light.lit.nodes, *light.dim.nodes)]
    assert sorted(drawn) == sorted(str(one.shape.node.id) for one in sheet.nodes)
    assert len(light.lit.arrows) + len(light.dim.arrows) == len(sheet.arrows)
    for arrow in sheet.arrows:
        edge = arrow.shape.edge
        named = edge.id in ids or {edge.source, edge.target} <= ids
        shown = {*drawn, *(str(one.shape.edge.id) for one in sheet.arrows)}
        assert light.is_lit(edge.id) == (named or not shown & ids)


def test_all_is_lit_without_a_step_or_where_nothing_of_it_is_drawn():
    plain = still(picture_of(THEMES["paper"], frozenset()))
    assert still(picture_of(THEMES["paper"], frozenset({"extra", "nowhere"}))) == plain
    assert still(picture_of(THEMES["paper"], frozenset(EVERY))) == plain


def test_particles_travel_on_lit_arrows_only():
    lit, none = picture_of(THEMES["paper"], LIT), picture_of(THEMES["paper"], frozenset({"relay"}))
    particle = THEMES["paper"].particle
    assert share_of(still(lit, 0.4), PAGE, particle) > share_of(still(lit), PAGE, particle)
    assert still(none, 0.4) == still(none, 3.1)
    points = lit.flow.points(frame(small(), flow=1.0).flows, 0.4)
    lane = next(a for a in lit.sheet.arrows if a.shape.edge.id == BETWEEN).track
    assert len(points) == 5
    assert all((lane == point).all(axis=1).any() for point in points)


def test_vesicles_of_what_is_dim_rest():
    pathway = synapse()
    target = QRectF(0, 0, 1280, 720)

    def shots(lit: frozenset[str]) -> list[QImage]:
        setting = Setting(legend=False, lit=lit)
        picture = composed(laid_out(pathway, CORE), THEMES["paper"], target, setting)
        what = moment_of(pathway, {"transmitter": 1.0}, 1.0)
        return [
            painted(lambda p, at=at: picture.living.draw(p, what, at), 1280, 720)
            for at in (0.4, 1.1)
        ]

    moving, resting = shots(frozenset({"transmitter"})), shots(frozenset({"growth"}))
    assert moving[0] != moving[1]
    assert resting[0] == resting[1]


def test_the_window_dims_and_lights_again_and_nothing_moves(view: DiagramView):
    pathway = small()
    places = {id: view.box_of(id) for id in view.parts()}
    before = grabbed(view)
    view.set_lit(LIT)
    after = grabbed(view)
    assert after != before
    assert {id: view.box_of(id) for id in view.parts()} == places
    view.show_frame(frame(pathway, CHANGES))
    assert grabbed(view) != after
    view.show_frame(frame(pathway))
    assert grabbed(view) == after
    view.set_lit(frozenset())
    assert grabbed(view) == before


def test_the_window_paints_what_a_still_paints(qtbot: QtBot):
    view = shown(qtbot, small(), ALL)
    view.set_legend(False)
    view.set_lit(LIT)
    view.set_phase(0.4)
    picture = view.picture()
    assert picture is not None

    def paint(painter: QPainter) -> None:
        paint_paper(painter, view.rect().toRectF(), picture.sheet.theme)
        picture.paint_still(painter, Lettering())
        picture.paint_moving(painter, frame(small()), 0.4, Lettering())

    expected = painted(paint, view.width(), view.height())
    shot = grabbed(view).convertToFormat(expected.format())
    pairs = zip(shot.constBits(), expected.constBits(), strict=True)
    assert sum(abs(a - b) for a, b in pairs) / shot.sizeInBytes() < 0.1


def test_light_stays_while_zooming_and_goes_with_another_selection_unharmed(view: DiagramView):
    view.set_lit(LIT)
    first = grabbed(view)
    view.zoom_in()
    near = view.picture()
    assert near is not None
    assert not near.light.is_lit("relay")
    view.fit()
    view.set_selection("relay")
    view.set_selection("")
    assert grabbed(view) == first


def test_a_setting_is_dimmed_by_what_it_is_told_alone():
    dim = picture_of(THEMES["paper"], LIT)
    assert dim.setting == replace(picture_of(THEMES["paper"], frozenset()).setting, lit=LIT)
