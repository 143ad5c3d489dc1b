"""The pathways that the tests of the picture look at."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from screens import shown
from small import FLAGSHIP, small

from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.view import DiagramView


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


@pytest.fixture
def view(qtbot: QtBot) -> DiagramView:
    """The small pathway's core on the screen."""
    return shown(qtbot, small())
