"""A PIN is kept so that it cannot be read back, and guessed at slowly."""

from __future__ import annotations

import pytest

from pathway_viewer.app.kiosk.pin import (
    LONGEST_WAIT_S,
    Attempts,
    digest,
    fits,
    is_pin,
    made,
    parsed,
    slow_digest,
)


def test_only_the_right_pin_fits() -> None:
    kept = parsed(made("2468"))
    assert kept is not None
    assert fits("2468", kept)
    assert not fits("2469", kept)
    assert not fits("", kept)


def test_the_same_pin_is_kept_differently_each_time_and_never_as_it_is() -> None:
    first, second = made("2468"), made("2468")
    assert first != second
    assert first.startswith("pbkdf2-sha256$300000$")


@pytest.mark.parametrize(
    ("rounds", "told"),
    [
        (1, "120fb6cffcf8b32c43e7225256c4f837a86548c92ccc35480805987cb70be17b"),
        (2, "ae4d0c95af6b46d32d0adff928f06dd02a303f8ef3c251dfd6e2d85a95474c43"),
        (4096, "c5e478d59288c841aa530db6845c4c8d962893a001ce4e11a4963873aa98134a"),
    ],
)
def test_the_hash_is_the_published_one(rounds: int, told: str) -> None:
    """The vectors of RFC 6070 ('password', 'salt') as they are widely given for SHA-256."""
    assert slow_digest("password", b"salt", rounds).hex() == told
    assert digest("password", b"salt", rounds).hex() == told


def test_without_openssl_the_same_pin_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = parsed(made("2468", 100_000))
    assert kept is not None
    monkeypatch.delattr("hashlib.pbkdf2_hmac")
    assert fits("2468", kept)
    assert not fits("1357", kept)


@pytest.mark.parametrize("text", ["", "123", "1234567890123", "12a4", "１２３４", " 1234"])
def test_what_is_no_pin(text: str) -> None:
    assert not is_pin(text)
    with pytest.raises(ValueError, match="4 to 12 digits"):
        made(text)


SALT, DIGEST = "A" * 16, "A" * 43 + "="


@pytest.mark.parametrize(
    "line",
    [
        "",
        "2468",
        "pbkdf2-sha256$300000$AAAA$AAAA",
        f"pbkdf2-sha256$1${SALT}${DIGEST}",
        f"pbkdf2-sha256$9999999999${SALT}${DIGEST}",
        f"pbkdf2-sha256$x${SALT}${DIGEST}",
        f"pbkdf2-sha256$300000${SALT}${DIGEST}$",
        f"scrypt$300000${SALT}${DIGEST}",
    ],
)
def test_lines_that_are_no_hash_or_would_take_too_long(line: str) -> None:
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
