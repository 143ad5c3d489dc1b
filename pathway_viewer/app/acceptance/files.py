"""What the self-test reads and writes: every kind of file that comes in or leaves."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from pathway_viewer.app.acceptance import installation
from pathway_viewer.app.acceptance.installation import FailedError
from pathway_viewer.app.exits import WELL
from pathway_viewer.app.terminal.command_words import obeyed

Part = Callable[[Path], str]

SMALL = ("--size", "640x400")

LEAVING = (
    ("PNG", ("render", "--at", "2 h", "--size", "1280x800"), "still.png"),
    ("PDF", ("render", "--at", "2 h"), "still.pdf"),
    ("SVG", ("render", "--at", "2 h"), "still.svg"),
    ("levels", ("levels", "--at", "0,1h,1d"), "levels.csv"),
    ("slides", ("export", "deck", "--size", "1280x720"), "talk.pptx"),
    ("film", ("export", "movie", "--until", "1h", "--seconds", "3", *SMALL), "film.gif"),
    ("handout", ("export", "handout"), "handout.pdf"),
    ("patient sheet", ("export", "sheet"), "sheet.pdf"),
    ("BibTeX", ("export", "references"), "references.bib"),
    ("references as text", ("export", "references", "--style", "apa"), "references.txt"),
)
"""What is written: its name, the words of the command line, and the file."""


def _installed(look: Callable[[], str], _folder: Path) -> str:
    return look()


def _left(words: tuple[str, ...], name: str, folder: Path) -> str:
    """Writes one file as the command line does, and looks whether something is in it."""
    out = folder / name
    typed = [*words, "--out", str(out)]
    if (code := obeyed(typed, _no_window)) != WELL:
        raise FailedError(f"'{' '.join(words)}' answered {code}")
    if (size := out.stat().st_size) < 100:
        raise FailedError(f"{name} has {size} bytes only")
    return f"{out.name}, {size // 1024} kB"


def _no_window(path: Path | None, kiosk: bool = False) -> int:
    raise FailedError(f"a window was asked for on {path}")


def _processor(_folder: Path) -> str:
    return f"{os.cpu_count()} processors"


FILES: tuple[tuple[str, Part], ...] = (
    ("processors", _processor),
    ("libraries", partial(_installed, installation.libraries)),
    ("places", partial(_installed, installation.places)),
    ("fonts", partial(_installed, installation.fonts)),
    ("files", partial(_installed, installation.files)),
    ("citation styles", partial(_installed, installation.citation_styles)),
    ("cache", partial(_installed, installation.cache)),
    *((name, partial(_left, words, file)) for name, words, file in LEAVING),
)
"""The parts that need no window, in order."""
