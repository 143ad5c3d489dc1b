"""Film words: what may stand after `export movie`, and the film made of it."""

from __future__ import annotations

import argparse
import math
from pathlib import Path

from pathway_viewer.app.exits import WELL, RefusedError
from pathway_viewer.app.terminal import handing_out
from pathway_viewer.app.terminal.jobs import layers_of, loaded, watched
from pathway_viewer.app.terminal.what_if import MistypedError, hours

SUFFIXES = (".mp4", ".webm", ".gif", ".webp")
LONGEST_S = 3600.0


def add_movie(parser: argparse.ArgumentParser) -> None:
    """Where the film goes to, what it shows, and how long it is."""
    ends = " ".join(SUFFIXES)
    told = f"{ends}, or no suffix: a folder of PNG"
    parser.add_argument("--out", metavar="X", type=film, required=True, help=told)
    parser.add_argument("--from", metavar="T", type=hours, dest="start", help="such as 0 or 10min")
    parser.add_argument("--until", metavar="T", type=hours, help="such as 2h or 7d")
    parser.add_argument("--seconds", metavar="S", type=seconds, help="length of the whole film")
    parser.set_defaults(size=None)
    parser.epilog = (
        "With --from or --until it films that stretch of the run, else all steps of the lecture. "
        "Videos and PNG have 30 frames a second of 1920x1080, WebP 20 and GIF 12.5 of 960x540. "
        "MP4 and WebM need ffmpeg on the PATH, or: pip install 'pathway-viewer[film]'."
    )


def movie(typed: argparse.Namespace) -> int:
    """Write a stretch of the run, or all steps, as a film."""
    handing_out.draw_without_a_screen()
    # Late: these bring Qt, numpy and scipy, which other commands do without.
    from pathway_viewer.app.filming import Wanted, film_of
    from pathway_viewer.app.lecture import solver_of
    from pathway_viewer.export.film import TooShortError
    from pathway_viewer.export.film_formats import MissingToolError, format_of
    from pathway_viewer.export.film_work import film_work
    from pathway_viewer.export.look import Look
    from pathway_viewer.export.still import application

    application()
    pathway, out = loaded(typed.file), typed.out
    wished = format_of(out)
    look = Look(
        theme=typed.theme,
        size=typed.size or wished.size,
        layers=layers_of(pathway, typed.layers),
    )
    talk = typed.start is None and typed.until is None
    span = typed.start, typed.until, typed.seconds
    wanted = Wanted(look, wished.rate, talk, *span, fades=wished.fades)
    film = film_of(pathway, handing_out.wish_of(pathway, typed), wanted, solver_of(pathway))
    try:
        watched(out, film_work(film, out))
    except TooShortError as error:
        raise RefusedError(f"--seconds: {error}") from None
    except (ValueError, MissingToolError) as error:
        raise RefusedError(str(error)) from None
    return WELL


def film(text: str) -> Path:
    """A file whose suffix names a kind of film, or the name of a folder."""
    path = Path(text)
    if path.suffix.lower() not in (*SUFFIXES, ""):
        ends = ", ".join(SUFFIXES)
        raise MistypedError(f"'{text}': expected a name that ends in {ends}, or a folder")
    return path


def seconds(text: str) -> float:
    """A length in seconds, more than none and an hour at the most."""
    try:
        length = float(text.removesuffix("s").strip())
    except ValueError:
        length = math.nan
    if not 0 < length <= LONGEST_S:
        raise MistypedError(f"'{text}': expected seconds, at the most {LONGEST_S:g}")
    return length
