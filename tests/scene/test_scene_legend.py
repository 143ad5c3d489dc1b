"""The legend names every sign in the picture and none that is not there."""

from __future__ import annotations

from itertools import pairwise

import pytest
from drawing import Recorded, painted
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from small import CORE, EDGES, FLAGSHIP, NODES, edge, node, small
from synapses import synapse

from pathway_viewer.look.theme import PAPER, THEMES, Theme
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.diagram import laid_out
from pathway_viewer.scene.legend import Shown, legend_of, numbered, paint_legend
from pathway_viewer.scene.legend_columns import LINE, Legend, height, lines_of, placed
from pathway_viewer.scene.lettering import Hand
from pathway_viewer.scene.settling import anatomy_of

pytestmark = pytest.mark.usefixtures("qapp")

ALL = frozenset({"core", "detail"})
HAND = Hand(12)


def legend(
    pathway: Pathway, layers: frozenset[str] = ALL, theme: Theme = PAPER, ghost: bool = False
) -> Legend:
    return legend_of(Shown.in_diagram(laid_out(pathway, layers), theme), theme, ghost)


def texts(pathway: Pathway, layers: frozenset[str] = ALL) -> list[str]:
    return [entry.text for group in legend(pathway, layers) for entry in group]


def test_it_names_what_the_small_pathway_shows():
    assert texts(small()) == [
        "above rest",
        "influence now",
        "from outside",
        "activity",
        "outcome",
        "lowers",
        "needed for",
        "raises",
        "strong evidence",
        "moderate",
        "weak",
        "contested",
        "in people",
        "in rodents",
        "in cells",
    ]


@pytest.mark.parametrize(
    ("sign", "text"),
    [
        ("activates", "raises"),
        ("produces", "raises"),
        ("inhibits", "lowers"),
        ("removes", "lowers"),
        ("maintains", "needed for"),
        ("correlates", "goes with"),
    ],
)
def test_a_sign_is_named_when_it_is_there_and_no_other(sign, text: str):
    every = {"raises", "lowers", "needed for", "goes with"}
    assert every.intersection(texts(small(edges=[edge("drug", "brake", sign)]))) == {text}


@pytest.mark.parametrize(
    ("labels", "told"),
    [((), None), (("7 12", "4"), ("7", "reference 7")),
     (("7", "3 5 +3"), ("7 +2", "reference 7 and 2 more"))],
)  # fmt: skip
def test_numbers_that_are_read_are_explained_as_they_stand(labels, told):
    entries = [entry for group in numbered(legend(small()), labels) for entry in group]
    found = [(one.before, one.text) for one in entries if one.text.startswith("reference")]
    assert found == ([told] if told else [])


@pytest.mark.parametrize("name", ["ketamine", "ltp"])
def test_every_kind_of_mark_of_a_shipped_picture_is_explained(name: str):
    pathway = load(FLAGSHIP.with_name(f"{name}.yaml")).pathway
    assert pathway is not None
    for count in range(1, len(pathway.layers) + 1):
        layers = frozenset(layer.id for layer in pathway.layers[:count])
        diagram, told = laid_out(pathway, layers), texts(pathway, layers)
        gates = {str(gate.kind) for gate in anatomy_of(diagram, PAPER).gates}
        assert ("receptor, binds" in told) == ("receptor" in gates)
        assert ("channel, opens" in told) == ("channel" in gates)
        chips = [shape for shape in diagram.arrows if shape.chip is not None]
        assert ("from farther away" in told) == bool(chips)


def test_two_words_for_one_sign_are_one_entry():
    both = [edge("drug", "brake", "activates"), edge("brake", "relay", "produces")]
    assert texts(small(edges=both)).count("raises") == 1


@pytest.mark.parametrize("strength", ["strong", "moderate", "weak", "contested", "hypothesis"])
def test_only_the_strengths_that_are_there_are_named(strength):
    names = {"strong evidence", "moderate", "weak", "contested", "hypothesis"}
    found = names.intersection(texts(small(edges=[edge("drug", "brake", strength=strength)])))
    assert found == {"strong evidence" if strength == "strong" else strength}


def test_what_a_hidden_layer_holds_is_not_named():
    assert "moderate" in texts(small(), ALL)
    assert "moderate" not in texts(small(), CORE)


def test_without_arrows_nothing_is_said_of_arrows():
    assert texts(small(edges=())) == [
        "above rest",
        "from outside",
        "activity",
        "outcome",
    ]


def test_what_is_given_is_called_as_the_clocks_call_it():
    ltp = load(FLAGSHIP.with_name("ltp.yaml")).pathway
    assert ltp is not None
    assert texts(ltp)[2] == "stimulus"
    ketamine = load(FLAGSHIP).pathway
    assert ketamine is not None
    assert texts(ketamine)[2] == "drug"


def test_without_drugs_and_outcomes_neither_is_named():
    assert texts(small([node("relay")], ())) == ["above rest", "activity"]


@given(st.floats(120, 2400), st.floats(8, 30))
def test_columns_are_no_wider_than_the_room_and_hold_every_entry_once(room: float, size: float):
    every, hand = legend(small(NODES, EDGES)), Hand(size)
    spots = placed(every, hand, room)
    assert len(spots) == sum(map(len, every))
    columns = sorted({spot.x for spot in spots})
    for line in range(lines_of(every, hand, room)):
        row = sorted((s for s in spots if s.line == line), key=lambda s: s.x)
        for spot, after in pairwise(row):
            assert spot.x + spot.entry.width(hand) < after.x
        assert len(columns) == 1 or row[-1].x + row[-1].entry.width(hand) <= room + 0.01


def test_entries_of_a_group_stand_below_one_another():
    spots = placed(legend(small()), HAND, 4000)
    by_text = {spot.entry.text: spot for spot in spots}
    assert by_text["activity"].line == by_text["strong evidence"].line + 1
    assert by_text["above rest"].x == by_text["influence now"].x
    assert [s.entry.text for s in spots if s.first] == [
        "from outside",
        "lowers",
        "strong evidence",
        "in people",
    ]


def test_words_are_short_where_long_ones_need_another_line():
    every = legend(small())
    whole = max(s.x + s.entry.width(HAND) for s in placed(every, HAND, 4000))
    narrow = placed(every, HAND, whole - 1)
    assert lines_of(every, HAND, whole - 1) == 2
    assert "strong" in [spot.entry.text for spot in narrow]


def test_the_height_is_that_of_its_lines():
    every = legend(small())
    assert height(every, HAND, 4000) == pytest.approx(2 * 12 * LINE)
    assert height(every, HAND, 300) > 3 * 12 * LINE


def test_what_may_be_shown_needs_as_many_lines_as_what_is_shown_or_more():
    for file in ("ketamine.yaml", "ltp.yaml"):
        pathway = load(FLAGSHIP.with_name(file)).pathway
        assert pathway is not None
        most = legend_of(Shown.at_most(pathway), PAPER)
        for layers in (frozenset({"core"}), frozenset(one.id for one in pathway.layers)):
            for room in (500, 900, 1264, 1900):
                shown = legend(pathway, layers)
                assert lines_of(shown, HAND, room) <= lines_of(most, HAND, room)


def test_the_scale_has_words_at_both_ends():
    recorded = Recorded()
    every = legend(small())
    painted(lambda p: paint_legend(p, QRectF(0, 0, 900, 60), every, PAPER, HAND, recorded), 900, 60)
    assert recorded.texts[:2] == ["below", "above rest"]
    below, above = (where for _, where in recorded.drawn[:2])
    assert above.left() - below.right() > 3 * HAND.size


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)
def test_every_entry_is_painted_with_its_sign_and_its_text_inside_the_box(theme: Theme):
    every = legend(small(), theme=theme)
    box, recorded = QRectF(20, 30, 860, height(every, HAND, 860)), Recorded()
    image = painted(lambda p: paint_legend(p, box, every, theme, HAND, recorded), 900, 200)
    told = [entry.text for group in every for entry in group]
    assert recorded.texts[1:] == told
    assert all(box.adjusted(-1, -1, 3, 1).contains(where) for _, where in recorded.drawn)
    blank = painted(lambda p: None, 900, 200)
    for _, where in recorded.drawn[1:]:
        sign = QRectF(where.left() - 18, where.top(), 14, where.height()).toRect()
        assert image.copy(sign) != blank.copy(sign)


def test_parts_of_cells_are_told_where_they_are_seen():
    parts = {"channel, opens", "vesicle, releases", "spine, grows"}
    assert parts <= set(texts(synapse(), CORE))
    assert not parts & set(texts(small(), CORE))
