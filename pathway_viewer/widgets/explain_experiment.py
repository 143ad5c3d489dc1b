"""Experiment explanation: the published sentence, the comparison, how it was put in the model."""

from __future__ import annotations

import html

from pathway_viewer.dynamics.experiments import Outcome
from pathway_viewer.model.pathway import Experiment
from pathway_viewer.widgets.experiment_words import cells, clock_word, compared, done
from pathway_viewer.widgets.explain_node import mentioned
from pathway_viewer.widgets.explanation import Reader, heading, rows


def explain_experiment(reader: Reader, row: Experiment, outcome: Outcome | None) -> str:
    """The text beside the table, as HTML."""
    pathway = reader.pathway
    parts = [reader.citer.html(row.text)]
    if row.not_expressible:
        parts += [heading("Why the model cannot say"), reader.citer.html(row.not_expressible)]
    elif outcome is not None and outcome.failure:
        parts += [heading("Why it could not be run"), reader.citer.html(outcome.failure)]
    if row.readouts:
        parts += [heading("Published and modelled"), readouts(reader, row, outcome)]
        parts.append(f'<p class="note">{html.escape(compared(pathway, row))}</p>')
    facts = [("Clock", html.escape(clock_word(pathway, row)))]
    if not row.not_expressible:
        facts.append(("Done", html.escape(done(pathway, row))))
    parts += [heading("In the model"), rows(facts, first=56)]
    if row.mapping:
        parts.append(reader.citer.html(row.mapping))
    return "".join(parts)


def readouts(reader: Reader, row: Experiment, outcome: Outcome | None) -> str:
    """What was published at each read-out, in words, and what the model has there."""
    lines: list[str] = []
    triples = cells(reader.pathway, row, outcome)
    for readout, (where, expected, model) in zip(row.readouts, triples, strict=True):
        words = html.escape(readout.words)
        lines.append(
            f'<p><a href="node:{readout.node}">{html.escape(where)}</a><br/>'
            f"published: <b>{expected}</b> ({words})<br/>"
            f"model: {f'<b>{html.escape(model)}</b>' if model else 'running…'}</p>"
        )
    return "".join(lines)


def references_of(reader: Reader, page: str) -> tuple[str, ...]:
    """The papers a page cites, in order of number."""
    return tuple(reader.citer.ordered(mentioned(page)))
