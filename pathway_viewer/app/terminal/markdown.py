"""Markdown: tables, constants and citations as plain documents have them."""

from __future__ import annotations

from collections.abc import Sequence

from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.reference import Reference
from pathway_viewer.model.text import runs


def cited(pathway: Pathway, text: str) -> str:
    """A text on one line, its citations as author and year."""
    known = {str(reference.id): reference for reference in pathway.references}
    parts: list[str] = []
    for run in runs(text):
        names = [named(known[id]) for id in run.citations if id in known]
        parts.append(f"({'; '.join(names)})" if run.citations else run.text)
    return " ".join("".join(parts).split()).replace("|", "\\|")


def named(reference: Reference) -> str:
    """'Li 2010', or its id where the citation is incomplete."""
    year = reference.issued.date_parts[0][0] if reference.issued else ""
    first = next(iter(reference.author), None)
    name = (first.family or first.literal) if first else ""
    return f"{name} {year}".strip() or f"{reference.id}, citation incomplete"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A Markdown table as one paragraph; a word where there are no rows."""
    if not rows:
        return ["None."]
    lines = [head, ["---"] * len(head), *rows]
    return ["\n".join("| " + " | ".join(line) + " |" for line in lines)]
