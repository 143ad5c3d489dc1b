"""References drawn at random: odd letters, missing fields, cut-short lists of authors."""

from __future__ import annotations

from pathlib import Path

import msgspec
import yaml
from hypothesis import strategies as st

from pathway_viewer.model.reference import Author, Issued, Reference

FILE = Path(__file__).parents[2] / "pathways" / "ketamine" / "references.yaml"

odd = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Z"), max_codepoint=0x2FFF),
    max_size=30,
)
authors = st.builds(
    Author, family=odd, given=odd, suffix=st.sampled_from(["", "Jr"]), literal=st.just("") | odd
)
TYPES = ("article-journal", "article", "book", "chapter", "webpage", "report", "thesis", "zine")
references = st.builds(
    Reference,
    id=st.from_regex(r"[a-z]{1,8}[0-9]{0,4}", fullmatch=True),
    type=st.sampled_from(TYPES),
    author=st.lists(authors, max_size=9).map(tuple),
    title=odd,
    container_title=odd,
    container_title_short=odd,
    publisher=odd,
    issued=st.none()
    | st.builds(
        Issued,
        date_parts=st.lists(
            st.lists(st.integers(1, 12), max_size=2).map(lambda rest: (1990 + sum(rest), *rest))
            | st.just(()),
            max_size=3,
        ).map(tuple),
    ),
    volume=odd,
    issue=odd,
    page=odd | st.just("139-145"),
    DOI=odd | st.just("10.1000/x"),
    PMID=odd,
    PMCID=odd,
    URL=odd,
    authors_truncated=st.booleans(),
)


def shipped() -> list[Reference]:
    """Every reference of the pathway that comes with the program."""
    rows = yaml.load(FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return [msgspec.convert(row, Reference) for row in rows]


def paper(**changes: object) -> Reference:
    """One complete journal article, changed as asked."""
    given: dict[str, object] = {
        "id": "aanhetrot2010",
        "author": (
            Author(family="aan het Rot", given="M."),
            Author(family="Collins", given="K. A."),
            Author(family="Mathew", given="S. J."),
        ),
        "title": "Safety and efficacy of repeated-dose intravenous ketamine",
        "container_title": "Biological Psychiatry",
        "container_title_short": "Biol. Psychiatry",
        "issued": Issued(date_parts=((2010,),)),
        "volume": "67",
        "issue": "2",
        "page": "139-145",
        "DOI": "10.1016/j.biopsych.2009.08.038",
    }
    return Reference(**(given | changes))
