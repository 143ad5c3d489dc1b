"""A reference as a CSL-JSON item: what citation processors and reference managers read."""

from __future__ import annotations

from typing import Any

import msgspec

from pathway_viewer.model.reference import Author, Reference

OTHERS = "et al."


def csl_item(reference: Reference) -> dict[str, Any]:
    """The CSL-JSON item of a reference, without our own fields and without empty ones.

    A cut-short author list ends in the literal name 'et al.'; a date without a year is none.
    """
    item: dict[str, Any] = {
        key: value
        for key, value in msgspec.to_builtins(reference).items()
        if value and key not in {"incomplete", "authors_truncated", "author", "issued"}
    }
    item.setdefault("type", reference.type)
    if names := [_name(author) for author in authors(reference)]:
        item["author"] = names
    if parts := dates(reference):
        item["issued"] = {"date-parts": parts}
    return item


def authors(reference: Reference) -> list[Author]:
    """The names that say something; a cut-short list ends in 'et al.', and only such a list."""
    named = [a for a in reference.author if (a.family or a.given or a.literal)]
    named = [a for a in named if a.literal.strip(" .").lower() not in {"et al", "others"}]
    cut = reference.authors_truncated or len(named) < len(reference.author)
    return [*named, Author(literal=OTHERS)] if named and cut else named


def dates(reference: Reference) -> list[list[int]]:
    """The date-parts that have at least a year."""
    issued = reference.issued.date_parts if reference.issued else ()
    return [list(parts[:3]) for parts in issued if parts]


def year(reference: Reference) -> str:
    """The year of publication, '' when unknown."""
    parts = dates(reference)
    return str(parts[0][0]) if parts else ""


def _name(author: Author) -> dict[str, str]:
    """The parts a name has; a literal name has no others."""
    if author.literal:
        return {"literal": author.literal}
    parts = {"family": author.family, "given": author.given, "suffix": author.suffix}
    return {key: value for key, value in parts.items() if value}
