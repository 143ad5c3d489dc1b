"""What-if line: a run as the command that makes it again in a terminal."""

from __future__ import annotations

import shlex
from pathlib import Path

from pathway_viewer.app.terminal.what_if import LIFELONG
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pushes import Dose, Perturbation
from pathway_viewer.model.times import written


def command_line(path: Path | None, conditions: Conditions) -> str:
    """`pathway-viewer levels FILE --scenario ...`, quoted for a shell; read back it is equal."""
    words = ["pathway-viewer", "levels", *([str(path)] if path else [])]
    return shlex.join([*words, *options(conditions)])


def options(conditions: Conditions) -> list[str]:
    """The options that say these conditions, a word each, as `what_if` reads them."""
    said = [f"--scenario={conditions.scenario}"] if conditions.scenario else []
    if conditions.doses is not None:
        said += [f"--dose={dose(one)}" for one in conditions.doses] or ["--dose=none"]
    said += [f"--{one.kind}={push(one)}" for one in conditions.perturbations]
    return said + [f"--rival={id}={'on' if on else 'off'}" for id, on in conditions.rivals]


def dose(one: Dose) -> str:
    """'0.5 over 40min@0h'."""
    over = f" over {time(one.over)}" if one.over else ""
    return f"{number(one.amount)}{over}@{time(one.at)}"


def push(one: Perturbation) -> str:
    """'ampar=0.5@-30min..12h'."""
    value = "" if one.value is None else f"={number(one.value)}"
    if one.start is None and one.end is None:
        return f"{one.target}{value}"
    start = LIFELONG if one.start is None else time(one.start)
    end = "" if one.end is None else f"..{time(one.end)}"
    return f"{one.target}{value}@{start}{end}"


def time(hours: float) -> str:
    """A time as one word."""
    return written(hours).replace(" ", "")


def number(value: float) -> str:
    """A number as short as it can be read back."""
    return f"{value:g}" if float(f"{value:g}") == value else repr(value)
