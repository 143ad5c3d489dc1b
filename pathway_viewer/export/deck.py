"""A deck: the story as slides, one a step, with real text, notes and references."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path

from pathway_viewer.citations.bibliography import Bibliography, StyleId
from pathway_viewer.export.deck_picture import sharp_steps
from pathway_viewer.export.deck_slides import Slides, Stop
from pathway_viewer.export.deck_text import numbered
from pathway_viewer.export.pixels import compressed, pixels_of
from pathway_viewer.export.still import application
from pathway_viewer.export.work import Part, Steps, Work, elsewhere, stepwise
from pathway_viewer.look.theme import ThemeId
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.writing import refuse_what_cannot_be, write_whole


@dataclass(frozen=True)
class Talk:
    """What a deck is made of: the steps as stops, how it looks, how a reference reads."""

    stops: tuple[Stop, ...]
    theme: ThemeId = "paper"
    style: StyleId = "vancouver"


def cited_in(pathway: Pathway, stops: Sequence[Stop]) -> dict[str, int]:
    """The references of a deck, numbered in the order in which its notes cite them."""
    said = [text for stop in stops for text in (stop.notes, stop.ask)]
    return numbered([*said, pathway.limits])


def deck_work(pathway: Pathway, talk: Talk, out: Path) -> Work:
    """Write a title slide, a slide a stop and one with all references as a PPTX.

    Raises OSError where the file cannot be written. The file is there whole or, after any error
    or where the work is stopped, as it was.
    """
    application()
    # A place where nothing can be written is told at once, and not after all pictures.
    refuse_what_cannot_be(out)
    content = yield from deck_parts(pathway, talk)
    write_whole(out, content)


def deck_parts(pathway: Pathway, talk: Talk) -> Generator[Part, None, bytes]:
    """The presentation as a file holds it, slide by slide."""
    count = len(talk.stops) + 2
    # Painted here, where Qt paints; what needs no Qt is done elsewhere, while the window lives.
    begun = elsewhere(partial(_begun, pathway, talk))
    slides = yield from stepwise(begun, _part(0, count))
    slides.add_title(talk.stops)
    yield _part(1, count)
    for done, stop in enumerate(talk.stops, start=2):
        yield from stepwise(_add_stop(slides, pathway, stop), _part(done - 1, count))
        yield _part(done, count)
    slides.add_references()
    yield _part(count, count)
    return (yield from stepwise(elsewhere(partial(_saved, slides)), _part(count, count)))


def _add_stop(slides: Slides, pathway: Pathway, stop: Stop) -> Steps[None]:
    """The slide of one step."""
    image = yield from sharp_steps(pathway, stop.frame, stop.look)
    yield
    pixels = pixels_of(image)
    yield
    png = yield from elsewhere(partial(compressed, pixels))
    slides.add_stop(stop, png)


def _begun(pathway: Pathway, talk: Talk) -> Slides:
    """A presentation without slides, and all references printed for them."""
    entries, numbers = Bibliography(pathway.references, talk.style), cited_in(pathway, talk.stops)
    for id in numbers:
        entries.entry(id)
    return Slides(pathway, talk.theme, numbers, entries)


def _saved(slides: Slides) -> bytes:
    file = BytesIO()
    slides.deck.save(file)
    return file.getvalue()


def _part(done: int, count: int) -> Part:
    return Part(done, count, f"slide {done} of {count}")
