"""PIN: kept as a salted, slow hash, and guessed at more and more slowly."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from dataclasses import dataclass, replace

COST, BLOCK, LANES = 2**15, 8, 1
"""Parameters of scrypt (RFC 7914): 32 MB and about a tenth of a second for every guess."""

DIGITS = range(4, 13)
MOST_COST, MOST_BLOCK, MOST_LANES = 2**17, 8, 4
LONGEST_WAIT_S = 900.0


@dataclass(frozen=True)
class PinHash:
    """What is kept of a PIN."""

    cost: int
    block: int
    lanes: int
    salt: bytes
    digest: bytes


def is_pin(text: str) -> bool:
    """Whether a text may be a PIN: 4 to 12 digits."""
    return len(text) in DIGITS and text.isascii() and text.isdigit()


def made(pin: str) -> str:
    """The line to put into a policy for a PIN; ValueError for what is none."""
    if not is_pin(pin):
        raise ValueError(f"a PIN has {DIGITS[0]} to {DIGITS[-1]} digits and nothing else")
    salt = os.urandom(16)
    digest = _digest(pin, PinHash(COST, BLOCK, LANES, salt, b"\0" * 32))
    parts = (base64.b64encode(part).decode() for part in (salt, digest))
    return f"scrypt${COST}${BLOCK}${LANES}${'$'.join(parts)}"


def parsed(text: str) -> PinHash | None:
    """A hash from its line; None for anything else, or one that would take too long to try."""
    parts = text.split("$")
    if len(parts) != 6 or parts[0] != "scrypt":
        return None
    try:
        cost, block, lanes = (int(part) for part in parts[1:4])
        salt, digest = (base64.b64decode(part, validate=True) for part in parts[4:])
    except ValueError:
        return None
    in_reach = cost in (2**power for power in range(14, 18)) and 1 <= block <= MOST_BLOCK
    if not in_reach or not 1 <= lanes <= MOST_LANES or len(salt) < 8 or len(digest) != 32:
        return None
    return PinHash(cost, block, lanes, salt, digest)


def fits(pin: str, kept: PinHash) -> bool:
    """Whether this is the PIN; takes as long either way."""
    return hmac.compare_digest(_digest(pin, kept), kept.digest)


def _digest(pin: str, kept: PinHash) -> bytes:
    room = 132 * kept.cost * kept.block * kept.lanes
    return hashlib.scrypt(
        pin.encode(),
        salt=kept.salt,
        n=kept.cost,
        r=kept.block,
        p=kept.lanes,
        maxmem=room + 2**20,
        dklen=len(kept.digest),
    )


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
