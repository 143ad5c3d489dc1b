"""A small pathway and its frames, for pictures that leave the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.timeline.frame import Frame, frame_at


@pytest.fixture(scope="session")
def cascade() -> Pathway:
    """The small pathway of the tests."""
    pathway = load(Path(__file__).parents[1] / "small.yaml").pathway
    assert pathway is not None
    return pathway


@pytest.fixture(scope="session")
def course(cascade: Pathway) -> Course:
    """Its levels after a single dose."""
    return solve(cascade, Conditions("single"))


@pytest.fixture(scope="session")
def two_hours(cascade: Pathway, course: Course) -> Frame:
    """Two hours after the dose."""
    return frame_at(cascade, course, 2.0)
