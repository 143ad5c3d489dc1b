"""What may stand after each command, and a parser that says in one line what is wrong."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import NoReturn, get_args

from pathway_viewer.app.exits import RefusedError
from pathway_viewer.app.terminal.what_if import MistypedError, hours
from pathway_viewer.citations.bibliography import StyleId
from pathway_viewer.look.theme import ThemeId
from pathway_viewer.model.story import READINGS

PICTURES = (".png", ".svg", ".pdf")
LISTS = (".bib", ".ris", ".json", ".txt")
SIZE = (1920, 1080)
SIDES = range(160, 16385)
MOST_PIXELS = 100_000_000


class Parser(argparse.ArgumentParser):
    """An argument parser that raises RefusedError instead of printing its usage and leaving."""

    def error(self, message: str) -> NoReturn:
        raise RefusedError(message)


def joined(words: list[str]) -> list[str]:
    """'--at -10min' as '--at=-10min': argparse takes what begins with a minus for an option."""
    told: list[str] = []
    for word in words:
        before = told[-1] if told else ""
        if re.match(r"-[0-9.]", word) and re.fullmatch(r"--[a-z-]+", before):
            told[-1] = f"{before}={word}"
        else:
            told.append(word)
    return told


def add_file(parser: argparse.ArgumentParser) -> None:
    """FILE, which may be left out."""
    parser.add_argument(
        "file", metavar="FILE", nargs="?", help="a pathway file; default: the one that is shipped"
    )


def add_files(parser: argparse.ArgumentParser) -> None:
    """FILE..., at least one."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="pathway files")


def add_levels(parser: argparse.ArgumentParser) -> None:
    """When, and where to."""
    parser.add_argument(
        "--at",
        metavar="T,T,...",
        action="append",
        type=times,
        help="times such as 0,40min,2h,1d; default: 200, log-spaced",
    )
    parser.add_argument("--out", metavar="X.csv", type=table, help="default: standard output")


def add_look(parser: argparse.ArgumentParser) -> None:
    """The LOOK options."""
    group = parser.add_argument_group("look")
    group.add_argument("--theme", choices=get_args(ThemeId), default="paper")
    group.add_argument("--size", metavar="WxH", type=size, default=SIZE, help="in pixels")
    group.add_argument("--reading", choices=READINGS, default="student", help="for whom")
    group.add_argument(
        "--layers", metavar="ID,ID,...", type=ids, default=(), help="default: the first layer"
    )


def add_render(parser: argparse.ArgumentParser) -> None:
    """One moment, one picture."""
    parser.add_argument("--at", metavar="T", type=hours, required=True, help="such as 40min")
    parser.add_argument("--out", metavar="X", type=picture, required=True, help=".png .svg .pdf")


def add_deck(parser: argparse.ArgumentParser) -> None:
    """Where the slides go to, and how their references read."""
    parser.add_argument("--out", metavar="X.pptx", type=slides, required=True)
    parser.add_argument("--style", choices=get_args(StyleId), default="vancouver")


def add_references(parser: argparse.ArgumentParser) -> None:
    """Where the list goes to, and how a text of it reads."""
    ends = " ".join(LISTS)
    parser.add_argument("--out", metavar="X", type=reference_list, required=True, help=ends)
    parser.add_argument("--style", choices=get_args(StyleId), default="vancouver", help="of a text")


def add_experiments(parser: argparse.ArgumentParser) -> None:
    """Nothing more to type, but how to read what comes."""
    parser.epilog = (
        "An effect is the dose's in the perturbed run, as a share of the dose's unperturbed one: "
        "abolished below 25 %, attenuated to 75 %, unchanged to 125 %, raised above, reversed "
        "below -25 %. Rows without a dose set what the perturbation does alone against the effect "
        "of the dose. A row agrees only if all its read-outs do. The last lines count the rows "
        "that the model cannot express and those of the others that agree."
    )


def add_fit(parser: argparse.ArgumentParser) -> None:
    """Whether the file may change, and how to read what comes."""
    parser.add_argument(
        "--write", action="store_true", help="write the values that moved into the file"
    )
    parser.epilog = (
        "Moves the parameters that the file names as free, within their bounds. Prints a line a "
        "measurement, judged on a course of its own species and never on another's; a line for "
        "each onset, peak and fall of a stage; a line a free parameter; and last the misfit: the "
        "root mean square of ln(model time / nearest edge of the window), 0 inside."
    )


def add_new(parser: argparse.ArgumentParser) -> None:
    """The file to begin."""
    parser.add_argument("out", metavar="X.yaml", type=pathway)


def times(text: str) -> tuple[float, ...]:
    """Hours of 'T,T,...'."""
    return tuple(hours(one) for one in text.split(","))


def ids(text: str) -> tuple[str, ...]:
    """The ids of 'ID,ID,...'."""
    found = tuple(one.strip() for one in text.split(","))
    if not all(found):
        raise MistypedError(f"'{text}': expected ids with commas between them")
    return found


def size(text: str) -> tuple[int, int]:
    """Pixels of 'WIDTHxHEIGHT'."""
    typed = re.fullmatch(r"([0-9]{1,6})[x×]([0-9]{1,6})", text.strip(), re.ASCII)
    if typed is None:
        raise MistypedError(f"'{text}': expected WIDTHxHEIGHT in pixels, such as 1920x1080")
    width, height = int(typed[1]), int(typed[2])
    if width not in SIDES or height not in SIDES or width * height > MOST_PIXELS:
        raise MistypedError(
            f"'{text}': sides of {SIDES[0]} to {SIDES[-1]} pixels, {MOST_PIXELS // 10**6} "
            "million in all"
        )
    return width, height


def picture(text: str) -> Path:
    """A file whose suffix names a picture format."""
    return _suffixed(text, PICTURES)


def slides(text: str) -> Path:
    """A presentation."""
    return _suffixed(text, (".pptx",))


def reference_list(text: str) -> Path:
    """A file whose suffix names a format of references."""
    return _suffixed(text, LISTS)


def pathway(text: str) -> Path:
    """A YAML file."""
    return _suffixed(text, (".yaml", ".yml"))


def table(text: str) -> Path:
    """A file for a table: any name, for the format is always CSV."""
    return Path(text)


def _suffixed(text: str, suffixes: tuple[str, ...]) -> Path:
    path = Path(text)
    if path.suffix.lower() not in suffixes:
        raise MistypedError(f"'{text}': expected a name that ends in {', '.join(suffixes)}")
    return path
