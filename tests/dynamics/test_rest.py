"""Rest is the steady state that the equations themselves settle in."""

import numpy as np
import pytest
from hypothesis import given, settings
from msgspec.structs import replace
from small_networks import chain, edge, kinetics, node, pathway, pathways

from pathway_viewer.dynamics.course import solve
from pathway_viewer.dynamics.rest import RestError
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.pushes import Perturbation


def test_rest_of_a_chain_is_its_drives() -> None:
    course = solve(chain(), Conditions("people", doses=()))
    level = dict(zip(course.node_ids, course.rest, strict=True))
    assert level["drug"] == 0.0
    assert level["a"] == 0.0
    assert level["b"] == pytest.approx(0.2)
    passed = 1.5 * 0.2**2 / (0.5 + 0.2**2)
    assert level["c"] == pytest.approx(0.8 * (1 - passed))
    assert level["both"] == pytest.approx(0.1)


@settings(max_examples=40, deadline=None)
@given(pathways())
def test_rest_is_where_a_disturbed_network_returns_to(small: Pathway) -> None:
    far = replace(small, scenarios=tuple(replace(s, end=4000.0) for s in small.scenarios))
    target = small.nodes[1].id
    held = Perturbation(kind="clamp", target=target, value=0.9, start=0.0, end=1.0)
    course = solve(far, Conditions("people", doses=(), perturbations=(held,)))
    assert course.at(4000.0) == pytest.approx(course.rest, abs=1e-5)


def test_a_lifelong_block_is_part_of_rest_and_a_timed_one_is_not() -> None:
    lifelong = Perturbation(kind="block", target="b")
    timed = Perturbation(kind="block", target="b", start=-1.0)
    part = solve(chain(), Conditions("people", perturbations=(lifelong,)))
    later = solve(chain(), Conditions("people", perturbations=(timed,)))
    plain = solve(chain(), Conditions("people"))
    assert part.rest[2] == 0.0
    assert part.rest[3] == pytest.approx(0.8)
    assert later.rest == pytest.approx(plain.rest, abs=1e-12)
    assert later.at(-1.1) == pytest.approx(plain.rest, abs=1e-12)
    assert later.at(-1.0)[2] == 0.0


def test_two_steady_states_give_the_one_that_basal_leads_to() -> None:
    own = kinetics({"a": {"basal": 0.02}}, {"a__a": {"weight": 1.0, "half": 0.4, "steepness": 6.0}})
    both = pathway((node("drug"), node("a")), (edge("a", "a"),), own)
    low = solve(both, Conditions("people", doses=()))
    assert low.rest[1] < 0.1
    high = replace(both, kinetics=kinetics({"a": {"basal": 0.35}}, {"a__a": {"steepness": 6.0}}))
    assert solve(high, Conditions("people", doses=())).rest[1] > 0.9


def test_a_network_without_rest_is_said_to_have_none() -> None:
    """A ring of three steep brakes never settles."""
    names = ("a", "b", "c")
    arrows = {
        f"{s}__{t}": {"half": 0.5, "steepness": 8.0} for s, t in zip(names, "bca", strict=True)
    }
    ring = pathway(
        (node("drug"), *map(node, names)),
        tuple(edge(s, t, "inhibits") for s, t in zip(names, "bca", strict=True)),
        kinetics({"a": {"basal": 0.9}, "b": {"basal": 1.0}, "c": {"basal": 1.0}}, arrows),
    )
    with pytest.raises(RestError, match="never settles"):
        solve(ring, Conditions("people", doses=()))
    assert np.isfinite(solve(chain(), Conditions("mice")).rows).all()


def test_a_drive_at_its_cap_has_a_rest() -> None:
    """At the kink the slopes are of no help: a scaled drive that just reaches 1."""
    nodes = (node("drug"), node("a"), node("b"), node("c"))
    edges = (edge("a", "b"), edge("b", "c"))
    rates = kinetics(
        nodes={"a": {"basal": 1.0}, "b": {"basal": 0.25}},
        edges={
            "a__b": {"weight": 3e-7, "half": 0.5, "steepness": 1.0, "delay": 0.5},
            "b__c": {"weight": 1.0, "half": 0.5, "steepness": 1.0, "delay": 0.5},
        },
    )
    twice = tuple(Perturbation(kind="scale", target=id, value=2.0) for id in ("b", "c"))
    course = solve(pathway(nodes, edges, rates), Conditions("people", perturbations=twice))
    assert course.rest == pytest.approx([0.0, 1.0, 0.5, 1.0], abs=1e-6)
