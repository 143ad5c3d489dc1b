"""PIN: kept as a salted, slow hash, and guessed at more and more slowly.

The hash is PBKDF2 with HMAC-SHA-256 (RFC 8018, 5.2). Of the slow hashes of the standard library
it is the one that can be computed without OpenSSL, which a frozen program does not bring along.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from dataclasses import dataclass, replace

NAME = "pbkdf2-sha256"
ROUNDS = 300_000
"""About a tenth of a second for every guess, half a second without OpenSSL."""

ROUNDS_IN_REACH = range(100_000, 2_000_001)
DIGITS = range(4, 13)
LONGEST_WAIT_S = 900.0


@dataclass(frozen=True)
class PinHash:
    """What is kept of a PIN."""

    rounds: int
    salt: bytes
    digest: bytes


def is_pin(text: str) -> bool:
    """Whether a text may be a PIN: 4 to 12 digits."""
    return len(text) in DIGITS and text.isascii() and text.isdigit()


def made(pin: str, rounds: int = ROUNDS) -> str:
    """The line to put into a policy for a PIN; ValueError for what is none."""
    if not is_pin(pin):
        raise ValueError(f"a PIN has {DIGITS[0]} to {DIGITS[-1]} digits and nothing else")
    salt = os.urandom(16)
    parts = (base64.b64encode(part).decode() for part in (salt, digest(pin, salt, rounds)))
    return f"{NAME}${rounds}${'$'.join(parts)}"


def parsed(text: str) -> PinHash | None:
    """A hash from its line; None for anything else, or one that would take too long to try."""
    parts = text.split("$")
    if len(parts) != 4 or parts[0] != NAME:
        return None
    try:
        rounds = int(parts[1])
        salt, kept = (base64.b64decode(part, validate=True) for part in parts[2:])
    except ValueError:
        return None
    whole = rounds in ROUNDS_IN_REACH and len(salt) >= 8 and len(kept) == 32
    return PinHash(rounds, salt, kept) if whole else None


def fits(pin: str, kept: PinHash) -> bool:
    """Whether this is the PIN; takes as long either way."""
    return hmac.compare_digest(digest(pin, kept.salt, kept.rounds), kept.digest)


def digest(pin: str, salt: bytes, rounds: int) -> bytes:
    """PBKDF2-HMAC-SHA-256 of a PIN, 32 bytes; by OpenSSL where Python has it."""
    fast = getattr(hashlib, "pbkdf2_hmac", None)
    if fast is not None:
        return bytes(fast("sha256", pin.encode(), salt, rounds))
    return slow_digest(pin, salt, rounds)


def slow_digest(pin: str, salt: bytes, rounds: int) -> bytes:
    """The same without OpenSSL, for keys of at most 64 bytes: one block of RFC 8018's PBKDF2."""
    key = pin.encode().ljust(64, b"\0")
    inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in key))
    outer = hashlib.sha256(bytes(byte ^ 0x5C for byte in key))

    def keyed(text: bytes) -> bytes:
        first, second = inner.copy(), outer.copy()
        first.update(text)
        second.update(first.digest())
        return second.digest()

    last = keyed(salt + b"\0\0\0\1")
    total = int.from_bytes(last)
    for _ in range(rounds - 1):
        last = keyed(last)
        total ^= int.from_bytes(last)
    return total.to_bytes(32)


@dataclass(frozen=True)
class Attempts:
    """How often the PIN was wrong, and how long the next attempt has to wait (seconds).

    Each wrong one doubles the wait, up to a quarter of an hour. A visitor who leaves takes
    nothing of this along: only the right PIN ends it.
    """

    wrong: int = 0
    wait_s: float = 0.0

    def failed(self) -> Attempts:
        """After another wrong PIN."""
        wrong = self.wrong + 1
        return Attempts(wrong, min(2.0 ** min(wrong, 20), LONGEST_WAIT_S))

    def advance(self, seconds: float) -> Attempts:
        """So many seconds later."""
        return self if self.wait_s == 0 else replace(self, wait_s=max(0.0, self.wait_s - seconds))
