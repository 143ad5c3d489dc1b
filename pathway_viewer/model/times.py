"""Times as people write and say them, held as hours."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from difflib import get_close_matches

UNIT_HOURS: dict[str, float] = {"min": 1 / 60, "h": 1.0, "d": 24.0, "wk": 168.0}
"""Hours in each unit a time may be written in."""

LONGEST_HOURS = 1000 * UNIT_HOURS["wk"]
"""No time may be further from the first dose than this: a slip of the pen, not biology."""

_TIME = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?) ?(min|h|d|wk)", re.ASCII)
_NUMBER = re.compile(r"[-+]?[0-9]*\.?[0-9]+", re.ASCII)
_LOOSE = re.compile(r"([-+−–]?[0-9.,]+)\s*([^\W\d]+)\.?")
_SPELLED = {
    "m": "min",
    "mins": "min",
    "minute": "min",
    "minutes": "min",
    "hr": "h",
    "hrs": "h",
    "hour": "h",
    "hours": "h",
    "day": "d",
    "days": "d",
    "w": "wk",
    "wks": "wk",
    "week": "wk",
    "weeks": "wk",
}


EXACT = ((1.0, 60.0, "min"), (48.0, 1.0, "h"), (math.inf, 1 / 24, "d"))
"""Up to how many hours a constant is told in which unit, and how many of it are in an hour."""


def parse_time(text: str) -> float:
    """Hours told by a number and its unit: '40 min', '2.5h', '-10 min', '4 wk'.

    ValueError, with a sentence that says how to write it, for anything else and for times
    further than 1000 weeks from the first dose.
    """
    match = _TIME.fullmatch(text)
    if match is None:
        raise ValueError(_advice(text))
    hours = float(match[1]) * UNIT_HOURS[match[2]]
    if abs(hours) > LONGEST_HOURS:
        raise ValueError(f"{_shown(text)} is more than 1000 weeks from the first dose")
    # Two divisions of the same number of minutes must not differ in the last bit.
    return float(match[1]) / 60 if match[2] == "min" else hours


def _shown(text: str) -> str:
    plain = " ".join(text.split())
    return repr(plain if len(plain) <= 40 else plain[:37] + "...")


def _advice(text: str) -> str:
    """What is wrong with a malformed time, and how it could be written."""
    units = "a number with min, h, d or wk, such as '40 min'"
    stripped = text.strip()
    if _NUMBER.fullmatch(stripped):
        return (
            f"{_shown(text)} has no unit: expected {units}; "
            f"did you mean '{stripped} min', '{stripped} h', '{stripped} d' or '{stripped} wk'?"
        )
    guess = _guess(stripped)
    hint = f"; did you mean '{guess}'?" if guess else ""
    return f"{_shown(text)} is not a time: expected {units}{hint}"


def _guess(text: str) -> str:
    """A well-formed time near this text, or nothing."""
    loose = _LOOSE.fullmatch(text)
    if loose is None:
        return ""
    number = loose[1].replace(",", ".").replace("−", "-").replace("–", "-").lstrip("+")
    word = loose[2].lower()
    known = [*_SPELLED, *UNIT_HOURS]
    near = get_close_matches(word, known, n=1, cutoff=0.8) if len(word) < 20 else []
    unit = word if word in UNIT_HOURS else _SPELLED.get(near[0], near[0]) if near else ""
    guess = f"{number} {unit}"
    return guess if _TIME.fullmatch(guess) else ""


def written(hours: float) -> str:
    """The shortest way to write a time that `parse_time` reads back as the same number."""
    if hours == 0:
        return "0 h"
    short = (f"{hours / size:g} {unit}" for unit, size in UNIT_HOURS.items())
    same = [text for text in short if _TIME.fullmatch(text) and parse_time(text) == hours]
    plainest = min(same, key=lambda text: ("." in text, len(text)), default="")
    return plainest or f"{Decimal(repr(hours)):f} h"


def spoken(hours: float) -> str:
    """A time as a person would say it: '30 min', '2 h 30 min', '3 d', '2 wk', '-10 min'.

    Rounded to what the ear can use: minutes within a day, hours within two weeks, days after.
    """
    sign = "-" if hours < 0 else ""
    minutes = abs(hours) * 60
    if 0 < minutes < 0.95:
        tenths = round(minutes, 1)
        return f"{sign}{tenths:g} min" if tenths else "0 min"
    words = _parts(minutes)
    return f"{sign}{words}" if words != "0 min" else words


def _parts(minutes: float) -> str:
    """Positive minutes in one or two units, the smaller left out when it is nothing."""
    whole = round(minutes)
    if whole < 24 * 60:
        return _joined(*divmod(whole, 60), "h", "min")
    whole = round(minutes / 60)
    if whole == 7 * 24:
        return "1 wk"
    if whole < 14 * 24:
        return _joined(*divmod(whole, 24), "d", "h")
    return _joined(*divmod(round(minutes / 60 / 24), 7), "wk", "d")


def _joined(large: int, small: int, large_unit: str, small_unit: str) -> str:
    said = [f"{large} {large_unit}"] if large else []
    if small or not large:
        said.append(f"{small} {small_unit}")
    return " ".join(said)


def exact(hours: float) -> str:
    """A constant of time to three figures, in the unit that suits it."""
    factor, unit = next((factor, unit) for limit, factor, unit in EXACT if hours < limit)
    return f"{hours * factor:.3g} {unit}"
