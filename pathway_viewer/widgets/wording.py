"""Wording: moments, levels and evidence as a person would say them."""

from __future__ import annotations

from pathway_viewer.model.evidence import Evidence, Species, Strength
from pathway_viewer.model.pathway import Sign
from pathway_viewer.model.times import spoken

SPECIES_WORD: dict[Species, str] = {"human": "people", "rodent": "rodents", "cells": "cells"}

STRENGTH_WORD: dict[Strength, str] = {
    "strong": "strong evidence",
    "moderate": "moderate evidence",
    "weak": "weak evidence",
    "contested": "contested",
    "hypothesis": "hypothesis",
}

SIGN_WORD: dict[Sign, str] = {
    "activates": "activates",
    "inhibits": "inhibits",
    "produces": "produces",
    "removes": "removes",
    "maintains": "is needed to maintain",
    "correlates": "goes along with",
}


def rounded(hours: float) -> float:
    """A time as exactly as one would say it: minutes early on, whole hours after two days."""
    size = abs(hours)
    steps = ((2, 1 / 60), (12, 1 / 12), (48, 1 / 4), (336, 1.0))
    step = next((step for limit, step in steps if size < limit), 24.0)
    return round(hours / step) * step


def moment(hours: float, origin: str) -> str:
    """A time in words, counted from an origin ('2 h after the dose'), or from none ('2 h in')."""
    near = rounded(hours)
    if abs(near) < 1 / 120:
        return f"at {origin}" if origin else "at the start"
    if not origin:
        return f"{spoken(abs(near))} {'in' if near > 0 else 'before the start'}"
    return f"{spoken(abs(near))} {'after' if near > 0 else 'before'} {origin}"


def span(start: float, end: float, origin: str) -> str:
    """Two times as one phrase ('10 min before to 15 min after the dose')."""
    if not origin:
        return f"{spoken(start)} to {spoken(end)}"
    if start < 0 < end:
        return f"{spoken(-start)} before to {spoken(end)} after {origin}"
    return f"{spoken(start)} to {spoken(end)} after {origin}"


def evidence_word(evidence: Evidence) -> str:
    """An arrow's evidence in a few words ('strong evidence, rodents and cells, disputed')."""
    parts = [STRENGTH_WORD[evidence.strength], joined(species_words(evidence.species))]
    if evidence.disputed_by and evidence.strength != "contested":
        parts.append("disputed")
    return ", ".join(parts)


def species_words(species: tuple[Species, ...]) -> list[str]:
    """The words for some species, people first."""
    return [word for key, word in SPECIES_WORD.items() if key in species]


def joined(words: list[str]) -> str:
    """Words as an enumeration: 'people, rodents and cells'."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def signed(change: float) -> str:
    """A change from rest, -1..1, as a signed number of two digits ('+0.31', '0.00')."""
    text = f"{change:+.2f}".replace("-", "−")
    return "0.00" if text in ("+0.00", "−0.00") else text


def spoken_seconds(seconds: float) -> str:
    """A duration of the show ('45 s', '4 min', '1 min 30 s')."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return f"{rest} s"
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"
