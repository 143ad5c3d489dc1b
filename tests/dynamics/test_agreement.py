"""Marks are read off a curve where a person would read them."""

import math

import numpy as np
import pytest
from msgspec.structs import replace
from small_networks import DRUG, edge, kinetics, node, pathway

from pathway_viewer.dynamics.agreement import Mark, marks, misfit, share
from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.evidence import Stage, Window
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.pushes import Perturbation

HELD = Perturbation(kind="clamp", target="a", value=1.0, start=0.0, end=4.0)


def square_wave(sign: str, **stage: object) -> tuple[Pathway, Course]:
    """b follows a, held high for four hours, with time constants of 2 h up and 5 h down."""
    basal = 0.5 if sign == "inhibits" else 0.0
    small = pathway(
        (node(DRUG), node("a"), node("b")),
        (edge("a", "b", sign),),
        kinetics(
            {
                "a": {"fall": 0.001},
                "b": {"basal": basal, "rise": 2.0, "fall": 5.0},
            },
            {"a__b": {"half": 0.5, "steepness": 1.0}},
        ),
        end=100.0,
    )
    whole = {"id": "s", "node": "b", "label": "s", "scenario": "people", "text": "t"}
    small = replace(small, stages=(Stage(**(whole | stage)),))
    return small, solve(small, Conditions("people", doses=(), perturbations=(HELD,)))


def window(earliest: float, latest: float) -> Window:
    return Window(earliest=earliest, latest=latest)


def test_marks_of_a_rise_and_a_fall() -> None:
    anywhere = window(0.0, 100.0)
    small, course = square_wave(
        "activates", direction="up", onset=anywhere, peak=anywhere, fall=anywhere
    )
    onset, peak, fall = marks(small, {"people": course})
    top = -math.expm1(-4.0 / 2.0)
    assert onset.time == pytest.approx(-2.0 * math.log(1 - 0.1 * top), rel=0.02)
    assert peak.time == pytest.approx(4.0, abs=0.02)
    assert fall.time == pytest.approx(4.0 + 5.0 * math.log(4.0), rel=0.02)


def test_a_stage_that_goes_down_is_read_upside_down() -> None:
    small, course = square_wave(
        "inhibits", direction="down", onset=window(0.2, 0.4), peak=window(4.0, 4.0)
    )
    onset, peak = marks(small, {"people": course})
    assert onset.name == "onset"
    assert onset.inside
    assert peak.time == pytest.approx(4.0, abs=0.02)


def test_a_change_the_wrong_way_never_begins() -> None:
    small, course = square_wave("inhibits", direction="up", onset=window(0.5, 0.6))
    (onset,) = marks(small, {"people": course})
    assert onset.time == math.inf
    assert not onset.inside
    assert math.isfinite(misfit([onset]))


def test_what_cannot_be_judged_is_left_out() -> None:
    zero = window(0.0, 0.0)
    small, course = square_wave("activates", direction="up", onset=zero)
    assert marks(small, {"people": course}) == ()
    none, course = square_wave("activates", direction="none", onset=window(1.0, 2.0))
    assert marks(none, {"people": course}) == ()
    assert share((), 1.5) == 1.0
    assert misfit(()) == 0.0


@pytest.mark.parametrize(
    ("time", "ratio"), [(2.0, 1.0), (3.0, 1.0), (4.0, 1.0), (1.0, 2.0), (8.0, 2.0), (6.0, 1.5)]
)
def test_ratio_to_the_nearest_edge(time: float, ratio: float) -> None:
    mark = Mark("s", "b", "peak", window(2.0, 4.0), time)
    assert mark.ratio == pytest.approx(ratio)
    assert mark.inside == (ratio == 1.0)


def test_shares_and_misfit() -> None:
    found = [Mark("s", "b", "peak", window(2.0, 4.0), time) for time in (3.0, 6.0, 8.0, 1.0)]
    assert share(found, 1.0) == 0.25
    assert share(found, 1.5 + 1e-9) == 0.5
    assert share(found, 2.0) == 1.0
    logs = np.log([1.0, 1.5, 2.0, 2.0])
    assert misfit(found) == pytest.approx(math.sqrt(float(np.mean(logs**2))))
