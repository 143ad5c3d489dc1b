"""Kinetics: how levels answer and how a drug comes and goes, as the file says it."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from pathway_viewer.model.evidence import Hours
from pathway_viewer.model.ids import EdgeId, NodeId

Unit = Annotated[float, Meta(ge=0, le=1)]
Positive = Annotated[float, Meta(gt=0)]
PositiveHours = Annotated[Hours, Meta(gt=0)]


class NodeKinetics(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a node's level answers: basal drive, rise and fall times, and the reason for them.

    `basal` is the drive without any arrow, 0..1. `rise` and `fall` are first-order time
    constants, used when the drive is above or below the level. `joins` says whether
    activating arrows are alternatives ('any') or all needed ('all').
    """

    reason: str
    basal: Unit = 0.0
    rise: PositiveHours = 1.0
    fall: PositiveHours = 1.0
    joins: Literal["any", "all"] = "any"


class EdgeKinetics(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How an arrow carries: weight, half-effective level and steepness of its Hill function.

    `delay` is the mean of a chain of lags between source and target. `needed` multiplies the
    target's drive by the arrow's influence instead of adding it (a logical AND).
    """

    reason: str
    weight: Unit = 1.0
    half: Annotated[float, Meta(gt=0, lt=1)] = 0.5
    steepness: Annotated[float, Meta(ge=1, le=8)] = 2.0
    delay: Annotated[Hours, Meta(ge=0)] = 0.0
    needed: bool = False


class Free(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A parameter that `fit` may move ('nodes.ampar.fall'), within bounds, and why.

    `low` and `high` are numbers like the parameter's own, of a time its hours.
    """

    parameter: str
    low: float
    high: float
    reason: str


class Kinetics(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Every parameter of the levels model."""

    nodes: dict[NodeId, NodeKinetics] = field(default_factory=dict[NodeId, NodeKinetics])
    edges: dict[EdgeId, EdgeKinetics] = field(default_factory=dict[EdgeId, EdgeKinetics])
    free: tuple[Free, ...] = ()


class Clock(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A species' drug kinetics: two compartments, first-order absorption when not infused.

    Half-lives in hours: `absorption` (0: straight into the blood), `distribution` and
    `elimination`; `distributed` is the share of the fast phase. `full_effect_dose` is the
    dose (in `unit`), given at once, whose peak brings the drug node to level 1, and
    `half_effect_dose` the one that brings it to one half (without it: half of the full one).
    `kinetics` overrides parameters that differ in this species. `drug_word` and `dose_word` are
    what the drug and one dose of it are called on screen, singular ('stimulus', 'train').
    """

    id: str
    label: str
    species: Literal["human", "rodent"]
    drug: NodeId
    unit: str
    drug_word: str = "drug"
    dose_word: str = "dose"
    absorption: Annotated[Hours, Meta(ge=0)] = 0.0
    distribution: PositiveHours
    elimination: PositiveHours
    distributed: Unit
    full_effect_dose: Positive
    half_effect_dose: Positive | None = None
    reason: str
    kinetics: Kinetics = field(default_factory=Kinetics)
