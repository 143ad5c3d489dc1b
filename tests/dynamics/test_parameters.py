"""Free parameters: where they stand, how far they may go, how they are written."""

from __future__ import annotations

import math

import pytest
from fit_networks import free, network, ready
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pathway_viewer.dynamics.parameters import (
    Parameter,
    ParameterError,
    counts_on,
    parameters,
    with_values,
)
from pathway_viewer.model.kinetics import Free
from pathway_viewer.model.pathway import Pathway

RISE = free("nodes.slow.rise", 0.5, 8.0)
HALF = free("edges.fast__slow.half", 0.1, 0.9)
BASAL = free("nodes.slow.basal", 0.0, 0.4)


def own_clock(small: Pathway, *freed: Free) -> Pathway:
    """The same, with kinetics of its own on the clock of the mice."""
    mice = small.clocks[1]
    own = replace(mice, kinetics=replace(small.kinetics, free=freed))
    return replace(small, clocks=(small.clocks[0], own))


def test_values_bounds_and_places() -> None:
    small = own_clock(ready(network(), (), RISE, HALF), RISE)
    rise, half, mice = parameters(small, {("kinetics", "nodes", "slow", "rise"): "min"})
    assert (rise.name, rise.value, rise.low, rise.high) == ("nodes.slow.rise", 2.0, 0.5, 8.0)
    assert rise.way == ("kinetics", "nodes", "slow", "rise")
    assert (rise.unit, half.unit, mice.unit) == ("min", "", "h")
    assert mice.name == "rodent: nodes.slow.rise"
    assert mice.way == ("clocks", "rodent", *rise.way)


def test_other_values_go_where_they_belong() -> None:
    small = own_clock(ready(network(), (), RISE, HALF), RISE)
    other = with_values(small, parameters(small), (3.0, 0.7, 4.0))
    assert other.kinetics.nodes["slow"].rise == 3.0
    assert other.kinetics.edges["fast__slow"].half == 0.7
    assert other.clocks[1].kinetics.nodes["slow"].rise == 4.0
    assert with_values(other, parameters(small), (2.0, 0.3, 2.0)) == small


def test_a_clock_hears_its_own_and_what_it_does_not_override() -> None:
    small = own_clock(ready(network(), (), RISE), RISE)
    common, mice = parameters(small)
    people, own = small.clocks
    assert [counts_on(common, clock) for clock in (people, own)] == [True, False]
    assert [counts_on(mice, clock) for clock in (people, own)] == [False, True]


@pytest.mark.parametrize(
    ("freed", "words"),
    [
        (free("nodes.drug.rise", 0.5, 8.0), "no entry for 'drug'"),
        (free("nodes.slow.rise", 3.0, 8.0), "is 2 h, outside its bounds 3 to 8 h"),
        (free("nodes.slow.rise", 0.0, 8.0), "bound 0: > 0"),
        (free("edges.fast__slow.half", 0.1, 1.0), "bound 1: < 1"),
        (free("edges.fast__slow.weight", 0.1, 1.5), "bound 1.5: <= 1"),
    ],
)
def test_what_cannot_be_moved_is_told(freed: Free, words: str) -> None:
    with pytest.raises(ParameterError, match=words):
        parameters(ready(network(), (), freed))
    with pytest.raises(ParameterError, match="named twice"):
        parameters(ready(network(), (), RISE, RISE))


def one(low: float, high: float, unit: str = "", value: float = math.nan) -> Parameter:
    return Parameter("", "nodes", "slow", "rise" if unit else "basal", value, low, high, unit)


@given(low=st.floats(1e-3, 50.0), factor=st.floats(1.001, 100.0), share=st.floats(0.0, 1.0))
def test_coordinates_lead_back(low: float, factor: float, share: float) -> None:
    for parameter in (one(low, low * factor, "h"), one(0.0, low)):
        value = parameter.low + share * (parameter.high - parameter.low)
        value = min(value, parameter.high)
        assert parameter.at(parameter.coordinate(value)) == pytest.approx(value, rel=1e-9)
        assert parameter.at(1e9) == parameter.high if parameter.low == 0.0 else True
        assert parameter.low <= parameter.at(-50.0) <= parameter.high


@given(
    low=st.floats(1e-3, 50.0),
    factor=st.floats(1.001, 100.0),
    share=st.floats(0.0, 1.0),
    unit=st.sampled_from(["min", "h", "d", "wk", ""]),
)
def test_what_is_written_is_read_within_the_bounds(
    low: float, factor: float, share: float, unit: str
) -> None:
    parameter = one(low, low * factor, unit)
    value = min(low * factor**share, low * factor)
    text = parameter.text(value)
    assert parameter.holds(parameter.read(text))
    assert parameter.rounded(value) == pytest.approx(value, rel=1e-3)
    assert parameter.rounded(parameter.rounded(value)) == parameter.rounded(value)
    assert "e" not in text
    assert text.endswith(unit)


def test_a_value_held_by_a_bound_is_known() -> None:
    parameter = one(1.0, 10.0, "h")
    assert [parameter.ends(x) for x in (1.0, 1.001, 5.0, 9.99)] == [True, True, False, True]
    assert parameter.text(2.5) == "2.5 h"
    assert one(0.1, 10.0, "min").text(2.5) == "150 min"
    assert one(0.0, 1.0).text(0.123456) == "0.1235"
