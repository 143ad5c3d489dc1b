"""Model explanation: what the teaching model is, where it fails, and how that is known."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from dataclasses import dataclass

from pathway_viewer.dynamics.agreement import Mark, share
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.times import exact, spoken
from pathway_viewer.widgets.citer import Citer
from pathway_viewer.widgets.explain_node import mentioned
from pathway_viewer.widgets.explanation import Explanation, heading

HOW = (
    "Every box has a level between 0 and 1. It has no unit: it is a share of how far this box can "
    "go, and no concentration can be read from it.",
    "How much passes an arrow follows the level of the box it comes from along an S-shaped curve. "
    "Arrows that raise add up, arrows that lower hold back, and a box without which nothing "
    "happens multiplies what others ask for.",
    "Each box moves towards what its arrows ask with a rise time and a fall time of its own, and "
    "nothing else moves it: no curve is drawn by hand.",
    "What is given comes and goes by the kinetics of one species. The clocks of people and of "
    "rodents are never mixed; a point that was measured on the other one is drawn hollow and said "
    "to be.",
    "Rest is where everything settles when nothing is given. A change is told from there, as a "
    "share of the room that is left in that direction.",
)
NAMES = {"onset": "beginning", "peak": "peak", "fall": "end"}
NEARLY = 1.05
"""A time within this factor of its window is counted, not listed."""


@dataclass(frozen=True)
class Tally:
    """Published experiments so far: how many agree of how many run, and those left to run."""

    agree: int
    run: int
    silent: int
    waiting: int


def explain_model(
    pathway: Pathway,
    citer: Citer,
    clock: str,
    marks: Sequence[Mark],
    tally: Tally | None,
) -> Explanation:
    """The page: limits, how it works, where it misses what was measured, and experiments."""
    how = "".join(f"<p>{html.escape(line)}</p>" for line in HOW)
    parts = [
        f"<p>The clock in use: <b>{html.escape(clock)}</b>.</p>" if clock else "",
        heading("What it is not") + citer.html(pathway.limits) if pathway.limits else "",
        heading("How it works") + how,
        heading("Where it misses what was measured") + missed(pathway, marks),
        heading("Published experiments") + experiments(tally),
        "<p>Levels without a measurement behind them say so under their curve. Not for any "
        "decision about a person.</p>",
    ]
    body = "".join(parts)
    return Explanation(
        kicker="",
        title="Teaching model",
        subtitle="",
        html=body,
        references=tuple(citer.ordered(mentioned(body))),
    )


def missed(pathway: Pathway, marks: Sequence[Mark]) -> str:
    """How many times lie in the window they were seen in, and each that does not."""
    if not marks:
        return "<p>This file has no times that a curve could be held against.</p>"
    far_off = (mark for mark in marks if mark.ratio > NEARLY)
    outside = sorted(far_off, key=lambda mark: -mark.ratio)
    inside = sum(mark.inside for mark in marks)
    near, far = (f"{100 * share(marks, factor):.0f} %" for factor in (1.25, 1.5))
    told = (
        f"<p>Of {len(marks)} times at which a step was seen to begin, to peak or to be over, the "
        f"model has {inside} inside their window; {near} lie within a factor of 1.25 of it and "
        f"{far} within 1.5. Those that miss by more than {100 * (NEARLY - 1):.0f} %:</p>"
    )
    if not outside:
        return told
    head = row("", "in the model", "as seen", "off by", tag="th")
    lines = [missed_row(pathway, mark) for mark in outside]
    style = 'cellspacing="0" cellpadding="3" width="100%"'
    return f"{told}<table {style}>{head}{''.join(lines)}</table>"


def missed_row(pathway: Pathway, mark: Mark) -> str:
    """One time outside its window."""
    stage = next(stage for stage in pathway.stages if stage.id == mark.stage)
    low, high = spoken(mark.window.earliest), spoken(mark.window.latest)
    seen = low if low == high else f"{low} to {high}"
    time = "never" if math.isinf(mark.time) else exact(mark.time)
    factor = "–" if math.isinf(mark.ratio) else f"× {mark.ratio:.2f}"
    name = f"{stage.label}: {NAMES[mark.name]}"
    link = f'<a href="node:{mark.node}">{html.escape(name)}</a>'
    return row(link, time, seen, factor)


def row(*cells: str, tag: str = "td") -> str:
    """A table row, its first cell wide."""
    widths = ("46%", "18%", "24%", "12%")
    made = [
        f'<{tag} width="{width}" align="left">{cell}</{tag}>'
        for width, cell in zip(widths, cells, strict=True)
    ]
    return f"<tr>{''.join(made)}</tr>"


def experiments(tally: Tally | None) -> str:
    """How many published interventions come out as they did, and the way to the table."""
    link = '<a href="command:experiments">Open the table</a>'
    if tally is None:
        return "<p>This file has none.</p>"
    said = f"{tally.agree} of {tally.run} come out in the model as they did in the laboratory"
    waiting = f", {tally.waiting} are still running" if tally.waiting else ""
    silent = f"; {tally.silent} cannot be told in it" if tally.silent else ""
    return (
        f"<p>{said}{waiting}{silent}. Nothing is tuned for a single one, and those that disagree "
        f"stay in the table. {link}.</p>"
    )
