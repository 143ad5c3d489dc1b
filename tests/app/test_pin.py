"""A PIN is kept so that it cannot be read back, and guessed at slowly."""

from __future__ import annotations

import pytest

from pathway_viewer.app.pin import LONGEST_WAIT_S, Attempts, fits, is_pin, made, parsed


def test_only_the_right_pin_fits() -> None:
    kept = parsed(made("2468"))
    assert kept is not None
    assert fits("2468", kept)
    assert not fits("2469", kept)
    assert not fits("", kept)


def test_the_same_pin_is_kept_differently_each_time_and_never_as_it_is() -> None:
    first, second = made("2468"), made("2468")
    assert first != second
    assert "2468" not in first.replace("32768", "")


@pytest.mark.parametrize("text", ["", "123", "1234567890123", "12a4", "１２３４", " 1234"])
def test_what_is_no_pin(text: str) -> None:
    assert not is_pin(text)
    with pytest.raises(ValueError, match="4 to 12 digits"):
        made(text)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "2468",
        "scrypt$32768$8$1$AAAA$AAAA",
        "scrypt$1$8$1$AAAAAAAAAAAAAAAA$" + "A" * 43 + "=",
        "scrypt$1073741824$8$1$AAAAAAAAAAAAAAAA$" + "A" * 43 + "=",
        "scrypt$32768$8$999$AAAAAAAAAAAAAAAA$" + "A" * 43 + "=",
        "scrypt$x$8$1$AAAAAAAAAAAAAAAA$" + "A" * 43 + "=",
        "bcrypt$32768$8$1$AAAAAAAAAAAAAAAA$" + "A" * 43 + "=",
    ],
)
def test_lines_that_are_no_hash_or_would_take_all_memory(line: str) -> None:
    assert parsed(line) is None


def test_each_wrong_attempt_doubles_the_wait() -> None:
    attempts = Attempts()
    waits: list[float] = []
    for _ in range(14):
        attempts = attempts.failed()
        waits.append(attempts.wait_s)
    assert waits[:4] == [2, 4, 8, 16]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT_S
    assert attempts.advance(LONGEST_WAIT_S - 1).wait_s == 1
    later = attempts.advance(1e6)
    assert later.wait_s == 0
    assert later.failed().wait_s == LONGEST_WAIT_S, "waiting is not forgiveness"
