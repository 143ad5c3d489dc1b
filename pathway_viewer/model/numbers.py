"""Numbers and times: what they may look like in the file, and their limits."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from pathway_viewer.model.problems import Report, shown
from pathway_viewer.model.scalars import MISSING, ambiguous, is_null, wrong
from pathway_viewer.model.times import parse_time
from pathway_viewer.model.yaml_tree import Node, Scalar

_NUMBER = re.compile(
    r"[-+]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?", re.ASCII
)


@dataclass(frozen=True)
class Bounds:
    """Limits of a number, None where there is none."""

    gt: float | None = None
    ge: float | None = None
    lt: float | None = None
    le: float | None = None

    def broken(self, value: float) -> str:
        """What the value should have been, or nothing when it is within."""
        if self.gt is not None and value <= self.gt:
            return f"more than {self.gt:g}"
        if self.ge is not None and value < self.ge:
            return f"at least {self.ge:g}"
        if self.lt is not None and value >= self.lt:
            return f"less than {self.lt:g}"
        if self.le is not None and value > self.le:
            return f"at most {self.le:g}"
        return ""


@dataclass(frozen=True)
class Number:
    """A finite number in plain decimal writing."""

    name: str
    bounds: Bounds = Bounds()
    whole: bool = False

    def read(self, node: Node, report: Report) -> object:
        """The number; a quoted one, '1_000', '0x1F', '010' or '.inf' is an error."""
        expected = "a whole number" if self.whole else "a number"
        if not isinstance(node, Scalar):
            return wrong(node, report, self.name, expected)
        if not node.plain:
            advice = "write it without quotes" if _NUMBER.fullmatch(node.value[:64]) else ""
            return wrong(node, report, self.name, expected, advice)
        value = self._value(node.value)
        if value is None:
            advice = "write it in plain decimal digits" if ambiguous(node.value) else ""
            return wrong(node, report, self.name, expected, advice)
        if broken := self.bounds.broken(value):
            report.error(node.place, f"{self.name} is {shown(node.value)}: expected {broken}")
            return MISSING
        return value

    def _value(self, text: str) -> float | None:
        if len(text) > 64 or not _NUMBER.fullmatch(text):
            return None
        value = float(text)
        if not math.isfinite(value):
            return None
        if not self.whole:
            return value
        return int(value) if value.is_integer() and abs(value) < 2**53 else None


@dataclass(frozen=True)
class Time:
    """A time or a duration, written with its unit, given as hours."""

    name: str
    bounds: Bounds = Bounds()

    def read(self, node: Node, report: Report) -> object:
        """The hours; anything without a unit is an error."""
        if not isinstance(node, Scalar) or is_null(node):
            return wrong(node, report, self.name, "a time such as '40 min'")
        try:
            hours = parse_time(node.value)
        except ValueError as error:
            report.error(node.place, f"{self.name}: {error}")
            return MISSING
        if broken := self.bounds.broken(hours):
            report.error(node.place, f"{self.name} is {shown(node.value)}: expected {broken} h")
            return MISSING
        return hours
