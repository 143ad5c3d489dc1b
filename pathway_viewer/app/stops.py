"""Stops: the steps of a pathway as moments of runs, ready to be written on slides."""

from __future__ import annotations

import argparse
from dataclasses import replace

from pathway_viewer.app import handing_out
from pathway_viewer.app.jobs import layers_of
from pathway_viewer.app.numbering import marks
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.export.deck_slides import Stop
from pathway_viewer.export.deck_text import numbered
from pathway_viewer.export.still import Look
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.timeline.steps import run_of, steps_of
from pathway_viewer.timeline.what_if_words import tried as all_tried


def stops(pathway: Pathway, typed: argparse.Namespace) -> tuple[Stop, ...]:
    """Every step at its moment, on its own scenario or on the one that was asked for.

    A file without steps is told by its chapters. Raises RefusedError for options that cannot
    be run.
    """
    wished = handing_out.wished_by(pathway, typed)
    # A dose is in the unit of one clock, so that it is given on that clock alone.
    everywhere = typed.scenario is not None or typed.dose is not None
    steps = steps_of(pathway, wished.scenario)
    texts = [text for step in steps for text in (step.notes, step.ask)]
    look = Look(
        theme=typed.theme,
        size=typed.size,
        layers=layers_of(pathway, typed.layers),
        numbers=marks(pathway, numbered([*texts, pathway.limits])),
    )
    out: list[Stop] = []
    for one in handing_out.stops(pathway, wished, everywhere):
        step, shot = one.step, one.shot
        run = run_of(pathway, step, wished, everywhere)
        shown = replace(
            look,
            overlay=shot.overlay,
            clock=shot.clock,
            what_if="; ".join(change.text for change in all_tried(pathway, run)),
            beside=shot.beside,
        )
        label = _label(pathway, run)
        out.append(Stop(step.title, step.notes, step.ask, step.focus, shot.frame, shown, label))
    return tuple(out)


def _label(pathway: Pathway, run: Conditions) -> str:
    """What the scenario of a run is called, '' in a file that has none."""
    return pathway.scenario(run.scenario).label if pathway.scenarios else ""
