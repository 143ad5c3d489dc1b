"""Entries read as the style asks, whatever is missing, and odd letters do no harm."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference_strategies import paper, references, shipped

from pathway_viewer.citations.bibliography import INCOMPLETE, STYLES, Bibliography
from pathway_viewer.model.reference import Author, Issued, Reference

VANCOUVER = (
    "aan het Rot M, Collins KA, Mathew SJ. Safety and efficacy of repeated-dose intravenous "
    "ketamine. Biol Psychiatry. 2010;67(2):139–45. doi:10.1016/j.biopsych.2009.08.038"
)
APA = (
    "aan het Rot, M., Collins, K. A., & Mathew, S. J. (2010). Safety and efficacy of "
    "repeated-dose intravenous ketamine. Biological Psychiatry, 67(2), 139–145. "
    "https://doi.org/10.1016/j.biopsych.2009.08.038"
)


def entry(reference: Reference, style: str = "vancouver") -> str:
    return Bibliography([reference], style).entry(reference.id)


def html(reference: Reference, style: str = "vancouver") -> str:
    return Bibliography([reference], style).html(reference.id)


class Reader(HTMLParser):
    """What a browser would show of a piece of HTML, and where its links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.shown, self.links, self.tags = "", [], set()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.shown += data


def test_the_two_styles_read_as_their_manuals_ask():
    assert entry(paper()) == VANCOUVER
    assert entry(paper(), "apa") == APA


def test_a_cut_short_list_is_first_author_et_al():
    cut = paper(authors_truncated=True)
    assert entry(cut).startswith("aan het Rot M, et al. Safety")
    assert entry(cut, "apa").startswith("aan het Rot, M., et al. (2010). Safety")


def test_a_list_of_one_that_was_cut_short_still_says_et_al():
    cut = paper(author=(Author(family="Lii", given="T. R."),), authors_truncated=True)
    assert entry(cut).startswith("Lii TR, et al. ")
    assert entry(cut, "apa").startswith("Lii, T. R., et al. (2010)")


def test_a_group_and_a_junior_are_names_too():
    authors = (Author(family="Zarate", given="C. A.", suffix="Jr"), Author(literal="The Group"))
    assert entry(paper(author=authors)).startswith("Zarate CA Jr, The Group. ")


def test_without_a_doi_it_is_printed_without():
    bare = entry(paper(DOI=""))
    assert "doi" not in bare
    assert bare.endswith("139–45.")
    assert "<a" not in html(paper(DOI=""))


def test_without_authors_the_title_is_told_once():
    for style in STYLES:
        assert entry(paper(author=()), style).count("Safety") == 1


def test_the_parts_of_a_date_stand_apart():
    dated = paper(issued=Issued(date_parts=((1988, 10, 7),)))
    assert "Biol Psychiatry. 1988 Oct 7;67(2):139" in entry(dated)
    assert "(1988)" in entry(dated, "apa")


def test_a_question_needs_no_full_stop():
    assert "mirrors? Biol" in entry(paper(title="A trick of smoke and mirrors?"))
    assert "mirrors? <i>Biol" in html(paper(title="A trick of smoke and mirrors?"), "apa")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "nothing", [Reference(id="x", incomplete=True), Reference(id="x"), paper(id="y")]
)
def test_what_cannot_be_printed_says_so(nothing: Reference, style: str):
    shelf = Bibliography([nothing], style)
    assert shelf.entry("x") == shelf.html("x") == INCOMPLETE


def test_html_is_italic_linked_and_escaped():
    odd = paper(title="a < b & c <script>", DOI="10.1/<a&b>")
    read = Reader(html(odd, "apa"))
    assert "a < b & c <script>" in read.shown
    assert read.tags == {"i", "a"}
    assert read.links == ["https://doi.org/10.1/<a&b>"]


def test_html_shows_what_the_plain_text_says():
    for style in STYLES:
        assert Reader(html(paper(), style)).shown == entry(paper(), style)


def test_a_date_without_a_year_is_no_date():
    for issued in (None, Issued(date_parts=()), Issued(date_parts=((),))):
        assert "2010" not in entry(paper(issued=issued))


@settings(max_examples=60)
@given(references, st.sampled_from(sorted(STYLES)))
def test_no_reference_is_too_odd_to_print(reference: Reference, style: str):
    shelf = Bibliography([reference], style)
    assert shelf.entry(reference.id)
    assert Reader(shelf.html(reference.id)).tags <= {"i", "b", "a", "span", "sup"}


def test_an_entry_is_formatted_once():
    shelf = Bibliography([paper()])
    assert shelf.entry("aanhetrot2010") is shelf.entry("aanhetrot2010")


def test_every_shipped_reference_prints_its_title_and_year_or_says_it_is_incomplete():
    shelf = Bibliography(shipped())
    for one in shipped():
        if one.incomplete:
            assert shelf.entry(one.id) == INCOMPLETE
            continue
        assert one.title.rstrip("?.") in shelf.entry(one.id)
        assert str(one.issued.date_parts[0][0]) in shelf.entry(one.id)
        assert not re.search(r"\.\.|\?\.|,,| ,|\(\)", shelf.entry(one.id)), shelf.entry(one.id)
        assert one.DOI in shelf.entry(one.id)


def test_shipped_lists_that_were_cut_short_name_one_author():
    shelf = Bibliography(shipped())
    cut = [one for one in shipped() if one.authors_truncated]
    assert cut
    for one in cut:
        assert re.match(rf"{re.escape(one.author[0].family)} \S+, et al\. ", shelf.entry(one.id))
