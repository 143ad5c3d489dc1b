"""Stops: the steps of a lecture ready to be written on slides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pathway_viewer.app.lecture import Stand
from pathway_viewer.app.numbering import marks
from pathway_viewer.export.deck_slides import Stop
from pathway_viewer.export.deck_text import numbered
from pathway_viewer.export.look import Look
from pathway_viewer.model.pathway import Pathway


def stops(pathway: Pathway, stands: tuple[Stand, ...], look: Look) -> tuple[Stop, ...]:
    """Every step as a slide shows it; `look` is what they have in common."""
    return tuple(
        Stop(
            title=one.step.title,
            notes=one.step.notes,
            ask=one.step.ask,
            frame=one.frame,
            look=look_of(one, look),
            scenario=one.scenario,
            until=one.until,
        )
        for one in stands
    )


def look_of(one: Stand, look: Look) -> Look:
    """How the picture of a step looks: with labels as large as for a hall."""
    return replace(
        look,
        overlay=one.overlay,
        clock=one.course.clock.label,
        what_if=one.what_if,
        beside=one.beside(),
        focus=one.step.focus,
        camera=one.step.camera,
        audience=True,
        explained=True,
    )


def numbers_told(pathway: Pathway, stands: Iterable[Stand]) -> dict[str, int]:
    """The references of a talk, numbered in the order in which its notes cite them."""
    texts = [text for one in stands for text in (one.step.notes, one.step.ask)]
    return numbered([*texts, pathway.limits])


def marks_told(pathway: Pathway, stands: Iterable[Stand]) -> dict[str, tuple[int, ...]]:
    """Those numbers beside the nodes and arrows that they tell of."""
    return marks(pathway, numbers_told(pathway, stands))
