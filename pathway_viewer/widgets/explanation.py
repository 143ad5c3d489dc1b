"""Explanation: what the details panel says of one thing, as plain values and HTML."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from pathway_viewer.model.evidence import Species
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.story import Reading
from pathway_viewer.widgets.citer import Citer
from pathway_viewer.widgets.wording import SPECIES_WORD


@dataclass(frozen=True)
class Chip:
    """A short label in a row: plain, strong (well shown) or doubt (contested)."""

    text: str
    role: str = "chip"


def species_chips(species: Collection[Species]) -> tuple[Chip, ...]:
    """Every kind of subject: dark where there is evidence, pale where there is none."""
    return tuple(
        Chip(f"{word} ✓", "chip-strong") if key in species else Chip(f"{word}: none")
        for key, word in SPECIES_WORD.items()
    )


@dataclass(frozen=True)
class Explanation:
    """A page of the panel: what it is, its name, chips, the text, and whom it cites."""

    kicker: str
    title: str
    subtitle: str
    html: str
    chips: tuple[Chip, ...] = ()
    references: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reader:
    """Who reads what: the pathway, the reading level and the numbers of the references."""

    pathway: Pathway
    reading: Reading
    citer: Citer


def heading(text: str, small: str = "") -> str:
    """A section's heading, with a quiet remark beside it."""
    remark = f' <span class="small" style="font-weight: 400">{small}</span>' if small else ""
    return f"<h3>{text}{remark}</h3>"


def rows(pairs: list[tuple[str, str]], first: int = 88) -> str:
    """A two-column table without lines; the first column `first` pixels wide."""
    lines = [
        f'<tr><td width="{first}" class="small" style="padding-right: 8px">{left}</td>'
        f"<td>{right}</td></tr>"
        for left, right in pairs
    ]
    style = 'cellspacing="0" cellpadding="0" width="100%" style="margin-top: 4px"'
    return f"<table {style}>{''.join(lines)}</table>"
