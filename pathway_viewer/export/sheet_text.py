"""Sheet text: what the patient sheet says, chosen from a pathway's patient texts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.story import Chapter, Risk
from pathway_viewer.model.text import cited, plain
from pathway_viewer.model.times import UNIT_HOURS

LONGEST = 20
"""Words in a sentence that is still easy; longer ones are left out where a text has easier ones."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9])")

SHOWN = (
    "Each box is a part of the body, and an arrow tells what acts on what. A bar that is up means "
    "more than before; down means less. It is a drawing made to teach: you may not be the same."
)
ASK = "Ask before you start, and at once if you do not feel well. Write down who is there for you."
BLANKS = ("My doctor or nurse", "Phone, day and night", "What I want to ask")


@dataclass(frozen=True)
class Point:
    """A line of the sheet: a label and what is told of it, with citations."""

    label: str
    text: str


@dataclass(frozen=True)
class SheetText:
    """All that the sheet says of a pathway, in the order it stands there."""

    title: str
    about: str
    times: tuple[Point, ...]
    risks: tuple[Point, ...]

    def citations(self) -> tuple[str, ...]:
        """The references cited, in order of first mention."""
        texts = (self.about, *(point.text for point in (*self.times, *self.risks)))
        return tuple(dict.fromkeys(id for text in texts for id in cited(text)))


def sheet_text(pathway: Pathway, scenario: str, most: tuple[int, int] = (9, 9)) -> SheetText:
    """The sheet of a pathway, with at most so many sentences for a time and for a risk.

    Told are what is given, in its own patient text; the chapters; and the risks. Where there is
    no text for patients, the easy sentences of the plain one stand for it.
    """
    return SheetText(
        title=pathway.title,
        about=easy(_given(pathway, scenario), most[0]),
        times=tuple(
            Point(span(one.start, one.end), _told(one, most[0]))
            for one in pathway.chapters_of(scenario)
        ),
        risks=tuple(Point(one.label, _told(one, most[1])) for one in pathway.risks),
    )


def _given(pathway: Pathway, scenario: str) -> str:
    """The patient text of the drug on the scenario's clock."""
    found = next((one for one in pathway.scenarios if one.id == scenario), None)
    if found is None:
        return ""
    return pathway.node(pathway.clock(found).drug).text.patient


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, each with its citations."""
    return tuple(_SENTENCE.split(" ".join(text.split()))) if text.strip() else ()


def easy(text: str, most: int = 9) -> str:
    """Its first sentences that are short; the shortest where none is."""
    every = sentences(text)
    short = [one for one in every if len(plain(one).split()) <= LONGEST]
    return " ".join(short[:most] or sorted(every, key=len)[:1])


def _told(one: Chapter | Risk, most: int) -> str:
    """What patients are told of it; without that what is easy in the plain text."""
    return " ".join(sentences(one.patient)[:most]) or easy(one.text, most)


def span(start: float, end: float) -> str:
    """When a chapter is, as a patient would say it: 'First 15 minutes', 'Days 2 to 10'."""
    if start <= 0:
        return f"First {_long(end)}"
    for unit, (_, many) in _UNITS.items():
        first, last = start / UNIT_HOURS[unit], end / UNIT_HOURS[unit]
        if first == round(first) and last == round(last):
            return f"{many.capitalize()} {first:.0f} to {last:.0f}"
    return f"{_long(start)} to {_long(end)}"


_UNITS = {"d": ("day", "days"), "h": ("hour", "hours"), "min": ("minute", "minutes")}


def _long(hours: float) -> str:
    """'15 minutes', '1 hour', '10 days'."""
    unit = next((unit for unit in _UNITS if hours >= UNIT_HOURS[unit]), "min")
    count = f"{hours / UNIT_HOURS[unit]:.3g}"
    return f"{count} {_UNITS[unit][count != '1']}"
