"""The caption is the file's own sentence where it has one, else a sentence from the levels."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from small_pathway import node, pathway, saying

from pathway_viewer.timeline.caption import LONGEST, Captions
from pathway_viewer.timeline.doing import Doing, vocabulary

LABELS = ("BDNF release", "TrkB", "Glutamate", "Spines", "Akt")


def composed(*doings: Doing, labels: tuple[str, ...] = LABELS) -> str:
    """The caption of nodes doing this, the first of them most."""
    nodes = [node(f"n{i}", label) for i, label in enumerate(labels)]
    padded = [*doings, *[Doing.AT_REST] * (len(nodes) - len(doings))]
    words = [vocabulary(n.words)[doing] for n, doing in zip(nodes, padded, strict=True)]
    return Captions.of(pathway(*nodes)).at(1.0, padded, words, np.linspace(0.9, 0.1, len(nodes)))


def test_risers_come_first_then_what_eases():
    assert composed(Doing.RISING, Doing.RISING, Doing.EASING) == (
        "BDNF release and TrkB rise; glutamate eases."
    )


def test_names_keep_their_capitals_inside_a_sentence():
    assert composed(Doing.AT_REST, Doing.PEAK, Doing.EASING, Doing.AT_REST, Doing.EASING) == (
        "TrkB peaks; glutamate and Akt ease."
    )


def test_formulas_are_no_words():
    labels = ("Mood", "L-type Ca²⁺", "Ca²⁺", "mTORC1")
    assert composed(Doing.PEAK, Doing.RISING, Doing.RISING, labels=labels) == (
        "L-type Ca²⁺ and Ca²⁺ rise; mood peaks."
    )


def test_a_plural_label_takes_a_plural_verb():
    assert composed(*[Doing.AT_REST] * 3, Doing.RISING) == "Spines rise."
    assert composed(Doing.RISING, labels=("Neurogenesis",)) == "Neurogenesis rises."


def test_a_nodes_own_word_is_said():
    assert composed(Doing.LOW, Doing.ABOVE, Doing.ABOVE, Doing.BELOW) == (
        "BDNF release is low; TrkB and glutamate stay raised."
    )


def test_the_largest_changes_are_named():
    text = composed(*[Doing.RISING] * 5)
    assert text == "BDNF release and TrkB rise."


def test_rest_is_said():
    assert composed() == "Everything is at rest."


def test_only_the_first_layer_is_told():
    nodes = node("a", "Alpha", layer="detail"), node("b", "Beta")
    captions = Captions.of(pathway(*nodes))
    assert captions.at(0, [1, 1], ["rising"] * 2, np.array([0.9, 0.1])) == "Beta rises."


def test_the_file_is_quoted_without_its_citations():
    told = node("a", now=(saying(0, 2, "Glutamate surges [@li2010]."),))
    captions = Captions.of(pathway(told))
    now = [Doing.RISING], ["rising"], np.array([0.5])
    assert captions.at(1, *now) == "Glutamate surges."
    assert captions.at(2, *now) == "Glutamate surges."
    assert captions.at(2.1, *now) == "A rises."


def test_of_several_sentences_the_latest_begun_is_quoted():
    first = node("a", now=(saying(0, 9, "First."), saying(3, 5, "Third.")))
    second = node("b", now=(saying(2, 9, "Second."),))
    captions = Captions.of(pathway(first, second))
    texts = [captions.at(t, [0, 0], ["at rest"] * 2, np.zeros(2)) for t in (1, 2.5, 4, 6)]
    assert texts == ["First.", "Second.", "Third.", "Second."]


@given(st.lists(st.sampled_from(Doing), min_size=1, max_size=8))
def test_a_composed_caption_is_one_short_sentence(doings: list[Doing]):
    labels = tuple(f"Protein number {i}" for i in range(len(doings)))
    text = composed(*doings, labels=labels)
    assert len(text) <= LONGEST
    assert text.endswith(".")
    assert text.count(".") == 1


def test_plain_words_are_small_inside_a_sentence_and_names_are_not():
    labels = ("TrkB", "New proteins", "CREB", "Akt", "Spines")
    text = composed(Doing.PEAK, Doing.EASING, Doing.EASING, labels=labels)
    assert text == "TrkB peaks; new proteins and CREB ease."
    text = composed(Doing.PEAK, Doing.AT_REST, Doing.EASING, Doing.EASING, labels=labels)
    assert text == "TrkB peaks; CREB and Akt ease."
