"""The Hill curve passes its three points, rises, and is continuous in its parameters."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway_viewer.dynamics.hill import influence, influences, shape

halves = st.floats(0.02, 0.98)
steepnesses = st.floats(1.0, 8.0)


@given(halves, steepnesses)
def test_three_points(half: float, steepness: float) -> None:
    curve = shape(half, steepness)
    assert influence(0.0, curve) == 0.0
    assert influence(half, curve) == pytest.approx(0.5)
    assert influence(1.0, curve) == pytest.approx(1.0)


@given(halves, steepnesses)
def test_rises_within_bounds(half: float, steepness: float) -> None:
    passed = influences(np.linspace(-0.5, 1.5, 101), *shape(half, steepness))
    assert np.all(np.diff(passed) >= 0.0)
    assert passed.min() >= 0.0
    assert passed.max() <= 1.0 + 1e-12


@given(halves, steepnesses, st.floats(0.0, 1.0))
def test_continuous_where_the_hill_becomes_a_power(
    half: float, steepness: float, level: float
) -> None:
    near = influence(level, shape(half, steepness)), influence(level, shape(half + 1e-9, steepness))
    assert near[0] == pytest.approx(near[1], abs=1e-6)


@pytest.mark.parametrize("level", [0.0, 0.1, 0.3, 0.7, 1.0])
def test_is_the_published_form_where_that_exists(level: float) -> None:
    n, half = 3.0, 0.4
    k = half**n / (1.0 - 2.0 * half**n)
    published = (1.0 + k) * level**n / (k + level**n)
    assert influence(level, shape(half, n)) == pytest.approx(published)


def test_one_level_and_many_agree() -> None:
    curve = shape(0.3, 2.5)
    levels = np.linspace(0.0, 1.0, 11)
    assert influences(levels, *curve) == pytest.approx([influence(float(x), curve) for x in levels])
