"""Goals are 0 where they are reached, and grow with the distance."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from fit_networks import network, people, point, seen
from msgspec.structs import replace

from pathway_viewer.dynamics.course import solve
from pathway_viewer.dynamics.goals import NEVER, Goals
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.evidence import Measurement, Stage, Window
from pathway_viewer.model.pathway import Pathway


def residuals(
    small: Pathway, *stages: Stage, points: tuple[Measurement, ...] = ()
) -> tuple[list[float], list[float]]:
    """Of marks, and of all else."""
    whole = replace(small, stages=stages, measurements=points)
    goals = Goals.of(whole)
    courses = {id: solve(whole, Conditions(id)) for id in goals.scenarios}
    marks, others = goals.residuals(courses)
    return marks.tolist(), others.tolist()


def test_all_reached_is_all_zero() -> None:
    small = network()
    for room in (1.0, 1.5):
        marks, others = residuals(small, seen(small, "fast", room), seen(small, "slow", room))
        assert len(marks) == 6
        assert marks == pytest.approx(np.zeros(6), abs=1e-4)
        assert others == pytest.approx(np.zeros(len(others)), abs=1e-6)


@pytest.mark.parametrize("factor", [3.0, 1.2, 0.8, 0.4])
def test_a_mark_counts_by_the_logarithm_of_its_factor(factor: float) -> None:
    small = network()
    own = seen(small, "slow")

    def moved(window: Window | None) -> Window:
        assert window is not None
        return Window(earliest=window.earliest * factor, latest=window.latest * factor)

    marks, _ = residuals(small, replace(own, onset=moved(own.onset), fall=moved(own.fall)))
    assert marks[0] == pytest.approx(-math.log(factor), rel=1e-6)
    assert marks[1] == pytest.approx(0.0, abs=1e-3)
    assert marks[2] == pytest.approx(-math.log(factor), rel=1e-6)


@pytest.mark.parametrize("factor", [1.3, 1.1, 0.9, 0.8])
def test_a_peak_counts_by_what_the_change_lacks_in_its_window(factor: float) -> None:
    """For a rise and a fall of first order that is the logarithm as well."""
    small = network()
    own = seen(small, "slow")
    peak = own.peak
    assert peak is not None
    aside = Window(earliest=factor * peak.earliest, latest=factor * peak.latest)
    marks, _ = residuals(small, replace(own, onset=None, peak=aside, fall=None))
    assert marks[0] == pytest.approx(-math.log(factor), rel=0.6)
    course = people(small)
    column = course.node_index["slow"]
    lacks = 1.0 - course.at(aside.earliest)[column] / course.rows[:, column].max()
    assert abs(marks[0]) == pytest.approx(math.sqrt(2.0 * lacks), rel=0.02)


def test_a_dip_that_just_touches_the_goal_does_not_count_at_once() -> None:
    """The level is under a quarter between two doses, and above it with a little more."""
    small = network(fast_fall=3.0)
    first = small.scenarios[0].doses[0]
    doses = (first, replace(first, amount=0.5 * first.amount, at=20.0))
    small = replace(small, scenarios=(replace(small.scenarios[0], doses=doses),))
    late = Window(earliest=30.0, latest=60.0)
    stage = replace(seen(small, "fast"), onset=None, peak=None, fall=late)
    found: list[float] = []
    for fall in np.arange(3.0, 15.0, 0.2).tolist():
        marks, _ = residuals(network_of(small, fall), stage)
        found.append(marks[0])
    assert found[0] < -0.5
    assert found[-1] == 0.0
    assert max(abs(b - a) for a, b in itertools.pairwise(found)) < 0.4


def network_of(small: Pathway, fall: float) -> Pathway:
    """The same pathway with another fall time of 'fast'."""
    nodes = small.kinetics.nodes
    other = {**nodes, "fast": replace(nodes["fast"], fall=fall)}
    return replace(small, kinetics=replace(small.kinetics, nodes=other))


def test_a_fall_that_never_comes_is_worse_the_less_it_has_begun() -> None:
    small = network()
    early = Window(earliest=1.0, latest=1.0)
    stage = replace(seen(small, "slow"), onset=None, peak=None, fall=early)
    falls: list[float] = []
    for end in (30.0, 24.0, 18.0, 12.0):
        short = replace(small, scenarios=(replace(small.scenarios[0], end=end),))
        marks, _ = residuals(short, stage)
        falls.append(marks[0] - math.log(end))
    assert falls == sorted(falls)
    assert falls[-1] > 0.0


def test_a_change_the_wrong_way_counts() -> None:
    small = network()
    stage = replace(seen(small, "slow"), direction="down", peak=None, fall=None)
    assert residuals(small, stage) == ([NEVER], [1.0])
    still = replace(stage, direction="none", onset=None)
    marks, others = residuals(small, still)
    assert not marks
    assert others[0] > 1.0
    unmoved = replace(small.scenarios[0], doses=())
    assert residuals(replace(small, scenarios=(unmoved,)), still) == ([], [0.0])


def test_events_in_disorder_count_on_one_clock() -> None:
    small = network()
    slow, fast = seen(small, "slow"), seen(small, "fast")
    slow, fast = replace(slow, peak=None, fall=None), replace(fast, peak=None, fall=None)
    assert slow.onset is not None
    assert fast.onset is not None
    after = Window(earliest=1.1 * slow.onset.latest, latest=9.0)
    late = replace(fast, onset=after)
    gap = math.log(slow.onset.earliest / fast.onset.earliest)
    _, others = residuals(small, slow, late)
    assert others == pytest.approx([0.0, 0.0, 0.5 * gap], rel=1e-6)
    # Hours of two clocks are not compared, unless they lie far apart.
    mice = replace(late, scenario="mice")
    assert len(residuals(small, slow, mice)[1]) == 2
    far = replace(mice, onset=Window(earliest=4.0 * slow.onset.latest, latest=99.0))
    assert len(residuals(small, slow, far)[1]) == 4


def test_points_count_unless_they_dispute_their_stage() -> None:
    small = network()
    stage = seen(small, "slow")
    wide = replace(
        stage,
        onset=Window(earliest=0.01, latest=0.5),
        peak=None,
        fall=Window(earliest=15.0, latest=150.0),
    )
    usual = len(residuals(small, wide)[1])
    for at, level, counts in (
        (0.005, 0.0, True),  # nothing yet, before the onset
        (5.0, 0.0, False),  # nothing, where the stage is on
        (190.0, 0.0, True),
        (5.0, None, True),
        (190.0, None, False),  # the stage is over, and the point does not say which way
        (None, None, False),
        (201.0, 0.0, False),
    ):
        _, found = residuals(small, wide, points=(point("slow", at, level=level),))
        assert len(found) == usual + counts, (at, level)
    held = residuals(small, wide, points=(point("slow", 140.0, direction="up"),))[1][-1]
    assert 0.0 < held <= 0.3 * 0.1
