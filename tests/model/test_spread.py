"""Spreads and spans are read as they are published, and never guessed."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway_viewer.model.evidence import Measurement, ReferenceId
from pathway_viewer.model.loader import load
from pathway_viewer.model.spread import relative_range, time_range, value_range

POINT = Measurement(
    node="glutamate",
    finding="raised",
    when="1 h",
    species="human",
    subjects="people",
    preparation="MRS",
    dose="0.5 mg/kg",
    reference=ReferenceId("a2001"),
    confidence="seen",
    at=1.0,
    value=40.0,
)
FLAGSHIP = Path(__file__).parents[2] / "pathways" / "ketamine.yaml"


def told(**changes: object) -> Measurement:
    return msgspec.structs.replace(POINT, **changes)


@pytest.mark.parametrize(
    ("spread", "expected"),
    [
        ("±7.5", (32.5, 47.5)),
        ("SD 10", (30.0, 50.0)),
        ("SD 10; saline 0 (SD 12)", (30.0, 50.0)),
        ("SEM 2", (38.0, 42.0)),
        ("95% CI 30-60", (30.0, 60.0)),
        ("4.37-42.29", (4.37, 42.29)),
        ("geometric SD 2", (20.0, 80.0)),
        ("", None),
        ("p=0.008", None),
        ("difference 14.2, 95% CI 3.9-24.2", None),
        ("95% CI 50-60", None),
    ],
)
def test_spreads(spread: str, expected: tuple[float, float] | None) -> None:
    assert value_range(told(spread=spread)) == (expected and pytest.approx(expected))


def test_a_negative_effect_keeps_its_order() -> None:
    point = told(value=-1.0, spread="95% CI -1.28 to -0.73")
    assert value_range(point) == pytest.approx((-1.28, -0.73))
    assert relative_range(point) == pytest.approx((0.73, 1.28))


def test_without_a_value_there_is_no_spread() -> None:
    assert value_range(told(value=None, spread="SD 9")) is None
    assert relative_range(told(value=0.0, spread="SD 9")) is None


@given(st.floats(0.1, 1e6), st.floats(0, 1e6))
def test_a_spread_always_holds_the_value(value: float, around: float) -> None:
    reach = relative_range(told(value=value, spread=f"SD {around:f}"))
    assert reach is not None
    assert reach[0] <= 1 <= reach[1]


@pytest.mark.parametrize(
    ("when", "at", "expected"),
    [
        ("2-6 h", 4.0, (2.0, 6.0)),
        ("10-20 min", 1 / 4, (1 / 6, 1 / 3)),
        ("days 10-12", 264.0, (240.0, 288.0)),
        ("72-132 h after the first of five doses", 102.0, (72.0, 132.0)),
        ("24 h", 24.0, None),
        ("days 3 and 7", 72.0, None),
        ("6-9 h", 24.0, None),
    ],
)
def test_spans(when: str, at: float, expected: tuple[float, float] | None) -> None:
    assert time_range(told(when=when, at=at)) == (expected and pytest.approx(expected))
    assert time_range(told(when=when, at=None)) is None


def test_every_spread_of_the_flagship_is_understood_or_named_here() -> None:
    """A new way to write one shall not pass unseen."""
    pathway = load(FLAGSHIP).pathway
    assert pathway is not None
    spread = [point for point in pathway.measurements if point.spread and point.value is not None]
    silent = {point.spread for point in spread if value_range(point) is None}
    assert len(spread) >= 10
    assert silent <= {"difference 14.2, 95% CI 3.9-24.2"}
