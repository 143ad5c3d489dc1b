"""Making a film: painted here, written by another thread, put in its place when it is whole."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from pathway_viewer.export.film import Film, takes, timetable
from pathway_viewer.export.film_cards import endings
from pathway_viewer.export.film_draft import draft_of
from pathway_viewer.export.film_formats import FOLDER, Format, format_of, means_for
from pathway_viewer.export.film_images import palette_of, write_folder, write_gif, write_webp
from pathway_viewer.export.film_painting import FilmPainter
from pathway_viewer.export.film_pipe import Pipe, Shown, Writer
from pathway_viewer.export.film_videos import write_with_av, write_with_ffmpeg
from pathway_viewer.export.notice import about
from pathway_viewer.export.still import application
from pathway_viewer.export.work import Part, Steps, Work, elsewhere, stepwise


def film_work(film: Film, out: Path) -> Work:
    """Write a film; the suffix names the format, none is a folder of PNG.

    Raises ValueError where the film is too short or has odd sides that a video cannot have,
    MissingToolError where nothing here writes the format, and OSError where it cannot be
    written; after any error, or where the work is stopped, what was there is as it was.
    """
    application()
    wished = format_of(out)
    refuse_odd_sides(film.size, wished)
    cards = endings(film)
    table = timetable(film, len(cards.sheets))
    painter = FilmPainter(film, table, cards)
    counts = [take.frames for take in takes(film, table)]
    with draft_of(out) as draft:
        making = _writer(film, wished, painter, counts, draft)
        writer = yield from stepwise(making, Part(0, sum(counts), "looking for colours"))
        with Pipe(writer) as pipe:
            yield from _sent(painter.images(), pipe, sum(counts), film.rate)


def refuse_odd_sides(size: tuple[int, int], wished: Format) -> None:
    """ValueError for a size that a video cannot have: its colours are kept for pairs of pixels."""
    if wished.is_video and (size[0] % 2 or size[1] % 2):
        raise ValueError(f"{size[0]}x{size[1]}: a video has an even number of pixels each way")


def _sent(images: Iterator[Shown], pipe: Pipe, total: int, rate: float) -> Work:
    """Each image painted and handed over, and the end waited for."""
    done, length = 0, round(total / rate)
    for shown in images:
        done += shown.frames
        part = Part(done, total, f"{round(done / rate)} of {length} s")
        while not pipe.offer(shown):
            yield Part(part.done, part.of, part.text, waiting=True)
        yield part
    last = Part(total, total, "the last frames")
    while not pipe.offer(None):
        yield Part(last.done, last.of, last.text, waiting=True)
    while not pipe.is_done():
        yield Part(last.done, last.of, last.text, waiting=True)


def _writer(
    film: Film, wished: Format, painter: FilmPainter, counts: list[int], draft: Path
) -> Steps[Writer]:
    """What writes the images of a film as a format wants it."""
    told, rate = about(film.pathway, film.entries), film.rate
    if wished.is_video:
        means = means_for(wished)
        write = write_with_av if means.tool == "av" else write_with_ffmpeg
        return lambda shown: write(shown, means, rate, told, draft)
    if wished.suffix == ".gif":
        samples = yield from painter.samples()
        palette = yield from elsewhere(partial(palette_of, samples))
        return lambda shown: write_gif(shown, palette, rate, told, draft)
    if wished.suffix == FOLDER:
        return lambda shown: write_folder(shown, rate, told, draft)
    return lambda shown: write_webp(shown, counts, rate, told, draft)
