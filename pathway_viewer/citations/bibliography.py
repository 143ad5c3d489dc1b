"""The reference list: each entry as a citation style prints it, formatted when first asked for."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any, Literal, cast

from pathway_viewer.citations.csl import csl_item
from pathway_viewer.model.reference import Reference

StyleId = Literal["vancouver", "apa"]
STYLES: dict[StyleId, str] = {"vancouver": "nlm-citation-sequence", "apa": "apa"}
"""Our names for two styles of the CSL repository."""

INCOMPLETE = "citation incomplete"

_CSL = "{http://purl.org/net/xbiblio/csl}"
_NAMED = tuple(f"{_CSL}{tag}" for tag in ("style", "bibliography", "name"))
_FIRST_AUTHOR = {
    "et-al-min": "2",
    "et-al-use-first": "1",
    "et-al-use-last": "false",
    "delimiter-precedes-et-al": "always",
}


class Bibliography:
    """References by id, printed by the citation processor citeproc-py.

    Formatting an entry takes some milliseconds, so it happens when an entry is first asked
    for and is then kept. An entry that is incomplete, unknown or has nothing a style could
    print reads "citation incomplete". Entries carry no number: whoever lists them counts.
    """

    def __init__(self, references: Iterable[Reference], style: StyleId = "vancouver") -> None:
        self._references: dict[str, Reference] = {
            reference.id: reference for reference in references
        }
        self._style: StyleId = style
        self._kept: dict[tuple[str, bool], str] = {}

    def entry(self, id: str) -> str:
        """One reference as plain text."""
        return self._formatted(id, rich=False)

    def html(self, id: str) -> str:
        """One reference as HTML: text escaped, titles in italics, the DOI a link."""
        return self._formatted(id, rich=True)

    def _formatted(self, id: str, *, rich: bool) -> str:
        key = (id, rich)
        if key not in self._kept:
            self._kept[key] = self._format(id, rich=rich)
        return self._kept[key]

    def _format(self, id: str, *, rich: bool) -> str:
        reference = self._references.get(id)
        if reference is None or reference.incomplete or not (reference.title or reference.author):
            return INCOMPLETE
        text = self._processor.format(reference, rich=rich)
        if not rich:
            return text
        text = re.sub(r"&(?!\w+;)", "&amp;", text)
        return _linked(text, reference.DOI) if reference.DOI else text

    @cached_property
    def _processor(self) -> _Processor:
        return _Processor(self._style)


class _Processor:
    """The citation processor with one style loaded, in the two manners we print names."""

    def __init__(self, style: StyleId) -> None:
        # Late: citeproc brings lxml, and the first picture needs no reference.
        import citeproc  # pyright: ignore[reportMissingTypeStubs]
        from citeproc.source.json import CiteProcJSON  # pyright: ignore[reportMissingTypeStubs]

        self._citeproc = cast(Any, citeproc)
        self._shelf = cast(Any, CiteProcJSON)
        self._full, self._first = self._load(style), self._load(style)
        for element in self._first.root.iter(*_NAMED):
            element.attrib.update(_FIRST_AUTHOR)

    def format(self, reference: Reference, *, rich: bool) -> str:
        """One entry. Where the file's author list is cut short, first author and 'et al.'"""
        library, item = self._citeproc, csl_item(reference) | {"id": "it"}
        style = self._first if reference.authors_truncated else self._full
        manner = library.formatter.html if rich else library.formatter.plain
        shelf = library.CitationStylesBibliography(
            style, self._shelf([_escaped(item) if rich else item]), manner
        )
        shelf.register(library.Citation([library.CitationItem("it")]))
        # WORKAROUND(citeproc-py 0.11): CSL wants no full stop after a title's own '?' or '!';
        # can go when the processor leaves it out.
        return re.sub(r"([?!](?:</i>)?)\.", r"\1", "".join(map(str, shelf.bibliography()))).strip()

    def _load(self, style: StyleId) -> Any:  # noqa: ANN401
        """A style without its numbers: each entry is formatted alone and would be number 1."""
        loaded = self._citeproc.CitationStylesStyle(STYLES[style], validate=False)
        numbers = loaded.root.findall(f".//{_CSL}layout/{_CSL}text[@variable='citation-number']")
        # WORKAROUND(citeproc-py 0.11): a title that stands in for missing authors is printed a
        # second time in its own place; can go when the processor suppresses what it substituted.
        titles = loaded.root.findall(f".//{_CSL}substitute/{_CSL}text")
        for text in [*numbers, *titles]:
            text.getparent().remove(text)
        # WORKAROUND(citeproc-py 0.11): what stands between the parts of a date is looked for where
        # the date is called, not where the style's locale defines it; goes when found there.
        for defined in loaded.root.findall(f"./{_CSL}locale/{_CSL}date[@delimiter]"):
            for called in loaded.root.iterfind(f".//{_CSL}date[@variable]"):
                if called.get("form") == defined.get("form"):
                    called.set("delimiter", called.get("delimiter") or defined.get("delimiter"))
        return loaded


def _escaped(item: Any) -> Any:  # noqa: ANN401
    """A CSL-JSON item with every text escaped for HTML, which the processor leaves to us."""
    if isinstance(item, str):
        return html.escape(item, quote=False)
    if isinstance(item, list):
        return [_escaped(one) for one in cast(list[Any], item)]
    if isinstance(item, dict):
        return {key: _escaped(one) for key, one in cast(dict[str, Any], item).items()}
    return item


def _linked(text: str, doi: str) -> str:
    """Formatted HTML with the DOI, however the style writes it, made a link."""
    shown = html.escape(doi, quote=False)
    address = html.escape(f"https://doi.org/{doi}")
    pattern = rf"(?:https://doi\.org/|doi: ?)?{re.escape(shown)}"
    return re.sub(pattern, lambda m: f'<a href="{address}">{m[0]}</a>', text, count=1)
