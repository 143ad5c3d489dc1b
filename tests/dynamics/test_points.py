"""A measured point is judged on a course of its own species, or not at all."""

from __future__ import annotations

import pytest
from fit_networks import network, point, seen
from msgspec.structs import replace

from pathway_viewer.dynamics.answer import Answers
from pathway_viewer.dynamics.course import solve
from pathway_viewer.dynamics.points import Held, expected, held, scenario_of
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.evidence import Measurement
from pathway_viewer.model.pathway import Pathway


def staged() -> Pathway:
    small = network()
    return replace(small, stages=(seen(small, "fast"), seen(small, "slow", scenario="mice")))


def judged(one: Measurement, small: Pathway | None = None) -> Held:
    small = small or staged()
    courses = {s.id: solve(small, Conditions(s.id)) for s in small.scenarios}
    return held(small, Answers(courses), one)


def test_each_species_has_its_own_course() -> None:
    small = staged()
    assert scenario_of(small, point("fast", 1.0, "human")) == "people"
    assert scenario_of(small, point("fast", 1.0, "rodent")) == "mice"
    assert scenario_of(small, point("slow", 1.0, "human")) == "people"
    assert scenario_of(small, point("slow", 1.0, "cells")) == ""
    assert scenario_of(replace(small, stages=()), point("slow", 1.0, "rodent")) == "mice"
    only_people = replace(small, scenarios=small.scenarios[:1], stages=small.stages[:1])
    assert scenario_of(only_people, point("slow", 1.0, "rodent")) == ""


def test_the_stage_of_a_node_names_the_scenario() -> None:
    small = staged()
    other = replace(small.scenarios[0], id="again")
    small = replace(small, scenarios=(other, *small.scenarios))
    assert scenario_of(small, point("fast", 1.0, "human")) == "people"
    assert scenario_of(replace(small, stages=()), point("fast", 1.0, "human")) == "again"


def test_a_point_that_names_a_scenario_is_judged_on_no_other() -> None:
    small = staged()
    small = replace(small, scenarios=(*small.scenarios, replace(small.scenarios[0], id="again")))
    assert scenario_of(small, point("fast", 1.0, "human", scenario="again")) == "again"
    assert scenario_of(small, point("fast", 1.0, "rodent", scenario="again")) == ""
    assert judged(point("fast", 1.0, "human", scenario="again"), small).scenario == "again"


def test_what_a_point_says() -> None:
    small = staged()

    def says(*, node: str = "fast", at: float | None = 1.0, species: str = "human", **more: object):
        found = expected(small, point(node, at, species, **more))
        return found and (found.direction, found.level, found.like_stage)

    assert says(level=0.0) == ("none", None, False)
    assert says(level=0.5) == ("up", 0.5, False)
    assert says(level=-0.5, direction="up") == ("down", -0.5, False)
    assert says(direction="down") == ("down", None, False)
    assert says() == ("up", None, True)
    assert says(at=150.0) is None  # the stage is over: 'no longer there', or 'still there'?
    assert says(at=None) is None
    assert says(species="rodent") is None
    assert says(node="drug") is None
    stage = small.stages[0]
    disputed = (*small.stages, replace(stage, id="other", direction="down"))
    assert expected(replace(small, stages=disputed), point("fast", 1.0)) is None


@pytest.mark.parametrize(
    ("one", "verdict"),
    [
        (point("fast", 1.0), "inside"),
        (point("fast", 150.0), "no direction given"),
        (point("fast", 150.0, direction="up"), "outside"),
        (point("fast", 150.0, direction="none"), "inside"),
        (point("fast", 1.0, direction="down"), "outside"),
        (point("fast", 150.0, level=0.0), "inside"),
        (point("fast", 1.0, level=0.0), "outside"),
        (point("fast", 1.0, level=-0.5), "outside"),
        (point("fast", None), "no hour given"),
        (point("fast", 1.0, "cells"), "no clock of this species"),
        (point("drug", 1.0), "no direction given"),
        (point("fast", 201.0), "after the end of the run"),
    ],
)
def test_verdicts(one: Measurement, verdict: str) -> None:
    found = judged(one)
    assert found.verdict == verdict
    known = verdict in ("inside", "outside", "no direction given")
    assert (found.change is not None) == known


def test_a_level_is_met_within_a_quarter_of_itself() -> None:
    change = judged(point("fast", 1.0)).change
    assert change is not None
    for factor, verdict in ((1.0, "inside"), (1.3, "inside"), (1.4, "outside"), (0.75, "outside")):
        assert judged(point("fast", 1.0, level=change * factor)).verdict == verdict


def test_the_curve_of_the_other_species_is_not_asked() -> None:
    """The drug leaves mice within the hour: what is there in people at 6 h is not in mice."""
    there, gone = (judged(point("fast", 6.0, one, direction="up")) for one in ("human", "rodent"))
    assert (there.scenario, there.verdict) == ("people", "inside")
    assert (gone.scenario, gone.verdict) == ("mice", "outside")
