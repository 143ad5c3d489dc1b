"""The handout: the steps of a lecture on paper, with glossary and references, as PDF."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pathway_viewer.citations.bibliography import Bibliography
from pathway_viewer.export.handout_steps import (
    GAP,
    SIZES,
    Form,
    StepBlock,
    Stop,
    notes_of,
    printed,
    step_block,
    when,
)
from pathway_viewer.export.notice import notice_of
from pathway_viewer.export.pages import MM, PAPERS, POINT, Block, Page, Piece, pages_work
from pathway_viewer.export.pages_flow import Flow, footed
from pathway_viewer.export.pages_picture import legend
from pathway_viewer.export.pages_prose import Prose
from pathway_viewer.export.still import application
from pathway_viewer.export.work import Part, Work, elsewhere, stepwise
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.text import cited
from pathway_viewer.model.writing import refuse_what_cannot_be
from pathway_viewer.widgets.citer import Citer

SMALL = 8.0 * POINT
READ = (
    "Each picture shows the cascade at the moment above it. A box is filled, and its bar raised "
    "or lowered, by how far it is from rest; dots on an arrow run where influence passes. Levels "
    "come from a teaching model: they are illustration, not data. Numbers in the text lead to the "
    "references at the end."
)


@dataclass(frozen=True)
class Handout:
    """What is handed out: a pathway, the stops of its lecture, and what was changed in the run."""

    pathway: Pathway
    stops: tuple[Stop, ...]
    form: Form
    what_if: str = ""


def handout_work(handout: Handout, out: Path) -> Work:
    """Write the handout page by page.

    OSError where it cannot be written, and then nothing is left behind.
    """
    application()
    refuse_what_cannot_be(out)
    part = Part(0, 1, "laying out the pages")
    yield part
    entries, cites = Bibliography(handout.pathway.references), references_of(handout)
    yield from stepwise(elsewhere(lambda: [entries.entry(id) for id in cites]), part)
    pages = handout_pages(handout, entries)
    yield from pages_work(pages, PAPERS[handout.form.paper], handout.pathway.title, out)


def handout_pages(handout: Handout, entries: Bibliography | None = None) -> list[Page]:
    """Every page: what is in it and how to read it, the steps, limits, glossary, references.

    `entries` may have been printed before, which takes longest.
    """
    pathway, form = handout.pathway, handout.form
    cites = references_of(handout)
    citer = Citer({id: count for count, id in enumerate(cites, start=1)})
    flow = Flow(PAPERS[form.paper])
    _cover(flow, handout)
    _steps(flow, handout, citer)
    flow.gap(2 * GAP)
    if pathway.limits:
        flow.text(Prose(f"<h2>What the model cannot say</h2>{printed(citer, pathway.limits)}",
                        flow.inner.width(), 9 * POINT))  # fmt: skip
        flow.gap(4 * GAP)
    _columns(flow, "Glossary", _glossary(handout))
    _columns(flow, "References", _references(entries or Bibliography(pathway.references), cites))
    return footed(flow.pages, PAPERS[form.paper], notice_of(pathway))


def references_of(handout: Handout) -> list[str]:
    """Every reference that the handout cites, in the order of its first mention."""
    known = handout.pathway.reference_by_id
    texts = [text for stop in handout.stops for text in _texts(handout, stop)]
    texts.append(handout.pathway.limits)
    ids = dict.fromkeys(id for text in texts for id in cited(text))
    return [id for id in ids if id in known]


def _texts(handout: Handout, stop: Stop) -> list[str]:
    """What is printed of a step."""
    form = handout.form
    texts: list[str] = []
    if form.per_page != 6 and not form.lines:
        texts += notes_of(handout.pathway, stop.step, form.reading)
    if form.per_page != 6 and form.reading != "patient":
        texts.append(stop.step.ask)
    return texts


def _cover(flow: Flow, handout: Handout) -> None:
    """Title, the steps by name and time, the legend, and what it is not."""
    pathway, width = handout.pathway, flow.inner.width()
    flow.gap(6 * MM)
    told = f"<h1>{html.escape(pathway.title)}</h1>"
    if pathway.subtitle:
        told += f"<p>{html.escape(pathway.subtitle)}</p>"
    if handout.what_if:
        told += f"<p><b>What if:</b> {html.escape(handout.what_if)}</p>"
    flow.text(Prose(told, width, 12 * POINT))
    flow.gap(6 * MM)
    listed = "".join(
        f'<p class="tabbed">{number}&ensp;{html.escape(stop.step.title)}&#9;'
        f'<span class="muted">{html.escape(when(stop))}</span></p>'
        for number, stop in enumerate(handout.stops, start=1)
    )
    flow.text(
        Prose(f"<h2>{len(handout.stops)} steps</h2>{listed}", width, 10 * POINT, tab=width / 2)
    )
    flow.gap(8 * MM)
    form = handout.form
    flow.text(Prose(f"<h2>How to read the pictures</h2><p>{READ}</p>", width, 10 * POINT))
    flow.gap(2 * MM)
    shots = [stop.shot for stop in handout.stops]
    flow.block(legend(pathway, shots, form.theme, form.layers, width))
    flow.gap(8 * MM)
    flow.text(Prose(f"<p><b>{html.escape(notice_of(pathway))}</b></p>", width, 10 * POINT))
    if pathway.license:
        flow.gap(2 * MM)
        flow.text(Prose(f"<p class='muted'>Licence: {pathway.license}</p>", width, 9 * POINT))


def _steps(flow: Flow, handout: Handout, citer: Citer) -> None:
    """So many steps a page; fewer where their notes need the room."""
    form, inner = handout.form, flow.inner
    columns = 2 if form.per_page == 6 else 1
    rows = form.per_page // columns
    gap = 2 * GAP
    size = (
        (inner.width() - (columns - 1) * gap) / columns,
        (inner.height() - (rows - 1) * gap) / rows,
    )
    flow.fresh()
    row: list[Piece] = []
    for i, stop in enumerate(handout.stops):
        made = step_block(handout.pathway, stop, i + 1, form, citer, size)
        row += made.block.at((i % columns) * (size[0] + gap), 0)
        if (i + 1) % columns and i + 1 < len(handout.stops):
            continue
        _place(flow, Block(tuple(row), made.block.height), made)
        row = []
        flow.gap(gap)


def _place(flow: Flow, row: Block, made: StepBlock) -> None:
    """A row of steps, and the rest of notes that were too long for it."""
    flow.block(row)
    if made.notes is not None:
        flow.text(made.notes, top=made.top)


def _glossary(handout: Handout) -> list[str]:
    """Every word of the file with its meaning."""
    return [
        f"<p><b>{html.escape(one.word)}</b>&ensp;{html.escape(one.meaning)}</p>"
        for one in handout.pathway.glossary
    ]


def _references(entries: Bibliography, cites: Sequence[str]) -> list[str]:
    return [
        f'<p class="entry">{count}.&ensp;{html.escape(entries.entry(id))}</p>'
        for count, id in enumerate(cites, start=1)
    ]


def _columns(flow: Flow, title: str, entries: list[str]) -> None:
    """Entries in two columns under a title of their own; nothing where there are none."""
    if not entries:
        return
    width = (flow.inner.width() - 3 * GAP) / 2
    heading = Prose(f"<h2>{title}</h2>", flow.inner.width(), SIZES[3])
    flow.columns(heading, Prose("".join(entries), width, SMALL), 2, 3 * GAP)
    flow.gap(4 * GAP)
