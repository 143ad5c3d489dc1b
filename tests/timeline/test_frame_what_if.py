"""Under a what-if the file's sentences are left alone, and what is held says so."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from pathway_viewer.dynamics.course import solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Now, Pathway
from pathway_viewer.model.pushes import Dose, Perturbation
from pathway_viewer.timeline.frame import Frame, frame_at
from pathway_viewer.timeline.what_if_words import own_push, tried, with_push

FILE = Path(__file__).parents[1] / "small.yaml"
QUOTED = "The brake is letting go."


@pytest.fixture(scope="module")
def pathway() -> Pathway:
    loaded = load(FILE).pathway
    assert loaded is not None
    return loaded


def framed(pathway: Pathway, conditions: Conditions, t: float = 0.5) -> Frame:
    return frame_at(pathway, solve(pathway, conditions), t)


def push(kind: str, target: str, value: float | None = None, **times: float) -> Perturbation:
    return Perturbation(kind=kind, target=target, value=value, **times)


def test_the_file_tells_its_own_scenarios(pathway: Pathway) -> None:
    for scenario in ("single", "twice"):
        frame = framed(pathway, Conditions(scenario))
        assert frame.told
        assert frame.caption == QUOTED


def test_sentences_counted_from_one_dose_end_with_the_second(pathway: Pathway) -> None:
    late = Now(start=0.0, end=2000.0, text="One dose no longer helps.")
    nodes = tuple(
        msgspec.structs.replace(node, now=(late,)) if node.id == "relay" else node
        for node in pathway.nodes
    )
    talking = msgspec.structs.replace(pathway, nodes=nodes)
    once = framed(talking, Conditions("single"), 200.0)
    before, after = (framed(talking, Conditions("twice"), t) for t in (100.0, 200.0))
    assert once.caption == before.caption == "One dose no longer helps."
    assert once.said
    assert before.said
    assert not after.said
    assert after.told
    assert after.caption != before.caption


@pytest.mark.parametrize(
    "conditions",
    [
        Conditions("single", perturbations=(push("scale", "relay", 0.5),)),
        Conditions("single", doses=()),
        Conditions("single", doses=(Dose(amount=0.5, at=3.0, over=0.5),)),
        Conditions("single", rivals=(("other", False),)),
    ],
)
def test_it_does_not_tell_what_somebody_changed(pathway: Pathway, conditions: Conditions) -> None:
    frame = framed(pathway, conditions)
    assert not frame.told
    assert frame.caption
    assert frame.caption != QUOTED


def test_what_is_held_says_so_while_it_is_held(pathway: Pathway) -> None:
    blocked = Conditions("single", perturbations=(push("block", "relay", start=0.25, end=2.0),))
    relay = pathway.node_index[pathway.node("relay").id]
    assert framed(pathway, blocked, 0.2).words[relay] != "blocked"
    assert framed(pathway, blocked, 1.0).words[relay] == "blocked"
    assert framed(pathway, blocked, 1.0).caption.startswith("Relay is blocked")
    assert framed(pathway, blocked, 2.1).words[relay] != "blocked"


def test_a_lifelong_block_is_no_rest(pathway: Pathway) -> None:
    relay = pathway.node_index[pathway.node("relay").id]
    held = Conditions("single", perturbations=(push("clamp", "relay", 0.4),))
    assert framed(pathway, held).words[relay] == "held"
    knocked_out = Conditions("single", perturbations=(push("block", "relay"),))
    assert framed(pathway, knocked_out).words[relay] == "blocked"


def test_each_thing_that_is_on_has_words_and_a_way_back(pathway: Pathway) -> None:
    conditions = Conditions(
        "single",
        doses=(),
        perturbations=(push("block", "relay", start=-0.5, end=12.0), push("cut", "drug__brake")),
        rivals=(("other", False),),
    )
    chips = tried(pathway, conditions)
    assert [chip.text for chip in chips] == [
        "No dose",
        "Relay blocked, from 30 min before until 12 h",
        "Drug → Brake cut",
        "The other way off",
    ]
    assert all(len(tried(pathway, chip.without)) == len(chips) - 1 for chip in chips)
    assert tried(pathway, Conditions("single")) == ()


def test_a_part_has_one_push_of_its_own(pathway: Pathway) -> None:
    first, second = push("block", "relay"), push("scale", "relay", 0.5)
    once = with_push(pathway, Conditions("single"), "relay", first)
    assert own_push(pathway, once, "relay") == first
    twice = with_push(pathway, once, "relay", second)
    assert twice.perturbations == (second,)
    assert with_push(pathway, twice, "relay", None) == Conditions("single")
