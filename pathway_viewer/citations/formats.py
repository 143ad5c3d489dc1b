"""References for other programs: BibTeX, RIS and CSL-JSON, as text to copy or to save."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any, cast

from pathway_viewer.citations.csl import OTHERS, authors, csl_item, year
from pathway_viewer.model.reference import Author, Reference

_BIBTEX_TYPES = {
    "article-journal": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
_RIS_TYPES = {
    "article": "UNPB",
    "article-journal": "JOUR",
    "book": "BOOK",
    "chapter": "CHAP",
    "paper-conference": "CONF",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
}
_CONTAINERS = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
_BRACES = {ord("{"): r"\textbraceleft", ord("}"): r"\textbraceright"}
"""BibTeX counts braces even where a backslash stands before them."""


def csl_json(*references: Reference) -> str:
    """CSL-JSON: a list with an item a reference. Incomplete references are left out."""
    items = [csl_item(reference) for reference in _complete(references)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def ris(*references: Reference) -> str:
    """RIS, an entry a reference; empty when there is none. Incomplete ones are left out."""
    # Late: only asked for by a click.
    import rispy  # pyright: ignore[reportMissingTypeStubs]
    from rispy.writer import RisWriter  # pyright: ignore[reportMissingTypeStubs]

    class Writer(RisWriter):
        """Without the numbers that the library puts before entries: the format knows none."""

        def set_header(self, count: int) -> str:  # pyright: ignore[reportUnusedParameter]
            """Nothing."""
            return ""

    entries = [_ris_entry(reference) for reference in _complete(references)]
    return cast(Any, rispy).dumps(entries, implementation=Writer)


def bibtex(*references: Reference) -> str:
    """BibTeX, an entry a reference; incomplete ones are left out.

    Letters are written as LaTeX names them, titles keep their capitals, and a cut-short list
    of authors ends in 'others'.
    """
    # Late: only asked for by a click.
    from bibtexparser.entrypoint import write_string  # pyright: ignore[reportUnknownVariableType]
    from bibtexparser.library import Library
    from bibtexparser.model import Entry, Field

    library = Library()
    for one in _complete(references):
        kind = _BIBTEX_TYPES.get(one.type, "misc")
        fields = [Field(name, value) for name, value in _bibtex_fields(one, kind).items() if value]
        library.add(Entry(kind, _bibtex_key(one), fields))
    return write_string(library)


def _complete(references: tuple[Reference, ...]) -> list[Reference]:
    return [one for one in references if not one.incomplete and (one.title or one.author)]


def _pages(reference: Reference) -> tuple[str, str]:
    """First and last page; the last is '' for a single page or an article number."""
    first, _, last = re.sub(r"\s*[-–—]+\s*", "-", _flat(reference.page)).partition("-")
    return first, last


def _flat(text: str) -> str:
    """The text on one line: a line break would begin a new tag."""
    return " ".join(text.split())


def _ris_entry(reference: Reference) -> dict[str, str | list[str]]:
    first, last = _pages(reference)
    fields: dict[str, str] = {
        "title": reference.title,
        "secondary_title": reference.container_title,
        "alternate_title1": reference.container_title_short,
        "publisher": reference.publisher,
        "year": year(reference),
        "volume": reference.volume,
        "number": reference.issue,
        "start_page": first,
        "end_page": last,
        "doi": reference.DOI,
        "accession_number": reference.PMID,
        "custom2": reference.PMCID,
        "id": reference.id,
    }
    entry: dict[str, str | list[str]] = {
        "type_of_reference": _RIS_TYPES.get(reference.type, "GEN"),
        "authors": [_flat(_ris_name(author)) for author in authors(reference)],
    }
    entry |= {key: _flat(value) for key, value in fields.items() if value.strip()}
    return entry | ({"urls": [_flat(reference.URL)]} if reference.URL.strip() else {})


def _ris_name(author: Author) -> str:
    parts = [author.family, author.given, author.suffix]
    return author.literal or ", ".join(part for part in parts if part)


def _bibtex_key(reference: Reference) -> str:
    return re.sub(r"[^A-Za-z0-9_:.+/-]", "", reference.id) or "reference"


def _bibtex_fields(reference: Reference, kind: str) -> dict[str, str]:
    first, last = _pages(reference)
    title = _latex(reference.title)
    return {
        "author": " and ".join(_bibtex_name(author) for author in authors(reference)),
        "title": f"{{{title}}}" if title else "",
        _CONTAINERS.get(kind, "howpublished"): _latex(reference.container_title),
        "publisher": _latex(reference.publisher),
        "year": year(reference),
        "volume": _latex(reference.volume),
        "number": _latex(reference.issue),
        "pages": "--".join(_latex(page) for page in (first, last) if page),
        "doi": _address(reference.DOI),
        "url": _address(reference.URL),
        "pmid": _latex(reference.PMID),
        "pmcid": _latex(reference.PMCID),
    }


def _bibtex_name(author: Author) -> str:
    """'Family, Suffix, Given', a group in braces, 'others' for 'et al.'"""
    if author.literal:
        return "others" if author.literal == OTHERS else f"{{{_latex(author.literal)}}}"
    parts = [_latex(part) for part in (author.family, author.suffix, author.given)]
    return ", ".join(_guarded(part) for part in parts if part)


def _guarded(part: str) -> str:
    """A part of a name in braces where BibTeX would cut it."""
    return f"{{{part}}}" if "," in part or re.search(r"\band\b", part) else part


def _address(text: str) -> str:
    """A DOI or address as it is, but for the signs that would unbalance the entry."""
    return _flat(text).replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")


def _latex(text: str) -> str:
    return _encoder()(_flat(text))


@cache
def _encoder() -> Callable[[str], str]:
    # Late: only asked for by a click.
    from pylatexenc import latexencode  # pyright: ignore[reportMissingTypeStubs]

    library = cast(Any, latexencode)
    braces = library.UnicodeToLatexConversionRule(library.RULE_DICT, _BRACES)
    encoder = library.UnicodeToLatexEncoder(
        conversion_rules=[braces, "defaults"],
        replacement_latex_protection="braces-all",
        unknown_char_policy="keep",
        unknown_char_warning=False,
    )
    return encoder.unicode_to_latex
