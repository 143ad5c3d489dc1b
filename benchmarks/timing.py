"""Interleaved runs and their medians: a ratio is only fair between runs of the same minute."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, its value, what it is held against, the goal."""

    what: str
    value: str
    against: str
    ratio: str
    goal: str


def interleaved(
    first: Callable[[], float], second: Callable[[], float], runs: int
) -> tuple[list[float], list[float]]:
    """Both measured by turns, after one run of each that does not count."""
    first()
    second()
    pairs = [(first(), second()) for _ in range(runs)]
    return [a for a, _ in pairs], [b for _, b in pairs]


def median(values: list[float]) -> float:
    """The middle value."""
    return statistics.median(values)


def percentile(values: list[float], share: float) -> float:
    """The value below which this share (0..1) of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def ms(seconds: float) -> str:
    """Seconds as milliseconds to print."""
    return f"{seconds * 1000:.2f} ms" if seconds < 0.02 else f"{seconds * 1000:.0f} ms"


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    lines = ["| what | measured | against | ratio | goal |", "| --- | --- | --- | --- | --- |"]
    lines += [f"| {r.what} | {r.value} | {r.against} | {r.ratio} | {r.goal} |" for r in rows]
    return "\n".join(lines)
