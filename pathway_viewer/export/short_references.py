"""Short references: where a paper stands, in one line, for where there is little room."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from pathway_viewer.citations.bibliography import Bibliography
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.reference import Reference


def _brief(one: Reference) -> Reference:
    if not one.author:
        return one
    found = bool(one.volume and one.page)
    doi = "" if found else one.DOI
    return replace(one, authors_truncated=len(one.author) > 1, title="", DOI=doi, PMID="", PMCID="")


def short_references(pathway: Pathway, ids: Sequence[str]) -> list[str]:
    """Where each stands: first author, journal, year, volume, pages. A page has no room for more.

    They are printed by the citation processor, with the first author alone; with its DOI where
    the volume or the pages are not known.
    """
    known = pathway.reference_by_id
    brief = [
        _brief(known[id])  # pyright: ignore[reportArgumentType]
        for id in ids
    ]
    entries = Bibliography(brief)
    return [entries.entry(one.id) for one in brief]
