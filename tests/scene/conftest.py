"""The pathways that the tests of the picture look at."""

from __future__ import annotations

import pytest
from small import FLAGSHIP, small

from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway


@pytest.fixture(scope="session")
def flagship() -> Pathway:
    """The ketamine pathway from its files."""
    pathway = load(FLAGSHIP).pathway
    assert pathway is not None
    return pathway


@pytest.fixture
def cascade() -> Pathway:
    """The small pathway, made anew."""
    return small()
