"""Particles: none without influence, more with more of it, always on their arrow."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from small import CORE, small

from pathway_viewer.look.theme import PAPER
from pathway_viewer.scene.diagram import laid_out
from pathway_viewer.scene.flow import FAINTEST, MOST, PACES, Flow
from pathway_viewer.scene.sheet import Sheet, fit

pytestmark = pytest.mark.usefixtures("qapp")

ALL = frozenset({"core", "detail"})
influences = st.floats(0, 1)
phases = st.floats(0, 600)


def sheet(layers: frozenset[str] = ALL) -> Sheet:
    return fit(laid_out(small(), layers), PAPER, QRectF(0, 0, 800, 450))


@pytest.fixture(scope="module")
def flow(qapp: object) -> Flow:
    """The particles of the small pathway with all its layers."""
    return Flow(sheet())


def even(influence: float) -> np.ndarray:
    return np.full(len(small().edges), influence)


@given(st.lists(influences, min_size=4, max_size=4), phases)
def test_every_particle_is_on_an_arrow_that_carries_something(flow, every, phase: float):
    flows = np.array(every)
    tracks = [a.track for a in sheet().arrows if flows[a.shape.index] >= FAINTEST]
    for point in flow.points(flows, phase):
        assert any((track == point).all(axis=1).any() for track in tracks)


@given(st.floats(0, FAINTEST, exclude_max=True), phases)
def test_below_the_faintest_influence_nothing_moves(flow, influence: float, phase: float):
    assert flow.points(even(influence), phase).shape == (0, 2)


@given(influences, influences, phases)
def test_more_influence_never_means_fewer_particles(flow, one: float, two: float, phase: float):
    few, many = (len(flow.points(even(x), phase)) for x in sorted((one, two)))
    assert few <= many <= MOST * len(small().edges)


def test_the_number_grows_from_one_to_the_most(flow: Flow):
    numbers = [len(flow.points(even(x), 0.0)) for x in (FAINTEST, 0.3, 0.5, 0.7, 1.0)]
    assert numbers == [len(small().edges) * n for n in range(1, MOST + 1)]


@given(influences, st.lists(phases, min_size=1, max_size=4))
def test_where_particles_are_depends_on_nothing_before(flow, influence: float, earlier):
    fresh = Flow(sheet()).points(even(influence), 3.25)
    for phase in earlier:
        flow.points(even(1 - influence), phase)
    assert np.array_equal(flow.points(even(influence), 3.25), fresh)


def test_particles_of_an_arrow_stand_at_even_distance(flow: Flow):
    flows = np.zeros(len(small().edges))
    flows[0] = 1.0
    across = np.sort(flow.points(flows, 0.0)[:, 0])
    assert np.ptp(np.diff(across)) < 0.03 * np.ptp(across)


@pytest.mark.parametrize(("influence", "pace"), [(0.3, PACES[1]), (0.6, PACES[2]), (1.0, PACES[3])])
def test_stronger_influence_moves_faster(influence: float, pace: float):
    one = fit(laid_out(small(), CORE), PAPER, QRectF(0, 0, 800, 450))
    arrow = one.arrows[0]
    flows = np.zeros(len(small().edges))
    flows[arrow.shape.index] = influence
    seconds = 0.25 * arrow.shape.arrow.length / pace
    start = Flow(one).points(flows, 0.0)[0]
    moved = Flow(one).points(flows, seconds)[0]
    expected = 0.25 * arrow.shape.arrow.length * one.k
    assert np.hypot(*(moved - start)) == pytest.approx(expected, rel=0.05)


def test_a_hidden_arrow_carries_no_particle():
    flows = np.array([float(e.id == "drug__extra") for e in small().edges])
    assert len(Flow(sheet(CORE)).points(flows, 0.0)) == 0
    assert len(Flow(sheet(ALL)).points(flows, 0.0)) == MOST


def test_a_diagram_without_arrows_has_no_particles():
    bare = fit(laid_out(small(edges=()), CORE), PAPER, QRectF(0, 0, 800, 450))
    assert Flow(bare).points(np.empty(0), 1.0).shape == (0, 2)


@pytest.mark.parametrize("paint", [Flow.paint, Flow.draw])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_particle_is_painted_where_it_is(paint, ratio: float):
    flows, where = even(1.0), sheet()
    image = QImage(int(800 * ratio), int(450 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    flow = Flow(where, ratio)
    with QPainter(image) as painter:
        paint(flow, painter, flows, 1.0)
    for x, y in flow.points(flows, 1.0):
        assert image.pixelColor(int(x * ratio), int(y * ratio)) == QColor(PAPER.particle)
