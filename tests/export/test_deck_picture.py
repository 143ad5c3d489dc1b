"""The picture on a slide is the still, sharper, with what is not looked at dimmed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QImage

from pathway_viewer.export import deck_picture
from pathway_viewer.export.deck_picture import DENSITY, sharp_png
from pathway_viewer.export.still import Look, arranged, still_image
from pathway_viewer.look.theme import THEMES
from pathway_viewer.scene.beside import Beside

pytestmark = pytest.mark.usefixtures("qapp")

LOOK = Look(size=(640, 400), clock="Human clock")


def drawn(cascade, frame, look=LOOK, focus=()) -> QImage:
    return QImage.fromData(sharp_png(cascade, frame, look, focus).getvalue())


def part(image: QImage, box: QRectF) -> QImage:
    return image.copy(QRectF(box.topLeft() * DENSITY, box.size() * DENSITY).toAlignedRect())


def box_of(cascade, id: str, look=LOOK) -> QRectF:
    return next(n.box for n in arranged(cascade, look).sheet.nodes if n.shape.node.id == id)


def test_without_a_focus_it_is_the_still(cascade, two_hours):
    still = still_image(cascade, two_hours, LOOK, DENSITY)
    assert drawn(cascade, two_hours) == still.convertToFormat(QImage.Format.Format_RGB32)


def test_a_focus_that_is_not_drawn_dims_nothing(cascade, two_hours):
    assert drawn(cascade, two_hours, focus=("nobody",)) == drawn(cascade, two_hours)


@pytest.mark.parametrize("theme", THEMES)
def test_the_rest_is_dimmed_and_nothing_moves(cascade, two_hours, theme):
    look = replace(LOOK, theme=theme)
    plain = drawn(cascade, two_hours, look)
    dimmed = drawn(cascade, two_hours, look, ("relay",))
    kept, gone = box_of(cascade, "relay", look), box_of(cascade, "outcome", look)
    assert part(dimmed, kept) == part(plain, kept)
    assert part(dimmed, gone) != part(plain, gone)
    paper = plain.pixelColor(QPoint(2, 200))
    middle = (gone.topLeft() + QPoint(8, 8)) * DENSITY
    before, after = (one.pixelColor(middle.toPoint()) for one in (plain, dimmed))
    assert abs(after.red() - paper.red()) <= abs(before.red() - paper.red())
    heading = arranged(cascade, look).heading
    assert part(dimmed, heading) == part(plain, heading)


def test_the_arrow_between_two_in_focus_stays(cascade, two_hours):
    plain = drawn(cascade, two_hours)
    arrows = {a.shape.edge.id: a for a in arranged(cascade, LOOK).sheet.arrows}
    x, y = arrows["brake__relay"].track[len(arrows["brake__relay"].track) // 2]
    around = QRectF(x - 2, y - 2, 4, 4)
    one = drawn(cascade, two_hours, focus=("relay",))
    both = drawn(cascade, two_hours, focus=("brake", "relay"))
    itself = drawn(cascade, two_hours, focus=("brake__relay",))
    assert part(one, around) != part(plain, around)
    assert part(both, around) == part(itself, around) == part(plain, around)


def test_what_is_changed_by_hand_stays_clear(cascade, two_hours):
    look = replace(LOOK, beside=Beside(signs=(("outcome", "shut"),)))
    box = box_of(cascade, "outcome", look).adjusted(15, 4, -15, -4)
    dimmed = drawn(cascade, two_hours, look, ("relay",))
    assert part(dimmed, box) == part(drawn(cascade, two_hours, look), box)


def test_a_huge_picture_is_drawn_as_it_was_asked_for(cascade, two_hours, monkeypatch):
    monkeypatch.setattr(deck_picture, "MOST_PIXELS", 640 * 400)
    image = drawn(cascade, two_hours)
    assert (image.width(), image.height()) == LOOK.size
