"""Export: the kinds of files that leave the program by the command line, and who writes them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pathway_viewer.app import arguments
from pathway_viewer.app.exits import WELL
from pathway_viewer.app.jobs import loaded, written


@dataclass(frozen=True)
class Kind:
    """A word after `export`: what may follow it, and what it does."""

    word: str
    summary: str
    adders: tuple[Callable[[argparse.ArgumentParser], None], ...]
    run: Callable[[argparse.Namespace], int]


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
    """Do what the kind asks for."""
    run: Callable[[argparse.Namespace], int] = typed.run
    return run(typed)
