"""Citations in prose are found, kept apart from the words, and told when written wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway_viewer.model.text import Run, cited, malformed, plain, runs


def test_ids_come_in_order_of_first_mention():
    text = "It rises [@li2010; @duman2012]. It lasts [@autry2011;@li2010]."
    assert cited(text) == ("li2010", "duman2012", "autry2011")


def test_a_text_is_words_and_groups():
    assert runs("It rises [@a; @b], as said.") == (
        Run("It rises "),
        Run("[@a; @b]", ("a", "b")),
        Run(", as said."),
    )
    assert runs("") == ()
    assert runs("[@a]") == (Run("[@a]", ("a",)),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It rises [@a].", "It rises."),
        ("It [@a] rises [@b; @c], and falls.", "It rises, and falls."),
        ("No citation (at all).", "No citation (at all)."),
        ("Ca²⁺ [@a]", "Ca²⁺"),
    ],
)
def test_without_citations_the_sentence_closes_up(text, words):
    assert plain(text) == words


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("It rises [@li2010].", ()),
        ("It rises [@].", ("[@]",)),
        ("It rises [@a, @b].", ("[@a, @b]",)),
        ("It rises [ @a].", ("[ @a]",)),
        ("It rises @li2010.", ("@li2010",)),
        ("It rises (@li2010).", ("@li2010",)),
        ("It rises [@a and [@b].", ("[@a and ",)),
        ("me@example.org", ()),
        ("5 @ 3", ()),
    ],
)
def test_what_only_looks_like_a_citation(text, pieces):
    assert malformed(text) == pieces


def test_ids_may_have_colons_and_dots_but_not_end_a_sentence_inside():
    assert cited("[@doi:10.1000/182.a]") == ("doi:10.1000/182.a",)


@given(st.text(alphabet="ab @[];,.1\n", max_size=60))
def test_runs_joined_are_the_text(text):
    parts = runs(text)
    assert "".join(run.text for run in parts) == text
    assert dict.fromkeys(id for run in parts for id in run.citations) == dict.fromkeys(cited(text))
    assert all(run.text for run in parts)


@given(st.lists(st.from_regex(r"[a-z][a-z0-9]{1,8}", fullmatch=True), min_size=1, max_size=4))
def test_any_group_is_read_back(ids):
    group = "[" + "; ".join(f"@{id}" for id in ids) + "]"
    assert cited(f"So it is {group}.") == tuple(dict.fromkeys(ids))
    assert malformed(f"So it is {group}.") == ()
