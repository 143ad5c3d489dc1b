"""Exits: what the command line answers, and the errors that lead to it."""

from __future__ import annotations

WELL, WRONG_INSIDE, REFUSED = 0, 1, 2


class RefusedError(Exception):
    """Bad arguments, or a file that cannot be read or written: one clear line, exit code 2."""


class WrongInsideError(Exception):
    """Something wrong inside a readable file: one clear line, exit code 1."""
