"""Contrast by number, sampled from what is painted: words 4.5:1, lines and symbols 3:1."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from contrasts import DENSITY, PHASE, Layers, around, contrasts, cut, layers, read, standing_out
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QApplication
from scipy import ndimage
from small import PATHWAYS

from pathway_viewer.app.numbering import marks, numbering
from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.export.arranging import arranged
from pathway_viewer.export.look import Look
from pathway_viewer.look.theme import THEMES, ThemeId
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.picture import Picture
from pathway_viewer.scene.sheet import PlacedNode
from pathway_viewer.timeline.frame import Frame, frame_at

SIZE = (1280, 800)
TIMES = {"rest": -0.1, "early": 0.5, "signalling": 2.0, "a day": 24.0, "up": 2.0, "down": 2.0}
"""Hours; 'up' and 'down' are all nodes at a full change."""
MOMENTS = [
    "signalling",
    *(pytest.param(moment, marks=pytest.mark.long) for moment in TIMES if moment != "signalling"),
]
TEXT, SYMBOL = 4.5, 3.0

LEAST_BLOB = 60
"""Device pixels: a vesicle that is just budding is nothing yet."""


@cache
def told(file: str) -> tuple[Pathway, Course]:
    """A shipped pathway with its first scenario, solved."""
    pathway = next(load(path).pathway for path in PATHWAYS if path.stem == file)
    assert pathway is not None
    return pathway, solve(pathway, Conditions(pathway.scenarios[0].id))


@cache
def picture(file: str, theme: ThemeId) -> Picture:
    """Its core, with reference numbers and legend."""
    pathway, _ = told(file)
    look = Look(theme=theme, size=SIZE, numbers=marks(pathway, numbering(pathway)))
    return arranged(pathway, look, QRectF(0, 0, *SIZE)).picture


def frame(file: str, moment: str) -> Frame:
    """A moment of the run."""
    made = frame_at(*told(file), TIMES[moment])
    end = {"up": 1.0, "down": -1.0}.get(moment)
    return made if end is None else replace(made, changes=np.full_like(made.changes, end))


@pytest.mark.parametrize("file", PATHWAYS, ids=lambda file: file.stem)
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("moment", MOMENTS)
def test_all_that_is_painted_stands_out(
    qapp: QApplication, file: Path, theme: ThemeId, moment: str
) -> None:
    made, now = picture(file.stem, theme), frame(file.stem, moment)
    painted = layers(made, now, SIZE)
    assert len(painted.words) > 50
    weak = {"words": words(painted), "arrows": arrows(made, painted), "nodes": nodes(made, painted)}
    weak |= {"particles": particles(made, painted, now), "anatomy": anatomy(painted)}
    assert not {what: found for what, found in weak.items() if found}


def words(painted: Layers) -> dict[str, float]:
    """Words that do not stand out, and how far they do."""
    found = {
        text: read(painted.whole, painted.wordless, box, 1)
        for text, box in painted.words
        if text.strip()
    }
    return {text: ratio for text, ratio in found.items() if ratio < TEXT}


def arrows(made: Picture, painted: Layers) -> dict[str, float]:
    """Arrows that cannot be followed from end to end, or whose head is not seen."""
    found: dict[str, float] = {}
    for arrow in made.sheet.arrows:
        # A gap of a dashed line is no longer than this.
        half = 5.0 if arrow.shape.edge.evidence.strength in ("strong", "moderate") else 8.0
        first, last = (arrow.shape.along(share) for share in (0.0, 1.0))
        spots = [around(QPointF(x, y), half) for x, y in arrow.track[first : last + 1 : 4].tolist()]
        head = arrow.head_closed.boundingRect().united(arrow.head_strokes.boundingRect())
        spots.append(head.adjusted(-1, -1, 1, 1))
        least = min(standing_out(painted.still, painted.scenery, spot) for spot in spots)
        found[str(arrow.shape.edge.id)] = least
    return {id: ratio for id, ratio in found.items() if ratio < SYMBOL}


def nodes(made: Picture, painted: Layers) -> dict[str, float]:
    """Nodes with a gap in their outline, or a bar that does not stand out from their colour."""
    found: dict[str, float] = {}
    for node in made.sheet.nodes:
        least = min(
            standing_out(painted.wordless, painted.scenery, around(point, 3))
            for point in corners_and_sides(node)
        )
        bar = cut(painted.wordless, node.bar.adjusted(-1, -1, 1, 1))
        inside = cut(painted.wordless, around(node.label_box.center(), 1.0))
        fill = np.broadcast_to(inside[0, 0], bar.shape).astype(np.uint8)
        found[node.shape.node.label] = min(least, float(contrasts(bar, fill).max()))
    return {label: ratio for label, ratio in found.items() if ratio < SYMBOL}


def corners_and_sides(node: PlacedNode) -> list[QPointF]:
    """Points of a node's outline."""
    polygon = [*node.outline.toFillPolygon()]
    ends = [*zip(polygon, [*polygon[1:], polygon[0]], strict=True)]
    return [(a * (1 - share) + b * share) for a, b in ends for share in (0.0, 0.25, 0.5, 0.75)]


def particles(made: Picture, painted: Layers, now: Frame) -> dict[str, float]:
    """Particles that do not stand out, with their rim, from what lies behind them."""
    points = made.flow.points(now.flows, PHASE)
    found = {
        f"{x:.0f}, {y:.0f}": standing_out(
            painted.wordless, painted.scenery, around(QPointF(x, y), 3.0)
        )
        for x, y in points.tolist()
    }
    return {at: ratio for at, ratio in found.items() if ratio < SYMBOL}


def anatomy(painted: Layers) -> dict[str, float]:
    """Channels, vesicles and spines that do not stand out from the scenery."""
    apart = contrasts(painted.living, painted.scenery)
    blobs, count = ndimage.label((painted.living != painted.scenery).any(axis=2))
    which = range(1, count + 1)
    sizes = ndimage.sum_labels(np.ones_like(blobs), blobs, which)
    clearest = ndimage.maximum(apart, blobs, which)
    places = ndimage.center_of_mass(blobs > 0, blobs, which)
    return {
        f"{x / DENSITY:.0f}, {y / DENSITY:.0f}": float(ratio)
        for size, ratio, (y, x) in zip(sizes, clearest, places, strict=True)
        if size > LEAST_BLOB and ratio < SYMBOL
    }
