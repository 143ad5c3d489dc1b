"""While something is dragged drafts are shown; once it rests the run is solved exactly."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from pathway_viewer.app.courses import Courses
from pathway_viewer.app.program import Program
from pathway_viewer.dynamics.course import solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.loader import load
from pathway_viewer.model.pushes import Perturbation


def scaled(value: float) -> Conditions:
    push = Perturbation(kind="scale", target="relay", value=value, start=0.0)
    return Conditions("single", perturbations=(push,))


def test_a_drag_shows_drafts_and_ends_with_the_exact_run(program: Program, qtbot: QtBot) -> None:
    session, drags = program.session, program.drags
    assert session.pathway is not None
    for value in (0.9, 0.7, 0.5):
        drags.wish(scaled(value), "slider")
    assert drags.conditions == scaled(0.5)
    qtbot.waitUntil(lambda: session.conditions == scaled(0.5), timeout=5000)
    draft = session.course
    assert draft is not None
    qtbot.waitUntil(drags.is_idle, timeout=5000)
    exact = session.course
    assert exact is not None
    assert exact is not draft
    assert np.array_equal(exact.rows, solve(session.pathway, scaled(0.5)).rows)
    assert draft.at(1.0) == pytest.approx(exact.at(1.0), abs=1e-2)
    session.undo()
    assert session.conditions == Conditions("single")


def test_a_draft_is_not_kept_and_serves_until_something_better_is_there(file: Path) -> None:
    pathway = load(file).pathway
    assert pathway is not None
    courses, what = Courses(), scaled(0.4)
    draft = solve(pathway, what, draft=True)
    courses.hold_draft(pathway, what, draft)
    assert courses.ready(pathway, what) is None
    assert courses.solved(pathway, what) is draft
    assert courses.has_only_a_draft(pathway, what)
    exact = solve(pathway, what)
    courses.hold(pathway, what, exact)
    assert courses.solved(pathway, what) is exact
    assert not courses.has_only_a_draft(pathway, what)


def test_drafts_of_the_ketamine_runs_are_good_to_the_eye() -> None:
    pathway = load(Path(__file__).parents[2] / "pathways" / "ketamine.yaml").pathway
    assert pathway is not None
    for scenario in ("single", "single-rodent", "repeated"):
        draft = solve(pathway, Conditions(scenario), draft=True)
        exact = solve(pathway, Conditions(scenario))
        apart = [
            np.abs(row - exact.at(t)).max() for t, row in zip(draft.times, draft.rows, strict=True)
        ]
        # A moment of something done stands twice: of the two rows the later one is asked for.
        assert np.quantile(apart, 0.99) < 3e-3, scenario
        assert len(draft.times) < len(exact.times) / 2
