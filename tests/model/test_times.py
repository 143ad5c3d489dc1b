"""Times: what is written and what is said agree."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway_viewer.model.times import UNIT_HOURS, exact, parse_time, spoken


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("40 min", 40 / 60),
        ("40min", 40 / 60),
        ("-10 min", -1 / 6),
        ("-10min", -1 / 6),
        ("0 h", 0),
        ("2.5 h", 2.5),
        ("1 d", 24),
        ("0.5d", 12),
        ("4 wk", 672),
        ("00012 h", 12),
    ],
)
def test_a_time_is_hours(text, hours):
    assert parse_time(text) == pytest.approx(hours, abs=1e-12)


@pytest.mark.parametrize(
    "text",
    ["", " ", "h", "40", "0", "1e3 h", "+4 h", "4  h", " 4 h", "4 h ", "4 H", "4 m", "4 s", ".5 h",
     "5. h", "1 h 30 min", "1:30 h", "nan h", "inf h", "--4 h", "4 h\n", "４ h", "1001 wk", "1_0 h",
     "4 h h"],
)  # fmt: skip
def test_anything_else_is_not(text):
    with pytest.raises(ValueError) as error:
        parse_time(text)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("3 hours", "'3 h'"),
        ("3 Hrs.", "'3 h'"),
        ("2,5 h", "'2.5 h'"),
        ("10 minuts", "'10 min'"),
        ("4 weeks", "'4 wk'"),
        ("−10 min", "'-10 min'"),
        ("1  d", "'1 d'"),
        ("40", "'40 min', '40 h', '40 d' or '40 wk'"),
    ],
)
def test_a_wrong_time_is_told_with_what_was_meant(text, meant):
    with pytest.raises(ValueError, match=re.escape(f"did you mean {meant}?")):
        parse_time(text)


@pytest.mark.parametrize("text", ["3 months", "soon", "3 bananas"])
def test_nothing_is_guessed_from_nothing(text):
    with pytest.raises(ValueError) as error:
        parse_time(text)
    assert "did you mean" not in str(error.value)


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (0, "0 min"),
        (-1e-9, "0 min"),
        (0.5 / 60, "0.5 min"),
        (1 / 6, "10 min"),
        (-1 / 6, "-10 min"),
        (0.999, "1 h"),
        (2, "2 h"),
        (2.5, "2 h 30 min"),
        (23.99, "23 h 59 min"),
        (24, "1 d"),
        (36, "1 d 12 h"),
        (72, "3 d"),
        (168, "1 wk"),
        (180, "7 d 12 h"),
        (240, "10 d"),
        (336, "2 wk"),
        (408, "2 wk 3 d"),
        (672, "4 wk"),
        (-24, "-1 d"),
    ],
)
def test_a_time_is_said_as_a_person_would(hours, words):
    assert spoken(hours) == words


PARTS = re.compile(r"(-?)(\d+(?:\.\d)?) (min|h|d|wk)(?: (\d+) (min|h|d))?")


@given(st.floats(-24 * 7 * 999, 24 * 7 * 999))
def test_what_is_said_is_near_what_is_meant(hours):
    match = PARTS.fullmatch(spoken(hours))
    assert match
    sign, number, unit, rest, smaller = match.groups()
    said = float(number) * UNIT_HOURS[unit] + (float(rest) * UNIT_HOURS[smaller] if rest else 0)
    said = -said if sign else said
    assert abs(said - hours) <= max(1 / 120, abs(hours) * 0.036)


@given(st.integers(1, 300), st.sampled_from(sorted(UNIT_HOURS)))
def test_a_whole_time_said_in_one_unit_is_read_back(number, unit):
    words = spoken(parse_time(f"{number} {unit}"))
    if words.count(" ") == 1:
        assert parse_time(words) == pytest.approx(number * UNIT_HOURS[unit])


@given(st.text(max_size=60))
def test_any_text_is_a_time_or_a_value_error(text):
    try:
        hours = parse_time(text)
    except ValueError:
        return
    assert abs(hours) <= 168_000


def test_a_constant_is_told_exactly_in_the_unit_that_suits_it():
    assert [exact(hours) for hours in (0.025, 0.5, 2.25, 36, 60)] == [
        *("1.5 min", "30 min", "2.25 h", "36 h", "2.5 d"),
    ]
