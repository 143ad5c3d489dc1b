"""What is seen of levels in the anatomy: areas and distances counted in pixels."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from drawing import painted
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot
from small import CORE
from synapses import moment_of, picture_of, synapse

from pathway_viewer.look.theme import PAPER, THEMES, Theme, contrast
from pathway_viewer.model.pathway import Place
from pathway_viewer.scene.anatomy import GATE_HALF, GATE_OUT, SPINE_HALF, SPINE_OUT
from pathway_viewer.scene.canvas import DiagramCanvas
from pathway_viewer.scene.gates import grown
from pathway_viewer.scene.lettering import Lettering
from pathway_viewer.scene.living_sprites import LivingSprites
from pathway_viewer.scene.motifs import READABLE, faint
from pathway_viewer.scene.picture import Picture
from pathway_viewer.scene.release import CYCLES_HZ, bubbles, influence
from pathway_viewer.timeline.frame import Frame

pytestmark = pytest.mark.usefixtures("qapp")

THEMED = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
shares = st.floats(0, 1)


@pytest.fixture(scope="module")
def picture(qapp: object) -> Picture:
    """The synapse in the paper theme."""
    return picture_of(synapse())


def image(picture: Picture, frame: Frame, phase: float | None = None) -> QImage:
    return painted(lambda p: picture.living.draw(p, frame, phase), 1280, 720)


def sprites_image(sprites: LivingSprites, frame: Frame) -> QImage:
    def paint(painter: QPainter) -> None:
        sprites.show(frame)
        for number in range(len(sprites.boxes)):
            sprites.paint_part(painter, number)
        sprites.paint_bubbles(painter, frame, 0.3)

    return painted(paint, 1280, 720)


def inked(one: QImage, box: QRectF) -> int:
    """Pixels of a rectangle on which something is painted."""
    white, area = QColor("#ffffff"), box.toRect()
    xs, ys = range(area.left(), area.right()), range(area.top(), area.bottom())
    return sum(one.pixelColor(x, y) != white for x in xs for y in ys)


def spines_area(picture: Picture, level: float) -> int:
    shot = image(picture, moment_of(synapse(), {"growth": level}))
    rooms = [s.spot.box(0, SPINE_OUT, SPINE_HALF) for s in picture.living.anatomy.spines]
    return sum(inked(shot, picture.sheet.mapped(room)) for room in rooms)


def test_spines_emerge_and_thicken_with_the_level_and_fade_with_it(picture: Picture):
    areas = [spines_area(picture, level) for level in (0.0, 0.05, 0.15, 0.3, 0.6, 1.0)]
    assert areas == sorted(areas)
    assert len(set(areas)) == len(areas)
    assert 0 < areas[0] < areas[-1] / 3


@given(shares, shares, shares, st.booleans())
def test_no_spine_shrinks_while_the_level_rises(one: float, other: float, turn: float, old: bool):
    low, high = sorted((one, other))
    assert 0 <= grown(low, turn, old) <= grown(high, turn, old) <= 1


def test_at_level_1_every_spine_is_grown_and_at_0_only_those_that_stand():
    assert grown(1, 1, standing=False) == 1
    assert grown(0, 0, standing=False) == 0
    assert grown(0, 1, standing=True) > 0.3


def pore(picture: Picture, level: float) -> int:
    """Open pixels across the middle of the channel."""
    shot = image(picture, moment_of(synapse(), {"pore": level}))
    gate = next(g for g in picture.living.anatomy.gates if g.kind == "channel")
    line = picture.sheet.mapped(gate.spot.box(4, -2, GATE_HALF - 3))
    middle = round(line.center().x())
    paper = QColor(PAPER.background)
    return sum(
        shot.pixelColor(middle, y) == paper for y in range(round(line.top()), round(line.bottom()))
    )


def test_a_channel_opens_with_its_level(picture: Picture):
    assert pore(picture, 0.0) == 0
    assert 0 < pore(picture, 0.5) < pore(picture, 1.0)


def content(picture: Picture, flow: float, phase: float | None) -> int:
    """Pixels of what is set free outside of the terminal's membrane."""
    shot = image(picture, moment_of(synapse(), flow=flow), phase)
    (pool,) = picture.living.anatomy.pools
    rooms = [site.box(-2, reach, 10) for site, reach in zip(pool.sites, pool.reaches, strict=True)]
    return sum(inked(shot, picture.sheet.mapped(room)) for room in rooms)


def test_vesicles_open_only_while_something_drives_them(picture: Picture):
    assert content(picture, 0.0, 0.7) == content(picture, 0.0, None) == 0
    assert content(picture, 0.9, None) > content(picture, 0.3, None) > 0
    assert content(picture, 0.9, 0.7) > 0


@given(st.floats(0, 0.039), st.floats(0, 1e4))
def test_without_flow_nothing_moves(flow: float, phase: float):
    (pool,) = picture_of(synapse()).living.anatomy.pools
    assert bubbles(pool, flow, phase) == bubbles(pool, 0.0, None)


def test_with_flow_vesicles_move_and_a_later_moment_is_another(picture: Picture):
    frame = moment_of(synapse(), flow=0.8)
    assert image(picture, frame, 0.0) != image(picture, frame, 0.4)
    assert image(picture, frame, 0.4) == image(picture, frame, 0.4)


def test_without_a_phase_the_picture_is_one(picture: Picture):
    """Reduced motion: what is open is seen open, and stands."""
    frame = moment_of(synapse(), {"pore": 0.7, "growth": 0.4}, flow=0.8)
    assert image(picture, frame) == image(picture, replace(frame))
    assert image(picture, frame) != image(picture, moment_of(synapse()))


def test_no_site_opens_more_than_three_times_a_second():
    assert max(CYCLES_HZ) < 1
    assert list(CYCLES_HZ) == sorted(CYCLES_HZ)


def test_a_vesicle_never_jumps_but_where_it_is_out_of_sight(picture: Picture):
    (pool,) = picture.living.anatomy.pools
    shots = [bubbles(pool, 0.8, i / 120) for i in range(480)]
    for before, after in pairwise(shots):
        for one in (b for b in after if b.radius > 3 and not b.grain):
            near = min(np.hypot(one.x - b.x, one.y - b.y) for b in before if not b.grain)
            assert near < 4


def test_a_pool_without_arrows_follows_its_own_level(picture: Picture):
    (pool,) = picture.living.anatomy.pools
    alone, levels = replace(pool, drives=()), np.array([0.1, 0.6, 0.2, 0.3, 0.4])
    assert influence(alone, np.array([0.9, 0.9]), levels) == 0.6
    assert influence(pool, np.array([0.3, 0.9]), levels) == 0.3


@given(st.lists(st.tuples(shares, shares), min_size=1, max_size=3))
def test_what_is_kept_leaves_no_trace(states: list[tuple[float, float]]):
    living = picture_of(synapse()).living
    kept = LivingSprites(living, 1.0)
    for level, flow in states:
        last = moment_of(synapse(), {"pore": level, "growth": level}, flow)
        shot = sprites_image(kept, last)
    assert shot == sprites_image(LivingSprites(living, 1.0), last)


def test_only_parts_that_look_different_are_told(picture: Picture):
    kept = LivingSprites(picture.living, 1.0)
    assert kept.show(moment_of(synapse())) == list(range(len(picture.living.parts)))
    assert kept.show(moment_of(synapse())) == []
    gates = len(picture.living.anatomy.gates)
    changed = kept.show(moment_of(synapse(), {"growth": 0.8}))
    assert changed
    assert all(number >= gates for number in changed)
    assert kept.show(moment_of(synapse(), {"growth": 0.8001})) == []


def test_what_is_kept_is_what_is_drawn(picture: Picture):
    frame = moment_of(synapse(), {"pore": 0.5, "antenna": 1, "growth": 0.5}, 0.5)
    kept = sprites_image(LivingSprites(picture.living, 1.0), frame)
    drawn = image(picture, frame, 0.3)
    pairs = zip(kept.constBits(), drawn.constBits(), strict=True)
    assert sum(abs(a - b) for a, b in pairs) / kept.sizeInBytes() < 0.1


@THEMED
def test_faint_scenery_leaves_small_text_readable(theme: Theme):
    places: tuple[Place, ...] = ("network", "person", "nucleus")
    for place in places:
        color = faint(theme, place, 9.0).name()
        assert min(contrast(ink, color) for ink in (theme.ink, theme.muted)) >= READABLE
    name = [contrast(theme.place_ink(p), faint(theme, p, 1.25).name()) for p in places[:2]]
    assert min(name) >= 4.5


@THEMED
def test_faint_scenery_is_equally_quiet_in_every_theme(theme: Theme):
    seen = contrast(faint(theme, "person", 1.14).name(), theme.places["person"][0])
    assert 1.1 < seen < 1.25


@THEMED
def test_what_carries_meaning_stands_out(theme: Theme):
    """Borders of spines, vesicles and channels against their cells and the paper between them."""
    places: tuple[Place, ...] = ("terminal", "membrane", "interneuron")
    for place in places:
        fill, border = theme.places[place]
        assert min(contrast(border, other) for other in (fill, theme.background)) >= 3
    assert contrast(theme.outline, theme.background) >= 3
    for change in np.linspace(-1, 1, 9):
        assert contrast(theme.outline, theme.level_color(float(change))) > 1.1


@THEMED
def test_every_place_is_painted_in_every_theme(theme: Theme):
    own = picture_of(synapse(), theme)

    def paint(painter: QPainter) -> None:
        painter.fillRect(QRectF(0, 0, 1280, 720), QColor(theme.background))
        own.paint_still(painter, Lettering())

    shot = painted(paint, 1280, 720)
    for id, box in own.sheet.diagram.pathway.arrangement.compartments.items():
        at = own.sheet.mapped(QRectF(*box)).adjusted(2, 2, -2, -2).toRect()
        seen = {
            shot.pixelColor(x, at.center().y() + 40).name() for x in range(at.left(), at.right())
        }
        assert len(seen) > (1 if id != "gap" else 0), id


def test_a_gate_reaches_across_the_membrane(picture: Picture):
    shot = image(picture, moment_of(synapse(), {"antenna": 1.0}))
    gate = next(g for g in picture.living.anatomy.gates if g.kind == "receptor")
    outside = picture.sheet.mapped(gate.spot.box(0, GATE_OUT, GATE_HALF))
    inside = picture.sheet.mapped(gate.spot.box(8, 0, GATE_HALF))
    assert inked(shot, outside) > 20
    assert inked(shot, inside) > 20


def looks(canvas: DiagramCanvas, flow: float) -> list[QImage]:
    """The canvas at one frame and two phases."""
    canvas.show_frame(moment_of(synapse(), {"pore": 0.5}, flow))
    out: list[QImage] = []
    for phase in (0.2, 0.9):
        canvas.set_phase(phase)
        canvas.update()
        out.append(canvas.grab().toImage())
    return out


def test_on_the_canvas_nothing_moves_at_rest_or_with_reduced_motion(qtbot: QtBot):
    canvas = DiagramCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(1280, 720)
    canvas.set_pathway(synapse(), CORE)
    rest, later = looks(canvas, 0.0)
    assert rest == later
    flowing, later = looks(canvas, 0.8)
    assert flowing != later
    canvas.set_reduced_motion(True)
    still, later = looks(canvas, 0.8)
    assert still == later
    assert still != rest
