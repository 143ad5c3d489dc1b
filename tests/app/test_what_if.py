"""What is typed after a what-if option becomes a dose or a perturbation, or one clear sentence."""

from __future__ import annotations

import argparse
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway_viewer.app.terminal import what_if
from pathway_viewer.model.pushes import Dose, Perturbation

amounts = st.floats(0.001, 1e4).map(lambda x: float(f"{x:.6g}"))
units = st.sampled_from([("min", 1 / 60), ("h", 1.0), ("d", 24.0), ("wk", 168.0)])
counts = st.integers(0, 50)


@given(amounts, counts, counts, units, st.sampled_from(["", " "]), st.booleans())
def test_a_dose_is_read_as_written(
    amount: float, over: int, at: int, unit: tuple[str, float], space: str, infused: bool
):
    name, hours = unit
    text = f"{amount:.6g}" + (f" over {over}{space}{name}" if infused else "")
    read = what_if.dose(f"{text}@{at}{space}{name}")
    assert read is not None
    assert read.amount == amount
    assert read.at == pytest.approx(at * hours)
    assert read.over == pytest.approx(over * hours if infused else 0)


def test_doses_as_people_write_them():
    assert what_if.dose("none") is None
    assert what_if.dose("0.5@0") == Dose(amount=0.5, at=0.0)
    assert what_if.dose("0.5 over 40 min@2 d") == Dose(amount=0.5, at=48.0, over=40 / 60)
    assert what_if.dose("10@-1h") == Dose(amount=10, at=-1.0)


def test_perturbations_as_people_write_them():
    assert what_if.block("ampar") == Perturbation(kind="block", target="ampar")
    assert what_if.block("ampar@-10 min") == Perturbation(
        kind="block", target="ampar", start=-10 / 60
    )
    assert what_if.cut("a__b@1h..2h") == Perturbation(kind="cut", target="a__b", start=1, end=2)
    assert what_if.clamp("trkb=0.5@-10min..1 d") == Perturbation(
        kind="clamp", target="trkb", value=0.5, start=-10 / 60, end=24
    )
    assert what_if.scale("a__b=2.5") == Perturbation(kind="scale", target="a__b", value=2.5)
    assert (what_if.rival("hnk=on"), what_if.rival("hnk=off")) == (("hnk", True), ("hnk", False))


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (what_if.dose, "0.5"),
        (what_if.dose, "0.5@"),
        (what_if.dose, "@1h"),
        (what_if.dose, "nan@1h"),
        (what_if.dose, "-1@1h"),
        (what_if.dose, "1e999@1h"),
        (what_if.dose, "0.5 mg/kg@1h"),
        (what_if.dose, "0.5 over -1h@0"),
        (what_if.block, ""),
        (what_if.block, "@1h"),
        (what_if.block, "a@"),
        (what_if.block, "a@..2h"),
        (what_if.block, "a@1h.."),
        (what_if.block, "a@2h..2h"),
        (what_if.block, "a@soon"),
        (what_if.clamp, "a"),
        (what_if.clamp, "=1"),
        (what_if.clamp, "a="),
        (what_if.clamp, "a=2"),
        (what_if.scale, "a=inf"),
        (what_if.scale, "a=-0.1"),
        (what_if.cut, "a@1"),
        (what_if.rival, "hnk"),
        (what_if.rival, "hnk=maybe"),
        (what_if.rival, "=on"),
    ],
)
def test_a_slip_is_told_in_a_sentence(read: object, text: str):
    with pytest.raises(argparse.ArgumentTypeError, match=r"expected|must|between|not a time|unit"):
        read(text)


@given(st.text(max_size=20))
def test_no_text_is_more_than_refused(text: str):
    for read in (what_if.dose, what_if.block, what_if.clamp, what_if.scale, what_if.rival):
        with suppress(argparse.ArgumentTypeError):
            read(text)
