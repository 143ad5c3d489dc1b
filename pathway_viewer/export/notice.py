"""The notice: what every export says of itself, where it comes from and how it may be used."""

from __future__ import annotations

from collections.abc import Sequence

from pathway_viewer.model.pathway import Pathway


def notice_of(pathway: Pathway) -> str:
    """The disclaimer with the date on which the text was last reviewed."""
    reviewed = f" Text reviewed {pathway.reviewed}." if pathway.reviewed else ""
    return f"{pathway.disclaimer}{reviewed}".strip()


def licence_of(pathway: Pathway) -> str:
    """Under what licence the content may be passed on, '' where the file says nothing."""
    return f"Content: {pathway.license}" if pathway.license else ""


def source_of(pathway: Pathway) -> tuple[str, ...]:
    """Where the levels come from, with the licence and, for where there is less room, without."""
    levels = "Levels: teaching model"
    licence = licence_of(pathway)
    return (f"{levels} · {licence}", levels) if licence else (levels,)


def about(pathway: Pathway, entries: Sequence[str] = ()) -> dict[str, str]:
    """What a file says of itself to a program that asks: title, notice, licence, references."""
    told = {
        "Title": pathway.title,
        "Description": notice_of(pathway),
        "Copyright": licence_of(pathway),
        "References": "\n".join(entries),
    }
    return {key: text for key, text in told.items() if text}
