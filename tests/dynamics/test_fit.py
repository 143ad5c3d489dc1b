"""A fit finds what is there to be found, within its bounds, and the same each time."""

from __future__ import annotations

import math

import pytest
from fit_networks import free, network, people, ready, seen
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from pathway_viewer.dynamics.answer import Answer
from pathway_viewer.dynamics.fit import Fit, fit
from pathway_viewer.dynamics.parameters import parameters
from pathway_viewer.dynamics.trials import Progress
from pathway_viewer.model.evidence import Window
from pathway_viewer.model.pathway import Pathway

BOTH = (free("nodes.slow.rise", 0.5, 8.0), free("nodes.slow.fall", 3.0, 30.0))


def fitted(small: Pathway, most: int = 900) -> Fit:
    return fit(small, parameters(small), most=most)


def stages() -> tuple[object, ...]:
    true = network()
    return seen(true, "fast"), seen(true, "slow")


@settings(max_examples=4)
@given(rise=st.floats(0.7, 6.0), fall=st.floats(4.0, 25.0))
def test_times_that_were_moved_are_found_again(rise: float, fall: float) -> None:
    found = fitted(ready(network(slow_rise=rise, slow_fall=fall), stages(), *BOTH))
    assert found.misfit < 0.01
    assert found.values == pytest.approx((2.0, 9.0), rel=0.03)
    assert not found.spent


def test_a_fit_repeats_to_the_last_digit() -> None:
    start = ready(network(slow_rise=4.0, slow_fall=20.0), stages(), *BOTH)
    one, other = fitted(start), fitted(start)
    assert one.values == other.values
    assert (one.misfit, one.solved) == (other.misfit, other.solved)


def test_a_fit_of_what_was_fitted_changes_nothing() -> None:
    start = ready(network(slow_rise=4.0, slow_fall=20.0), stages(), *BOTH)
    found = fitted(start)
    assert found.moved
    again = fitted(found.pathway)
    assert not again.moved
    assert again.before == again.misfit == found.misfit


def test_bounds_are_kept_to() -> None:
    low, high = free("nodes.slow.rise", 3.0, 8.0), free("nodes.slow.fall", 3.0, 7.0)
    found = fitted(ready(network(slow_rise=5.0, slow_fall=4.0), stages(), low, high))
    assert found.values == pytest.approx((3.0, 7.0), rel=0.02)
    assert found.values[0] >= 3.0
    assert found.values[1] <= 7.0
    assert 0.0 < found.misfit < found.before


def test_bounds_closer_than_a_step_are_kept_to_as_well() -> None:
    narrow = free("nodes.slow.rise", 3.9, 4.1), free("nodes.slow.fall", 8.9, 9.2)
    found = fitted(ready(network(slow_rise=4.0, slow_fall=9.1), stages(), *narrow))
    assert found.values[0] == pytest.approx(3.9, rel=0.005)
    assert 8.9 <= found.values[1] <= 9.2
    assert found.misfit < found.before


def test_a_weight_is_found_that_times_do_not_tell() -> None:
    """Saturation makes the time of a peak depend on how much passes an arrow."""
    true = network()
    half = free("edges.fast__slow.half", 0.05, 0.9)
    own = true.kinetics.edges["fast__slow"]
    moved = replace(true.kinetics, edges={"fast__slow": replace(own, half=0.6)})
    found = fitted(ready(replace(true, kinetics=moved), stages(), half))
    assert found.values[0] == pytest.approx(0.3, rel=0.05)


def test_events_are_put_in_order_where_the_windows_leave_room() -> None:
    """'slow' may begin anywhere in its window; after 'fast', which is wanted late, it may not."""
    small = network(slow_rise=2.0)
    slow = replace(seen(small, "slow", room=4.0), peak=None, fall=None)
    onset = slow.onset
    assert onset is not None
    after = Window(earliest=1.01 * onset.latest, latest=9.0)
    fast = replace(seen(small, "fast"), onset=after, peak=None, fall=None)
    freed = free("nodes.slow.rise", 0.01, 8.0)
    found, alone = (fitted(ready(small, kept, freed)) for kept in ((slow, fast), (slow,)))
    assert not alone.moved
    assert found.misfit == pytest.approx(found.before, abs=1e-5)
    time = Answer.of(people(found.pathway), "slow").times["onset"]
    assert time < 0.5 * Answer.of(people(small), "slow").times["onset"]


def test_only_the_clocks_that_a_parameter_counts_on_are_solved_for_it() -> None:
    small = network()
    own = replace(small.clocks[1], kinetics=small.kinetics)
    apart = replace(small, clocks=(small.clocks[0], own))
    both = (seen(small, "slow"), seen(small, "slow", scenario="mice"))
    freed = free("nodes.slow.rise", 0.5, 8.0)
    of_mice = replace(own, kinetics=replace(own.kinetics, free=(freed,)))
    starts = (
        (2, ready(small, both, freed)),
        (1, ready(apart, both, freed)),
        (1, replace(ready(apart, both), clocks=(small.clocks[0], of_mice))),
    )
    for slopes, start in starts:
        found = fitted(start)
        # Two at the start; then the slopes, fine and coarse, say that there is nothing to gain.
        assert found.solved == 2 + 2 * slopes
        assert not found.moved


def test_what_the_goals_say_nothing_of_stays_where_it_is() -> None:
    small = network(fast_fall=2.0, slow_rise=4.0)
    freed = free("nodes.fast.fall", 0.3, 5.0), BOTH[0]
    found = fitted(ready(small, (seen(network(), "fast"),), *freed))
    assert found.values[0] == pytest.approx(1.0, rel=0.02)
    assert found.values[1] == pytest.approx(4.0, rel=0.02)


def test_nothing_free_is_nothing_to_do() -> None:
    found = fitted(ready(network(slow_rise=4.0), stages()))
    assert found.values == ()
    assert found.solved == 1
    assert found.misfit == found.before > 0.1


def test_a_pathway_without_stages_has_nothing_to_miss() -> None:
    found = fitted(ready(network(), (), *BOTH))
    assert (found.misfit, found.solved, found.moved) == (0.0, 0, ())


def test_it_ends_when_its_courses_are_spent_and_keeps_what_it_found() -> None:
    start = ready(network(slow_rise=6.0, slow_fall=25.0), stages(), *BOTH)
    told: list[Progress] = []
    found = fit(start, parameters(start), told.append, most=12)
    assert found.spent
    assert found.solved <= 13
    assert found.misfit < found.before
    assert [one.solved for one in told] == list(range(1, found.solved + 1))
    assert told[0].misfit == math.inf
    assert told[-1].misfit <= found.before


def test_values_that_cannot_be_solved_are_turned_away_from(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    start = ready(network(slow_rise=4.0), stages(), BOTH[0])

    def refusing(pathway: Pathway, conditions: object) -> object:
        if pathway.kinetics.nodes["slow"].rise < 2.5:
            raise ValueError("no steady state")
        return people(pathway)

    monkeypatch.setattr("pathway_viewer.dynamics.trials.solve", refusing)
    found = fitted(start)
    assert 2.5 <= found.values[0] < 4.0
    assert found.misfit < found.before
