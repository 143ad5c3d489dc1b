"""The levels of a run as a table: a row for every node and time."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import numpy as np

from pathway_viewer.dynamics.course import Course

COLUMNS = ("time_h", "node", "level", "change")
COUNT = 200
SOONEST_HOURS = 1 / 60


def usual_times(course: Course) -> list[float]:
    """200 times, log-spaced from a minute after the first dose to the end of the run."""
    soonest = min(SOONEST_HOURS, course.end / COUNT)
    return [*map(float, np.geomspace(soonest, course.end, COUNT)[:-1]), course.end]


def levels_csv(course: Course, times: Sequence[float]) -> str:
    """CSV with `time_h` in hours, `level` 0..1 and `change` -1..1, nine digits each."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    for time in times:
        rows = zip(course.node_ids, course.at(time), course.changes(time), strict=True)
        table.writerows((f"{time:.9g}", id, digits(at), digits(by)) for id, at, by in rows)
    return text.getvalue()


def digits(value: float) -> str:
    """Nine digits, without a sign before nothing."""
    return f"{value + 0.0:.9g}" if abs(value) > 1e-12 else "0"
