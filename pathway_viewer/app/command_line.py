"""The command line: which words start which work, and what the exit code says."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pathway_viewer.app import arguments, jobs
from pathway_viewer.app.jobs import REFUSED, WRONG_INSIDE, RefusedError, WrongInsideError
from pathway_viewer.app.resources import default_pathway, version
from pathway_viewer.app.what_if import add_what_if
from pathway_viewer.model.problems import meant

PROGRAM = "pathway-viewer"
Adder = Callable[[argparse.ArgumentParser], None]


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
    Command("new", "write a starter pathway", (arguments.add_new,), jobs.new),
)


def main(words: Sequence[str] | None = None) -> int:
    """Do what the command line asks.

    Exit codes: 0 well; 1 something wrong inside a readable file; 2 bad arguments, or a file
    that cannot be read or written, with one line on standard error and nothing written.
    """
    typed = [*(sys.argv[1:] if words is None else words)]
    command = next((one for one in COMMANDS if typed and one.word == typed[0]), None)
    name = f"{PROGRAM} {command.word}" if command else PROGRAM
    try:
        code = _obeyed(command, typed[1:]) if command else _window(typed)
        sys.stdout.flush()
    except (RefusedError, WrongInsideError) as error:
        line = " ".join(str(error).split())
        print(f"{name}: {line}", file=sys.stderr)
        return REFUSED if isinstance(error, RefusedError) else WRONG_INSIDE
    except BrokenPipeError:
        # Whoever read our output has seen enough; the interpreter must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WRONG_INSIDE
    except SystemExit as leaving:
        return int(leaving.code or 0)
    return code


def _obeyed(command: Command, words: list[str]) -> int:
    """A command's work, with what stands after its word."""
    parser = arguments.Parser(
        prog=f"{PROGRAM} {command.word}", description=command.summary, allow_abbrev=False
    )
    for add in command.adders:
        add(parser)
    return command.run(parser.parse_args(arguments.joined(words)))


def _window(words: list[str]) -> int:
    """The window on a file, or what the options ask for instead."""
    typed = _window_parser().parse_args(words)
    if typed.self_check:
        # Late: it brings everything there is, to see whether it works.
        from pathway_viewer.app.self_check import self_check

        return self_check()
    path = default_pathway() if typed.file is None else Path(typed.file)
    _refuse_what_is_no_file(path)
    if not _has_display():
        raise RefusedError(
            "no display was found for the window; check, levels and render need none"
        )
    # Late: Qt, for those commands that need none.
    from pathway_viewer.app.main import run

    return run(path)


def _window_parser() -> arguments.Parser:
    width = max(len(one.word) for one in COMMANDS)
    commands = "\n".join(f"  {one.word:{width}}  {one.summary}" for one in COMMANDS)
    parser = arguments.Parser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [FILE] | --self-check | COMMAND ...",
        description="Open a pathway in a window, or do one of the commands without one.",
        epilog=f"commands (each has its own --help):\n{commands}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    arguments.add_file(parser)
    parser.add_argument("--self-check", action="store_true", help="see whether all of it works")
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {version()}")
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


def _has_display() -> bool:
    """Whether a window can be shown: only Linux may have nowhere to show one."""
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return named or sys.platform != "linux"
