"""Export: the kinds of files that leave the program by the command line, and who writes them."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pathway_viewer.app.exits import WELL, RefusedError
from pathway_viewer.app.terminal import arguments, film_words, handing_out
from pathway_viewer.app.terminal.jobs import layers_of, loaded, watched, written
from pathway_viewer.app.terminal.what_if import add_what_if


@dataclass(frozen=True)
class Kind:
    """A word after `export`: what may follow it, and what it does."""

    word: str
    summary: str
    adders: tuple[Callable[[argparse.ArgumentParser], None], ...]
    run: Callable[[argparse.Namespace], int]


def deck(typed: argparse.Namespace) -> int:
    """Write the steps as slides."""
    # Slides need no window: on Linux their pictures are drawn without asking for a display.
    if sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Late: these bring Qt, numpy and scipy, which other commands do without.
    from pathway_viewer.app.lecture import lecture, solver_of
    from pathway_viewer.app.stops import marks_told, stops
    from pathway_viewer.export.deck import Talk, deck_work
    from pathway_viewer.export.look import Look

    pathway = loaded(typed.file)
    out: Path = typed.out
    stands = lecture(pathway, handing_out.wish_of(pathway, typed), solver_of(pathway))
    layers, marks = layers_of(pathway, typed.layers), marks_told(pathway, stands)
    look = Look(theme=typed.theme, size=typed.size, layers=layers, numbers=marks)
    talk = Talk(stops(pathway, stands, look), typed.theme, typed.style)
    watched(out, deck_work(pathway, talk, out))
    return WELL


def references(typed: argparse.Namespace) -> int:
    """Write the list of references in the format that the suffix names."""
    # Late: the citation processor and its friends, which no other command needs.
    from pathway_viewer.app.numbering import numbering
    from pathway_viewer.export.references import save_references

    pathway = loaded(typed.file)
    out: Path = typed.out

    def save() -> None:
        gone = save_references(pathway, numbering(pathway), typed.style, out)
        if gone:
            many = f"{len(gone)} of {len(pathway.references)} references were left out"
            print(f"pathway-viewer export: {many}: citation incomplete", file=sys.stderr)

    written(out, save)
    return WELL


KINDS = (
    Kind(
        "deck",
        "the steps as slides (PPTX): picture, title, notes and references",
        (arguments.add_file, arguments.add_deck, arguments.add_look, add_what_if),
        deck,
    ),
    Kind(
        "movie",
        "a stretch of the run, or the steps, as a film (MP4, WebM, GIF, WebP, PNG)",
        (arguments.add_file, arguments.add_look, film_words.add_movie, add_what_if),
        film_words.movie,
    ),
    Kind(
        "handout",
        "the steps as pages to hand out (PDF): pictures, notes, glossary, references",
        (arguments.add_file, arguments.add_look, add_what_if, handing_out.add_handout),
        handing_out.handout,
    ),
    Kind(
        "sheet",
        "one page in plain words for patients (PDF)",
        (arguments.add_file, handing_out.add_paper),
        handing_out.sheet,
    ),
    Kind(
        "references",
        "the references as BibTeX, RIS, CSL-JSON or text",
        (arguments.add_file, arguments.add_references),
        references,
    ),
)


def add_kinds(parser: argparse.ArgumentParser) -> None:
    """The kind, and after it what belongs to it."""
    kinds = parser.add_subparsers(metavar="KIND", required=True, dest="kind")
    for kind in KINDS:
        own = kinds.add_parser(
            kind.word, help=kind.summary, description=kind.summary, allow_abbrev=False
        )
        for add in kind.adders:
            add(own)
        own.set_defaults(run=kind.run)


def export(typed: argparse.Namespace) -> int:
    """Do what the kind asks for; whoever stops it finds what was there before."""
    run: Callable[[argparse.Namespace], int] = typed.run
    try:
        return run(typed)
    except KeyboardInterrupt:
        raise RefusedError("stopped; nothing was written") from None
