"""The free parameters of a pathway: which values a fit may move, how far, and in which unit."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import cast

import msgspec
from msgspec.structs import replace

from pathway_viewer.model.kinetics import Clock, EdgeKinetics, Free, Kinetics, NodeKinetics
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.times import UNIT_HOURS, parse_time

TIMES = ("rise", "fall", "delay")
"""The parameters that are times: written with a unit, bounded in hours."""
DIGITS = 4
"""Significant digits that a fitted value is written with: more than any measurement gives."""


class ParameterError(ValueError):
    """A free parameter that a fit could not move, in one sentence."""


@dataclasses.dataclass(frozen=True)
class Parameter:
    """One value of the kinetics, of one clock or (clock "") of all that do not override it.

    `value`, `low` and `high` are hours where it is a time, and `unit` is what it is written
    in then, else nothing.
    """

    clock: str
    section: str
    id: str
    key: str
    value: float
    low: float
    high: float
    unit: str = ""

    @property
    def name(self) -> str:
        """'nodes.ampar.fall', for a clock's own with the clock before it."""
        path = f"{self.section}.{self.id}.{self.key}"
        return f"{self.clock}: {path}" if self.clock else path

    @property
    def way(self) -> tuple[str, ...]:
        """Where it stands in the file."""
        home = ("clocks", self.clock) if self.clock else ()
        return (*home, "kinetics", self.section, self.id, self.key)

    @property
    def by_factors(self) -> bool:
        """Whether steps of equal size are equal factors: for all that must be more than 0."""
        return self.low > 0.0

    def coordinate(self, value: float) -> float:
        """The value on a line of like steps: its logarithm, or its share of the range."""
        return math.log(value) if self.by_factors else (value - self.low) / (self.high - self.low)

    def at(self, coordinate: float) -> float:
        """The value at a coordinate, within the bounds."""
        value = (
            math.exp(coordinate)
            if self.by_factors
            else self.low + coordinate * (self.high - self.low)
        )
        return min(max(value, self.low), self.high)

    def holds(self, value: float) -> bool:
        """Whether a value is within the bounds, but for rounding."""
        return self.low * (1.0 - 1e-9) <= value <= self.high * (1.0 + 1e-9)

    def ends(self, value: float) -> bool:
        """Whether a value is as good as at one of the bounds: they, not the data, hold it."""
        here = self.coordinate(value)
        return any(abs(self.coordinate(edge) - here) < 0.005 for edge in (self.low, self.high))

    def text(self, value: float) -> str:
        """The value as it is written: as many digits as needed to stay within the bounds."""
        told = ""
        for digits in (DIGITS, 6, 9, 12):
            told = _plain(value / UNIT_HOURS[self.unit] if self.unit else value, digits)
            told = f"{told} {self.unit}" if self.unit else told
            if self.holds(self.read(told)):
                break
        return told

    def read(self, text: str) -> float:
        """The value that a text stands for."""
        return parse_time(text) if self.unit else float(text)

    def rounded(self, value: float) -> float:
        """What a value is once it has been written and read."""
        return self.read(self.text(value))


def parameters(
    pathway: Pathway, units: Mapping[tuple[str, ...], str] | None = None
) -> tuple[Parameter, ...]:
    """The free parameters in the order of the file, with the units that they are written in.

    `units` go by the way to the value; a time without one is written in hours. ParameterError
    for one that is named twice, that the kinetics have no entry for, whose bounds its kind
    forbids, or that lies outside of them.
    """
    found: dict[str, Parameter] = {}
    for clock, kinetics in _all_kinetics(pathway):
        for free in kinetics.free:
            one = _parameter(clock, kinetics, free)
            if one.name in found:
                raise ParameterError(f"the free parameter {one.name} is named twice")
            unit = (units or {}).get(one.way, "") or "h"
            found[one.name] = dataclasses.replace(one, unit=unit) if one.key in TIMES else one
    return tuple(found.values())


def with_values(pathway: Pathway, free: Sequence[Parameter], values: Sequence[float]) -> Pathway:
    """The pathway with other values of its free parameters."""
    kinetics = dict(_all_kinetics(pathway))
    for one, value in zip(free, values, strict=True):
        kinetics[one.clock] = _put(kinetics[one.clock], one, value)
    clocks = tuple(replace(clock, kinetics=kinetics[clock.id]) for clock in pathway.clocks)
    return replace(pathway, kinetics=kinetics[""], clocks=clocks)


def counts_on(parameter: Parameter, clock: Clock) -> bool:
    """Whether a parameter has a say on a clock: its own there, and of the common ones those
    that the clock does not override.
    """
    if parameter.clock:
        return parameter.clock == clock.id
    own = clock.kinetics
    return parameter.id not in (own.nodes if parameter.section == "nodes" else own.edges)


def _all_kinetics(pathway: Pathway) -> Iterator[tuple[str, Kinetics]]:
    """The common kinetics (clock ""), then each clock's own."""
    yield "", pathway.kinetics
    for clock in pathway.clocks:
        yield clock.id, clock.kinetics


def _parameter(clock: str, kinetics: Kinetics, free: Free) -> Parameter:
    section, id, key = free.parameter.split(".")
    entry = _entries(kinetics, section).get(id)
    name = f"{clock}: {free.parameter}" if clock else free.parameter
    if entry is None:
        raise ParameterError(f"{name} is free, but the kinetics have no entry for '{id}'")
    for bound in (free.low, free.high):
        _check_bound(name, entry, key, bound)
    value = float(getattr(entry, key))
    found = Parameter(clock, section, id, key, value, free.low, free.high)
    if not found.holds(value):
        unit = " h" if key in TIMES else ""
        bounds = f"{free.low:g} to {free.high:g}{unit}"
        raise ParameterError(f"{name} is {value:g}{unit}, outside its bounds {bounds}")
    return found


def _check_bound(name: str, entry: NodeKinetics | EdgeKinetics, key: str, bound: float) -> None:
    """A bound must be a value that the file could have."""
    try:
        msgspec.convert(msgspec.to_builtins(entry) | {key: bound}, type(entry))
    except msgspec.ValidationError as error:
        rule = str(error).split(" - at")[0].removeprefix("Expected `float` ")
        raise ParameterError(f"{name} cannot be as much as its bound {bound:g}: {rule}") from None


def _entries(kinetics: Kinetics, section: str) -> Mapping[str, NodeKinetics | EdgeKinetics]:
    return cast(
        "Mapping[str, NodeKinetics | EdgeKinetics]",
        kinetics.nodes if section == "nodes" else kinetics.edges,
    )


def _put(kinetics: Kinetics, parameter: Parameter, value: float) -> Kinetics:
    entries = dict(_entries(kinetics, parameter.section))
    entries[parameter.id] = replace(entries[parameter.id], **{parameter.key: value})
    return replace(kinetics, **{parameter.section: entries})


def _plain(value: float, digits: int) -> str:
    """Decimal digits without an exponent or needless zeros."""
    told = format(Decimal(f"{value:.{digits}g}"), "f")
    return told.rstrip("0").rstrip(".") if "." in told else told
