"""The picture kept whole shows each frame as if it were the first."""

from __future__ import annotations

import pytest
from drawing import painted
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from small import CORE, frame, small
from synapses import moment_of, picture_of, synapse

from pathway_viewer.look.theme import PAPER
from pathway_viewer.scene.diagram import laid_out
from pathway_viewer.scene.lettering import Lettering
from pathway_viewer.scene.picture import Picture, Setting, composed
from pathway_viewer.scene.sprites import Sprites
from pathway_viewer.scene.stage import Stage
from pathway_viewer.timeline.frame import Frame

pytestmark = pytest.mark.usefixtures("qapp")

WHOLE = QRectF(0, 0, 1280, 720)
levels = st.floats(0, 1)


def ground(picture: Picture) -> QPixmap:
    """The still parts of a picture."""
    pixmap = QPixmap(1280, 720)
    pixmap.fill(QColor(PAPER.background))
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture.paint_still(painter, Lettering())
    return pixmap


def seen(stage: Stage, what: Frame) -> QImage:
    stage.show(what)
    return stage.pixmap.toImage()


def new_stage(picture: Picture, field: QRectF = WHOLE) -> Stage:
    return Stage(Sprites(picture, 1.0), ground(picture), field)


@given(st.lists(st.tuples(levels, levels, levels), min_size=1, max_size=4))
def test_what_was_shown_before_leaves_no_trace(states: list[tuple[float, float, float]]):
    picture = picture_of(synapse())
    stage = new_stage(picture)
    for pore, growth, firing in states:
        last = moment_of(synapse(), {"pore": pore, "growth": growth, "firing": firing})
        shot = seen(stage, last)
    assert shot == seen(new_stage(picture), last)


def test_it_is_the_ground_with_everything_that_stands_on_it():
    picture, what = picture_of(synapse()), moment_of(synapse(), {"pore": 0.4, "growth": 0.8})
    sprites, still = Sprites(picture, 1.0), ground(picture)

    def paint(painter: QPainter) -> None:
        painter.drawPixmap(0, 0, still)
        for number in sprites.show(what):
            sprites.paint_thing(painter, number)
        sprites.card.show(what)
        sprites.card.paint(painter)

    expected = painted(paint, 1280, 720)
    shot = seen(new_stage(picture), what).convertToFormat(expected.format())
    assert shot == expected


def test_the_ground_itself_is_not_touched():
    picture = picture_of(synapse())
    still = ground(picture)
    before = still.toImage()
    stage = Stage(Sprites(picture, 1.0), still, WHOLE)
    stage.show(moment_of(synapse(), {"pore": 1.0}))
    assert still.toImage() == before
    assert stage.pixmap.toImage() != before


def test_outside_of_its_field_only_the_heading_is_painted():
    setting = Setting(legend=False)
    picture = composed(laid_out(small(), CORE), PAPER, WHOLE, setting)
    field = QRectF(0, 0, 1280, 1)
    shot = seen(new_stage(picture, field), frame(small(), {"relay": 1.0}))
    below = picture.heading.bottom() + 2
    rest = QRectF(0, below, 1280, 720 - below).toRect()
    assert shot.copy(rest) == ground(picture).toImage().copy(rest)


def test_an_unchanged_frame_paints_nothing_anew():
    picture, what = picture_of(synapse()), moment_of(synapse(), {"pore": 0.4})
    stage = new_stage(picture)
    stage.show(what)
    key = stage.pixmap.cacheKey()
    stage.show(what)
    assert stage.pixmap.cacheKey() == key
    stage.show(moment_of(synapse(), {"pore": 0.9}))
    assert stage.pixmap.cacheKey() != key
