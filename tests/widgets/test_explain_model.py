"""The page on the model is computed from the runs, not typed."""

from __future__ import annotations

import math

import msgspec
import pytest

from pathway_viewer.dynamics.agreement import Mark
from pathway_viewer.model.evidence import Stage, Window
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.widgets.citer import Citer
from pathway_viewer.widgets.explain_model import Tally, experiments, explain_model, missed

WINDOW = Window(earliest=1.0, latest=2.0)


@pytest.fixture
def staged(pathway: Pathway) -> Pathway:
    stage = Stage(id="s", node="relay", label="Relayed", scenario="single", direction="up", text="")
    return msgspec.structs.replace(pathway, stages=(stage,))


def mark(time: float) -> Mark:
    return Mark("s", "relay", "peak", WINDOW, time)


def test_the_farthest_miss_comes_first_and_near_misses_are_counted(staged: Pathway) -> None:
    text = missed(staged, [mark(1.5), mark(2.02), mark(4.0), mark(math.inf), mark(0.5)])
    assert "Of 5 times" in text
    assert "the model has 1 inside" in text
    assert "40 % lie within a factor of 1.25" in text
    rows = text.split("<tr>")[2:]
    assert len(rows) == 3
    assert "never" in rows[0]
    assert "× 2.00" in rows[1]
    assert "1 h to 2 h" in rows[1]
    assert 'href="node:relay"' in rows[1]
    assert "Relayed: peak" in rows[1]


def test_without_misses_or_times_there_is_no_table(staged: Pathway) -> None:
    assert "<table" not in missed(staged, [mark(1.5)])
    assert "no times" in missed(staged, [])


def test_experiments_are_counted() -> None:
    assert "30 of 46 come out" in experiments(Tally(30, 46, 9, 0))
    assert "9 cannot be told" in experiments(Tally(30, 46, 9, 0))
    assert "6 are still running" in experiments(Tally(30, 40, 0, 6))
    assert "has none" in experiments(None)


def test_limits_are_cited_and_the_clock_is_named(staged: Pathway, numbers: dict[str, int]) -> None:
    page = explain_model(staged, Citer(numbers), "human clock", [mark(1.5)], None)
    assert "human clock" in page.html
    assert "A model of four things" in page.html
    assert page.references == ("adams2001",)
    bare = msgspec.structs.replace(staged, limits="")
    assert "What it is not" not in explain_model(bare, Citer(numbers), "", [], None).html
