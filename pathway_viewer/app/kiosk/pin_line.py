"""PIN line: asks an administrator for a PIN and prints what goes into the policy."""

from __future__ import annotations

import sys

from pathway_viewer.app.exits import WELL, RefusedError
from pathway_viewer.app.kiosk import pin


def make_pin_hash() -> int:
    """Reads a PIN, twice and unseen from a terminal, else one line; prints the policy's line.

    The PIN itself is never an argument: those can be read in the list of processes.
    """
    typed = _asked() if sys.stdin.isatty() else sys.stdin.readline().strip()
    try:
        line = pin.made(typed)
    except ValueError as error:
        raise RefusedError(str(error)) from error
    print(f"pin_hash: {line}")
    return WELL


def _asked() -> str:
    # Late: only a terminal needs it.
    from getpass import getpass

    first = getpass("PIN: ")
    if getpass("The same again: ") != first:
        raise RefusedError("these are two different PINs")
    return first
