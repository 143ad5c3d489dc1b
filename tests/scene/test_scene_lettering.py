"""Text is as wide as it says, shrinks to fit, and stands where it is put."""

from __future__ import annotations

import pytest
from drawing import painted
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage

from pathway_viewer.scene.lettering import (
    BOLD,
    CENTRE,
    LEFT,
    RIGHT,
    Hand,
    Lettering,
    fitted,
    font,
    runs,
    shortened,
    width,
)

pytestmark = pytest.mark.usefixtures("qapp")

BOX = QRectF(20, 10, 160, 40)


def inked(image: QImage) -> QRectF:
    """The smallest rectangle that holds everything not white."""
    points = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) != QColor(Qt.GlobalColor.white)
    ]
    columns, lines = [x for x, _ in points], [y for _, y in points]
    left, top = min(columns), min(lines)
    return QRectF(left, top, max(columns) + 1 - left, max(lines) + 1 - top)


def image(align: Qt.AlignmentFlag = CENTRE, size: float = 20) -> QImage:
    hand = Hand(size)
    return painted(lambda p: Lettering().draw(p, BOX, "Kinase", hand, "#000000", align), 200, 60)


@given(st.text(min_size=1, max_size=20), st.floats(5, 60), st.floats(1.1, 4))
def test_width_grows_in_proportion_to_size(text: str, size: float, factor: float):
    assert width(text, Hand(size * factor)) == pytest.approx(width(text, Hand(size)) * factor)


def test_width_is_what_the_font_says():
    metrics = QFontMetricsF(font(Hand(40, BOLD)))
    assert width("AMPA receptor", Hand(40, BOLD)) == pytest.approx(
        metrics.horizontalAdvance("AMPA receptor"), rel=0.01
    )


@given(st.floats(8, 40), st.floats(10, 300))
def test_fitted_text_fits_or_is_as_small_as_it_may_be(size: float, room: float):
    hand = fitted("AMPA receptor", Hand(size), room, smallest=0.5)
    fits = width("AMPA receptor", hand) <= room + 1e-6
    assert fits or hand.size == pytest.approx(size / 2)
    assert size / 2 - 1e-9 <= hand.size <= size


def test_text_that_fits_keeps_its_size():
    assert fitted("a", Hand(12), 100) == Hand(12)


@given(st.lists(st.text("abc,.", min_size=1), min_size=1).map(" ".join), st.floats(0, 400))
def test_shortened_text_fits_and_begins_as_the_text_does(text: str, room: float):
    short = shortened(text, Hand(12), room)
    assert width(short, Hand(12)) <= room or short == ""
    assert short == text or text.startswith(short.removesuffix("…"))


def test_text_is_shortened_by_whole_words():
    room = width("Glutamate surges…", Hand(12)) + 1
    assert shortened("Glutamate surges, then falls.", Hand(12), room) == "Glutamate surges…"
    assert shortened("Glutamate surges", Hand(12), room) == "Glutamate surges"


def test_drawn_text_is_as_wide_as_measured_at_sizes_between_whole_pixels():
    for size in (18.0, 18.4, 18.8):
        measured = width("Kinase", Hand(size))
        assert inked(image(size=size)).width() == pytest.approx(measured, abs=3)


def test_text_stands_left_right_or_in_the_middle_of_its_box():
    left, middle, right = (inked(image(align)) for align in (LEFT, CENTRE, RIGHT))
    assert left.left() == pytest.approx(BOX.left(), abs=3)
    assert right.right() == pytest.approx(BOX.right(), abs=3)
    assert middle.center().x() == pytest.approx(BOX.center().x(), abs=3)
    assert middle.center().y() == pytest.approx(BOX.center().y(), abs=4)


def test_the_painter_is_left_as_it_was():
    def paint(painter):
        painter.setPen(QColor("#123456"))
        before = painter.transform()
        Lettering().draw(painter, BOX, "Kinase", Hand(18.4), "#000000")
        assert painter.transform() == before
        assert painter.pen().color() == QColor("#123456")

    painted(paint, 200, 60)


def test_the_letters_of_stereodescriptors_slant():
    hand = Hand(20)
    told = [(part, one.italic) for part, one in runs("Then (2R,6R)-HNK", hand)]
    assert "".join(part for part, _ in told) == "Then (2R,6R)-HNK"
    assert [part for part, slants in told if slants] == ["R", "R"]
    assert runs("NMDAR (rat) 2R", hand) == [("NMDAR (rat) 2R", hand)]


@pytest.mark.parametrize("align", [LEFT, CENTRE, RIGHT])
def test_a_line_of_several_hands_stands_where_one_would(align):
    box, text = QRectF(20, 10, 300, 40), "(2R,6R)-HNK"
    image = painted(lambda p: Lettering().draw(p, box, text, Hand(20), "#000000", align))
    columns = [
        x for x in range(800) if any(image.pixelColor(x, y).value() < 200 for y in range(60))
    ]
    wide = width(text, Hand(20))
    left = {LEFT: 20, CENTRE: 170 - wide / 2, RIGHT: 320 - wide}[align]
    assert abs(columns[0] - left) < 4
    assert abs(columns[-1] - left - wide) < 4
