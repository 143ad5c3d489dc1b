"""The levels of all nodes over a whole scenario, ready to be asked at any time."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from pathway_viewer.dynamics.hill import influences
from pathway_viewer.dynamics.scenario import Conditions, Plan, Push, acting
from pathway_viewer.model.kinetics import Clock
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.pushes import Dose, Perturbation

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    Indices = NDArray[np.intp]


_one_at_a_time = Lock()


@dataclass(frozen=True, eq=False)
class Arrows:
    """What is needed to tell how much passes each arrow: its source column, curve and weights.

    `weights` has a row for each stretch of time that begins at `begins` (S, E): arrows that
    are absent, cut or only correlate carry 0 there.
    """

    source: Indices
    power: Array
    bend: Array
    begins: Array
    weights: Array


@dataclass(frozen=True, eq=False)
class Course:
    """Levels of every node over time: a table that is dense after each event, and at any time.

    `times` (M,) in hours since the first dose, rising; a moment at which something is done to
    the network stands twice, before and after. `rows` (M, N) are levels 0..1 and `rest` (N,)
    what they were before anything was done. `slopes` and the columns of `states` beyond the
    nodes (the delayed signals of arrows) are what lies between the rows and under the flows.
    `perturbations` and the ids of `rivals` that are on are all that was done besides dosing.
    """

    node_ids: tuple[str, ...]
    times: Array
    states: Array
    slopes: Array
    resting: Array
    arrows: Arrows
    scenario: str
    doses: tuple[Dose, ...]
    end: float
    clock: Clock
    perturbations: tuple[Perturbation, ...] = ()
    rivals: frozenset[str] = frozenset()

    @cached_property
    def rows(self) -> Array:
        """Levels (M, N) at `times`."""
        return self.states[:, : len(self.node_ids)]

    @cached_property
    def rest(self) -> Array:
        """Levels (N,) before anything was given or timed."""
        return self.resting[: len(self.node_ids)]

    @cached_property
    def node_index(self) -> dict[str, int]:
        """Column of each node."""
        return {id: i for i, id in enumerate(self.node_ids)}

    def at(self, t: float) -> Array:
        """Levels (N,) at any time: rest before the first event, the last row after the end."""
        return self._state(t)[: len(self.node_ids)]

    def changes(self, t: float) -> Array:
        """Change from rest (N,), -1..1: (level - rest) / max(rest, 1 - rest)."""
        return (self.at(t) - self.rest) / self._room

    def series(self, node: str) -> Array:
        """Levels (M,) of one node at `times`; KeyError when there is no such node."""
        return self.rows[:, self.node_index[node]]

    def change_series(self, node: str) -> Array:
        """Change from rest (M,) of one node at `times`; KeyError when there is no such node."""
        column = self.node_index[node]
        return (self.rows[:, column] - self.rest[column]) / self._room[column]

    def flows(self, t: float) -> Array:
        """Influence (E,) that passes each arrow now, 0..1; 0 where an arrow only correlates."""
        arrows = self.arrows
        stretch = max(int(np.searchsorted(arrows.begins, t, side="right")) - 1, 0)
        source = self._state(t)[arrows.source]
        return arrows.weights[stretch] * influences(source, arrows.power, arrows.bend)

    def held_at(self, t: float) -> dict[str, float]:
        """The levels that are held by a perturbation at a time, by node."""
        return Push.of(acting(self.perturbations, t)).held if self.perturbations else {}

    @cached_property
    def _room(self) -> Array:
        return np.maximum(self.rest, 1.0 - self.rest)

    def _state(self, t: float) -> Array:
        """Cubic Hermite between the rows on both sides, whose slopes the equations gave."""
        right = int(np.searchsorted(self.times, t, side="right"))
        if right == 0:
            return self.resting.copy()
        if right == len(self.times):
            return self.states[-1].copy()
        left = right - 1
        step = self.times[right] - self.times[left]
        s = (t - self.times[left]) / step
        low, high = self.states[left], self.states[right]
        rise = step * (1.0 - s) * self.slopes[left] - step * s * self.slopes[right]
        blend = s * s * (3.0 - 2.0 * s)
        return np.clip(low + blend * (high - low) + s * (1.0 - s) * rise, 0.0, 1.0)

    def to_bytes(self) -> bytes:
        """The course as bytes, for `from_bytes` of the same version of the program."""
        return msgspec.msgpack.encode(_pack(self))

    @classmethod
    def from_bytes(cls, data: bytes) -> Course:
        """A course from `to_bytes`; ValueError when the bytes are anything else."""
        try:
            return _unpack(msgspec.msgpack.decode(data, type=_Packed))
        except (msgspec.DecodeError, msgspec.ValidationError) as error:
            raise ValueError(f"not a stored course: {error}") from error


def solve(pathway: Pathway, conditions: Conditions, draft: bool = False) -> Course:
    """The course of a pathway under conditions.

    ConditionsError (a ValueError) when they cannot be run, RestError (a ValueError) when the
    network has no drug-free steady state. A pathway without scenarios, asked for scenario "",
    stays at rest. May be called from any thread.

    A draft takes a quarter of the time and is good to 2e-3 instead of 1e-5: no eye sees it.
    """
    # Late: behind it stands scipy, half a second that a stored course's first picture can spare.
    from pathway_viewer.dynamics.integration import run
    from pathway_viewer.dynamics.stiff import DRAFT, EXACT

    plan = Plan.of(pathway, conditions)
    # Neither the integrator's callbacks nor Python's warning filters belong to one thread.
    with _one_at_a_time:
        record = run(pathway, plan, DRAFT if draft else EXACT)
    network = record.network
    return Course(
        node_ids=tuple(node.id for node in pathway.nodes),
        times=record.times,
        states=record.states,
        slopes=record.slopes,
        resting=record.resting,
        arrows=Arrows(
            source=network.edge_source,
            power=network.edge_power,
            bend=network.edge_bend,
            begins=record.begins,
            weights=record.weights,
        ),
        scenario=conditions.scenario,
        doses=plan.doses,
        end=plan.end,
        clock=plan.clock,
        perturbations=plan.perturbations,
        rivals=plan.rivals,
    )


class _Packed(msgspec.Struct, forbid_unknown_fields=True):
    node_ids: tuple[str, ...]
    scenario: str
    doses: tuple[Dose, ...]
    end: float
    clock: Clock
    perturbations: tuple[Perturbation, ...]
    rivals: frozenset[str]
    shapes: dict[str, tuple[int, ...]]
    numbers: dict[str, bytes] = field(default_factory=dict[str, bytes])


_TABLES = ("times", "states", "slopes", "resting")
_ARROWS = ("power", "bend", "begins", "weights")


def _pack(course: Course) -> _Packed:
    tables = {name: getattr(course, name) for name in _TABLES}
    tables |= {name: getattr(course.arrows, name) for name in _ARROWS}
    tables["source"] = course.arrows.source.astype(np.float64)
    return _Packed(
        node_ids=course.node_ids,
        scenario=course.scenario,
        doses=course.doses,
        end=course.end,
        clock=course.clock,
        perturbations=course.perturbations,
        rivals=course.rivals,
        shapes={name: table.shape for name, table in tables.items()},
        numbers={name: table.astype("<f8").tobytes() for name, table in tables.items()},
    )


def _unpack(packed: _Packed) -> Course:
    try:
        table = {
            name: np.frombuffer(packed.numbers[name], dtype="<f8").reshape(shape)
            for name, shape in packed.shapes.items()
        }
        arrows = Arrows(
            source=table["source"].astype(np.intp), **{name: table[name] for name in _ARROWS}
        )
        return Course(
            node_ids=packed.node_ids,
            scenario=packed.scenario,
            doses=packed.doses,
            end=packed.end,
            clock=packed.clock,
            perturbations=packed.perturbations,
            rivals=packed.rivals,
            arrows=arrows,
            **{name: table[name] for name in _TABLES},
        )
    except KeyError as error:
        raise ValueError(f"not a stored course: {error} is missing") from error
