"""How far a measurement reaches: its spread in the value, and the span of its time."""

from __future__ import annotations

import re

from pathway_viewer.model.evidence import Measurement

_NUMBER = r"([-−]?\d+(?:\.\d+)?)"
_TO = r"\s*(?:-|–|to)\s*"
_RANGE = re.compile(rf"^(?:95\s*%\s*CI\s+)?{_NUMBER}{_TO}{_NUMBER}")
_GEOMETRIC = re.compile(rf"^geometric SD\s+{_NUMBER}")
_AROUND = re.compile(rf"^(?:±|SD|SEM|SE)\s*{_NUMBER}")
_HOURS = re.compile(rf"(?<![\d.]){_NUMBER}{_TO}{_NUMBER}\s*(min|h|d|days|wk|weeks)\b")
_DAYS = re.compile(rf"\bdays {_NUMBER}{_TO}{_NUMBER}")
_UNIT_HOURS = {"min": 1 / 60, "h": 1.0, "d": 24.0, "days": 24.0, "wk": 168.0, "weeks": 168.0}


def value_range(point: Measurement) -> tuple[float, float] | None:
    """Lowest and highest value by the published spread, None where none can be read from it.

    Understood: '±7.5', 'SD 9', '95% CI 200-304', '4.37-22.29', 'geometric SD 1.71'; what
    follows the first such figure is about something else. A range that leaves the value out
    is not its spread.
    """
    if point.value is None:
        return None
    spread = point.spread.strip()
    if found := _RANGE.match(spread):
        low, high = sorted(map(_number, found.groups()))
    elif found := _GEOMETRIC.match(spread):
        low, high = sorted((point.value / _number(found[1]), point.value * _number(found[1])))
    elif found := _AROUND.match(spread):
        low, high = point.value - abs(_number(found[1])), point.value + abs(_number(found[1]))
    else:
        return None
    return (low, high) if low <= point.value <= high else None


def relative_range(point: Measurement) -> tuple[float, float] | None:
    """The spread as shares of the value: (0.8, 1.2) for '±7.5' around 37.5; None without one."""
    if not point.value or (reach := value_range(point)) is None:
        return None
    low, high = sorted((reach[0] / point.value, reach[1] / point.value))
    return low, high


def time_range(point: Measurement) -> tuple[float, float] | None:
    """First and last hour of a time told as a span ('2-6 h', 'days 10-12'), else None."""
    days = _DAYS.search(point.when)
    found = days or _HOURS.search(point.when)
    if point.at is None or found is None:
        return None
    unit = 24.0 if days else _UNIT_HOURS[found[3]]
    low, high = (_number(text) * unit for text in found.groups()[:2])
    return (low, high) if low <= point.at <= high else None


def _number(text: str) -> float:
    return float(text.replace("−", "-"))
