"""What is kept as pixmaps is painted as it would be without keeping, whatever came before."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drawing import painted
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from small import CORE, frame, small

from pathway_viewer.look.theme import PAPER
from pathway_viewer.scene.diagram import laid_out
from pathway_viewer.scene.lettering import Lettering
from pathway_viewer.scene.picture import Picture, Setting, composed
from pathway_viewer.scene.sprites import Sprites
from pathway_viewer.timeline.frame import Frame

pytestmark = pytest.mark.usefixtures("qapp")

changes = st.floats(-1, 1)


@pytest.fixture(scope="module")
def picture(qapp: object) -> Picture:
    """The small pathway's core."""
    return small_picture()


def small_picture() -> Picture:
    setting = Setting("Human clock")
    return composed(laid_out(small(), CORE), PAPER, QRectF(0, 0, 800, 500), setting)


def image(sprites: Sprites, what: Frame, phase: float | None = 0.0) -> QImage:
    def paint(painter: QPainter) -> None:
        sprites.paint(painter, what, phase)

    return painted(paint, 800, 500)


def difference(one: QImage, two: QImage) -> float:
    """The mean difference of two images' channels, 0 to 255."""
    pairs = zip(one.constBits(), two.constBits(), strict=True)
    return sum(abs(a - b) for a, b in pairs) / one.sizeInBytes()


def test_it_paints_what_the_picture_paints(picture: Picture):
    what = frame(small(), {"drug": 1.0, "brake": -0.5, "relay": 0.25})
    plain = painted(lambda p: picture.paint_moving(p, what, 1.0, Lettering()), 800, 500)
    assert difference(image(Sprites(picture, 1.0), what, 1.0), plain) < 0.2
    assert difference(image(Sprites(picture, 1.0), frame(small()), 1.0), plain) > 1


@given(st.lists(changes, max_size=3), changes)
def test_what_was_shown_before_leaves_no_trace(before: list[float], change: float):
    composed_once = small_picture()
    sprites, near = Sprites(composed_once, 1.0), change + 0.004
    for earlier in [*before, near]:
        image(sprites, frame(small(), {"relay": earlier}))
    last = frame(small(), {"relay": change})
    assert image(sprites, last) == image(Sprites(composed_once, 1.0), last)


def test_a_change_too_small_to_see_is_painted_from_what_is_kept(picture: Picture):
    sprites = Sprites(picture, 1.0)
    images = [image(sprites, frame(small(), {"relay": c})) for c in (0.5, 0.5001, 0.6)]
    assert images[0] == images[1] != images[2]


def test_another_word_and_another_moment_are_painted_anew(picture: Picture):
    sprites, what = Sprites(picture, 1.0), frame(small())
    first = image(sprites, what)
    assert image(sprites, replace(what, words=("falling",) * 5)) != first
    assert image(sprites, replace(what, time=3.0)) != first
    assert image(sprites, replace(what, caption="Another.")) != first
    assert image(sprites, what) == first


def test_without_a_phase_no_particle_is_painted(picture: Picture):
    sprites = Sprites(picture, 1.0)
    strong, none = frame(small(), flow=1.0), frame(small(), flow=0.0)
    assert image(sprites, strong, None) == image(sprites, none, 0.0)
    assert image(sprites, strong, 0.0) != image(sprites, none, 0.0)
