"""Doses, and pushes on nodes and arrows: what is done to a run."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from pathway_viewer.model.evidence import Hours
from pathway_viewer.model.kinetics import Positive


class Dose(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One dose on the axis: amount in the clock's unit, when, and over how long (0: at once)."""

    amount: Positive
    at: Hours = 0.0
    over: Annotated[Hours, Meta(ge=0)] = 0.0


class Perturbation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A push on a node or an arrow: held, blocked or scaled, lifelong or between two times."""

    kind: Literal["block", "clamp", "scale", "cut"]
    target: str
    value: Annotated[float, Meta(ge=0)] | None = None
    start: Hours | None = None
    end: Hours | None = None
