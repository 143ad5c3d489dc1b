"""Rival explanation: its text, the arrows it touches, papers for and against, what it predicts."""

from __future__ import annotations

import html
from collections.abc import Sequence

from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.story import Argument, Rival
from pathway_viewer.timeline.what_if_words import target_words
from pathway_viewer.widgets.explain_node import mentioned
from pathway_viewer.widgets.explanation import Reader, rows

NOBODY = "No paper was collected."


def explain_rival(reader: Reader, rival: Rival) -> str:
    """The page of one explanation, as HTML."""
    parts = [reader.citer.html(rival.text)]
    touched = (("Adds", rival.adds), ("Weakens", rival.weakens))
    lines = [(title, arrows(reader.pathway, ids)) for title, ids in touched if ids]
    parts.append(rows(lines, first=76) if lines else "")
    parts.append(sides(reader, rival))
    if rival.predicts:
        told = "".join(f"<li>{reader.citer.inline(one)}</li>" for one in rival.predicts)
        parts.append(f"<p><b>What it predicts</b></p><ul>{told}</ul>")
    return "".join(parts)


def arrows(pathway: Pathway, ids: Sequence[str]) -> str:
    """Arrows as links, a line each."""
    links = [
        f'<a href="edge:{html.escape(id)}">{html.escape(target_words(pathway, id))}</a>'
        for id in ids
    ]
    return "<br/>".join(links)


def sides(reader: Reader, rival: Rival) -> str:
    """Papers for and against, side by side and in the same size."""
    both = (("For", rival.supporting), ("Against", rival.contesting))
    heads = "".join(
        f'<td width="50%" style="{pad}"><b>{title}</b>'
        f' <span class="small">{papers(side)}</span></td>'
        for (title, side), pad in zip(both, PADS, strict=True)
    )
    bodies = "".join(
        f'<td width="50%" style="{pad}">{arguments(reader, side)}</td>'
        for (_, side), pad in zip(both, PADS, strict=True)
    )
    style = 'cellspacing="0" cellpadding="0" width="100%" style="margin-top: 14px"'
    return f"<table {style}><tr>{heads}</tr><tr>{bodies}</tr></table>"


PADS = ("padding-right: 9px; padding-bottom: 6px", "padding-left: 9px; padding-bottom: 6px")
"""Of the two columns: a gap between them, the same on either side."""


def papers(side: Sequence[Argument]) -> str:
    """How many argue on a side."""
    count = len({one.reference for one in side})
    return f"{count} {'paper' if count == 1 else 'papers'}"


def arguments(reader: Reader, side: Sequence[Argument]) -> str:
    """What each paper of one side says, with its number."""
    if not side:
        return f'<p class="note">{NOBODY}</p>'
    return "".join(
        f'<p class="argument">{reader.citer.inline(one.text)}'
        f"{reader.citer.marks([one.reference])}</p>"
        for one in side
    )


def references_of(reader: Reader, page: str) -> tuple[str, ...]:
    """The papers a page cites, in order of number."""
    return tuple(reader.citer.ordered(mentioned(page)))
