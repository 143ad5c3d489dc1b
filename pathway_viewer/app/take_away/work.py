"""Take-away work: each export as a work to be done, from what the window shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import cast

from pathway_viewer.app.filming import Wanted, film_steps
from pathway_viewer.app.lecture import lecture_steps
from pathway_viewer.app.numbering import numbering
from pathway_viewer.app.stops import marks_told, stops
from pathway_viewer.app.take_away.shown import Shown
from pathway_viewer.app.terminal.handing_out import handed_out, sheet_of
from pathway_viewer.citations.bibliography import StyleId
from pathway_viewer.export.deck import Talk, deck_work
from pathway_viewer.export.film_formats import FORMATS
from pathway_viewer.export.film_work import film_work
from pathway_viewer.export.handout import Handout, handout_work
from pathway_viewer.export.handout_steps import Form
from pathway_viewer.export.look import Look
from pathway_viewer.export.pages import PaperId
from pathway_viewer.export.references import references_text
from pathway_viewer.export.sheet import Sheet, save_sheet
from pathway_viewer.export.still import rendering
from pathway_viewer.export.work import Part, Work, elsewhere, stepwise
from pathway_viewer.look.theme import ThemeId
from pathway_viewer.model.writing import refuse_what_cannot_be, write_whole
from pathway_viewer.widgets.export_form import Chosen

Maker = Callable[[Shown, Chosen, Path], Work]

SLIDE = (1920, 1080)


def picture_work(shown: Shown, chosen: Chosen, out: Path) -> Work:
    """The picture of this moment."""
    part = Part(0, 1, "drawing")
    yield part
    look = yield from stepwise(shown.looking(pixels(shown, chosen["size"])), part)
    yield from stepwise(rendering(shown.pathway, shown.frame, look, out), part)


def slides_work(shown: Shown, chosen: Chosen, out: Path) -> Work:
    """The steps as slides."""
    part = Part(0, 1, "solving the runs of the steps")
    yield part
    stands = yield from stepwise(lecture_steps(shown.pathway, shown.wish, shown.solver), part)
    yield part
    shape = shown.shape
    numbers = marks_told(shown.pathway, stands) if shape.numbers else {}
    look = Look(theme=shape.theme, size=SLIDE, layers=shape.layers, numbers=numbers)
    made = stops(shown.pathway, stands, look)
    yield part
    talk = Talk(made, shape.theme, cast(StyleId, chosen["style"]))
    yield from deck_work(shown.pathway, talk, out)


def movie_work(shown: Shown, chosen: Chosen, out: Path) -> Work:
    """The steps, or a stretch of the run, as a film."""
    part = Part(0, 1, "solving the runs")
    yield part
    wished, shape = FORMATS[out.suffix.lower()], shown.shape
    look = Look(theme=shape.theme, size=pixels(shown, chosen["size"]), layers=shape.layers)
    start, until = span_of(shown, chosen["what"])
    wanted = Wanted(
        look,
        wished.rate,
        talk=chosen["what"] == "steps",
        start=start,
        until=until,
        seconds=float(chosen["seconds"]) if chosen["seconds"] else None,
        numbers=shape.numbers,
        moves=not shape.reduced_motion,
        fades=wished.fades and not shape.reduced_motion,
    )
    making = film_steps(shown.pathway, shown.wish, wanted, shown.solver)
    film = yield from stepwise(making, part)
    yield part
    yield from film_work(film, out)


def pages_work(shown: Shown, chosen: Chosen, out: Path) -> Work:
    """The steps as pages."""
    part = Part(0, 1, "laying out the pages")
    yield part
    # One after the other: what follows finds every run solved.
    yield from stepwise(lecture_steps(shown.pathway, shown.wish, shown.solver), part)
    yield part
    yield from handout_work(handout_of(shown, chosen), out)


def handout_of(shown: Shown, chosen: Chosen) -> Handout:
    """The handout that is wished for."""
    form = Form(
        paper=cast(PaperId, chosen["paper"]),
        per_page=int(chosen["per_page"]),
        lines=chosen["notes"] == "lines",
        theme=cast(ThemeId, chosen["theme"]),
        reading=shown.shape.reading,
        layers=shown.shape.layers,
    )
    return handed_out(shown.pathway, shown.wish, shown.solver, form)


def sheet_work(shown: Shown, chosen: Chosen, out: Path) -> Work:
    """The page for patients."""
    yield Part(0, 1, "drawing")
    save_sheet(patient_sheet(shown, chosen), out)


def patient_sheet(shown: Shown, chosen: Chosen) -> Sheet:
    """The page for patients on the paper that is wished for."""
    return sheet_of(shown.pathway, cast(PaperId, chosen["paper"]))


def references_work(shown: Shown, chosen: Chosen, out: Path) -> Work:
    """The list of references."""
    part = Part(0, 1, "printing the references")
    yield part
    style: StyleId = "apa" if chosen["form"] == ".txt apa" else "vancouver"
    numbers = numbering(shown.pathway)
    refuse_what_cannot_be(out)
    print_all = partial(references_text, shown.pathway, numbers, style, out)
    # Written here and not elsewhere: whoever stops the work can be sure that nothing was.
    write_whole(out, (yield from stepwise(elsewhere(print_all), part)))


def pixels(shown: Shown, wished: str) -> tuple[int, int]:
    """A size in pixels: '1920x1080', or as the window has it."""
    if wished == "window":
        return shown.size
    wide, _, high = wished.partition("x")
    return int(wide), int(high)


def span_of(shown: Shown, what: str) -> tuple[float | None, float | None]:
    """From when to when: of a chapter by its id, of the whole run, None for the steps."""
    for chapter in shown.pathway.chapters_of(shown.run.scenario):
        if what == f"chapter {chapter.id}":
            return chapter.start, chapter.end
    return None, None
