"""Goals are 0 where they are reached, and grow with the distance."""

from __future__ import annotations

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


def residuals(small: Pathway, *stages: Stage, points: tuple[Measurement, ...] = ()) -> list[float]:
    whole = replace(small, stages=stages, measurements=points)
    goals = Goals.of(whole)
    return goals.residuals({id: solve(whole, Conditions(id)) for id in goals.scenarios}).tolist()


def test_all_reached_is_all_zero() -> None:
    small = network()
    for room in (1.0, 1.5):
        found = residuals(small, seen(small, "fast", room), seen(small, "slow", room))
        assert found == pytest.approx(np.zeros(len(found)), abs=1e-6)


def test_a_mark_counts_by_the_logarithm_of_its_factor() -> None:
    small = network()
    own = seen(small, "slow")
    fall = own.fall
    assert fall is not None
    for factor in (2.0, 0.5):
        late = Window(earliest=fall.earliest * factor, latest=fall.latest * factor)
        found = residuals(small, replace(own, onset=None, peak=None, fall=late))
        assert found[0] == pytest.approx(-math.log(factor), rel=1e-6)


def test_a_fall_that_never_comes_is_worse_the_less_it_has_begun() -> None:
    small = network()
    early = Window(earliest=1.0, latest=1.0)
    stage = replace(seen(small, "slow"), onset=None, peak=None, fall=early)
    falls = []
    for end in (30.0, 24.0, 18.0, 12.0):
        short = replace(small, scenarios=(replace(small.scenarios[0], end=end),))
        falls.append(residuals(short, stage)[0] - math.log(end))
    assert falls == sorted(falls)
    assert falls[-1] > 0.0


def test_a_peak_counts_by_how_far_its_window_lies_below_the_top_too() -> None:
    small = network()
    own = seen(small, "slow")
    peak = own.peak
    assert peak is not None
    far = Window(earliest=3.0 * peak.latest, latest=4.0 * peak.latest)
    _, sunk, _ = residuals(small, replace(own, onset=None, peak=far, fall=None))
    at = people(small)
    column = at.node_index["slow"]
    top = at.rows[:, column].max()
    assert sunk == pytest.approx(1.0 - at.at(far.earliest)[column] / top, rel=1e-3)


def test_a_change_the_wrong_way_counts() -> None:
    small = network()
    stage = replace(seen(small, "slow"), direction="down", peak=None, fall=None)
    assert residuals(small, stage) == [NEVER, 1.0]
    still = replace(stage, direction="none", onset=None)
    assert residuals(small, still)[0] > 1.0
    unmoved = replace(small.scenarios[0], doses=())
    assert residuals(replace(small, scenarios=(unmoved,)), still) == [0.0]


def test_events_in_disorder_count_on_one_clock() -> None:
    small = network()
    slow, fast = seen(small, "slow"), seen(small, "fast")
    slow, fast = replace(slow, peak=None, fall=None), replace(fast, peak=None, fall=None)
    assert slow.onset is not None
    assert fast.onset is not None
    after = Window(earliest=1.1 * slow.onset.latest, latest=9.0)
    late = replace(fast, onset=after)
    gap = math.log(slow.onset.earliest / fast.onset.earliest)
    assert residuals(small, slow, late)[-1] == pytest.approx(0.5 * gap, rel=1e-6)
    # Hours of two clocks are not compared, unless they lie far apart.
    mice = replace(late, scenario="mice")
    assert len(residuals(small, slow, mice)) == 4
    far = replace(mice, onset=Window(earliest=4.0 * slow.onset.latest, latest=99.0))
    assert len(residuals(small, slow, far)) == 6


def test_points_count_unless_they_dispute_their_stage() -> None:
    small = network()
    stage = seen(small, "slow")
    wide = replace(
        stage,
        onset=Window(earliest=0.01, latest=0.5),
        peak=None,
        fall=Window(earliest=15.0, latest=150.0),
    )
    usual = len(residuals(small, wide))
    for at, level, counts in (
        (0.005, 0.0, True),  # nothing yet, before the onset
        (5.0, 0.0, False),  # nothing, where the stage is on
        (190.0, 0.0, True),
        (5.0, None, True),
        (190.0, None, False),  # still there, where the stage is over
        (None, None, False),
        (201.0, 0.0, False),
    ):
        found = residuals(small, wide, points=(point("slow", at, level=level),))
        assert len(found) == usual + counts, (at, level)
    held = residuals(small, wide, points=(point("slow", 140.0),))[-1]
    assert 0.0 < held <= 0.3 * 0.1
