"""Two runs side by side: what is said of them is true of them, the largest difference first."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_pathway import course, hump, pathway

from pathway_viewer.dynamics.course import Course
from pathway_viewer.model.pushes import Perturbation
from pathway_viewer.timeline.comparison import LEAST, before, now, overall, response

PATHWAY = pathway()
NODES = tuple(str(node.id) for node in PATHWAY.nodes)


def run(levels: Callable[[float], Sequence[float]], **changes: object) -> Course:
    """A course of drug, receptor, glutamate and spines."""
    made = course(levels)
    return replace(made, node_ids=NODES, **changes)


def quick(t: float) -> Sequence[float]:
    return (hump(t, 1), 0.5 - hump(t, 1, 0.3), hump(t, 2, 0.4), hump(t, 8, 0.34))


def weak(t: float) -> Sequence[float]:
    return (hump(t, 1), 0.5, hump(t, 2, 0.4), hump(t, 8, 0.12))


A, B = run(quick), run(weak)


def test_the_same_run_twice_differs_in_nothing() -> None:
    assert now(PATHWAY, (A, A), 8, NODES) == ()
    assert overall(PATHWAY, (A, A), NODES) == ()
    assert before(PATHWAY, (A, A), NODES) == ()


def test_differences_now_are_told_from_the_largest_down() -> None:
    receptor, spines = now(PATHWAY, (A, B), 1.0, NODES)[:1], now(PATHWAY, (A, B), 8.0, NODES)
    assert receptor[0].sentence == "NMDA receptor: 60 % below rest in A, at rest in B"
    assert spines[0].sentence == "Spines: 34 % above rest in A, 12 % in B"
    other = now(PATHWAY, (B, A), 8.0, NODES, names=("one", "two"))
    assert other[0].sentence == "Spines: 12 % above rest in one, 34 % in two"
    for hours in (0.5, 1, 3, 8, 20):
        sizes = [one.size for one in now(PATHWAY, (A, B), hours, NODES)]
        assert sizes == sorted(sizes, reverse=True)
        assert all(size >= LEAST for size in sizes)


def test_opposite_ways_are_both_said() -> None:
    up = run(lambda t: (0, 0.5 + hump(t, 1, 0.2), 0, 0))
    down = run(lambda t: (0, 0.5 - hump(t, 1, 0.2), 0, 0))
    (only,) = now(PATHWAY, (up, down), 1.0, NODES)
    assert only.text == "40 % above rest in A, 40 % below rest in B"


def test_only_the_nodes_asked_for() -> None:
    assert {one.node for one in now(PATHWAY, (A, B), 8.0, ("receptor",))} <= {"receptor"}
    assert now(PATHWAY, (A, B), 8.0, ()) == ()


def test_what_is_held_is_told_so_while_it_is_held() -> None:
    block = Perturbation(kind="block", target="spines", start=4.0, end=10.0)
    held = run(
        lambda t: (*quick(t)[:3], 0.0 if 4 <= t < 10 else quick(t)[3]), perturbations=(block,)
    )
    assert now(PATHWAY, (A, held), 8.0, NODES)[0].text == "34 % above rest in A, blocked in B"
    later = {one.node: one.text for one in now(PATHWAY, (A, held), 12.0, NODES)}
    assert "spines" not in later
    clamp = Perturbation(kind="clamp", target="spines", value=0.34)
    clamped = run(lambda t: (*quick(t)[:3], 0.34), perturbations=(clamp,))
    said = {one.node: one.text for one in now(PATHWAY, (A, clamped), 8.0, NODES)}
    assert said["spines"] == "34 % above rest in A, held at 34 % in B"


def test_other_rests_are_told() -> None:
    lower = run(lambda t: (0, 0.3, 0, 0))
    (only,) = before(PATHWAY, (A, lower), NODES)
    assert only.sentence == "NMDA receptor: rest is 50 % in A, 30 % in B"


def test_a_response_has_a_peak_and_an_end() -> None:
    spines = response(A, "spines")
    assert spines.peak == pytest.approx(8, rel=0.05)
    assert spines.change == pytest.approx(0.34, rel=0.01)
    change = A.change_series("spines")
    late = np.abs(change[A.times >= spines.over])
    assert (late < 0.25 * 0.34).all()
    rising = run(lambda t: (0, 0.5, 0, max(t, 0) / 100))
    assert response(rising, "spines").over == math.inf


def test_of_equal_peaks_the_first_counts_and_the_end_is_for_good() -> None:
    twice = replace(course(lambda t: (0, 0.5, 0, hump(t, 1) + hump(t - 24, 1))), node_ids=NODES)
    found = response(twice, "spines")
    assert found.peak == pytest.approx(1, rel=0.05)
    assert found.over > 24


def test_whole_responses_are_told() -> None:
    said = {one.node: one.text for one in overall(PATHWAY, (A, B), NODES)}
    assert said["spines"] == "peak 34 % above rest at 8 h in A, 12 % at 8 h in B"
    assert said["receptor"].startswith("peak 60 % below rest at ")
    assert said["receptor"].endswith("in A, hardly moves in B")
    assert "drug" not in said
    slow = run(lambda t: (*quick(t)[:3], hump(t, 16, 0.34)))
    (only,) = overall(PATHWAY, (A, slow), NODES)
    assert "at 8 h in A, 34 % at 16 h in B" in only.text
    assert "; a quarter left until " in only.text
    blocked = replace(B, perturbations=(Perturbation(kind="block", target="receptor"),))
    assert "receptor" not in {one.node for one in overall(PATHWAY, (A, blocked), NODES)}


@given(st.floats(0, 60), st.floats(0.02, 0.9), st.floats(0.02, 0.9))
def test_swapping_the_runs_swaps_nothing_but_the_names(t: float, one: float, two: float) -> None:
    first = run(lambda s: (0, 0.5, 0, hump(s, 4, one)))
    second = run(lambda s: (0, 0.5, 0, hump(s, 4, two)))
    there = now(PATHWAY, (first, second), t, NODES)
    back = now(PATHWAY, (second, first), t, NODES)
    assert [(a.node, a.size) for a in there] == [(b.node, b.size) for b in back]
    assert [a.node for a in overall(PATHWAY, (first, second), NODES)] == [
        b.node for b in overall(PATHWAY, (second, first), NODES)
    ]
