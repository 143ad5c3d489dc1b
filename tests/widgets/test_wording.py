"""Moments, levels and evidence read as a person would say them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway_viewer.model.evidence import Evidence, ReferenceId
from pathway_viewer.widgets.wording import (
    evidence_word,
    joined,
    moment,
    rounded,
    signed,
    span,
    spoken_seconds,
)


@pytest.mark.parametrize(
    ("hours", "origin", "words"),
    [
        (2.0, "the dose", "2 h after the dose"),
        (-1 / 6, "the dose", "10 min before the dose"),
        (0.0, "the dose", "at the dose"),
        (72.0, "the first train", "3 d after the first train"),
        (0.001, "the first train", "at the first train"),
        (30.2, "the dose", "1 d 6 h after the dose"),
        (3.02, "the dose", "3 h after the dose"),
        (2.0, "", "2 h in"),
        (0.0, "", "at the start"),
    ],
)
def test_a_moment_in_words(hours: float, origin: str, words: str) -> None:
    assert moment(hours, origin) == words


@given(st.floats(-100, 5000))
def test_rounding_keeps_near_and_keeps_the_sign(hours: float) -> None:
    assert abs(rounded(hours) - hours) <= max(1 / 60, abs(hours) * 0.04)
    assert rounded(hours) * hours >= 0


def test_spans_and_seconds() -> None:
    assert span(-1 / 6, 0.25, "the dose") == "10 min before to 15 min after the dose"
    assert span(1, 48, "the first train") == "1 h to 2 d after the first train"
    assert span(1, 48, "") == "1 h to 2 d"
    assert spoken_seconds(45) == "45 s"
    assert spoken_seconds(60) == "1 min"
    assert spoken_seconds(240) == "4 min"
    assert spoken_seconds(90) == "1 min 30 s"


@pytest.mark.parametrize(
    ("change", "text"), [(0.314, "+0.31"), (-0.5, "−0.50"), (0.0, "0.00"), (-0.001, "0.00")]
)
def test_changes_carry_a_true_sign(change: float, text: str) -> None:
    assert signed(change) == text


def test_evidence_in_words() -> None:
    plain = Evidence(strength="strong", species=("cells", "human"))
    assert evidence_word(plain) == "strong evidence, people and cells"
    doubted = Evidence(strength="weak", species=("rodent",), disputed_by=(ReferenceId("a"),))
    assert evidence_word(doubted) == "weak evidence, rodents, disputed"
    contested = Evidence(strength="contested", species=("rodent",), disputed_by=(ReferenceId("a"),))
    assert evidence_word(contested) == "contested, rodents"
    assert joined([]) == ""
    assert joined(["a", "b", "c"]) == "a, b and c"
