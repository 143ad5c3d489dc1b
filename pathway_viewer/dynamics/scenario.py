"""What is done to a pathway: doses, pushes on nodes and arrows, and the rivals switched on."""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from pathway_viewer.model.ids import NodeId
from pathway_viewer.model.kinetics import Clock
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.pushes import Dose, Perturbation
from pathway_viewer.model.times import spoken

UNDOSED = Clock(
    id="",
    label="no dosing",
    species="human",
    drug=NodeId(""),
    unit="",
    distribution=1.0,
    elimination=1.0,
    distributed=0.0,
    full_effect_dose=1.0,
    reason="The file names no scenario, so nothing is given and the network stays at rest.",
)
"""The clock of a pathway without scenarios: everything stays at rest."""

UNDOSED_HOURS = 24.0
MOST_DOSES = 200
WEAKENED = 0.3
"""What a rival that is on leaves of the weight of each arrow that it weakens."""


class ConditionsError(ValueError):
    """Conditions that cannot be run, in one sentence."""


@dataclass(frozen=True)
class Conditions:
    """A scenario of the file and what is changed about it.

    `doses` replace the scenario's own (None keeps them, () gives none), `perturbations` are
    added to its own, `rivals` are (id, on) pairs over what the scenario and the file switch on.
    """

    scenario: str
    doses: tuple[Dose, ...] | None = None
    perturbations: tuple[Perturbation, ...] = ()
    rivals: tuple[tuple[str, bool], ...] = ()


def tidy(pathway: Pathway, conditions: Conditions) -> Conditions:
    """The same run said with as little as it takes: `Conditions(scenario)` where none is changed.

    Doses are in order of time and left out where they are the scenario's own; so are rivals
    that stand as the scenario has them.
    """
    scenario = next((one for one in pathway.scenarios if one.id == conditions.scenario), None)
    if scenario is None:
        return conditions
    doses = conditions.doses
    if doses is not None:
        doses = tuple(sorted(doses, key=lambda one: (one.at, one.amount, one.over)))
    own = {rival.id: rival.on for rival in pathway.rivals} | scenario.rivals
    switched = dict(conditions.rivals).items()
    return replace(
        conditions,
        doses=None if doses == scenario.doses else doses,
        rivals=tuple(sorted((id, on) for id, on in switched if own.get(id) != on)),
    )


@dataclass(frozen=True)
class Push:
    """Everything that is held or scaled at one moment. Keys are node and edge ids.

    Where several perturbations meet, the lowest of the held levels counts and scales
    multiply, so that their order never matters.
    """

    held: dict[str, float] = field(default_factory=dict[str, float])
    scaled: dict[str, float] = field(default_factory=dict[str, float])

    @classmethod
    def of(cls, perturbations: Iterable[Perturbation]) -> Push:
        """The sum of perturbations."""
        push = cls()
        # In one order: even the last digit of a product of scales could change the solver's steps.
        for one in sorted(perturbations, key=_factor):
            if one.kind in ("block", "clamp"):
                level = 0.0 if one.kind == "block" else one.value or 0.0
                push.held[one.target] = min(level, push.held.get(one.target, 1.0))
            else:
                factor = 0.0 if one.kind == "cut" else one.value or 0.0
                push.scaled[one.target] = factor * push.scaled.get(one.target, 1.0)
        return push


def _factor(one: Perturbation) -> tuple[str, str, float]:
    return one.target, one.kind, one.value or 0.0


@dataclass(frozen=True)
class Plan:
    """Conditions looked up in a pathway: what is given when, on which clock, until when."""

    clock: Clock
    doses: tuple[Dose, ...]
    perturbations: tuple[Perturbation, ...]
    rivals: frozenset[str]
    end: float

    @classmethod
    def of(cls, pathway: Pathway, conditions: Conditions) -> Plan:
        """The plan; ConditionsError names the first thing that cannot be run."""
        switched: Iterable[tuple[str, bool]] = ()
        if not pathway.scenarios and not conditions.scenario:
            own, clock, doses, end = (), UNDOSED, (), UNDOSED_HOURS
        else:
            found = {one.id: one for one in pathway.scenarios}
            scenario = found.get(conditions.scenario)
            if scenario is None:
                raise ConditionsError(_unknown("scenario", conditions.scenario, found))
            own, clock, end = scenario.perturbations, pathway.clock(scenario), scenario.end
            doses = scenario.doses if conditions.doses is None else conditions.doses
            switched = scenario.rivals.items()
        rivals = _rivals(pathway, (*switched, *conditions.rivals))
        perturbations = own + conditions.perturbations
        for dose in doses:
            _check_dose(dose)
        if conditions.doses is not None:
            _check_schedule(conditions, end)
        for one in perturbations:
            _check(pathway, one)
        return cls(clock, doses, perturbations, rivals, end)

    def lifelong(self) -> Push:
        """What is part of rest: perturbations without a beginning."""
        return Push.of(one for one in self.perturbations if one.start is None)

    def push_at(self, hours: float) -> Push:
        """What is pushed from this moment on, until the next moment of `breaks`."""
        return Push.of(acting(self.perturbations, hours))

    def breaks(self) -> tuple[float, ...]:
        """The moments at which something begins or ends, in order, and the first one at most 0."""
        moments = {0.0}
        for dose in self.doses:
            moments |= {dose.at, dose.at + dose.over}
        for one in self.perturbations:
            moments |= {t for t in (one.start, one.end) if t is not None}
        return tuple(sorted(t for t in moments if t < self.end))


def acting(perturbations: Iterable[Perturbation], hours: float) -> list[Perturbation]:
    """Those that act at a moment: from their start on, until just before their end."""
    return [
        one
        for one in perturbations
        if (one.start is None or one.start <= hours) and (one.end is None or hours < one.end)
    ]


def _rivals(pathway: Pathway, switched: Iterable[tuple[str, bool]]) -> frozenset[str]:
    state = {rival.id: rival.on for rival in pathway.rivals}
    for id, on in switched:
        if id not in state:
            raise ConditionsError(_unknown("rival", id, state))
        state[id] = on
    return frozenset(id for id, on in state.items() if on)


def _check_dose(dose: Dose) -> None:
    if not all(math.isfinite(x) for x in (dose.amount, dose.at, dose.over)):
        raise ConditionsError("a dose needs finite numbers for amount, time and duration")
    if dose.amount <= 0 or dose.over < 0:
        raise ConditionsError("a dose needs an amount above 0 and a duration of 0 or more")


def _check_schedule(conditions: Conditions, end: float) -> None:
    """Doses that are not the scenario's own: not too many, and within the run."""
    doses = conditions.doses or ()
    if len(doses) > MOST_DOSES:
        raise ConditionsError(f"{len(doses)} doses: at most {MOST_DOSES} can be given")
    late = next((one for one in doses if one.at + one.over > end), None)
    if late is not None:
        raise ConditionsError(
            f"a dose until {spoken(late.at + late.over)} is after the end of scenario "
            f"'{conditions.scenario}' ({spoken(end)})"
        )


def _check(pathway: Pathway, one: Perturbation) -> None:
    nodes = one.target in pathway.node_index
    edges = one.target in pathway.edge_index
    wanted = {"block": "node", "clamp": "node", "scale": "node or arrow", "cut": "arrow"}[one.kind]
    known = {"node": nodes, "arrow": edges, "node or arrow": nodes or edges}[wanted]
    if not known:
        ids = [*(pathway.node_index if "node" in wanted else ())]
        ids += [*(pathway.edge_index if "arrow" in wanted else ())]
        raise ConditionsError(_unknown(wanted, one.target, ids))
    numbers = [x for x in (one.value, one.start, one.end) if x is not None]
    if not all(math.isfinite(x) for x in numbers):
        raise ConditionsError(f"{one.kind} {one.target}: numbers must be finite")
    if one.kind in ("clamp", "scale") and (one.value is None or one.value < 0):
        raise ConditionsError(f"{one.kind} {one.target} needs a value of 0 or more")
    if one.kind == "clamp" and one.value is not None and one.value > 1:
        raise ConditionsError(f"clamp {one.target}: a level is between 0 and 1")
    if one.start is not None and one.end is not None and one.end <= one.start:
        raise ConditionsError(f"{one.kind} {one.target} ends before it begins")


def _unknown(what: str, id: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(id, list(known), n=1)
    return f"no {what} called '{id}'" + (f"; did you mean '{near[0]}'?" if near else "")
