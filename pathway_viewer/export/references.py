"""The reference list as a file: BibTeX, RIS, CSL-JSON, or text as a citation style prints it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from pathway_viewer.citations.bibliography import INCOMPLETE, Bibliography, StyleId
from pathway_viewer.citations.formats import bibtex, csl_json, ris
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.reference import Reference
from pathway_viewer.model.writing import write_whole

FORMS: dict[str, Callable[..., str]] = {".bib": bibtex, ".ris": ris, ".json": csl_json}
SUFFIXES = (*FORMS, ".txt")


def save_references(
    pathway: Pathway, numbers: Mapping[str, int], style: StyleId, out: Path
) -> tuple[Reference, ...]:
    """Write all references in order of their numbers; the suffix names the format.

    Returns those that were left out: bibliographic data that could not be read is no data for
    another program, while a text says "citation incomplete" in their place. Raises ValueError
    for another suffix and OSError where the file cannot be written; then nothing is written.
    """
    write_whole(out, references_text(pathway, numbers, style, out))
    if out.suffix.lower() not in FORMS:
        return ()
    return tuple(one for one in _listed(pathway, numbers) if not printable(one))


def references_text(
    pathway: Pathway, numbers: Mapping[str, int], style: StyleId, out: Path
) -> str | bytes:
    """What the file will hold; it takes up to a second. ValueError for another suffix."""
    suffix = out.suffix.lower()
    if suffix not in SUFFIXES:
        raise ValueError(f"{out.name}: a list of references ends in {', '.join(SUFFIXES)}")
    listed = _listed(pathway, numbers)
    if suffix not in FORMS:
        return _text(listed, numbers, style)
    return FORMS[suffix](*(one for one in listed if printable(one)))


def _listed(pathway: Pathway, numbers: Mapping[str, int]) -> list[Reference]:
    return sorted(pathway.references, key=lambda one: numbers[one.id])


def printable(reference: Reference) -> bool:
    """Whether there is anything to print of a reference but that it is incomplete."""
    return not reference.incomplete and bool(reference.title or reference.author)


def _text(listed: list[Reference], numbers: Mapping[str, int], style: StyleId) -> str:
    """An entry a line: numbered, or in the order of the alphabet where the style wants that."""
    entries = Bibliography(listed, style)
    if style == "apa":
        told = sorted(
            (entries.entry(one.id) for one in listed),
            key=lambda text: (text == INCOMPLETE, text.casefold()),
        )
        return "".join(f"{text}\n" for text in told)
    return "".join(f"{numbers[one.id]}. {entries.entry(one.id)}\n" for one in listed)
