"""The picture on a slide is the still, sharper, with what is not looked at dimmed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from pathway_viewer.export import deck_picture
from pathway_viewer.export.deck_picture import DENSITY, sharp_steps
from pathway_viewer.export.look import Look
from pathway_viewer.export.still_painting import still_arranged, still_image
from pathway_viewer.export.work import at_once
from pathway_viewer.look.theme import THEMES
from pathway_viewer.scene.beside import Beside

pytestmark = pytest.mark.usefixtures("qapp")

LOOK = Look(size=(640, 400), clock="Human clock")


def drawn(cascade, frame, look=LOOK, focus=()) -> QImage:
    return at_once(sharp_steps(cascade, frame, replace(look, focus=focus)))


def part(image: QImage, box: QRectF) -> QImage:
    return image.copy(QRectF(box.topLeft() * DENSITY, box.size() * DENSITY).toAlignedRect())


def box_of(cascade, id: str, look=LOOK) -> QRectF:
    sheet = still_arranged(cascade, look).picture.sheet
    return next(n.box for n in sheet.nodes if n.shape.node.id == id)


def test_without_a_focus_it_is_the_still(cascade, two_hours):
    assert drawn(cascade, two_hours) == still_image(cascade, two_hours, LOOK, DENSITY)


def test_a_focus_that_is_not_drawn_dims_nothing(cascade, two_hours):
    assert drawn(cascade, two_hours, focus=("nobody",)) == drawn(cascade, two_hours)


@pytest.mark.parametrize("theme", THEMES)
def test_the_rest_is_dimmed_and_nothing_moves(cascade, two_hours, theme):
    look = replace(LOOK, theme=theme)
    plain = drawn(cascade, two_hours, look)
    dimmed = drawn(cascade, two_hours, look, ("relay",))
    kept, gone = box_of(cascade, "relay", look), box_of(cascade, "outcome", look)
    inside = kept.adjusted(6, 6, -6, -6)
    assert part(dimmed, inside) == part(plain, inside)
    assert part(dimmed, gone) != part(plain, gone)
    heading = still_arranged(cascade, look).picture.heading
    assert part(dimmed, heading) == part(plain, heading)


def test_what_is_changed_by_hand_stays_clear(cascade, two_hours):
    look = replace(LOOK, beside=Beside(signs=(("outcome", "shut"),)))
    box = box_of(cascade, "outcome", look).adjusted(15, 6, -15, -6)
    dimmed = drawn(cascade, two_hours, look, ("relay",))
    assert part(dimmed, box) == part(drawn(cascade, two_hours, look), box)


def test_a_camera_shows_its_nodes_from_near_and_in_the_middle(cascade, two_hours):
    near = still_arranged(cascade, replace(LOOK, camera=("relay", "outcome")))
    far = still_arranged(cascade, LOOK)
    assert near.near
    assert not far.near
    assert near.picture.sheet.k > far.picture.sheet.k
    boxes = [n.box for n in near.picture.sheet.nodes if n.shape.node.id in ("relay", "outcome")]
    assert all(near.picture.field.contains(box) for box in boxes)
    image = still_image(cascade, two_hours, replace(LOOK, camera=("relay", "outcome")))
    assert image != still_image(cascade, two_hours, LOOK)


def test_a_huge_picture_is_drawn_as_it_was_asked_for(cascade, two_hours, monkeypatch):
    monkeypatch.setattr(deck_picture, "MOST_PIXELS", 640 * 400)
    image = drawn(cascade, two_hours)
    assert (image.width(), image.height()) == LOOK.size
