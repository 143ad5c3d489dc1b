"""A page is filled, whatever its shape, and nothing on it moves when a layer comes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot
from screens import shown
from small import PATHWAYS

from pathway_viewer.look.theme import PAPER, THEMES
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.overlay import NOTHING
from pathway_viewer.scene.page import divided
from pathway_viewer.scene.picture import Picture, Setting, composed, filled
from pathway_viewer.scene.sizes import AUDIENCE, ORDINARY
from pathway_viewer.scene.spread import PLAIN, TALLEST, WIDEST, stretch_for

pytestmark = pytest.mark.usefixtures("qapp")

SIZES = ((1280, 800), (1920, 1080), (3840, 2160), (951, 456), (951, 620), (1400, 640))


@cache
def loaded(path: Path) -> Pathway:
    pathway = load(path).pathway
    assert pathway is not None
    return pathway


@pytest.fixture(params=PATHWAYS, ids=lambda path: path.stem)
def shipped(request: pytest.FixtureRequest) -> Pathway:
    return loaded(request.param)


def picture(pathway: Pathway, size: tuple[int, int], every: bool, theme: str = "paper") -> Picture:
    layers = frozenset(layer.id for layer in pathway.layers[: None if every else 1])
    page, setting, look = QRectF(0, 0, *size), Setting("Human clock"), THEMES[theme]
    diagram = filled(pathway, layers, NOTHING, look, page, setting)
    return composed(diagram, look, page, setting)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_diagram_fills_its_room(shipped: Pathway, size: tuple[int, int]):
    one = picture(shipped, size, every=False)
    sheet = one.sheet
    canvas = sheet.mapped(sheet.diagram.extent)
    room = divided(shipped, PAPER, QRectF(0, 0, *size), legend=True).room
    shares = sorted((canvas.width() / room.width(), canvas.height() / room.height()))
    assert shares[1] == pytest.approx(1.0)
    assert shares[0] > 0.92


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES[:4], ids=str)
def test_nothing_moves_when_every_layer_comes(shipped: Pathway, size: tuple[int, int], theme: str):
    core, every = (picture(shipped, size, one, theme) for one in (False, True))
    assert (core.heading, core.legend_box) == (every.heading, every.legend_box)
    stand = {node.shape.node.id: node.box for node in every.sheet.nodes}
    assert all(stand[node.shape.node.id] == node.box for node in core.sheet.nodes)


def test_it_is_drawn_apart_in_steps_and_within_reason():
    extent = QRectF(0, 0, 1700, 770)
    assert stretch_for(extent, extent) == PLAIN
    assert stretch_for(extent, QRectF(0, 0, 100, 1000)) == (1.0, TALLEST)
    assert stretch_for(extent, QRectF(0, 0, 1000, 100)) == (WIDEST, 1.0)
    found = [stretch_for(extent, QRectF(0, 0, 1700, high)) for high in range(770, 1100)]
    assert len(set(found)) < 12
    assert found == sorted(found)
    assert stretch_for(extent, QRectF()) == PLAIN


def test_names_that_would_be_tiny_are_shown_large(shipped: Pathway):
    large, usual = picture(shipped, (560, 300), False), picture(shipped, (1280, 800), False)
    assert (large.sheet.diagram.sizes, usual.sheet.diagram.sizes) == (AUDIENCE, ORDINARY)
    assert min(node.label_hand.size for node in large.sheet.nodes) >= 8.5
    assert picture(shipped, (560, 300), True).sheet.diagram.sizes.label == ORDINARY.label


def test_a_window_keeps_its_diagram_until_the_shape_really_changes(qtbot: QtBot, shipped: Pathway):
    view = shown(qtbot, shipped)
    view.resize(1280, 700)
    before = view.picture()
    view.resize(1283, 701)
    after = view.picture()
    assert before is not None
    assert after is not None
    assert before.sheet.diagram is after.sheet.diagram
    view.resize(1280, 1000)
    assert (higher := view.picture()) is not None
    assert higher.sheet.diagram.height > before.sheet.diagram.height
    assert view.pathway() is shipped
