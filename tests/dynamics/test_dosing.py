"""Drug kinetics against closed forms and against what every schedule must obey."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from small_networks import DRUG, HUMAN, RODENT, kinetics, node, pathway

from pathway_viewer.dynamics.course import solve
from pathway_viewer.dynamics.dosing import Disposition, concentration
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.kinetics import Clock
from pathway_viewer.model.pushes import Dose

HOURS = np.linspace(0.0, 30.0, 601)


def test_a_bolus_is_two_exponentials() -> None:
    given_once = concentration(HUMAN, (Dose(amount=2.0),), HOURS)
    fast, slow = math.log(2) / 0.2, math.log(2) / 3.0
    assert given_once == pytest.approx(0.6 * np.exp(-fast * HOURS) + 0.4 * np.exp(-slow * HOURS))


def test_rates_reproduce_the_half_lives() -> None:
    d = Disposition.of(HUMAN)
    matrix = [[-(d.leaving + d.spreading), d.returning], [d.spreading, -d.returning]]
    rates = np.sort(-np.linalg.eigvals(np.array(matrix)).real)
    assert rates == pytest.approx([math.log(2) / 3.0, math.log(2) / 0.2])


def test_an_infusion_is_the_mean_of_boluses() -> None:
    infused = concentration(RODENT, (Dose(amount=5.0, over=1.0),), HOURS)
    starts = (np.arange(2000) + 0.5) / 2000
    many = tuple(Dose(amount=5.0 / 2000, at=float(start)) for start in starts)
    assert infused == pytest.approx(concentration(RODENT, many, HOURS), abs=1e-6)


@pytest.mark.parametrize("clock", [HUMAN, RODENT], ids=["people", "mice"])
def test_the_full_effect_dose_given_at_once_peaks_at_level_one(clock: Clock) -> None:
    dose = Dose(amount=clock.full_effect_dose)
    peak = concentration(clock, (dose,), np.linspace(0.0, 2.0, 20001)).max()
    assert peak == pytest.approx(1.0, abs=1e-6)
    assert Disposition.of(clock).level(peak) == pytest.approx(1.0, abs=1e-6)


def test_the_half_effect_dose_peaks_at_one_half() -> None:
    assert Disposition.of(HUMAN).level(0.1) == pytest.approx(0.5)
    assert Disposition.of(RODENT).level(0.25) == pytest.approx(0.25)


schedules = st.lists(
    st.builds(
        Dose,
        amount=st.floats(0.01, 5.0),
        at=st.floats(0.0, 20.0),
        over=st.sampled_from([0.0, 0.25, 2.0]),
    ),
    min_size=1,
    max_size=5,
).map(tuple)


@given(st.sampled_from([HUMAN, RODENT]), schedules, st.floats(1.0, 4.0))
def test_more_drug_is_never_a_lower_level(
    clock: Clock, doses: tuple[Dose, ...], factor: float
) -> None:
    d = Disposition.of(clock)
    larger = tuple(replace(dose, amount=factor * dose.amount) for dose in doses)
    low, high = (concentration(clock, one, HOURS) for one in (doses, larger))
    assert np.all(high >= low - 1e-12)
    assert all(0.0 <= d.level(a) <= d.level(b) <= 1.0 for a, b in zip(low, high, strict=True))


@pytest.mark.parametrize("scenario", ["people", "mice"])
@pytest.mark.parametrize(
    "doses", [(Dose(amount=1.0, over=0.5),), tuple(Dose(amount=0.7, at=6.0 * i) for i in range(4))]
)
def test_the_solved_drug_follows_the_closed_form(scenario: str, doses: tuple[Dose, ...]) -> None:
    small = pathway((node(DRUG),), (), kinetics({}, {}), end=30.0)
    course = solve(small, Conditions(scenario, doses=doses))
    exact = concentration(course.clock, doses, HOURS)
    level = Disposition.of(course.clock).level
    solved = [course.at(float(t))[0] for t in HOURS]
    assert solved == pytest.approx([level(c) for c in exact], abs=1e-5)
