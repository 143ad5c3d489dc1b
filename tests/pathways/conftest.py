"""The flagship, loaded once for all tests of its content."""

from __future__ import annotations

from pathlib import Path

import pytest

from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway

FOLDER = Path(__file__).parents[2] / "pathways"


@pytest.fixture(scope="session")
def ketamine() -> Pathway:
    """The ketamine pathway, which must load without a single problem."""
    loaded = load(FOLDER / "ketamine.yaml")
    assert not loaded.problems, "\n".join(map(str, loaded.problems))
    assert loaded.pathway is not None
    return loaded.pathway
