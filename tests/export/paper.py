"""Handouts and sheets of a small pathway, and what stands on their pages, for tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from msgspec.structs import replace as with_
from pypdf import PdfReader
from PySide6.QtCore import QRectF

from pathway_viewer.app.lecture import Wish, solver_of
from pathway_viewer.app.terminal.handing_out import stops
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.export.handout import Handout
from pathway_viewer.export.handout_steps import Form
from pathway_viewer.export.pages import Page, Paper
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.story import Step, Word

NOTES = "The relay rose by 10-12 percent in 20 people [@clark2015; @adams2001]. Then it fell."


def stepped(pathway: Pathway, count: int, notes: str = NOTES) -> Pathway:
    """The pathway with so many steps, and a glossary."""
    steps = tuple(
        Step(
            id=f"s{i}",
            title=f"Stop number {i}",
            at=float(i),
            focus=("relay", "outcome"),
            notes=notes,
            ask="Why did it rise?",
        )
        for i in range(count)
    )
    words = (Word(word="relay", meaning="What passes it on."),)
    return with_(pathway, steps=steps, glossary=words)


def handout(pathway: Pathway, form: Form) -> Handout:
    """The handout of a pathway as the command line makes it."""
    layers = form.layers or frozenset({pathway.layers[0].id})
    wish = Wish(Conditions(pathway.scenarios[0].id))
    told = stops(pathway, wish, solver_of(pathway))
    return Handout(pathway, told, replace(form, layers=layers))


def outside(pages: Sequence[Page], paper: Paper) -> list[str]:
    """Pieces that leave the room of the text and the foot."""
    rooms = [one.adjusted(-1, -1, 1, 1) for one in (paper.inner, paper.footer)]
    return [
        f"page {i}: {piece.what} {piece.box}"
        for i, page in enumerate(pages, start=1)
        for piece in page
        if not any(room.contains(piece.box) for room in rooms)
    ]


def overlapping(page: Page) -> list[tuple[str, str]]:
    """Pairs of pieces that share more than a hair."""
    boxes = [(piece.what, piece.box.adjusted(2, 2, -2, -2)) for piece in page]
    return [
        (what, other)
        for i, (what, box) in enumerate(boxes)
        for other, its in boxes[i + 1 :]
        if QRectF.intersects(box, its)
    ]


def letters(path: Path) -> str:
    """The text of a PDF as its reader finds it, without the spaces, which lines break at."""
    return squeezed("".join(page.extract_text() for page in PdfReader(path).pages))


def squeezed(text: str) -> str:
    """Without spaces, line ends and the signs that only keep words together."""
    return "".join(text.replace("\u2060", "").split())


def points(path: Path) -> list[tuple[float, float]]:
    """Width and height of each page in points."""
    boxes = [page.mediabox for page in PdfReader(path).pages]
    return [(round(float(box.width), 1), round(float(box.height), 1)) for box in boxes]
