"""Stops: the steps of a pathway as moments of runs, ready to be written on slides."""

from __future__ import annotations

import argparse
from dataclasses import replace

from pathway_viewer.app.exits import RefusedError, WrongInsideError
from pathway_viewer.app.jobs import layers_of, tried, within
from pathway_viewer.app.numbering import marks
from pathway_viewer.app.what_if import conditions
from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.scenario import Conditions, ConditionsError, tidy
from pathway_viewer.export.deck_slides import Stop
from pathway_viewer.export.deck_text import numbered
from pathway_viewer.export.still import Look
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.story import Chapter, Step
from pathway_viewer.scene.beside import beside_of
from pathway_viewer.scene.overlay import Overlay
from pathway_viewer.timeline.frame import frame_at
from pathway_viewer.timeline.what_if_words import tried as all_tried


def stops(pathway: Pathway, typed: argparse.Namespace) -> tuple[Stop, ...]:
    """Every step at its moment, on its own scenario or on the one that was asked for.

    A file without steps is told by its chapters. Raises RefusedError for options that cannot
    be run and WrongInsideError where there is nothing to tell.
    """
    try:
        wished = conditions(pathway, typed)
    except ConditionsError as error:
        raise RefusedError(str(error)) from None
    steps = pathway.steps or tuple(
        step_of(chapter, typed.reading) for chapter in pathway.chapters_of(wished.scenario)
    )
    if not steps:
        raise WrongInsideError(f"{pathway.title}: there are no steps and no chapters to tell")
    texts = [text for step in steps for text in (step.notes, step.ask)]
    layers = layers_of(pathway, typed.layers)
    look = Look(
        theme=typed.theme,
        size=typed.size,
        layers=layers,
        numbers=marks(pathway, numbered([*texts, pathway.limits])),
    )
    runs = Runs(pathway)
    out: list[Stop] = []
    for step in steps:
        own = step.scenario if step.scenario and typed.scenario is None else wished.scenario
        out.append(runs.stop(step, replace(wished, scenario=own), look))
    return tuple(out)


def step_of(chapter: Chapter, reading: str) -> Step:
    """A chapter as a step at its beginning, told for one reader."""
    text = chapter.expert if reading == "expert" and chapter.expert else chapter.text
    return Step(id=chapter.id, title=chapter.title, at=chapter.start, focus=(), notes=text)


class Runs:
    """The runs of a pathway, each solved once."""

    def __init__(self, pathway: Pathway) -> None:
        self._pathway = pathway
        self._kept: list[tuple[Conditions, Course]] = []

    def course(self, wished: Conditions) -> Course:
        """The levels under these conditions."""
        for kept, course in self._kept:
            if kept == wished:
                return course
        solved = tried(lambda: solve(self._pathway, wished))
        self._kept.append((wished, solved))
        return solved

    def stop(self, step: Step, wished: Conditions, look: Look) -> Stop:
        """One step under these conditions, with what is changed by them."""
        pathway, course = self._pathway, self.course(wished)
        told = tidy(pathway, wished)
        plain = Conditions(told.scenario)
        frame = frame_at(pathway, course, within(step.at, course.end))
        ghost = None if told == plain else self.course(plain)
        own = replace(
            look,
            overlay=Overlay.of(pathway, told),
            clock=course.clock.label,
            what_if="; ".join(one.text for one in all_tried(pathway, told)),
            beside=beside_of(course, ghost, frame.time),
        )
        scenario = pathway.scenario(told.scenario).label if pathway.scenarios else ""
        return Stop(step.title, step.notes, step.ask, step.focus, frame, own, scenario)
