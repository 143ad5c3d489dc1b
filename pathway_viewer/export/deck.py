"""A deck: the story as slides, one a step, with real text, notes and references."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from pathway_viewer.citations.bibliography import Bibliography, StyleId
from pathway_viewer.export.deck_slides import Slides, Stop
from pathway_viewer.export.deck_text import numbered
from pathway_viewer.export.still import application, opened
from pathway_viewer.look.theme import ThemeId
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.writing import write_whole


@dataclass(frozen=True)
class Talk:
    """What a deck is made of: the steps as stops, how it looks, how a reference reads."""

    stops: tuple[Stop, ...]
    theme: ThemeId = "paper"
    style: StyleId = "vancouver"


Told = Callable[[int, int], None]


def cited_in(pathway: Pathway, stops: Sequence[Stop]) -> dict[str, int]:
    """The references of a deck, numbered in the order in which its notes cite them."""
    said = [text for stop in stops for text in (stop.notes, stop.ask)]
    return numbered([*said, pathway.limits])


def save_deck(
    pathway: Pathway, talk: Talk, out: Path, told: Told = lambda _done, _of: None
) -> None:
    """Write a title slide, a slide a stop and one with all references as a PPTX.

    `told` hears how many slides of how many are done, and may raise to stop. Raises OSError
    where the file cannot be written. The file is there whole or, after any error, as it was.
    """
    application()
    # A place where nothing can be written is told at once, and not after all pictures.
    opened(out).cancelWriting()
    write_whole(out, deck_bytes(pathway, talk, told))


def deck_bytes(pathway: Pathway, talk: Talk, told: Told = lambda _done, _of: None) -> bytes:
    """The presentation as a file holds it."""
    count = len(talk.stops) + 2
    entries = Bibliography(pathway.references, talk.style)
    slides = Slides(pathway, talk.theme, cited_in(pathway, talk.stops), entries)
    slides.add_title(talk.stops)
    told(1, count)
    for done, stop in enumerate(talk.stops, start=2):
        slides.add_stop(stop)
        told(done, count)
    slides.add_references()
    told(count, count)
    file = BytesIO()
    slides.deck.save(file)
    return file.getvalue()
