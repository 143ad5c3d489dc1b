"""What if: the options that change a run, from what is typed to conditions."""

from __future__ import annotations

import argparse
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pathway_viewer.dynamics.scenario import Conditions, ConditionsError, Plan
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.pushes import Dose, Perturbation
from pathway_viewer.model.times import parse_time

LIFELONG = "lifelong"
"""Said instead of a FROM, where something ends that was there before everything else."""

_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9]+", re.ASCII)
_DOSE = re.compile(r"(?P<amount>.*?)(?: over (?P<over>.*?))?@(?P<at>.*)")


class MistypedError(argparse.ArgumentTypeError):
    """An option that cannot be understood, in a sentence that shows how it is written."""


@dataclass(frozen=True)
class Span:
    """From when until when a perturbation acts; None is for ever, on either side."""

    start: float | None = None
    end: float | None = None


def add_what_if(parser: argparse.ArgumentParser) -> None:
    """Add the WHAT-IF options, all repeatable but the scenario."""
    group = parser.add_argument_group("what if", "NODE, EDGE and ID are as in the file")
    group.add_argument("--scenario", metavar="ID", help="default: the first of the file")
    add = group.add_argument
    add("--dose", metavar="DOSE", action="append", type=dose, help="none, or '0.5 over 40 min@0 h'")
    add("--block", metavar="NODE[@FROM[..UNTIL]]", action="append", type=block)
    add("--clamp", metavar="NODE=LEVEL[@..]", action="append", type=clamp)
    add("--scale", metavar="ID=X[@..]", action="append", type=scale, help="a node or an arrow")
    add("--cut", metavar="EDGE[@..]", action="append", type=cut)
    add("--rival", metavar="ID=on|off", action="append", type=rival)


def conditions(pathway: Pathway, typed: argparse.Namespace) -> Conditions:
    """The conditions of the options; ConditionsError names the first that cannot be run."""
    first = pathway.scenarios[0].id if pathway.scenarios else ""
    pushes = [*(typed.block or ()), *(typed.clamp or ()), *(typed.scale or ()), *(typed.cut or ())]
    wished = Conditions(
        scenario=first if typed.scenario is None else typed.scenario,
        doses=_schedule(typed.dose),
        perturbations=tuple(pushes),
        rivals=tuple(typed.rival or ()),
    )
    Plan.of(pathway, wished)
    return wished


def _schedule(given: Sequence[Dose | None] | None) -> tuple[Dose, ...] | None:
    """Doses in order of time; () for 'none', None when nothing was said."""
    if given is None:
        return None
    doses = [one for one in given if one is not None]
    if doses and None in given:
        raise ConditionsError("--dose none cannot stand beside other doses")
    return tuple(sorted(doses, key=lambda one: one.at))


def dose(text: str) -> Dose | None:
    """'AMOUNT[ over DURATION]@T' in the clock's unit; None for 'none'."""
    if text.strip() == "none":
        return None
    typed = _DOSE.fullmatch(text.strip())
    if typed is None:
        raise MistypedError(f"'{text}': expected none or AMOUNT[ over DURATION]@T")
    amount = number(typed["amount"], "an amount in the unit of the clock")
    over = 0.0 if typed["over"] is None else hours(typed["over"])
    if amount <= 0 or over < 0:
        raise MistypedError(f"'{text}': the amount must be above 0, the duration not below 0")
    return Dose(amount=amount, at=hours(typed["at"]), over=over)


def block(text: str) -> Perturbation:
    """'NODE[@FROM[..UNTIL]]': held at 0."""
    target, when = _spanned(text)
    return Perturbation(kind="block", target=target, start=when.start, end=when.end)


def cut(text: str) -> Perturbation:
    """'EDGE[@FROM[..UNTIL]]': an arrow that carries nothing."""
    target, when = _spanned(text)
    return Perturbation(kind="cut", target=target, start=when.start, end=when.end)


def clamp(text: str) -> Perturbation:
    """'NODE=LEVEL[@FROM[..UNTIL]]': held at a level 0..1."""
    target, level, when = _valued(text, "NODE=LEVEL")
    if level > 1:
        raise MistypedError(f"'{text}': a level is between 0 and 1")
    return Perturbation(kind="clamp", target=target, value=level, start=when.start, end=when.end)


def scale(text: str) -> Perturbation:
    """'NODE=X[@..]' or 'EDGE=X[@..]': a drive or a weight times X."""
    target, factor, when = _valued(text, "NODE=X or EDGE=X")
    return Perturbation(kind="scale", target=target, value=factor, start=when.start, end=when.end)


def rival(text: str) -> tuple[str, bool]:
    """'ID=on' or 'ID=off'."""
    id, _, state = text.partition("=")
    if not id or state not in ("on", "off"):
        raise MistypedError(f"'{text}': expected ID=on or ID=off")
    return id, state == "on"


def hours(text: str) -> float:
    """A time with its unit, as hours; a bare 0 needs none."""
    try:
        return 0.0 if text.strip() == "0" else parse_time(text.strip())
    except ValueError as error:
        raise MistypedError(str(error)) from None


def number(text: str, what: str) -> float:
    """A finite decimal number that is not negative."""
    plain = text.strip()
    value = float(plain) if _NUMBER.fullmatch(plain) else math.nan
    if not math.isfinite(value):
        raise MistypedError(f"'{plain}': expected {what}, a number of 0 or more such as 0.5")
    return value


def _valued(text: str, form: str) -> tuple[str, float, Span]:
    """Target, number and span of 'TARGET=NUMBER[@FROM[..UNTIL]]'."""
    front, when = _spanned(text)
    target, equals, value = front.partition("=")
    if not target or not equals:
        raise MistypedError(f"'{text}': expected {form}, then perhaps @FROM or @FROM..UNTIL")
    return target.strip(), number(value, "a value"), when


def _spanned(text: str) -> tuple[str, Span]:
    """What stands before '@', and the span after it."""
    front, at, span = text.partition("@")
    if not front.strip() or (at and not span.strip()):
        raise MistypedError(f"'{text}': expected an id, then perhaps @FROM or @FROM..UNTIL")
    if not at:
        return front.strip(), Span()
    begin, dots, until = span.partition("..")
    born = dots and begin.strip() == LIFELONG
    when = Span(None if born else hours(begin), hours(until) if dots else None)
    if when.start is not None and when.end is not None and when.end <= when.start:
        raise MistypedError(f"'{text}': it must end after it begins")
    return front.strip(), when
