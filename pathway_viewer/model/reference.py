"""A reference as the file holds it: CSL-YAML, nothing more."""

from __future__ import annotations

from msgspec import Struct, field

from pathway_viewer.model.evidence import ReferenceId


class Author(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A name in CSL: family, given and suffix ('Jr'), or one literal string (a group)."""

    family: str = ""
    given: str = ""
    suffix: str = ""
    literal: str = ""


class Issued(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The date of publication in CSL: date-parts, year first."""

    date_parts: tuple[tuple[int, ...], ...] = field(name="date-parts")


class Reference(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One entry of the bibliography in CSL terms.

    An entry with `incomplete: true` has no fields but its id: the paper is known, its
    bibliographic data could not be read, and the screen says "citation incomplete".
    """

    id: ReferenceId
    type: str = "article-journal"
    author: tuple[Author, ...] = ()
    title: str = ""
    container_title: str = field(name="container-title", default="")
    container_title_short: str = field(name="container-title-short", default="")
    publisher: str = ""
    issued: Issued | None = None
    volume: str = ""
    issue: str = ""
    page: str = ""
    DOI: str = ""
    PMID: str = ""
    PMCID: str = ""
    URL: str = ""
    incomplete: bool = False
    authors_truncated: bool = False
