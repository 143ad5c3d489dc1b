"""The patient sheet: one page in plain words and large type, with room to write, as PDF."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from pathway_viewer.dynamics.course import Course
from pathway_viewer.export.handout_steps import printed
from pathway_viewer.export.notice import notice_of
from pathway_viewer.export.pages import (
    MM,
    PAPERS,
    POINT,
    Block,
    Page,
    PaperId,
    Piece,
    save_pages,
    stacked,
)
from pathway_viewer.export.pages_prose import Prose
from pathway_viewer.export.sheet_hills import ROWS, Form, Hills, hills
from pathway_viewer.export.sheet_text import Point, SheetText, sheet_text
from pathway_viewer.export.short_references import short_references
from pathway_viewer.export.still import application
from pathway_viewer.look.theme import PRINT
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.widgets.citer import Citer

BODY = 12.0 * POINT
FINE = 7.0 * POINT
TRIED: tuple[tuple[float, tuple[int, int]], ...] = (
    (13.0 * POINT, (9, 9)),
    (BODY, (9, 9)),
    (BODY, (2, 2)),
    (BODY, (2, 1)),
    (BODY, (1, 1)),
)
"""Sizes of type, and sentences for a time and a risk, until the page holds them."""

LABEL = 38 * MM
COLUMNS = 2
GAP = 2.6 * MM


@dataclass(frozen=True)
class Sheet:
    """What the sheet is made of: a pathway, and the run whose story it tells."""

    pathway: Pathway
    course: Course
    paper: PaperId = "a4"


class TooLongError(ValueError):
    """The texts of a pathway do not fit on one page, even at their shortest."""


def save_sheet(sheet: Sheet, out: Path) -> None:
    """Write the sheet whole; TooLongError, or OSError where it cannot be written."""
    application()
    pages = [sheet_page(sheet)]
    save_pages(pages, PAPERS[sheet.paper], f"{sheet.pathway.title}: patient sheet", out)


def sheet_page(sheet: Sheet) -> Page:
    """The one page."""
    told, made = chosen(sheet)
    if made is None:
        raise TooLongError(f"{told.title}: its texts for patients do not fit on one page")
    room = PAPERS[sheet.paper].inner
    return made.at(room.left(), room.top())


def chosen(sheet: Sheet) -> tuple[SheetText, Block | None]:
    """As much text as fits the page, and how it stands there; no block where nothing fits."""
    paper = PAPERS[sheet.paper]
    high = paper.inner.height() + paper.foot
    for size, most in TRIED:
        told = sheet_text(sheet.pathway, sheet.course.scenario, most)
        drawn = Hills(told.hills, sheet.course, sheet.pathway.chapters_of(sheet.course.scenario))
        best: Block | None = None
        for row in ROWS:
            block = _laid_out(sheet, told, drawn, Form(size, paper.inner.width(), row), high)
            if block is None:
                break
            best = block
        if best is not None:
            return told, best
    return sheet_text(sheet.pathway, sheet.course.scenario, TRIED[-1][1]), None


def _laid_out(sheet: Sheet, told: SheetText, drawn: Hills, form: Form, high: float) -> Block | None:
    """The sheet in this form; None where it needs more than this height."""
    size, width = form.size, form.width
    known = sheet.pathway.reference_by_id
    cites = [id for id in told.citations() if id in known]
    citer = Citer({id: count for count, id in enumerate(cites, start=1)})
    top = stacked(
        [
            Prose(f"<h1>{html.escape(told.title)}</h1>", width, size).block(),
            _shown(told, drawn, citer, form),
            *_points("What happens when", told.times, citer, size, width),
            *_points("Risks and limits", told.risks, citer, size, width, run_in=True),
            _asked(told, size, width),
        ],
        GAP,
    )
    foot = _foot(sheet.pathway, cites, width)
    if top.height + GAP + foot.height > high:
        return None
    return Block((*top.pieces, *foot.at(0.0, high - foot.height)), high)


def _shown(told: SheetText, drawn: Hills, citer: Citer, form: Form) -> Block:
    """What is given, the hills, and how to read them."""
    size, width = form.size, form.width
    below = Prose(f"<p>{html.escape(told.shown)}</p>", width, size, 106).block()
    about = [Prose(printed(citer, told.about), width, size, 106).block()] if told.about else []
    return stacked([*about, hills(drawn, citer, form), below], 1.6 * MM)


def _points(
    title: str,
    points: Sequence[Point],
    citer: Citer,
    size: float,
    width: float,
    run_in: bool = False,
) -> list[Block]:
    """A heading, and what is told of each point: after its label, or to the right of it."""
    if not points:
        return []
    made = _run_in if run_in else _row
    rows = [made(point, citer, size, width) for point in points]
    heading = Prose(f"<h3>{title}</h3>", width, size).block()
    return [stacked([heading, *rows], 0.9 * MM)]


def _row(point: Point, citer: Citer, size: float, width: float) -> Block:
    label = Prose(f"<p><b>{html.escape(point.label)}</b></p>", LABEL - GAP, size, 106).block()
    told = Prose(printed(citer, point.text), width - LABEL, size, 106).block()
    return Block((*label.pieces, *told.at(LABEL, 0.0)), max(label.height, told.height))


def _run_in(point: Point, citer: Citer, size: float, width: float) -> Block:
    told = printed(citer, point.text).removeprefix("<p>")
    label = html.escape(point.label)
    return Prose(f"<p><b>{label}.</b> {told}", width, size, 106).block()


def _asked(told: SheetText, size: float, width: float) -> Block:
    """Whom to ask: lines to fill in, two side by side and one across."""
    half = (width - 2 * GAP) / 2
    first, second, third = told.blanks
    pair = _blank(first, size, half), _blank(second, size, half)
    row = Block((*pair[0].pieces, *pair[1].at(half + 2 * GAP, 0.0)), pair[0].height)
    text = Prose(f"<h3>Whom to ask</h3><p>{told.ask}</p>", width, size, 106).block()
    return stacked([text, row, _blank(third, size, width)], 0.0)


def _blank(label: str, size: float, width: float) -> Block:
    """A label with a line to write on after it."""
    high = 8.5 * MM
    wide = Prose(f"<p>{label}:</p>", width, size).widest + 1
    words = Prose(f"<p>{label}:</p>", wide, size)
    from_x = wide + GAP

    def paint(painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(QColor(PRINT.muted), 6))
        painter.drawLine(QLineF(box.bottomLeft(), box.bottomRight()))

    rule = Piece(QRectF(from_x, 0, width - from_x, high - 1.2 * MM), paint, "lines")
    return Block((*words.block().at(0.0, high - words.height), rule), high)


def _foot(pathway: Pathway, cites: Sequence[str], width: float) -> Block:
    """The notice with the date of review, and the references in columns."""
    notice = Prose(f"<p><b>{html.escape(notice_of(pathway))}</b></p>", width, 9 * POINT).block()
    entries = short_references(pathway, cites)
    if not entries:
        return notice
    column = (width - (COLUMNS - 1) * GAP) / COLUMNS
    made = [
        Prose(f'<p class="entry">{i}.&ensp;{html.escape(entry)}</p>', column, FINE, 100).block()
        for i, entry in enumerate(entries, start=1)
    ]
    return stacked([notice, _in_columns(made, column)], 1.5 * MM)


def _in_columns(entries: Sequence[Block], width: float) -> Block:
    """Entries down one column after the other, each column of about the same height."""
    share = sum(entry.height for entry in entries) / COLUMNS
    columns: list[list[Block]] = [[]]
    for entry in entries:
        if len(columns) < COLUMNS and sum(one.height for one in columns[-1]) >= share:
            columns.append([])
        columns[-1].append(entry)
    stacks = [stacked(column, 0.0) for column in columns]
    pieces = [p for i, one in enumerate(stacks) for p in one.at(i * (width + GAP), 0.0)]
    return Block(tuple(pieces), max(one.height for one in stacks))
