"""The commands that need no window: check, levels, render, experiments, new."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pathway_viewer.app.exits import REFUSED, WELL, WRONG_INSIDE, RefusedError, WrongInsideError
from pathway_viewer.app.resources import default_pathway, starter
from pathway_viewer.dynamics.scenario import ConditionsError
from pathway_viewer.model.loader import UnreadableError, load
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.problems import meant
from pathway_viewer.model.times import spoken
from pathway_viewer.model.writing import write_new, write_whole

if TYPE_CHECKING:
    from pathway_viewer.dynamics.course import Course
    from pathway_viewer.export.work import Work


def check(typed: argparse.Namespace) -> int:
    """Print every problem of every file; 1 if one is an error, 2 if a file cannot be read."""
    codes = [_check_one(given) for given in typed.files]
    return max(codes)


def _check_one(given: str) -> int:
    path = Path(given)
    try:
        problems = load(path).problems
    except UnreadableError as error:
        print(f"pathway-viewer check: {error}", file=sys.stderr)
        return REFUSED
    for problem in problems:
        # The main file is named as the user typed it, './' and all, so that editors find it.
        own = problem.file == str(path)
        print(replace(problem, file=given) if own else problem)
    return WRONG_INSIDE if any(one.severity == "error" for one in problems) else WELL


def levels(typed: argparse.Namespace) -> int:
    """Write the levels of a run as CSV."""
    # Late: these bring numpy and scipy, which `check` does without.
    from pathway_viewer.app.terminal.levels_table import levels_csv, usual_times
    from pathway_viewer.app.terminal.what_if import conditions
    from pathway_viewer.dynamics.course import solve

    pathway = loaded(typed.file)
    course = tried(lambda: solve(pathway, conditions(pathway, typed)))
    times = [time for group in typed.at for time in group] if typed.at else usual_times(course)
    for time in times:
        within(time, course.end)
    table = levels_csv(course, times)
    if typed.out is None:
        sys.stdout.write(table)
    else:
        written(typed.out, lambda: write_whole(typed.out, table))
    return WELL


def render(typed: argparse.Namespace) -> int:
    """Write the picture at one time as PNG, SVG or PDF."""
    # A still needs no window: on Linux it is drawn without asking for a display.
    if sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Late: these bring Qt, numpy and scipy, which `check` does without.
    from pathway_viewer.app.listed import entries_of
    from pathway_viewer.app.numbering import marks, numbering
    from pathway_viewer.app.terminal.what_if import conditions
    from pathway_viewer.dynamics.course import solve
    from pathway_viewer.dynamics.scenario import Conditions, tidy
    from pathway_viewer.export.look import Look
    from pathway_viewer.export.still import application, render_still
    from pathway_viewer.scene.beside import beside_of
    from pathway_viewer.scene.overlay import Overlay
    from pathway_viewer.timeline.frame import frame_at
    from pathway_viewer.timeline.what_if_words import tried as all_tried

    pathway = loaded(typed.file)
    course = tried(lambda: solve(pathway, conditions(pathway, typed)))
    frame = frame_at(pathway, course, within(typed.at, course.end))
    wished = tidy(pathway, conditions(pathway, typed))
    plain = Conditions(wished.scenario)
    ghost = None if wished == plain else tried(lambda: solve(pathway, plain))
    look = Look(
        theme=typed.theme,
        size=typed.size,
        layers=layers_of(pathway, typed.layers),
        overlay=Overlay.of(pathway, wished),
        clock=course.clock.label,
        what_if="; ".join(one.text for one in all_tried(pathway, wished)),
        beside=beside_of(course, ghost, frame.time),
        numbers=marks(pathway, numbering(pathway)),
    )
    application()
    look = replace(look, entries=entries_of(pathway, look, numbering(pathway)))
    written(typed.out, lambda: render_still(pathway, frame, look, typed.out))
    return WELL


def experiments(typed: argparse.Namespace) -> int:
    """Run every experiment of a file and print a line each; 1 if one could not be run."""
    # Late: these bring numpy and scipy, which `check` does without.
    from pathway_viewer.app.terminal.experiment_lines import line, summary
    from pathway_viewer.dynamics.experiments import Outcome, outcomes

    run: list[Outcome] = []
    for one in outcomes(loaded(typed.file)):
        run.append(one)
        # At once: it takes seconds in all, and whoever watches sees it move.
        print(line(one), flush=True)
    print(*summary(run), sep="\n")
    failed = [one.experiment.id for one in run if one.failure]
    if failed:
        sys.stdout.flush()
        raise WrongInsideError(f"could not be run: {', '.join(failed)}")
    return WELL


def new(typed: argparse.Namespace) -> int:
    """Write a starter pathway under a new name."""
    written(typed.out, lambda: write_new(typed.out, starter()))
    return WELL


def loaded(given: str | None) -> Pathway:
    """The pathway of a file, or of the one that opens when none is named."""
    path = default_pathway() if given is None else Path(given)
    try:
        found = load(path)
    except UnreadableError as error:
        raise RefusedError(str(error)) from None
    if found.pathway is None:
        errors = [one for one in found.problems if one.severity == "error"]
        more = f" ({len(errors) - 1} more: see check)" if len(errors) > 1 else ""
        raise WrongInsideError(f"{errors[0]}{more}")
    return found.pathway


def tried(work: Callable[[], Course]) -> Course:
    """A course, or the reason why not: of the options, else of the file's own network."""
    try:
        return work()
    except ConditionsError as error:
        raise RefusedError(str(error)) from None
    except ValueError as error:
        raise WrongInsideError(str(error)) from None


def within(time: float, end: float) -> float:
    """A time of the run; what comes after its end is not known."""
    if time > end:
        raise RefusedError(f"{spoken(time)} is after the end of the run, {spoken(end)}")
    return time


def layers_of(pathway: Pathway, wished: tuple[str, ...]) -> frozenset[str]:
    """The layers asked for, the first one when none is."""
    known = [layer.id for layer in pathway.layers]
    for id in wished:
        if id not in known:
            near = meant(id, known)
            hint = f"; did you mean '{near}'?" if near else f"; there are {', '.join(known)}"
            raise RefusedError(f"no layer called '{id}'{hint}")
    return frozenset(wished or known[:1])


def watched(out: Path, work: Work) -> None:
    """Do a work whose progress is told on standard error; one line where it cannot be written."""
    # Late: as in `levels`.
    from pathway_viewer.app.collecting import between_parts
    from pathway_viewer.app.terminal.progress import progress
    from pathway_viewer.export.work import Part, finished

    with progress() as line, between_parts() as collect:

        def told(part: Part) -> None:
            line.tell(part.done, part.of, part.text)
            collect()

        written(out, lambda: finished(work, told))


def written(out: Path, work: Callable[[], None]) -> None:
    """Do the writing; one line, not a traceback, when the file cannot be written."""
    try:
        work()
    except FileExistsError:
        raise RefusedError(f"{out} exists already and was left as it is") from None
    except OSError as error:
        why = f"{out} cannot be written: {error.strerror}" if error.strerror else str(error)
        raise RefusedError(why) from None
