"""Handing out: the handout and the patient sheet of a pathway, from the command line."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from pathway_viewer.app.exits import WELL, RefusedError, WrongInsideError
from pathway_viewer.app.jobs import layers_of, loaded, tried, within, written
from pathway_viewer.app.what_if import MistypedError
from pathway_viewer.dynamics.scenario import Conditions, ConditionsError, tidy
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.timeline.steps import run_of, steps_of

if TYPE_CHECKING:
    from pathway_viewer.export.handout_steps import Stop
    from pathway_viewer.export.sheet import Sheet

PaperId = Literal["a4", "letter"]


def stops(pathway: Pathway, wished: Conditions, everywhere: bool) -> tuple[Stop, ...]:
    """Each step of the lecture at its moment, with the changes wished for.

    A step has its own scenario, or that of `wished` where it names none or `everywhere` is set.
    """
    # Late: these bring Qt, numpy and scipy, which `check` does without.
    from pathway_viewer.dynamics.course import Course, solve
    from pathway_viewer.export.handout_steps import Stop
    from pathway_viewer.export.pages_picture import Shot
    from pathway_viewer.scene.beside import beside_of
    from pathway_viewer.scene.overlay import Overlay
    from pathway_viewer.timeline.frame import frame_at

    solved: dict[Conditions, Course] = {}

    def course_of(conditions: Conditions) -> Course:
        if conditions not in solved:
            solved[conditions] = tried(lambda: solve(pathway, conditions))
        return solved[conditions]

    made: list[Stop] = []
    for step in steps_of(pathway, wished.scenario):
        conditions = run_of(pathway, step, wished, everywhere)
        course, plain = course_of(conditions), Conditions(conditions.scenario)
        ghost = None if conditions == plain else course_of(plain)
        time = within(step.at, course.end)
        shot = Shot(
            frame_at(pathway, course, time),
            Overlay.of(pathway, conditions, also=step.focus),
            beside_of(course, ghost, time),
            course.clock.label,
        )
        made.append(Stop(step, shot))
    return tuple(made)


def handout(typed: argparse.Namespace) -> int:
    """Write the steps of the lecture as pages to hand out."""
    draw_without_a_screen()
    # Late: as in `stops`.
    from pathway_viewer.export.handout import Handout, save_handout
    from pathway_viewer.export.handout_steps import Form
    from pathway_viewer.timeline.what_if_words import tried as all_tried

    pathway = loaded(typed.file)
    wished = wished_by(pathway, typed)
    form = Form(
        paper=typed.paper,
        per_page=typed.per_page,
        lines=typed.lines,
        theme=typed.theme,
        reading=typed.reading,
        layers=layers_of(pathway, typed.layers),
    )
    # A dose is in the unit of one clock, so that it is given on that clock alone.
    everywhere = typed.scenario is not None or typed.dose is not None
    told = stops(pathway, wished, everywhere)
    what_if = "; ".join(one.text for one in all_tried(pathway, tidy(pathway, wished)))
    written(typed.out, lambda: save_handout(Handout(pathway, told, form, what_if), typed.out))
    return WELL


def wished_by(pathway: Pathway, typed: argparse.Namespace) -> Conditions:
    """The conditions of the options, looked up in the pathway."""
    # Late: it brings numpy.
    from pathway_viewer.app.what_if import conditions

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
    """The sheet of the first scenario, which shows the moment at which most is changed."""
    # Late: as in `stops`.
    from pathway_viewer.dynamics.course import solve
    from pathway_viewer.export.pages_picture import Shot
    from pathway_viewer.export.sheet import Sheet
    from pathway_viewer.scene.beside import NOTHING
    from pathway_viewer.scene.overlay import Overlay
    from pathway_viewer.timeline.frame import frame_at

    conditions = Conditions(pathway.scenarios[0].id if pathway.scenarios else "")
    course = tried(lambda: solve(pathway, conditions))
    first = pathway.layers[0].id
    shown = [i for i, node in enumerate(pathway.nodes) if node.layer == first]
    times = [(one.start + one.end) / 2 for one in pathway.chapters_of(conditions.scenario)]
    busiest = max(times or [0.0], key=lambda t: float(abs(course.changes(t)[shown]).sum()))
    frame = frame_at(pathway, course, busiest)
    shot = Shot(frame, Overlay.of(pathway, conditions), NOTHING, course.clock.label)
    return Sheet(pathway, conditions.scenario, shot, paper)


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
