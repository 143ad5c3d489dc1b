"""How well something is known: strength, species, who disagrees, what was measured."""

from __future__ import annotations

from typing import Annotated, Literal, NewType

from msgspec import Meta, Struct

ReferenceId = NewType("ReferenceId", str)

Hours = Annotated[
    float,
    Meta(
        description="A time: a number with min, h, d or wk ('40 min', '2.5 h', '-10min', '4 wk').",
        extra={"unit": "time"},
        extra_json_schema={
            "type": "string",
            "pattern": r"^-?[0-9]+(\.[0-9]+)? ?(min|h|d|wk)$",
        },
    ),
]
"""A time or a duration. Written with its unit in the file, held as hours in the program."""

Strength = Literal["strong", "moderate", "weak", "contested", "hypothesis"]
Species = Literal["human", "rodent", "cells"]
Confidence = Literal["seen", "secondary", "illustrative"]


class Evidence(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands behind an arrow: how strong, in which species, who disputes it."""

    strength: Strength
    species: Annotated[tuple[Species, ...], Meta(min_length=1)]
    disputed_by: tuple[ReferenceId, ...] = ()


class Measurement(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One published point: what was seen, when, in whom, at which dose, by whom.

    `at` is None where the paper gives no hour; `when` is then the only time to print.
    `value`, `unit` and `spread` are as published; `finding` says it in words, and `direction`
    which way the level differs from rest at that hour, where the words say so.
    `level` is a normalised change from rest (-1..1) where a mark may be drawn on the curve
    at its own height; without it the mark is drawn on the curve and only its time is data.
    `scenario` is the one whose doses it was measured under: it stands beside no other. Without
    it a point is of one dose, and stands on any clock's curve up to the second dose.
    """

    node: str
    finding: str
    when: str
    species: Species
    subjects: str
    preparation: str
    dose: str
    reference: ReferenceId
    confidence: Confidence
    at: Hours | None = None
    value: float | None = None
    unit: str = ""
    spread: str = ""
    level: Annotated[float, Meta(ge=-1, le=1)] | None = None
    direction: Literal["up", "down", "none"] | None = None
    scenario: str = ""
    reported_by: str = ""
    note: str = ""


class Window(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Earliest and latest time at which a mark of a stage was seen."""

    earliest: Hours
    latest: Hours


class Stage(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When one step of the story begins, peaks and ends, as read from its measurements.

    `onset` is where a tenth of the largest change is reached, `fall` where the level is back
    under a quarter of it. A mark without a window was not measured well enough to judge.
    """

    id: str
    node: str
    label: str
    scenario: str
    direction: Literal["up", "down", "none"]
    text: str
    onset: Window | None = None
    peak: Window | None = None
    fall: Window | None = None
    basis: tuple[ReferenceId, ...] = ()
    human_evidence: str = ""
    caveats: tuple[str, ...] = ()
