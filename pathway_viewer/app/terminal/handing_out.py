"""Handing out: the handout and the patient sheet of a pathway, from the command line."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from pathway_viewer.app.exits import WELL, RefusedError, WrongInsideError
from pathway_viewer.app.terminal.jobs import layers_of, loaded, tried, watched, written
from pathway_viewer.app.terminal.what_if import MistypedError
from pathway_viewer.dynamics.scenario import Conditions, ConditionsError, tidy
from pathway_viewer.model.pathway import Pathway

if TYPE_CHECKING:
    from pathway_viewer.app.lecture import Solver, Wish
    from pathway_viewer.export.handout import Handout
    from pathway_viewer.export.handout_steps import Form, Stop
    from pathway_viewer.export.sheet import Sheet

PaperId = Literal["a4", "letter"]


def stops(pathway: Pathway, wish: Wish, solver: Solver) -> tuple[Stop, ...]:
    """Each step of the lecture at its moment, as it is handed out."""
    # Late: these bring Qt, numpy and scipy, which `check` does without.
    from pathway_viewer.app.lecture import lecture
    from pathway_viewer.export.handout_steps import Stop
    from pathway_viewer.export.pages_picture import Shot

    made: list[Stop] = []
    for one in lecture(pathway, wish, solver):
        look = one.step.focus, one.step.camera
        shot = Shot(one.frame, one.overlay, one.beside(), one.course.clock.label, *look)
        made.append(Stop(one.step, shot, one.what_if))
    return tuple(made)


def handed_out(pathway: Pathway, wish: Wish, solver: Solver, form: Form) -> Handout:
    """The handout of a pathway in a form."""
    # Late: as in `stops`.
    from pathway_viewer.export.handout import Handout
    from pathway_viewer.timeline.what_if_words import tried as all_tried

    changed = tidy(pathway, wish.conditions)
    what_if = "; ".join(one.text for one in all_tried(pathway, changed))
    return Handout(pathway, stops(pathway, wish, solver), form, what_if)


def handout(typed: argparse.Namespace) -> int:
    """Write the steps of the lecture as pages to hand out."""
    draw_without_a_screen()
    # Late: as in `stops`.
    from pathway_viewer.app.lecture import solver_of
    from pathway_viewer.export.handout import handout_work
    from pathway_viewer.export.handout_steps import Form

    pathway = loaded(typed.file)
    form = Form(
        paper=typed.paper,
        per_page=typed.per_page,
        lines=typed.lines,
        theme=typed.theme,
        reading=typed.reading,
        layers=layers_of(pathway, typed.layers),
    )
    made = handed_out(pathway, wish_of(pathway, typed), solver_of(pathway), form)
    watched(typed.out, handout_work(made, typed.out))
    return WELL


def wish_of(pathway: Pathway, typed: argparse.Namespace) -> Wish:
    """What the options want of every step; a scenario or a dose that was typed is for all."""
    # Late: as in `stops`.
    from pathway_viewer.app.lecture import Wish

    everywhere = typed.scenario is not None or typed.dose is not None
    return Wish(wished_by(pathway, typed), everywhere)


def wished_by(pathway: Pathway, typed: argparse.Namespace) -> Conditions:
    """The conditions of the options, looked up in the pathway."""
    # Late: it brings numpy.
    from pathway_viewer.app.terminal.what_if import conditions

    try:
        return conditions(pathway, typed)
    except ConditionsError as error:
        raise RefusedError(str(error)) from None


def draw_without_a_screen() -> None:
    """Paper needs no window: on Linux it is drawn without asking for a display."""
    if sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def sheet(typed: argparse.Namespace) -> int:
    """Write the one page for patients."""
    draw_without_a_screen()
    # Late: as in `stops`.
    from pathway_viewer.export.sheet import TooLongError, save_sheet

    made = sheet_of(loaded(typed.file), typed.paper)
    try:
        written(typed.out, lambda: save_sheet(made, typed.out))
    except TooLongError as error:
        raise WrongInsideError(str(error)) from None
    return WELL


def sheet_of(pathway: Pathway, paper: PaperId) -> Sheet:
    """The sheet of the first scenario."""
    # Late: as in `stops`.
    from pathway_viewer.dynamics.course import solve
    from pathway_viewer.export.sheet import Sheet

    conditions = Conditions(pathway.scenarios[0].id if pathway.scenarios else "")
    return Sheet(pathway, tried(lambda: solve(pathway, conditions)), paper)


def add_handout(parser: argparse.ArgumentParser) -> None:
    """Where the pages go to, and how many steps are on one."""
    add_paper(parser)
    parser.add_argument(
        "--per-page", type=int, choices=(1, 2, 3, 6), default=3, help="steps a page; default: 3"
    )
    parser.add_argument(
        "--lines", action="store_true", help="lines to write on in place of the notes"
    )
    parser.set_defaults(theme="print")
    parser.epilog = (
        "Pictures are drawn for paper in the theme print unless LOOK says otherwise; --size, "
        "which is in pixels, changes nothing here. --reading patient tells in place of the notes "
        "what the participants of a step are; expert adds the expert text of the chapter."
    )


def add_paper(parser: argparse.ArgumentParser) -> None:
    """Where to, and on which paper."""
    parser.add_argument("--out", metavar="X.pdf", type=pdf, required=True)
    parser.add_argument("--paper", choices=get_args(PaperId), default="a4", help="default: a4")


def pdf(text: str) -> Path:
    """A file whose name ends in .pdf."""
    path = Path(text)
    if path.suffix.lower() != ".pdf":
        raise MistypedError(f"'{text}': expected a name that ends in .pdf")
    return path
