"""Short references: where a paper stands, in one line, for where there is little room."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from pathway_viewer.citations.bibliography import Bibliography
from pathway_viewer.model.pathway import Pathway


def short_references(pathway: Pathway, ids: Sequence[str]) -> list[str]:
    """Where each stands: first author, journal, year, volume, pages. A page has no room for more.

    They are printed by the citation processor, with the first author alone.
    """
    known = pathway.reference_by_id
    brief = [
        replace(one, authors_truncated=len(one.author) > 1, title="", DOI="", PMID="", PMCID="")
        if one.author
        else one
        for one in (known[id] for id in ids)  # pyright: ignore[reportArgumentType]
    ]
    entries = Bibliography(brief)
    return [entries.entry(one.id) for one in brief]
