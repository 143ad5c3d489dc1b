"""The command line: a window or the work that the words name, and what the exit code says."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from pathway_viewer.app.exits import REFUSED, WRONG_INSIDE, RefusedError, WrongInsideError
from pathway_viewer.app.resources import NAME, SUFFIXES, default_pathway


def main(words: Sequence[str] | None = None) -> int:
    """Do what the command line asks.

    Exit codes: 0 well; 1 something wrong inside a readable file; 2 bad arguments, or a file
    that cannot be read or written, with one line on standard error and nothing written.
    """
    typed = [*(sys.argv[1:] if words is None else words)]
    _speak_every_letter()
    try:
        code = _done(typed)
        sys.stdout.flush()
    except (RefusedError, WrongInsideError) as error:
        line = " ".join(str(error).split())
        print(f"{_named(typed)}: {line}", file=sys.stderr)
        return REFUSED if isinstance(error, RefusedError) else WRONG_INSIDE
    except BrokenPipeError:
        # Whoever read our output has seen enough; the interpreter must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WRONG_INSIDE
    except SystemExit as leaving:
        return int(leaving.code or 0)
    return code


def _speak_every_letter() -> None:
    """A name outside of the system's code page must not end what prints it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            coded = "utf-8" if sys.platform == "win32" else None
            stream.reconfigure(encoding=coded, errors="backslashreplace")


def _done(typed: list[str]) -> int:
    if not typed:
        return window(None)
    if len(typed) == 1 and (path := Path(typed[0])).suffix in SUFFIXES and path.is_file():
        return window(path)
    # Late: a window on a file needs no parser of words, and none of the other work.
    from pathway_viewer.app.terminal.command_words import obeyed

    return obeyed(typed, window)


def _named(typed: list[str]) -> str:
    """The program, with the command that speaks."""
    # Late: as in `_done`.
    from pathway_viewer.app.terminal.command_words import command_of

    command = command_of(typed)
    return f"{NAME} {command.word}" if command else NAME


def window(path: Path | None, kiosk: bool = False) -> int:
    """The window on a file, until it is closed; RefusedError where none can be shown.

    Without a file it is the policy's, or the one that is shipped. A kiosk shows no other file
    than its policy's, if that names one.
    """
    if not _has_display():
        raise RefusedError(
            "no display was found for the window; check, levels and render need none"
        )
    # Late: Qt, for those commands that need none.
    from pathway_viewer.app.main import run
    from pathway_viewer.app.policy import policy

    rules = policy()
    own = Path(rules.pathway) if rules.pathway else None
    if kiosk or rules.kiosk:
        # Late: the ordinary window has none of this.
        from pathway_viewer.app.kiosk.waiting_room import run_kiosk

        return run_kiosk(own or path or default_pathway(), rules)
    return run(path or own or default_pathway(), rules)


def _has_display() -> bool:
    """Whether a window can be shown: only Linux may have nowhere to show one."""
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return named or sys.platform != "linux"
