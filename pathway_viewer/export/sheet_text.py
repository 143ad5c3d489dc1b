"""Sheet text: what the patient sheet says, chosen from a pathway's patient texts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.story import Chapter, Risk, SheetLine
from pathway_viewer.model.text import cited, plain
from pathway_viewer.model.times import UNIT_HOURS

LONGEST = 20
"""Words in a sentence that is still easy; longer ones are left out where a text has easier ones."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9])")

SHOWN = (
    "Each hill shows when something goes up and when it comes back. Do not compare how high two "
    "hills are. This is a drawing made to teach"
)
YOU = "you may not be the same"
ASK = "Ask before you start how long you will be watched. Ask at once if you do not feel well."
BLANKS = ("My doctor or nurse", "Phone, day and night", "What I want to ask")
ASK_OF_STUDY = "Ask the one who gave you this sheet."
BLANKS_OF_STUDY = ("Name", "Phone or mail", "What I want to ask")
"""For a story in which nobody is treated."""

MOST_HILLS = 6
"""Hills where the file does not choose them; more are a wall."""


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
    hills: tuple[SheetLine, ...]
    shown: str
    ask: str
    blanks: tuple[str, ...]
    times: tuple[Point, ...]
    risks: tuple[Point, ...]

    def citations(self) -> tuple[str, ...]:
        """The references cited, in order of first mention."""
        points = (*self.hills, *self.times, *self.risks)
        texts = (self.about, *(point.text for point in points))
        return tuple(dict.fromkeys(id for text in texts for id in cited(text)))


def sheet_text(pathway: Pathway, scenario: str, most: tuple[int, int] = (9, 9)) -> SheetText:
    """The sheet of a pathway, with at most so many sentences for a time and for a risk.

    Told are what is given, in its own patient text; the chapters; and the risks. Where there is
    no text for patients, the easy sentences of the plain one stand for it.
    """
    treated = bool(pathway.risks)
    return SheetText(
        title=pathway.title,
        about=easy(_given(pathway, scenario), most[0]),
        hills=_hills(pathway),
        shown=f"{SHOWN}: {YOU}." if treated else f"{SHOWN}.",
        ask=ASK if treated else ASK_OF_STUDY,
        blanks=BLANKS if treated else BLANKS_OF_STUDY,
        times=tuple(
            Point(span(one.start, one.end), _told(pathway, one, most[0]))
            for one in pathway.chapters_of(scenario)
        ),
        risks=tuple(Point(one.label, _told(pathway, one, most[1])) for one in pathway.risks),
    )


def _hills(pathway: Pathway) -> tuple[SheetLine, ...]:
    """What the file shows patients; without a choice of its own the lanes, or the first nodes."""
    if pathway.sheet:
        return pathway.sheet
    first = pathway.layers[0].id
    nodes = pathway.lanes or tuple(node.id for node in pathway.nodes if node.layer == first)
    return tuple(SheetLine(node=id, text=pathway.node(id).label) for id in nodes[:MOST_HILLS])


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


def _told(pathway: Pathway, one: Chapter | Risk, most: int) -> str:
    """What patients are told of it; without that what is easy in the plain text."""
    return " ".join(_with_papers(pathway, sentences(one.patient))[:most]) or easy(one.text, most)


def _with_papers(pathway: Pathway, told: tuple[str, ...]) -> tuple[str, ...]:
    """Without those that lean on a paper nobody could look up; all of them where none is left."""
    lost = {one.id for one in pathway.references if one.incomplete}
    return tuple(one for one in told if lost.isdisjoint(cited(one))) or told


def span(start: float, end: float) -> str:
    """When a chapter is, as a patient would say it: 'First 15 minutes', 'Days 2 to 10'."""
    if start <= 0:
        return f"First {long_time(end)}"
    for unit, (_, many) in _UNITS.items():
        first, last = start / UNIT_HOURS[unit], end / UNIT_HOURS[unit]
        if first == round(first) and last == round(last):
            return f"{many.capitalize()} {first:.0f} to {last:.0f}"
    return f"{long_time(start)} to {long_time(end)}"


_UNITS = {"d": ("day", "days"), "h": ("hour", "hours"), "min": ("minute", "minutes")}


def long_time(hours: float) -> str:
    """'15 minutes', '1 hour', '10 days'."""
    unit = next((unit for unit in _UNITS if hours >= UNIT_HOURS[unit]), "min")
    count = f"{hours / UNIT_HOURS[unit]:.3g}"
    return f"{count} {_UNITS[unit][count != '1']}"
