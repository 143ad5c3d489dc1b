"""The legend names every sign in the picture and none that is not there."""

from __future__ import annotations

import pytest
from drawing import Recorded, painted
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from small import CORE, EDGES, FLAGSHIP, NODES, edge, node, small
from synapses import synapse

from pathway_viewer.look.theme import PAPER, THEMES
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.diagram import laid_out
from pathway_viewer.scene.legend import entries, height, paint_legend, rows
from pathway_viewer.scene.lettering import Hand, width

pytestmark = pytest.mark.usefixtures("qapp")

ALL = frozenset({"core", "detail"})
HAND = Hand(12)


def texts(pathway: Pathway, layers: frozenset[str] = ALL) -> list[str]:
    return [entry.text for entry in entries(laid_out(pathway, layers), PAPER)]


def test_it_names_what_the_small_pathway_shows():
    assert texts(small()) == [
        "below · at · above rest",
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
        "people",
        "rodents",
        "cells",
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
        "below · at · above rest",
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
    assert texts(small([node("relay")], ())) == ["below · at · above rest", "activity"]


@given(st.floats(60, 2000), st.floats(8, 30))
def test_lines_are_no_wider_than_the_room_and_hold_every_entry_once(room: float, size: float):
    every = entries(laid_out(small(NODES, EDGES), ALL), PAPER)
    hand, seen = Hand(size), []
    for line in rows(every, hand, room):
        ends = [x + (e.wide + 0.5) * size + width(e.text, hand) for x, e in line]
        assert len(line) == 1 or ends[-1] <= room
        assert all(end < x for end, (x, _) in zip(ends, line[1:], strict=False))
        seen += [entry for _, entry in line]
    assert seen == list(every)


def test_the_height_is_that_of_its_lines():
    every = entries(laid_out(small(), ALL), PAPER)
    assert height(every, HAND, 4000) == pytest.approx(12 * 1.75)
    assert height(every, HAND, 300) > 3 * 12 * 1.75


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)
def test_every_entry_is_painted_with_its_sign_and_its_text_inside_the_box(theme):
    every = entries(laid_out(small(), ALL), theme)
    box, recorded = QRectF(20, 30, 500, height(every, HAND, 500)), Recorded()
    image = painted(lambda p: paint_legend(p, box, every, theme, HAND, recorded), 600, 200)
    assert recorded.texts == [entry.text for entry in every]
    assert all(box.adjusted(-1, -1, 3, 1).contains(where) for _, where in recorded.drawn)
    blank = painted(lambda p: None, 600, 200)
    for _, where in recorded.drawn:
        sign = QRectF(where.left() - 18, where.top(), 14, where.height()).toRect()
        assert image.copy(sign) != blank.copy(sign)


def test_parts_of_cells_are_told_where_they_are_seen():
    told = {entry.text for entry in entries(laid_out(synapse(), CORE), PAPER)}
    parts = {"channel, opens with its level", "vesicle and what it releases now"}
    parts.add("spine, grows with its level")
    assert parts <= told
    assert not parts & {entry.text for entry in entries(laid_out(small(), CORE), PAPER)}
