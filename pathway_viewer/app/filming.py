"""Filming: a stretch of one run, or all steps of a lecture, as a film to be made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from pathway_viewer.app.exits import RefusedError
from pathway_viewer.app.lecture import Solver, Stand, Wish, lecture_steps
from pathway_viewer.app.listed import shown
from pathway_viewer.app.numbering import marks, numbering
from pathway_viewer.app.opening import clock_label, story_axis
from pathway_viewer.app.stops import look_of, numbers_told
from pathway_viewer.app.terminal.jobs import within
from pathway_viewer.dynamics.course import Course
from pathway_viewer.dynamics.scenario import Conditions, tidy
from pathway_viewer.export.deck_text import numbered
from pathway_viewer.export.film import Film, Mark, Shot
from pathway_viewer.export.look import Look
from pathway_viewer.export.short_references import short_references
from pathway_viewer.export.work import Steps, at_once, elsewhere
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.beside import beside_of
from pathway_viewer.scene.overlay import Overlay
from pathway_viewer.scene.picture import moment
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.timeline.origin import origin
from pathway_viewer.timeline.what_if_words import tried

WHOLE_S = 60.0
"""Seconds of the whole axis where nothing else is wished: as long as it plays in the window."""

SHORTEST_S = 6.0
"""So long is the shortest stretch that nobody gave a length."""

STAND_S = 6.0
"""Seconds of a step at which the time stands still."""


@dataclass(frozen=True)
class Wanted:
    """A film as it is wished for; without `start` and `until` all steps of the lecture.

    `seconds` is its length, None is as long as its parts are. Without `numbers` nothing leads
    to a reference, and none is listed.
    """

    look: Look
    rate: float
    talk: bool = True
    start: float | None = None
    until: float | None = None
    seconds: float | None = None
    numbers: bool = True
    moves: bool = True
    fades: bool = True


def film_of(pathway: Pathway, wish: Wish, wanted: Wanted, solver: Solver) -> Film:
    """The film that is wanted. Raises RefusedError for a time outside the run."""
    return at_once(film_steps(pathway, wish, wanted, solver))


def film_steps(pathway: Pathway, wish: Wish, wanted: Wanted, solver: Solver) -> Steps[Film]:
    """The same in steps, between which a window may live."""
    make = talk_film if wanted.talk else stretch_film
    return make(pathway, wish, wanted, solver)


def talk_film(pathway: Pathway, wish: Wish, wanted: Wanted, solver: Solver) -> Steps[Film]:
    """All steps of the lecture, one after the other."""
    stands = yield from lecture_steps(pathway, wish, solver)
    yield
    # No small number stands in a picture for a hall: each step's are told beside its title.
    numbers = numbers_told(pathway, stands) if wanted.numbers else {}
    look = replace(wanted.look, numbers={})
    count = len(stands)
    shots = tuple(
        replace(
            _step_shot(pathway, one, look_of(one, look), (i / count, (i + 1) / count)),
            cites=tuple(numbers[id] for id in numbered([one.step.notes, one.step.ask]) if numbers),
        )
        for i, one in enumerate(stands)
    )
    names = tuple(Mark(f"{i + 1}", i / count, (i + 1) / count) for i in range(count))
    listed = sorted({number for shot in shots for number in shot.cites})
    told = [(number, id) for id, number in numbers.items() if number in listed]
    return (yield from _film(pathway, wanted, shots, names, f"{count} steps", told))


def _step_shot(pathway: Pathway, one: Stand, look: Look, place: tuple[float, float]) -> Shot:
    axis = story_axis(pathway, one.run, "lecture")
    start = one.frame.time
    until = start if one.until is None else one.until
    seconds = STAND_S if one.until is None else one.step.seconds
    title = one.step.title
    return Shot(title, look, one.course, one.ghost, axis, start, until, seconds, place)


def stretch_film(pathway: Pathway, wish: Wish, wanted: Wanted, solver: Solver) -> Steps[Film]:
    """A stretch of one run, under the names of its chapters."""
    run = tidy(pathway, wish.conditions)
    course, plain = solver(run), Conditions(run.scenario)
    ghost = None if run == plain else solver(plain)
    axis = story_axis(pathway, run, "lecture")
    start, until = _ends(wanted, axis, course)
    first, last = axis.position(start), axis.position(until)
    seconds = max(SHORTEST_S, WHOLE_S * (last - first))
    look = _run_look(pathway, wanted, run, course, ghost)
    title = pathway.title
    shot = Shot(title, look, course, ghost, axis, start, until, seconds, (0.0, 1.0))
    names = tuple(
        Mark(one.title, *(_share(axis, t, first, last) for t in (one.start, one.end)))
        for one in pathway.chapters_of(run.scenario)
        if one.start < until and one.end > start
    )
    told = f"{_label(pathway, run)}{_span(course, start, until)}"
    return _film(pathway, wanted, (shot,), names, told, shown(pathway, look, numbering(pathway)))


def _share(axis: Axis, hours: float, first: float, last: float) -> float:
    """Where a time stands on the film's bar."""
    return min(1.0, max(0.0, (axis.position(hours) - first) / (last - first)))


def _ends(wanted: Wanted, axis: Axis, course: Course) -> tuple[float, float]:
    """From when to when; RefusedError for times that the run does not have, or in wrong order."""
    start = axis.start if wanted.start is None else wanted.start
    until = within(min(axis.end, course.end) if wanted.until is None else wanted.until, course.end)
    if start < axis.start:
        raise RefusedError("the film would begin before the run does")
    if start >= until:
        raise RefusedError("the film would end before it begins")
    return start, until


def _run_look(
    pathway: Pathway, wanted: Wanted, run: Conditions, course: Course, ghost: Course | None
) -> Look:
    """The look of one run."""
    return replace(
        wanted.look,
        overlay=Overlay.of(pathway, run),
        clock=clock_label(pathway, run),
        what_if="; ".join(one.text for one in tried(pathway, run)),
        beside=beside_of(course, ghost, 0.0),
        numbers=marks(pathway, numbering(pathway)) if wanted.numbers else {},
    )


def _label(pathway: Pathway, run: Conditions) -> str:
    return f"{pathway.scenario(run.scenario).label} · " if run.scenario else ""


def _span(course: Course, start: float, until: float) -> str:
    """'10 min before the dose to 2 h after the dose'."""
    counted = origin(course.doses, course.clock.dose_word)
    return f"{moment(start, counted)} to {moment(until, counted)}"


def _film(
    pathway: Pathway,
    wanted: Wanted,
    shots: tuple[Shot, ...],
    names: tuple[Mark, ...],
    told: str,
    listed: list[tuple[int, str]],
) -> Steps[Film]:
    """A film whose last cards list what its pictures or its steps cite."""
    print_them = partial(short_references, pathway, [id for _, id in listed])
    entries = yield from elsewhere(print_them)
    return Film(
        pathway=pathway,
        shots=shots,
        marks=names,
        told=told,
        entries=tuple(
            f"{number}. {entry}" for (number, _), entry in zip(listed, entries, strict=True)
        ),
        size=wanted.look.size,
        rate=wanted.rate,
        seconds=wanted.seconds,
        moves=wanted.moves,
        fades=wanted.fades,
    )
