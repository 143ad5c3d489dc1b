"""Problems of a file: where, what is wrong, what was expected, what was perhaps meant."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal, NamedTuple

SHOWN = 200
"""No more problems than this are listed; one last line says how many more there are."""

COUNTED = 2000
"""After so many errors the reading stops: a file of nothing but errors must not take long."""

_CANDIDATES = 500

Severity = Literal["error", "warning"]


class Place(NamedTuple):
    """A place in a file; line and column count from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong with a file, as a sentence that helps to put it right."""

    file: str
    line: int
    column: int
    severity: Severity
    text: str

    def __str__(self) -> str:
        """'FILE:LINE:COLUMN: error: text', the form editors jump by."""
        return f"{self.file}:{self.line}:{self.column}: {self.severity}: {self.text}"


def shown(text: str, limit: int = 48) -> str:
    """A piece of a file in quotes, on one line and short, whatever is in it."""
    flat = " ".join(text.split())
    flat = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in flat[: limit + 1])
    return f"'{flat}'" if len(flat) <= limit else f"'{flat[: limit - 3]}...'"


def listed(words: Collection[str]) -> str:
    """'a, b or c'."""
    *rest, last = words
    return f"{', '.join(rest)} or {last}" if rest else last


def meant(word: str, candidates: Collection[str]) -> str:
    """The candidate nearest to a word, or nothing. Bounded: far lengths are not compared."""
    if not word or len(word) > 64:
        return ""
    folded = word.casefold()
    near: dict[str, str] = {}
    for candidate in candidates:
        if abs(len(candidate) - len(word)) <= 2 + len(word) // 3:
            near.setdefault(candidate.casefold(), candidate)
            if len(near) == _CANDIDATES:
                break
    found = get_close_matches(folded, near, n=1, cutoff=0.65)
    return near[found[0]] if found else ""


@dataclass(frozen=True)
class _Finding:
    place: Place
    severity: Severity
    text: str
    word: str
    candidates: Collection[str]
    otherwise: str

    def problem(self) -> Problem:
        """The finding as a sentence; the search for what was meant is made only now."""
        guess = meant(self.word, self.candidates)
        hint = f"; did you mean {shown(guess)}?" if guess else self.otherwise
        return Problem(*self.place, self.severity, self.text + hint)


class EnoughError(Exception):
    """Raised when a report has counted as many errors as it will."""


@dataclass
class Report:
    """Collects the problems of one load. Memory is bounded, and so is the time to tell them."""

    errors: int = 0
    warnings: int = 0
    _errors: list[_Finding] = field(default_factory=list[_Finding])
    _warnings: list[_Finding] = field(default_factory=list[_Finding])

    def error(
        self,
        place: Place,
        text: str,
        word: str = "",
        candidates: Collection[str] = (),
        otherwise: str = "",
    ) -> None:
        """Something that must be put right.

        'did you mean' is made from the candidate nearest to `word`, else `otherwise` is added.
        EnoughError at the last error that is counted.
        """
        self.errors += 1
        if len(self._errors) < SHOWN:
            self._errors.append(_Finding(place, "error", text, word, candidates, otherwise))
        if self.errors >= COUNTED:
            raise EnoughError

    def warning(self, place: Place, text: str) -> None:
        """Something that a reader will miss, though the file works."""
        self.warnings += 1
        if len(self._warnings) < SHOWN:
            self._warnings.append(_Finding(place, "warning", text, "", (), ""))

    def problems(self) -> tuple[Problem, ...]:
        """By file, line and column; when there are too many, errors before warnings."""
        found = [*self._errors, *self._warnings][:SHOWN]
        told = sorted(finding.problem() for finding in found)
        more = self.errors + self.warnings - len(found)
        if more:
            last = told[-1]
            least = "at least " if self.errors >= COUNTED else ""
            text = f"{least}{more} more problems are not listed; put these right first"
            severity: Severity = "error" if self.errors > len(self._errors) else "warning"
            told.append(Problem(last.file, last.line, last.column, severity, text))
        return tuple(told)
