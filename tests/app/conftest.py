"""The small pathway, and a session that runs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pathway_viewer.app.courses import Courses
from pathway_viewer.app.look import Look
from pathway_viewer.app.session import Session
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway


@pytest.fixture
def pathway(file: Path) -> Pathway:
    loaded = load(file).pathway
    assert loaded is not None
    return loaded


@pytest.fixture
def session(qapp: object, pathway: Pathway, file: Path) -> Session:
    session = Session(Courses(), Look())
    session.set_pathway(pathway, file)
    session.solve()
    return session
