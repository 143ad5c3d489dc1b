"""What an audience sees: every letter is large, on nothing, and nothing of the core is missing."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from drawing import Recorded, painted
from geometry import on, overlapping
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from small import CORE, PATHWAYS, frame, small

from pathway_viewer.dynamics.course import solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.look.theme import THEMES
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.diagram import laid_out
from pathway_viewer.scene.lettering import Hand, Lettering
from pathway_viewer.scene.names import place_names
from pathway_viewer.scene.overlay import NOTHING, Overlay
from pathway_viewer.scene.picture import Picture, Setting, composed, filled
from pathway_viewer.scene.sizes import AUDIENCE, ORDINARY
from pathway_viewer.timeline.frame import Frame, frame_at

pytestmark = pytest.mark.usefixtures("qapp")

LEAST = 0.022
"""Height of the smallest capital, as a share of the picture's."""

SIZES = ((1280, 800), (1920, 1080), (3840, 2160))
MOMENTS = (-0.1, 0.25, 26 / 60, 2.0, 6.0, 24.0, 168.0, 504.0)
LONG = "Human clock · One infusion"


@pytest.fixture(scope="module", params=PATHWAYS, ids=lambda path: path.stem)
def shipped(request: pytest.FixtureRequest) -> Pathway:
    pathway = load(request.param).pathway
    assert pathway is not None
    return pathway


def picture(pathway: Pathway, size: tuple[int, int], theme: str = "projector") -> Picture:
    layers, page = frozenset({pathway.layers[0].id}), QRectF(0, 0, *size)
    setting = Setting(LONG, legend=False, audience=True)
    diagram = filled(pathway, layers, NOTHING, THEMES[theme], page, setting)
    return composed(diagram, THEMES[theme], page, setting)


def frames(pathway: Pathway) -> list[Frame]:
    course = solve(pathway, Conditions(pathway.scenarios[0].id))
    return [frame_at(pathway, course, min(t, course.end)) for t in MOMENTS]


class Measured(Lettering):
    """Draws as any lettering does, and remembers the height of each capital as it is painted."""

    def __init__(self) -> None:
        self.capitals: dict[str, float] = {}

    def draw(self, painter, box, text, hand, color, align=None) -> None:
        """Measure the ink of an H set in the same hand."""
        self.capitals[text] = capital(hand)


def capital(hand: Hand) -> float:
    """Rows of pixels that a capital H fills."""
    side = int(hand.size * 2) + 8
    image = QImage(side, side, QImage.Format.Format_Grayscale8)
    image.fill(255)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        Lettering().draw(painter, QRectF(0, 0, side, side), "H", hand, "#000000")
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(side, -1)[:, :side].min(axis=1)
    return float(((255.0 - rows) / 255.0).sum())


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_smallest_capital_is_read_from_the_back_row(shipped: Pathway, size: tuple[int, int]):
    one, measured = picture(shipped, size), Measured()
    told = frames(shipped)

    def paint(painter: QPainter) -> None:
        one.paint_still(painter, measured)
        for what in told:
            one.paint_moving(painter, what, None, measured)

    painted(paint, *size)
    assert len(measured.capitals) > 25
    small_ones = {t: h / size[1] for t, h in measured.capitals.items() if h < LEAST * size[1]}
    assert small_ones == {}


@pytest.mark.parametrize(("theme", "size"), list(product(THEMES, SIZES[:2])))
def test_text_lies_on_nothing(shipped: Pathway, theme: str, size: tuple[int, int]):
    one = picture(shipped, size, theme)
    sheet = one.sheet
    names = [
        (" ".join(name.lines), sheet.mapped(name.box))
        for name in place_names(sheet.diagram, sheet.theme)
    ]
    nodes = [(str(node.shape.node.id), node.box) for node in sheet.nodes]
    assert overlapping(names, nodes) == []
    assert overlapping(nodes, []) == []
    crossed = [
        f"{arrow.shape.edge.id} through {name}"
        for name, box in [*names, *nodes]
        for arrow in sheet.arrows
        if name not in (arrow.shape.edge.source, arrow.shape.edge.target)
        if on(arrow.track, box)
    ]
    assert crossed == []
    for name, box in [*names, *nodes]:
        assert box.top() >= one.heading.bottom(), name
        assert QRectF(0, 0, *size).contains(box), name


def test_names_fit_their_boxes_beside_the_bar(shipped: Pathway):
    for node in picture(shipped, (1920, 1080)).sheet.nodes:
        assert " ".join(node.label).replace("- ", "-") == node.shape.node.label
        for _, row in node.label_rows():
            assert node.box.contains(row)
            assert not row.intersects(node.bar)
        for (_, above), (_, below) in pairwise(node.label_rows()):
            assert above.bottom() <= below.top() + 0.01


def test_all_of_the_core_is_there_with_its_anatomy(shipped: Pathway):
    first = shipped.layers[0].id
    core = frozenset({first})
    shown, usual = laid_out(shipped, core, audience=True), laid_out(shipped, core)
    assert shown.sizes is AUDIENCE
    assert [s.node.id for s in shown.nodes] == [s.node.id for s in usual.nodes]
    assert [s.index for s in shown.nodes] == [s.index for s in usual.nodes]
    assert [s.edge.id for s in shown.arrows] == [s.edge.id for s in usual.arrows]
    anatomy = picture(shipped, (1920, 1080)).living.anatomy
    assert anatomy.gates
    assert anatomy.pools
    assert anatomy.spines


def test_with_another_layer_everything_stands_as_ever(shipped: Pathway):
    every = frozenset(layer.id for layer in shipped.layers)
    shown, usual = laid_out(shipped, every, audience=True), laid_out(shipped, every)
    assert shown.sizes is ORDINARY
    assert [s.box for s in shown.nodes] == [s.box for s in usual.nodes]


def test_every_step_of_a_talk_is_as_large(shipped: Pathway):
    """What a step's rival adds has a place beside the core, too."""
    core = frozenset({shipped.layers[0].id})
    for step in shipped.steps:
        added = {one.id for one in shipped.rivals if step.rivals.get(one.id)}
        drawn = {edge for one in shipped.rivals if one.id in added for edge in one.adds}
        drawn |= {one.target for one in step.perturbations} | {*step.focus}
        one = laid_out(shipped, core, Overlay(drawn=frozenset(drawn)), audience=True)
        assert one.sizes == AUDIENCE, step.id


def test_a_file_that_says_nothing_is_laid_out_large():
    shown = laid_out(small(), CORE, audience=True)
    assert shown.sizes is AUDIENCE
    usual = {s.node.id: s.box for s in laid_out(small(), CORE).nodes}
    for shape in shown.nodes:
        assert shape.box.height() / shown.height >= usual[shape.node.id].height() / 450
        assert QRectF(0, 0, shown.width, shown.height).contains(shape.box)
    boxes = [(str(s.node.id), s.box) for s in shown.nodes]
    assert overlapping(boxes, []) == []
    one, measured = picture(small(), (1920, 1080)), Measured()
    painted(lambda p: one.paint_moving(p, frame(small()), None, measured), 1920, 1080)
    assert min(measured.capitals.values()) >= LEAST * 1080


def test_the_card_names_time_chapter_clock_and_what_happens(shipped: Pathway):
    one, recorded = picture(shipped, (1920, 1080)), Recorded()
    what = frames(shipped)[3]
    painted(lambda p: one.paint_heading(p, what, recorded), 1920, 1080)
    assert {"2 h", LONG} <= {*recorded.texts}
    assert what.chapter is not None
    assert what.chapter.title in recorded.texts
    assert what.caption in " ".join(recorded.texts)
    assert all(one.heading.adjusted(-1, -1, 1, 1).contains(ink) for ink in recorded.inks)
