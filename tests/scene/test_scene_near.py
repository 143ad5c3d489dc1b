"""Words seen from near: measured, they fit their fields and lie on nothing."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from drawing import Recorded, painted
from geometry import Track, dense, on, overlapping
from PySide6.QtCore import QPointF, QRectF, QSizeF
from small import CORE, FLAGSHIP, citations, frame, node, small

from pathway_viewer.look.theme import PAPER, PROJECTOR, THEMES, Theme
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.diagram import Diagram, laid_out
from pathway_viewer.scene.flow import CLEAR
from pathway_viewer.scene.lettering import LINE, Hand, width, wrapped
from pathway_viewer.scene.mechanisms import broken
from pathway_viewer.scene.names import name_boxes
from pathway_viewer.scene.near import NEAR, STEP, Written, seen_near, small_text
from pathway_viewer.scene.numbers import abridged
from pathway_viewer.scene.painting import paint_node
from pathway_viewer.scene.settling import anatomy_of
from pathway_viewer.scene.sheet import Sheet, fit
from pathway_viewer.scene.zoom import Zoom

pytestmark = pytest.mark.usefixtures("qapp")

SIZES = ((948, 486), (1580, 740))
"""Of the diagram in windows of 1280 by 800 and 1920 by 1080."""
ZOOMS = (1.8, 3.0, 8.0)


def every(pathway: Pathway) -> Diagram:
    return laid_out(pathway, frozenset(layer.id for layer in pathway.layers))


def near_sheet(diagram: Diagram, theme: Theme, size: tuple[int, int], factor: float):
    """A sheet seen from near, and the size of its small text in canvas units."""
    whole = fit(diagram, theme, QRectF(0, 0, *size))
    small = small_text(factor, whole.k, theme)
    zoom = Zoom().by(factor, QPointF(size[0] / 2, size[1] / 2), QSizeF(*size))
    return seen_near(zoom.sheet(whole), Written(diagram, theme, {}).at(small).text), small


@pytest.fixture(scope="module", params=["ketamine", "ltp"])
def diagram(request: pytest.FixtureRequest, qapp: object) -> Diagram:
    pathway = load(FLAGSHIP.with_name(f"{request.param}.yaml")).pathway
    assert pathway is not None
    return every(pathway)


def test_from_afar_there_are_no_words(diagram: Diagram):
    assert small_text(1.0, 0.6, PAPER) is None
    assert small_text(NEAR - 0.01, 0.6, PAPER) is None
    sheet = fit(diagram, PAPER, QRectF(0, 0, 948, 486))
    assert seen_near(sheet, None) is sheet
    assert not any(one.lines for one in sheet.nodes)
    assert Written(diagram, PAPER, {}).at(None).notes == ()


def test_within_a_step_of_the_zoom_what_is_written_keeps_its_place():
    size = small_text(2.0, 0.6, PAPER)
    assert size is not None
    assert small_text(2.2, 0.6, PAPER) == size
    assert small_text(2.0 * STEP, 0.6, PAPER) < size


@pytest.mark.parametrize("factor", ZOOMS)
def test_small_text_is_legible_on_the_screen_and_grows_with_the_zoom(factor: float):
    for theme in THEMES.values():
        size = small_text(factor, 0.6, theme)
        assert size is not None
        assert theme.type.caption - 0.01 <= size * 0.6 * factor < theme.type.caption * 2


@pytest.mark.parametrize("theme", [PAPER, PROJECTOR], ids=lambda theme: theme.id)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("factor", ZOOMS)
def test_summaries_fit_their_nodes(
    diagram: Diagram, theme: Theme, size: tuple[int, int], factor: float
):
    sheet, _ = near_sheet(diagram, theme, size, factor)
    for one in sheet.nodes:
        rows = [one.label_box, one.word_box, *(line.box for line in one.lines)]
        for line in one.lines:
            assert width(line.text, line.hand) <= line.box.width() + 0.01, line.text
            assert line.hand.size * 1.2 <= line.box.height() + 0.01
            corners = (line.box.topLeft(), line.box.bottomRight())
            assert all(one.outline.contains(corner) for corner in corners), line.text
        if one.lines:
            assert all(one.box.contains(row) for row in rows)
            assert not any(row.intersects(one.bar) for row in rows)
            inner = [row.adjusted(0, 0.01, 0, -0.01) for row in rows]
            assert not any(a.intersects(b) for a, b in combinations(inner, 2))
            label = one.shape.node.label
            assert width(label, one.label_hand) <= one.label_box.width() + 0.01


def test_the_core_has_summaries_as_soon_as_it_is_near(flagship: Pathway):
    diagram = laid_out(flagship, frozenset({flagship.layers[0].id}))
    for theme in THEMES.values():
        sheet, _ = near_sheet(diagram, theme, SIZES[1], NEAR)
        told = [one for one in sheet.nodes if one.lines]
        assert len(told) == len(sheet.nodes)


def test_nearer_tells_more_and_eight_times_tells_it_whole(diagram: Diagram):
    def told(factor: float) -> int:
        sheet, _ = near_sheet(diagram, PAPER, SIZES[0], factor)
        return sum(len(line.text) for one in sheet.nodes for line in one.lines)

    assert told(2.0) < told(4.0) < told(8.0)
    sheet, _ = near_sheet(diagram, PAPER, SIZES[0], 8.0)
    for one in sheet.nodes:
        assert " ".join(line.text for line in one.lines) == " ".join(one.shape.node.summary.split())


def test_no_node_and_no_arrow_moves(diagram: Diagram):
    whole = fit(diagram, PAPER, QRectF(0, 0, 948, 486))
    plain = Zoom().by(3, QPointF(400, 200), QSizeF(948, 486)).sheet(whole)
    near = seen_near(plain, small_text(3, whole.k, PAPER))
    assert [one.box for one in near.nodes] == [one.box for one in plain.nodes]
    assert [one.track.tolist() for one in near.arrows] == [
        one.track.tolist() for one in plain.arrows
    ]
    assert [one.chip for one in near.arrows] == [one.chip for one in plain.arrows]


def _slants(track: Track) -> bool:
    """Whether more of an arrow than its rounded bends is neither level nor upright."""
    return float((np.abs(np.diff(track, axis=0)).min(axis=1) > 1e-6).mean()) > 0.3


def test_a_chip_is_not_written_larger_than_a_node(flagship: Pathway):
    sheet, _ = near_sheet(every(flagship), PAPER, SIZES[1], 3.0)
    labels = [one.label_hand.size for one in sheet.nodes if one.lines]
    chips = [one.chip_size for one in sheet.arrows if one.chip]
    assert chips
    assert max(chips) <= max(labels) + 0.01


def test_numbers_and_mechanisms_are_clear_of_particles(diagram: Diagram):
    _, size = near_sheet(diagram, PROJECTOR, SIZES[1], 3.0)
    beside = Written(diagram, PROJECTOR, citations(diagram.pathway)).at(size)
    tracks = {str(o.edge.id): o.arrow.track for o in diagram.arrows if not _slants(o.arrow.track)}
    radius = 4.0  # at a bend a large one may touch the leading of a line, but no letter
    for id, box in [(o.id, o.box) for o in (*beside.labels, *beside.notes)]:
        if id in tracks:
            assert _distance(tracks[id], box) >= radius, id


@pytest.mark.parametrize("theme", [PAPER, PROJECTOR], ids=lambda theme: theme.id)
@pytest.mark.parametrize("factor", ZOOMS)
def test_numbers_and_mechanisms_lie_on_nothing(diagram: Diagram, theme: Theme, factor: float):
    _, size = near_sheet(diagram, theme, SIZES[0], factor)
    beside = Written(diagram, theme, citations(diagram.pathway)).at(size)
    texts = [(label.id, label.box) for label in beside.labels]
    texts += [(f"mechanism of {note.id}", note.box) for note in beside.notes]
    assert texts
    assert overlapping(texts, _things(diagram, theme)) == []
    for id, box in texts:
        crossing = [s.edge.id for s in diagram.arrows if on(s.arrow.track, box)]
        assert crossing == [], id
    canvas = QRectF(0, 0, diagram.width, diagram.height)
    assert all(canvas.contains(box) for _, box in texts)


def _things(diagram: Diagram, theme: Theme) -> list[tuple[str, QRectF]]:
    things = [(str(one.node.id), one.box) for one in diagram.nodes]
    things += [("chip", one.chip) for one in diagram.arrows if one.chip is not None]
    heads = [h for one in diagram.arrows for h in (one.arrow.head_closed, one.arrow.head_strokes)]
    things += [("head", head.boundingRect()) for head in heads if not head.isEmpty()]
    things += [("anatomy", box) for box in anatomy_of(diagram, theme).boxes()]
    return things + [("place", box) for box in name_boxes(diagram, theme)]


@pytest.mark.parametrize("factor", ZOOMS)
def test_mechanisms_are_whole_fit_their_boxes_and_are_nearest_to_their_arrow(
    diagram: Diagram, factor: float
):
    sheet, size = near_sheet(diagram, PAPER, SIZES[0], factor)
    notes = Written(diagram, PAPER, citations(diagram.pathway)).at(size).notes
    for note in notes:
        mechanism = diagram.pathway.edge(note.id).mechanism
        assert " ".join(note.lines) == " ".join(mechanism.split())
        for text, row in note.rows():
            assert width(text, Hand(note.size)) <= row.width()
            assert note.size * LINE <= row.height() + 0.01
        far = max(note.size, CLEAR + 1)
        reach = note.box.adjusted(-far, -far, far, far)
        assert on(_track(sheet, note.id), reach), note.id
        own = _distance(_track(sheet, note.id), note.box)
        tracks = {str(a.shape.edge.id): a.shape.arrow.track for a in sheet.arrows}
        closer = [id for id, track in tracks.items() if _distance(track, note.box) < own - 0.1]
        assert closer == [], note.id


def _track(sheet: Sheet, id: str) -> Track:
    return next(a.shape.arrow.track for a in sheet.arrows if a.shape.edge.id == id)


def _distance(track: Track, box: QRectF) -> float:
    points = dense(track)
    dx = (box.left() - points[:, 0]).clip(0) + (points[:, 0] - box.right()).clip(0)
    dy = (box.top() - points[:, 1]).clip(0) + (points[:, 1] - box.bottom()).clip(0)
    return float((dx**2 + dy**2).min() ** 0.5)


def test_from_near_most_mechanisms_are_told(flagship: Pathway):
    diagram = laid_out(flagship, frozenset({flagship.layers[0].id}))
    sheet, size = near_sheet(diagram, PAPER, SIZES[0], 4.0)
    notes = Written(diagram, PAPER, {}).at(size).notes
    assert len(notes) >= 0.6 * len(sheet.arrows)


def test_reference_numbers_are_written_in_full_from_near(cascade: Pathway):
    diagram = laid_out(cascade, CORE)
    numbers = {"relay": (4, 12, 19, 20, 31), "drug__brake": (2, 3, 4)}
    written = Written(diagram, PAPER, numbers)
    far = {label.id: label.text for label in written.at(None).labels}
    near = {label.id: label.text for label in written.at(6.0).labels}
    assert far == {"relay": "4 12 +3", "drug__brake": "2 3 4"}
    assert near == {"relay": "4 12 19 20 31", "drug__brake": "2 3 4"}
    assert abridged(range(1, 4), 99) == "1 2 3"


def test_the_summary_is_painted_in_the_node(cascade: Pathway):
    sheet, _ = near_sheet(laid_out(cascade, CORE), PAPER, (1600, 900), 2.0)
    relay = next(one for one in sheet.nodes if one.shape.node.id == "relay")
    texts = Recorded()
    painted(lambda painter: paint_node(painter, relay, sheet, 0.4, "rising", texts))
    assert texts.texts == ["rising", "Relay", "What Relay does."]


def test_a_node_too_small_for_a_summary_keeps_its_name_and_word():
    pathway = small([node("relay", label="Relay of relays")], [])
    sheet, _ = near_sheet(laid_out(pathway, CORE), PAPER, (200, 120), 2.0)
    assert sheet.nodes[0].lines == ()
    assert frame(pathway).words == ("rising",)


def test_lines_break_between_words_and_the_last_is_shortened():
    hand = Hand(10)
    text = "one two three four five six seven"
    assert wrapped(text, hand, 1000, 3) == (text,)
    room = width("one two three", hand)
    assert wrapped(text, hand, room, 1) == ("one two…",)
    two = wrapped(text, hand, room, 2)
    assert two[0] == "one two three"
    assert two[1].endswith("…")
    assert wrapped(text, hand, 5, 3) == ()
    assert wrapped(text, hand, 1000, 0) == ()
    assert wrapped("", hand, 1000, 3) == ()


def test_a_mechanism_is_broken_into_lines_of_about_one_length():
    shapes = broken("glutamate binds and depolarises the neuron", 10)
    assert [len(lines) for lines in shapes] == [1, 2, 3, 4]
    for lines in shapes[1:]:
        widths = [width(text, Hand(10)) for text in lines]
        assert min(widths) > 0.4 * max(widths)
    assert broken("", 10) == []
