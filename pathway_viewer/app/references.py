"""References: how they are printed and copied, ready for the details panel."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from pathway_viewer.citations.bibliography import Bibliography
from pathway_viewer.model.evidence import ReferenceId
from pathway_viewer.model.pathway import Pathway

Printer = Callable[[tuple[str, ...]], str]


def printers(
    pathway: Pathway, bibliography: Bibliography, numbers: Mapping[str, int]
) -> dict[str, Printer]:
    """The formats references can be copied in, by the label of their button."""
    # Late: nobody has asked for a citation before the first picture.
    from pathway_viewer.citations.formats import bibtex, csl_json, ris

    def plain(ids: tuple[str, ...]) -> str:
        return "\n".join(f"{numbers.get(id, 0)}. {bibliography.entry(id)}" for id in ids)

    return {
        "Copy": plain,
        "BibTeX": partial(written, pathway, bibtex),
        "RIS": partial(written, pathway, ris),
        "CSL-JSON": partial(written, pathway, csl_json),
    }


def written(pathway: Pathway, form: Callable[..., str], ids: tuple[str, ...]) -> str:
    """References in one format."""
    known = pathway.reference_by_id
    return form(*(known[id] for id in map(ReferenceId, ids) if id in known))
