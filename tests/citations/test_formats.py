"""What is copied out is read back by the readers of those formats, letter for letter."""

from __future__ import annotations

import json
import re

import bibtexparser
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import example, given, settings
from reference_strategies import paper, references, shipped

from pathway_viewer.citations.formats import bibtex, csl_json, ris
from pathway_viewer.model.reference import Author, Reference


def read_bibtex(text: str) -> list[bibtexparser.model.Entry]:
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    return library.entries


def flat(text: str) -> str:
    return " ".join(text.split())


def test_bibtex_is_read_back():
    (entry,) = read_bibtex(bibtex(paper()))
    fields = {field.key: field.value for field in entry.fields}
    assert (entry.entry_type, entry.key) == ("article", "aanhetrot2010")
    assert fields["author"] == "aan het Rot, M. and Collins, K. A. and Mathew, S. J."
    assert fields["title"] == paper().title
    assert fields["journal"] == "Biological Psychiatry"
    assert (fields["year"], fields["volume"], fields["number"]) == ("2010", "67", "2")
    assert fields["doi"] == paper().DOI


def test_bibtex_writes_page_ranges_and_capitals_as_it_must():
    text = bibtex(paper(page="139–145", title="TrkB in mPFC"))
    assert "pages = {139--145}" in text
    assert "title = {{TrkB in mPFC}}" in text


def test_bibtex_escapes_what_latex_would_eat():
    text = bibtex(paper(title="50% of {a_b} & Ca²⁺ cost $5 # é \\ ~"))
    assert r"50{\%} of {\textbraceleft}a{\_}b{\textbraceright} {\&} Ca" in text
    (entry,) = read_bibtex(text)
    assert entry["title"].startswith("50% of")


def test_bibtex_names_keep_together_what_belongs_together():
    authors = (
        Author(family="Zarate", given="C. A.", suffix="Jr"),
        Author(literal="Canadian Network for Mood and Anxiety"),
        Author(family="This and That", given="X."),
        Author(literal="et al."),
    )
    text = bibtex(paper(author=authors))
    assert (
        "author = {Zarate, Jr, C. A. and {Canadian Network for Mood and Anxiety} "
        "and {This and That}, X. and others}" in text
    )


def test_a_cut_short_list_says_so_in_every_format():
    cut = paper(authors_truncated=True)
    assert "and others}" in bibtex(cut)
    assert rispy.loads(ris(cut))[0]["authors"][-1] == "et al."
    assert json.loads(csl_json(cut))[0]["author"][-1] == {"literal": "et al."}


def test_ris_is_read_back():
    (entry,) = rispy.loads(ris(paper()))
    assert entry["type_of_reference"] == "JOUR"
    assert entry["authors"] == ["aan het Rot, M.", "Collins, K. A.", "Mathew, S. J."]
    assert entry["title"] == paper().title
    assert entry["secondary_title"] == "Biological Psychiatry"
    assert (entry["start_page"], entry["end_page"]) == ("139", "145")
    assert (entry["year"], entry["volume"], entry["number"]) == ("2010", "67", "2")
    assert entry["doi"] == paper().DOI


def test_ris_holds_its_own_tags_and_nothing_else():
    lines = ris(paper(), paper(id="b")).splitlines()
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines if line)
    assert lines[0] == "TY  - JOUR"


def test_csl_json_is_what_the_file_says_without_our_own_fields():
    (item,) = json.loads(csl_json(paper(PMID="1", URL="https://example.org")))
    assert item["container-title"] == "Biological Psychiatry"
    assert item["issued"] == {"date-parts": [[2010]]}
    assert item["author"][0] == {"family": "aan het Rot", "given": "M."}
    assert (item["PMID"], item["URL"]) == ("1", "https://example.org")
    assert not {"incomplete", "authors_truncated", "publisher"} & set(item)


def test_incomplete_references_are_left_out():
    missing = Reference(id="x", incomplete=True)
    for write in (bibtex, ris, csl_json):
        assert write(paper(), missing) == write(paper())
    assert (bibtex(missing), ris(missing), csl_json(missing)) == ("", "", "[]\n")


def test_every_shipped_reference_survives_every_format():
    complete = [one for one in shipped() if not one.incomplete]
    titles = [one.title for one in complete]
    assert [entry["title"] for entry in rispy.loads(ris(*shipped()))] == titles
    assert [item["title"] for item in json.loads(csl_json(*shipped()))] == titles
    keys = [entry.key for entry in read_bibtex(bibtex(*shipped()))]
    assert keys == [one.id for one in complete]


@settings(max_examples=80)
@given(references)
@example(Reference(id="a", title="A", author=(Author(literal="B"),), URL="\\"))
def test_odd_references_are_read_back_as_one_entry(reference: Reference):
    told = bool(reference.title or reference.author)
    assert len(read_bibtex(bibtex(reference))) == told
    assert len(json.loads(csl_json(reference))) == told
    entries = rispy.loads(ris(reference))
    assert len(entries) == told
    if told and reference.title.strip():
        assert flat(entries[0]["title"]) == flat(reference.title)
