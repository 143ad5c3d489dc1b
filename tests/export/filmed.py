"""Small films for tests, and what their own readers find in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import av
from PIL import Image

from pathway_viewer.app.filming import Wanted, film_of
from pathway_viewer.app.lecture import Wish, solver_of
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.export.film import Film
from pathway_viewer.export.film_formats import format_of
from pathway_viewer.export.film_work import film_work
from pathway_viewer.export.look import Look
from pathway_viewer.export.work import Part, finished
from pathway_viewer.model.pathway import Pathway

SIZE = (320, 180)


@dataclass(frozen=True)
class Seen:
    """Size, frames a second, seconds and pictures, as another program reads them."""

    size: tuple[int, int]
    rate: float
    seconds: float
    pictures: int


def film(pathway: Pathway, out: Path, **wanted) -> Film:
    """A stretch of two hours in two seconds, or what is wanted."""
    form = format_of(out)
    look = wanted.pop("look", Look(size=SIZE))
    usual = {"talk": False, "start": 0.0, "until": 2.0, "seconds": 2.0, "fades": form.fades}
    made = Wanted(look, form.rate, **{**usual, **wanted})
    return film_of(pathway, Wish(Conditions("single")), made, solver_of(pathway))


def save(made: Film, out: Path, told: Callable[[Part], None] = lambda _: None) -> None:
    """All of it at once."""
    finished(film_work(made, out), told)


def seen(out: Path) -> Seen:
    """A film as PyAV or Pillow sees it."""
    if out.suffix in (".mp4", ".webm"):
        with av.open(str(out)) as film:
            stream = film.streams.video[0]
            count = sum(1 for _ in film.decode(stream))
            size, rate = (stream.width, stream.height), float(stream.average_rate or 0)
            return Seen(size, rate, (film.duration or 0) / 1e6, count)
    if out.is_dir():
        names = sorted(one.name for one in out.iterdir() if one.suffix == ".png")
        with Image.open(out / names[0]) as image:
            return Seen(image.size, 30.0, len(names) / 30, len(names))
    with Image.open(out) as image:
        lasts = 0
        for i in range(image.n_frames):
            image.seek(i)
            image.load()
            lasts += image.info["duration"]
        return Seen(image.size, 0.0, lasts / 1000, image.n_frames)


def picture(out: Path, number: int) -> Image.Image:
    """One frame of an MP4 or a WebM."""
    with av.open(str(out)) as film:
        for i, frame in enumerate(film.decode(film.streams.video[0])):
            if i == number:
                return frame.to_image()
    raise IndexError(number)
