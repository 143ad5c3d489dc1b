"""No text of the picture is cut off or lies on anything else, in any theme, layer or size."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, product

import pytest
from geometry import on, overlapping
from PySide6.QtCore import QRectF
from small import CORE, citations

from pathway_viewer.look.theme import THEMES, Theme, ThemeId
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.diagram import Diagram, laid_out
from pathway_viewer.scene.legend_columns import lines_of, placed
from pathway_viewer.scene.lettering import Hand, width
from pathway_viewer.scene.names import name_boxes
from pathway_viewer.scene.naming import SMALLEST_WORD
from pathway_viewer.scene.numbers import NUMBER, NumberLabel, abridged, place_numbers
from pathway_viewer.scene.overlay import NOTHING
from pathway_viewer.scene.picture import Picture, Setting, composed, filled, numbered
from pathway_viewer.scene.sheet import Sheet
from pathway_viewer.scene.ways import CHIP_TEXT
from pathway_viewer.timeline.doing import vocabulary

pytestmark = pytest.mark.usefixtures("qapp")

CLOCK = "Human clock · Single dose 0.5 mg/kg over 40 min"
LINE = 1.05
"""From the top of an ascender to the bottom of a descender, as a share of the size."""

Boxes = list[tuple[str, QRectF]]


@dataclass(frozen=True)
class Case:
    """One way to look at a pathway."""

    theme: ThemeId
    size: tuple[int, int]
    every: bool

    def __str__(self) -> str:
        return f"{self.theme}-{self.size[0]}-{'all' if self.every else 'core'}"


CASES = [Case(*c) for c in product(THEMES, ((1280, 800), (1920, 1080)), (False, True))]


@pytest.fixture(scope="module")
def diagrams(flagship: Pathway) -> dict[bool, Diagram]:
    """The flagship with its first layer alone, and (True) with all."""
    layers = [layer.id for layer in flagship.layers]
    shown = {False: frozenset(layers[:1]), True: frozenset(layers)}
    return {every: laid_out(flagship, ids) for every, ids in shown.items()}


@pytest.fixture(params=CASES, ids=str, scope="module")
def picture(
    request: pytest.FixtureRequest, flagship: Pathway, diagrams: dict[bool, Diagram]
) -> Picture:
    """The flagship in one of its looks, with reference numbers as wide as they get."""
    case: Case = request.param
    diagram, theme = diagrams[case.every], THEMES[case.theme]
    setting = Setting(CLOCK, numbered(diagram, theme, citations(flagship)))
    return composed(diagram, theme, QRectF(0, 0, *case.size), setting)


def node_boxes(sheet: Sheet) -> Boxes:
    boxes = [(str(node.shape.node.id), node.box) for node in sheet.nodes]
    return boxes + [(f"chip of {a.shape.edge.id}", a.chip) for a in sheet.arrows if a.chip]


def places(sheet: Sheet) -> Boxes:
    """The names of places, in pixels."""
    boxes = name_boxes(sheet.diagram, sheet.theme)
    shown = sheet.diagram.pathway.arrangement.compartments
    labels = [c.label for c in sheet.diagram.pathway.compartments if c.id in shown]
    return [(f"name {label}", sheet.mapped(box)) for label, box in zip(labels, boxes, strict=True)]


def number_boxes(picture: Picture) -> Boxes:
    """The reference numbers, in pixels."""
    labels = picture.setting.labels
    return [(f"number of {x.id}", picture.sheet.mapped(x.box)) for x in labels]


def heads(sheet: Sheet) -> Boxes:
    """Small rectangles around the heads of the arrows."""
    return [
        (f"head of {arrow.shape.edge.id}", path.boundingRect())
        for arrow in sheet.arrows
        for path in (arrow.head_closed, arrow.head_strokes)
        if not path.isEmpty()
    ]


def crossed(sheet: Sheet, boxes: Boxes) -> list[str]:
    """Texts with the arrows that run through them."""
    return [
        f"{arrow.shape.edge.id} through {name}"
        for name, box in boxes
        for arrow in sheet.arrows
        if on(arrow.track, box)
    ]


def test_a_node_s_label_fits_its_node(picture: Picture):
    for node in picture.sheet.nodes:
        assert "".join(node.label).replace(" ", "") == node.shape.node.label.replace(" ", "")
        for label, room in node.label_rows():
            assert width(label, node.label_hand) <= room.width() + 0.01, label
            assert node.label_hand.size * LINE <= room.height() + 0.01, label
            assert node.box.contains(room), label
            assert not room.intersects(node.bar), label
            assert not room.intersects(node.word_box), label


def test_every_word_fits_its_node(picture: Picture):
    for node in picture.sheet.nodes:
        if node.word_hand.size < SMALLEST_WORD:
            continue
        for word in vocabulary(node.shape.node.words):
            assert width(word, node.hand_for(word)) <= node.word_box.width() + 0.01, word
        assert node.word_hand.size * LINE <= node.word_box.height() + 0.01
        assert node.box.contains(node.word_box)
        assert not node.word_box.intersects(node.bar)


def test_a_chip_s_text_fits_its_chip(picture: Picture):
    sheet = picture.sheet
    for arrow in sheet.arrows:
        if arrow.chip:
            source = sheet.diagram.pathway.node(arrow.shape.edge.source)
            assert width(source.label, Hand(CHIP_TEXT * sheet.k)) <= arrow.chip.width() - 4


def test_reference_numbers_lie_on_nothing(picture: Picture):
    sheet, numbers = picture.sheet, number_boxes(picture)
    assert numbers
    strips = [("heading", picture.heading), ("legend", picture.legend_box)]
    others = [*node_boxes(sheet), *places(sheet), *heads(sheet), *strips]
    assert overlapping(numbers, others) == []
    assert crossed(sheet, numbers) == []


def test_reference_numbers_fit_their_boxes(picture: Picture):
    hand = Hand(NUMBER * picture.sheet.theme.text_scale)
    for label in picture.setting.labels:
        assert width(label.text, hand) <= label.box.width()
        assert hand.size * LINE <= label.box.height()


def test_names_of_places_lie_on_nothing(picture: Picture):
    sheet = picture.sheet
    assert overlapping(places(sheet), [*node_boxes(sheet), *heads(sheet)]) == []
    assert crossed(sheet, places(sheet)) == []


def test_everything_is_between_heading_and_legend(picture: Picture):
    sheet = picture.sheet
    for name, box in [*node_boxes(sheet), *places(sheet), *number_boxes(picture)]:
        assert box.top() >= picture.heading.bottom(), name
        assert box.bottom() <= picture.legend_box.top(), name
        assert box.left() >= 0, name
        assert box.right() <= picture.heading.right() + 20, name


def test_the_legend_is_on_the_page_and_its_entries_lie_apart(picture: Picture):
    hand, page = picture.hand, picture.heading.united(picture.legend_box)
    spots = placed(picture.legend, hand, picture.legend_box.width())
    for line in {spot.line for spot in spots}:
        end = 0.0
        for spot in (s for s in spots if s.line == line):
            assert spot.x >= end
            end = spot.x + spot.entry.width(hand)
        assert end <= page.width()
    lines = lines_of(picture.legend, hand, picture.legend_box.width())
    assert lines * hand.size * LINE <= picture.legend_box.height()


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)
def test_every_node_and_every_arrow_with_room_shows_its_numbers(flagship: Pathway, theme: Theme):
    """Drawn apart as it is in a window; the projector's large text may lack room in one place."""
    core, page = frozenset({flagship.layers[0].id}), QRectF(0, 0, 1280, 800)
    diagram = filled(flagship, core, NOTHING, theme, page, Setting(CLOCK))
    shown = {label.id for label in numbered(diagram, theme, citations(flagship))}
    room = width("100 +2", Hand(NUMBER * theme.text_scale)) + 15
    wanted = {str(s.node.id) for s in diagram.nodes}
    wanted |= {str(s.edge.id) for s in diagram.arrows if s.arrow.length > room}
    assert len(wanted - shown) <= (theme.text_scale > 1), wanted - shown


def test_layers_shown_together_in_any_choice_lie_apart(flagship: Pathway):
    first, *others = (layer.id for layer in flagship.layers)
    for chosen in (c for n in range(len(others)) for c in combinations(others, n + 1)):
        diagram = laid_out(flagship, frozenset({first, *chosen}))
        setting = Setting(CLOCK, numbered(diagram, THEMES["projector"], citations(flagship)))
        one = composed(diagram, THEMES["projector"], QRectF(0, 0, 1280, 800), setting)
        sheet, texts = one.sheet, [*number_boxes(one), *places(one.sheet)]
        assert overlapping(texts, [*node_boxes(sheet), *heads(sheet)]) == [], chosen
        assert crossed(sheet, texts) == [], chosen


def test_only_what_cites_has_a_number(cascade: Pathway):
    numbers = {"drug": (1,), "drug__brake": (2, 3), "brake": (), "nobody": (9,)}
    assert texts(place_numbers(laid_out(cascade, CORE), numbers)) == {
        "drug": "1",
        "drug__brake": "2 3",
    }


def texts(labels: Iterable[NumberLabel]) -> dict[str, str]:
    return {label.id: label.text for label in labels}


def test_numbers_keep_off_obstacles(cascade: Pathway):
    diagram = laid_out(cascade, CORE)
    free = place_numbers(diagram, citations(cascade))
    obstacles = [label.box for label in free]
    moved = place_numbers(diagram, citations(cascade), obstacles=obstacles)
    assert free
    assert moved
    assert not any(a.box.intersects(b) for a in moved for b in obstacles)


def test_numbers_without_room_are_left_out(cascade: Pathway):
    everything = [QRectF(0, 0, *cascade.canvas)]
    assert place_numbers(laid_out(cascade, CORE), citations(cascade), obstacles=everything) == ()


def test_numbers_stay_on_the_canvas(cascade: Pathway):
    canvas = QRectF(0, 0, *cascade.canvas)
    for label in place_numbers(laid_out(cascade, CORE), citations(cascade), scale=3.0):
        assert canvas.contains(label.box)


@pytest.mark.parametrize(
    ("numbers", "text"),
    [((), ""), ((4,), "4"), ((4, 12, 90), "4 12 90"), ((4, 12, 90, 91), "4 12 +2")],
)
def test_long_lists_of_numbers_are_abridged(numbers: tuple[int, ...], text: str):
    assert abridged(numbers) == text
