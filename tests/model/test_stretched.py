"""A pathway drawn apart: farther, not larger; arrows leave and meet their nodes as they did."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathway_viewer.model.layout import arranged
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Box, Pathway
from pathway_viewer.model.stretched import stretched

PATHWAYS = sorted((Path(__file__).parents[2] / "pathways").glob("*.yaml"))
FACTORS = st.floats(1.0, 1.4)


@cache
def loaded(path: Path) -> Pathway:
    pathway = load(path).pathway
    assert pathway is not None
    return pathway


@pytest.fixture(scope="module", params=PATHWAYS, ids=lambda path: path.stem)
def shipped(request: pytest.FixtureRequest) -> Pathway:
    return loaded(request.param)


def apart(first: Box, second: Box) -> tuple[float, float]:
    """The gaps between two boxes, across and down; below 0 where they overlap."""
    gaps = (abs(first[i] - second[i]) - (first[i + 2] + second[i + 2]) / 2 for i in (0, 1))
    x, y = gaps
    return x, y


def test_nodes_keep_their_size_and_come_no_closer(shipped: Pathway):
    before = arranged(shipped)
    after = arranged(stretched(shipped, before, (1.12, 1.36)))
    assert {n: box[2:] for n, box in before.items()} == {n: box[2:] for n, box in after.items()}
    ids = list(before)
    for i, one in enumerate(ids):
        for other in ids[i + 1 :]:
            old, new = apart(before[one], before[other]), apart(after[one], after[other])
            assert all(b >= a - 1e-6 for a, b in zip(old, new, strict=True)), (one, other)


def test_compartments_and_canvas_grow_with_the_stretch(shipped: Pathway):
    after = stretched(shipped, arranged(shipped), (1.1, 1.2))
    assert after.canvas == pytest.approx((shipped.canvas[0] * 1.1, shipped.canvas[1] * 1.2))
    for id, (x, y, w, h) in shipped.arrangement.compartments.items():
        want = (x * 1.1, y * 1.2, w * 1.1, h * 1.2)
        assert after.arrangement.compartments[id] == pytest.approx(want)


@given(FACTORS, FACTORS)
def test_a_leg_that_was_level_or_upright_stays_so(across: float, down: float):
    pathway = loaded(PATHWAYS[0])
    before = pathway.arrangement.edges
    after = stretched(pathway, arranged(pathway), (across, down)).arrangement.edges
    for id, bends in before.items():
        for i in range(len(bends) - 1):
            for axis in (0, 1):
                if bends[i][axis] == bends[i + 1][axis]:
                    assert after[id][i][axis] == pytest.approx(after[id][i + 1][axis]), id


def test_a_straight_arrow_between_nodes_no_longer_level_takes_a_step(shipped: Pathway):
    boxes = arranged(shipped)
    after = stretched(shipped, boxes, (1.0, 1.36))
    moved = arranged(after)
    for edge in shipped.edges:
        if shipped.arrangement.edges.get(edge.id, None) != () or edge.id in after.arrangement.chips:
            continue
        level = [apart(moved[edge.source], moved[edge.target])[i] <= -12 for i in (0, 1)]
        assert any(level) or after.arrangement.edges[edge.id], edge.id
