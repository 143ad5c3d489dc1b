"""Command words: the commands and options of the command line, and the work that each starts."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pathway_viewer.app.exits import RefusedError
from pathway_viewer.app.resources import NAME, version
from pathway_viewer.app.terminal import arguments, exporting, fitting, jobs
from pathway_viewer.app.terminal.what_if import add_what_if
from pathway_viewer.model.problems import meant

Adder = Callable[[argparse.ArgumentParser], None]


class Window(Protocol):
    """What opens the window, on a file or on the one that is shown without."""

    def __call__(self, path: Path | None, kiosk: bool = False) -> int:
        """Opens it and stays until it is closed; the exit code."""
        ...


@dataclass(frozen=True)
class Command:
    """A word of the command line: what may follow it, and what it does."""

    word: str
    summary: str
    adders: tuple[Adder, ...]
    run: Callable[[argparse.Namespace], int]


COMMANDS = (
    Command("check", "list every problem of pathway files", (arguments.add_files,), jobs.check),
    Command(
        "levels",
        "write the levels of all nodes over time as CSV",
        (arguments.add_file, arguments.add_levels, add_what_if),
        jobs.levels,
    ),
    Command(
        "render",
        "write the picture at one time as PNG, SVG or PDF",
        (arguments.add_file, arguments.add_render, arguments.add_look, add_what_if),
        jobs.render,
    ),
    Command(
        "experiments",
        "run every published experiment of a pathway and say where the model agrees",
        (arguments.add_file, arguments.add_experiments),
        jobs.experiments,
    ),
    Command(
        "fit",
        "fit the free parameters of a pathway to its measurements",
        (arguments.add_file, arguments.add_fit),
        fitting.fit,
    ),
    Command("export", "write what can be taken away", (exporting.add_kinds,), exporting.export),
    Command("new", "write a starter pathway", (arguments.add_new,), jobs.new),
)


def obeyed(typed: list[str], window: Window) -> int:
    """What the words ask for, done; the exit code. `window` opens the window on a file."""
    command = command_of(typed)
    if command is None:
        return _window(typed, window)
    parser = arguments.Parser(
        prog=f"{NAME} {command.word}", description=command.summary, allow_abbrev=False
    )
    for add in command.adders:
        add(parser)
    return command.run(parser.parse_args(arguments.joined(typed[1:])))


def command_of(typed: list[str]) -> Command | None:
    """The command that the first word names, None where the window is meant."""
    return next((one for one in COMMANDS if typed and one.word == typed[0]), None)


def _window(words: list[str], window: Window) -> int:
    """The window on a file, or what the options ask for instead."""
    typed = _window_parser().parse_args(words)
    if typed.self_check:
        # Late: it brings everything there is, to see whether it works.
        from pathway_viewer.app.acceptance.self_check import self_check

        return self_check()
    if typed.self_test is not None:
        # Late: as above.
        from pathway_viewer.app.acceptance.self_test import self_test

        return self_test(typed.self_test)
    if typed.make_pin_hash:
        # Late: as above.
        from pathway_viewer.app.kiosk.pin_line import make_pin_hash

        return make_pin_hash()
    path = None if typed.file is None else Path(typed.file)
    if path is not None:
        _refuse_what_is_no_file(path)
    return window(path, kiosk=typed.kiosk)


def _window_parser() -> arguments.Parser:
    width = max(len(one.word) for one in COMMANDS)
    commands = "\n".join(f"  {one.word:{width}}  {one.summary}" for one in COMMANDS)
    parser = arguments.Parser(
        prog=NAME,
        usage=f"{NAME} [FILE] | --kiosk [FILE] | --self-check | --self-test DIR | COMMAND ...",
        description="Open a pathway in a window, or do one of the commands without one.",
        epilog=f"commands (each has its own --help):\n{commands}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    arguments.add_file(parser)
    parser.add_argument("--self-check", action="store_true", help="see whether all of it works")
    parser.add_argument(
        "--self-test", metavar="DIR", type=Path, help="use all of it once; pictures and a report"
    )
    parser.add_argument("--kiosk", action="store_true", help="lock the screen for a waiting room")
    parser.add_argument(
        "--make-pin-hash", action="store_true", help="ask for a PIN; print its line for a policy"
    )
    parser.add_argument("--version", action="version", version=f"{NAME} {version()}")
    return parser


def _refuse_what_is_no_file(path: Path) -> None:
    """One line for a file that is not there, with the command that was perhaps meant."""
    if path.is_file():
        return
    if path.exists():
        raise RefusedError(f"{path} is not a file")
    near = meant(str(path), [one.word for one in COMMANDS])
    hint = f"; did you mean the command '{near}'?" if near else ""
    raise RefusedError(f"there is no file {path}{hint}")
