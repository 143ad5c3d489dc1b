"""A course answers at any time, the same however it is asked, and survives storage."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from small_networks import DRUG, chain, edge, kinetics, node, pathway

from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pushes import Dose, Perturbation
from pathway_viewer.model.story import Rival

COURSE = solve(chain(), Conditions("people"))


def test_one_node_follows_its_closed_form() -> None:
    """A node driven by a held source rises and falls as an exponential."""
    one = pathway(
        (node(DRUG), node("a"), node("b")),
        (edge("a", "b"),),
        kinetics({"b": {"rise": 2.0, "fall": 5.0}}, {"a__b": {"half": 0.5, "steepness": 1.0}}),
        end=40.0,
    )
    held = Perturbation(kind="clamp", target="a", value=0.7, start=1.0, end=11.0)
    course = solve(one, Conditions("people", doses=(), perturbations=(held,)))
    hours = np.linspace(1.0, 11.0, 101)
    assert [course.at(t)[2] for t in hours] == pytest.approx(
        0.7 * -np.expm1(-(hours - 1.0) / 2.0), abs=1e-5
    )
    after = np.linspace(25.0, 40.0, 16)  # by then the source, which falls with 1 h, is gone
    fallen = [course.at(t)[2] for t in after]
    assert fallen == pytest.approx(fallen[0] * np.exp(-(after - 25.0) / 5.0), abs=1e-5)


def test_the_edges_of_time() -> None:
    assert COURSE.at(-100.0) == pytest.approx(COURSE.rest)
    assert COURSE.at(COURSE.end + 100.0) == pytest.approx(COURSE.rows[-1])
    assert COURSE.times[0] <= 0.0
    assert COURSE.times[-1] == COURSE.end
    assert {0.0, 0.5} <= set(COURSE.times)


@given(st.floats(-1.0, 50.0))
def test_between_rows_levels_stay_between_bounds(t: float) -> None:
    levels = COURSE.at(t)
    assert np.all((levels >= 0.0) & (levels <= 1.0))
    room = np.maximum(COURSE.rest, 1.0 - COURSE.rest)
    assert COURSE.changes(t) == pytest.approx((levels - COURSE.rest) / room)


@given(st.integers(0, len(COURSE.times) - 1))
def test_at_the_rows_it_is_the_rows(row: int) -> None:
    assert COURSE.at(float(COURSE.times[row])) == pytest.approx(COURSE.rows[row], abs=1e-12)


def test_interpolation_is_as_good_as_solving_there() -> None:
    shorter = [solve(chain_until(end), Conditions("people")) for end in (0.7, 3.3, 17.1)]
    for course in shorter:
        assert COURSE.at(course.end) == pytest.approx(course.rows[-1], abs=1e-5)


def chain_until(end: float):
    small = chain()
    return pathway(small.nodes, small.edges, small.kinetics, end=end)


def test_series_and_groups() -> None:
    assert COURSE.series("a") == pytest.approx(COURSE.rows[:, 1])
    assert COURSE.series("both") == pytest.approx((COURSE.series("a") + COURSE.series("b")) / 2)
    assert COURSE.change_series("b")[-1] == pytest.approx(COURSE.changes(COURSE.end)[2])
    with pytest.raises(KeyError):
        COURSE.series("nothing")


def test_flows_are_weight_times_influence() -> None:
    drug, a = COURSE.at(0.5)[:2]
    squared = 1.5 * a**2 / (0.5 + a**2)
    flows = COURSE.flows(0.5)
    assert flows[1] == pytest.approx(0.9 * squared, abs=1e-9)
    assert flows[0] == pytest.approx(1.5 * drug**2 / (0.5 + drug**2))
    assert flows[2] < 0.15 < COURSE.flows(3.0)[2]  # two hours later the delayed arrow carries


def test_a_cut_arrow_carries_nothing_while_it_is_cut() -> None:
    cut = Perturbation(kind="cut", target="a__b", start=1.0, end=2.0)
    course = solve(chain(), Conditions("people", perturbations=(cut,)))
    assert [course.flows(t)[1] > 0.0 for t in (0.9, 1.0, 1.9, 2.0)] == [True, False, False, True]


def test_rivals_add_and_weaken_arrows() -> None:
    rivals = (Rival(id="r", label="r", text="t", adds=("drug__b",), weakens=("a__b",)),)
    small = chain()
    edges = (*small.edges, edge(DRUG, "b"))
    both = pathway(small.nodes, edges, small.kinetics, rivals=rivals)
    off, on = (solve(both, Conditions("people", rivals=(("r", on),))) for on in (False, True))
    assert off.flows(0.5)[3] == 0.0
    assert off.at(5.0) == pytest.approx(COURSE.at(5.0), abs=1e-5)
    assert on.flows(0.5)[3] > 0.0
    assert on.flows(0.5)[1] == pytest.approx(0.3 * off.flows(0.5)[1], rel=1e-3)


def test_a_scenario_may_switch_rivals_and_conditions_have_the_last_word() -> None:
    rivals = (Rival(id="r", label="r", text="t", adds=("drug__b",)),)
    small = chain()
    both = pathway(small.nodes, (*small.edges, edge(DRUG, "b")), small.kinetics, rivals=rivals)
    switching = tuple(structs.replace(one, rivals={"r": True}) for one in both.scenarios)
    both = structs.replace(both, scenarios=switching)
    assert solve(both, Conditions("people")).flows(0.5)[3] > 0.0
    assert solve(both, Conditions("people", rivals=(("r", False),))).flows(0.5)[3] == 0.0


def test_storage_keeps_everything() -> None:
    stored = Course.from_bytes(COURSE.to_bytes())
    assert stored.node_ids == COURSE.node_ids
    assert stored.doses == COURSE.doses == (Dose(amount=1.0, over=0.5),)
    assert stored.clock == COURSE.clock
    for t in (-1.0, 0.2, 7.0, 90.0):
        assert np.array_equal(stored.at(t), COURSE.at(t))
        assert np.array_equal(stored.flows(t), COURSE.flows(t))


@pytest.mark.parametrize("data", [b"", b"\x00", b"\x80", COURSE.to_bytes()[:-9], b"\xc1garbage"])
def test_bytes_that_are_no_course_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="not a stored course"):
        Course.from_bytes(data)


def test_a_pathway_without_scenarios_stays_at_rest() -> None:
    small = chain()
    bare = type(small)(format=1, id="b", title="b", nodes=small.nodes, edges=small.edges)
    course = solve(bare, Conditions(""))
    assert np.ptp(course.rows, axis=0) == pytest.approx(np.zeros(5))
    assert course.doses == ()
