"""The slides of a deck: where title, picture, text and references stand on each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

from pathway_viewer.citations.bibliography import Bibliography
from pathway_viewer.export.deck_text import Box, fitted_size, set_in_columns, with_numbers
from pathway_viewer.export.deck_theme import WIDE, presentation
from pathway_viewer.export.deck_writing import (
    Ink,
    add_bar,
    number_the_slide,
    write,
    write_placeholder,
)
from pathway_viewer.export.look import Look
from pathway_viewer.export.notice import notice_of, source_of
from pathway_viewer.look.theme import THEMES, ThemeId
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.text import cited
from pathway_viewer.model.times import spoken
from pathway_viewer.scene.picture import moment
from pathway_viewer.timeline.frame import Frame
from pathway_viewer.timeline.what_if_words import target_words

if TYPE_CHECKING:
    from pptx.slide import Slide

MARGIN = 30.0
TITLE = Box(MARGIN, 14, WIDE - 2 * MARGIN, 36)
PICTURE = Box(MARGIN, 56, 656, 369)
SIDE = Box(PICTURE.right + 20, 56, WIDE - MARGIN - PICTURE.right - 20, 369)
BELOW = Box(MARGIN, 434, WIDE - 2 * MARGIN, 80)
FOOT = Box(MARGIN, 518, WIDE - 2 * MARGIN - 50, 14)
NUMBER = Box(WIDE - MARGIN - 40, 518, 40, 14)
LIST = Box(MARGIN, 56, WIDE - 2 * MARGIN, 456)
"""Where things stand on a slide, in points."""

SMALLEST_ENTRY = 4.0
"""Points of a list's text: below this it is of no use even to who enlarges it."""

TITLE_ONLY, TITLE_SLIDE = 5, 0
"""Layouts of the template that python-pptx brings."""


@dataclass(frozen=True, eq=False)
class Stop:
    """One step of the story at its moment: what is said, and what its picture shows.

    `scenario` says in words which run it is. With `until` the talk plays on to there (hours).
    """

    title: str
    notes: str
    ask: str
    frame: Frame
    look: Look
    scenario: str = ""
    until: float | None = None


class Slides:
    """A presentation that grows slide by slide."""

    def __init__(
        self,
        pathway: Pathway,
        theme: ThemeId,
        numbers: Mapping[str, int],
        entries: Bibliography,
    ) -> None:
        self._pathway, self._numbers, self._entries = pathway, numbers, entries
        self._notice = notice_of(pathway)
        self.deck = presentation(THEMES[theme])
        about = self.deck.core_properties
        about.title, about.subject = pathway.title, pathway.subtitle
        about.author, about.last_modified_by = "Pathway Viewer", "Pathway Viewer"
        about.comments, about.language = self._notice, pathway.language

    def add_title(self, stops: Sequence[Stop]) -> None:
        """The title, what it is about, and what may be done with it."""
        slide = self._slide(TITLE_SLIDE)
        top = Box(80, 130, WIDE - 160, 110)
        add_bar(slide, Box(80, 334, 72, 5))
        write_placeholder(
            slide.placeholders[0], top, self._pathway.title, _size(self._pathway.title, top, 44, 20)
        )
        below = Box(80, 248, WIDE - 160, 70)
        told = self._pathway.subtitle or f"In {len(stops)} steps"
        write_placeholder(
            slide.placeholders[1], below, told, _size(told, below, 22, 12), Ink.MUTED, bold=False
        )
        said = [source_of(self._pathway)[0]]
        write(slide, "Licence", Box(80, 354, WIDE - 160, 40), said, 12, Ink.MUTED)
        self._finish(slide, "\n\n".join(self._opening(stops)))

    def add_stop(self, stop: Stop, png: bytes) -> None:
        """A step: its title, its picture, what to look at, and its references."""
        slide = self._slide(TITLE_ONLY)
        self._head(slide, stop.title)
        self._add_picture(slide, stop, png)
        self._add_side(slide, stop)
        own = self._listed(cited(f"{stop.notes} {stop.ask}"))
        if own:
            self._add_list(slide, own, BELOW, (2, 3), 8.5)
        said = [self._when(stop), with_numbers(stop.notes, self._numbers)]
        if stop.ask:
            said.append(f"Ask the room: {with_numbers(stop.ask, self._numbers)}")
        self._finish(slide, "\n\n".join([*said, "\n".join(own)]))

    def add_references(self) -> None:
        """All that the deck cites, on one slide; in its notes as well, in a size to read."""
        slide = self._slide(TITLE_ONLY)
        self._head(slide, "References")
        own = self._listed(self._numbers) or ["Nothing is cited."]
        self._add_list(slide, own, LIST, (1, 2, 3, 4), 12)
        self._finish(slide, "\n".join(own))

    def _slide(self, layout: int) -> Slide:
        return self.deck.slides.add_slide(self.deck.slide_layouts[layout])

    def _head(self, slide: Slide, title: str) -> None:
        write_placeholder(slide.placeholders[0], TITLE, title, _size(title, TITLE, 26, 13))

    def _add_picture(self, slide: Slide, stop: Stop, png: bytes) -> None:
        # Late: python-pptx, which only a deck needs.
        from pptx.util import Pt

        wide, high = stop.look.size
        scale = min(PICTURE.width / wide, PICTURE.height / high)
        left = PICTURE.left + (PICTURE.width - wide * scale) / 2
        top = PICTURE.top + (PICTURE.height - high * scale) / 2
        picture = slide.shapes.add_picture(
            BytesIO(png),
            Pt(left),
            Pt(top),
            Pt(wide * scale),
            Pt(high * scale),
        )
        picture.name = "Diagram"
        words = "; ".join(self._looked_at(stop)) or stop.frame.caption
        told = f"Diagram of {self._pathway.title}, {self._when(stop)}. {words}".strip()
        cast(Any, picture)._element.nvPicPr.cNvPr.set("descr", told)

    def _add_side(self, slide: Slide, stop: Stop) -> None:
        """Beside the picture: the moment, whose run it is, what to look at, what is changed."""
        when = _moment(stop)
        box = Box(SIDE.left, SIDE.top, SIDE.width, 48)
        write(slide, "Moment", box, [when], _size(when, box, 18, 9), Ink.ACCENT, bold=True)
        box = Box(SIDE.left, box.bottom + 4, SIDE.width, 44)
        run = _run(stop) or [self._pathway.title]
        write(slide, "Run", box, run, fitted_size(run, box, 11, 6), Ink.MUTED)
        box = Box(SIDE.left, box.bottom + 12, SIDE.width, 170)
        parts = ["Look at", *self._looked_at(stop)] if stop.look.focus else []
        if parts:
            size = fitted_size(parts, box, 14, 6)
            write(slide, "Look at", box, parts, size, Ink.TEXT, first=Ink.MUTED)
        if stop.look.what_if:
            box = Box(SIDE.left, box.bottom + 10, SIDE.width, SIDE.bottom - box.bottom - 10)
            told = f"What if: {stop.look.what_if}"
            write(slide, "What if", box, [told], _size(told, box, 12, 5), Ink.WARNING, bold=True)

    def _add_list(
        self, slide: Slide, texts: list[str], box: Box, counts: Sequence[int], largest: float
    ) -> None:
        found = set_in_columns(texts, box, counts, largest, SMALLEST_ENTRY)
        if found.left_over:
            end = Box(box.left, box.bottom - 10, box.width, 10)
            room = Box(box.left, box.top, box.width, box.height - 12)
            found = set_in_columns(texts, room, counts, SMALLEST_ENTRY, SMALLEST_ENTRY)
            write(slide, "More", end, [f"and {found.left_over} more, in the notes"], 7, Ink.MUTED)
        for i, (column, own) in enumerate(found.columns, start=1):
            write(slide, f"References {i}", column, own, found.size, Ink.TEXT)

    def _finish(self, slide: Slide, notes: str) -> None:
        """The notice and the number at the foot, and what the presenter reads."""
        foot = [self._notice]
        if self._notice:
            write(slide, "Notice", FOOT, foot, fitted_size(foot, FOOT, 8, 4), Ink.MUTED)
        number_the_slide(slide, NUMBER, len(self.deck.slides))
        frame = slide.notes_slide.notes_text_frame
        if frame is not None:
            frame.text = notes.strip()

    def _opening(self, stops: Sequence[Stop]) -> list[str]:
        """What the notes of the title slide tell: the way ahead, and how far to trust it."""
        steps = [f"{i}. {stop.title}: {self._when(stop)}" for i, stop in enumerate(stops, start=1)]
        limits = with_numbers(self._pathway.limits, self._numbers)
        return [one for one in ("\n".join(steps), limits, self._notice) if one]

    def _when(self, stop: Stop) -> str:
        """'26 min after the dose, One infusion, Human clock'."""
        return ", ".join([_moment(stop), *_run(stop)])

    def _looked_at(self, stop: Stop) -> list[str]:
        """Each thing in focus, a node with the word for its level."""
        places = self._pathway.node_index
        words = {str(id): stop.frame.words[place] for id, place in places.items()}
        return [
            f"{target_words(self._pathway, id)}: {words[id]}"
            if words.get(id)
            else target_words(self._pathway, id)
            for id in stop.look.focus
        ]

    def _listed(self, ids: Sequence[str] | Mapping[str, int]) -> list[str]:
        """Entries with their numbers, in order of these."""
        known = sorted((self._numbers[id], id) for id in ids if id in self._numbers)
        return [f"{number}. {self._entries.entry(id)}" for number, id in known]


def _moment(stop: Stop) -> str:
    """The time that the picture shows, and how far the talk plays on from there."""
    when = moment(stop.frame.time, stop.frame.origin)
    on = "" if stop.until is None else f", and on to {spoken(stop.until)}"
    return f"{when}{on}"


def _run(stop: Stop) -> list[str]:
    """Whose run it is: the scenario, and the clock where that does not name it."""
    clock = stop.look.clock
    known = clock.casefold() in stop.scenario.casefold()
    return [one for one in (stop.scenario, "" if known else clock) if one]


def _size(text: str, box: Box, largest: float, smallest: float) -> float:
    return fitted_size([text], box, largest, smallest)
