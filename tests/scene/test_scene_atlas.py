"""Copies from an atlas look as if each had been painted at its place."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from drawing import painted
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from pathway_viewer.scene.atlas import SIDE, Atlas

pytestmark = pytest.mark.usefixtures("qapp")

COLORS = ("#cc5005", "#1272b6", "#26323e", "#00745f")
SIZES = (3.0, 5.5, 9.0, 40.0)


def filled(painter: QPainter, box: QRectF, color: str) -> None:
    painter.fillRect(box, QColor(color))


def box_of(size: float) -> QRectF:
    return QRectF(-size, -size, 2 * size, 2 * size)


def filled_atlas(ratio: float = 1.0) -> Atlas:
    atlas = Atlas(ratio)
    for size, color in zip(SIZES, COLORS, strict=True):
        box = box_of(size)
        atlas.add(box, partial(filled, box=box, color=color))
    return atlas


whole = st.integers(50, 150)


@given(st.lists(st.tuples(st.sampled_from((0, 2, 3)), whole, whole), max_size=12))
def test_what_is_copied_is_what_would_be_painted(copies: list[tuple[int, int, int]]):
    atlas = filled_atlas()
    cells = np.array([cell for cell, _, _ in copies], dtype=np.intp)
    points = np.array([(x, y) for _, x, y in copies], dtype=np.float64).reshape(-1, 2)

    def one_by_one(painter: QPainter) -> None:
        for cell, x, y in copies:
            painter.fillRect(box_of(SIZES[cell]).translated(x, y), QColor(COLORS[cell]))

    assert painted(lambda p: atlas.draw(p, cells, points), 200, 200) == painted(
        one_by_one, 200, 200
    )


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_it_is_as_fine_as_the_screen(ratio: float):
    image = QImage(round(200 * ratio), round(200 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        filled_atlas(ratio).draw(painter, 3, np.array([[100.0, 100.0]]))
    inside = [image.pixelColor(QPointF(x * ratio, 100 * ratio).toPoint()) for x in (62, 138)]
    outside = [image.pixelColor(QPointF(x * ratio, 100 * ratio).toPoint()) for x in (57, 143)]
    assert inside == [QColor(COLORS[3])] * 2
    assert outside == [QColor("#ffffff")] * 2


def test_pictures_added_later_leave_the_earlier_ones_as_they_were():
    atlas = Atlas(1.0)
    numbers: list[int] = []
    for i in range(2 * SIDE // 16):
        box = box_of(16)
        numbers.append(atlas.add(box, partial(filled, box=box, color=f"#{i:02x}0000")))
    for i, number in enumerate(numbers):
        image = painted(lambda p, n=number: atlas.draw(p, n, np.array([[50.0, 50.0]])), 100, 100)
        assert image.pixelColor(50, 50) == QColor(f"#{i:02x}0000")
        assert image.pixelColor(33, 50) == QColor("#ffffff")


def test_a_picture_may_be_wider_than_the_atlas_was():
    atlas, wide = filled_atlas(), QRectF(0, 0, SIDE + 80, 4)
    number = atlas.add(wide, partial(filled, box=wide, color="#123456"))
    image = painted(lambda p: atlas.draw(p, number, np.zeros((1, 2))), SIDE + 90, 10)
    assert image.pixelColor(SIDE + 79, 2) == QColor("#123456")
    assert image.pixelColor(SIDE + 80, 2) == QColor("#ffffff")


def test_nothing_is_drawn_for_no_point():
    empty = painted(lambda p: filled_atlas().draw(p, 0, np.empty((0, 2))), 20, 20)
    assert empty == painted(lambda p: None, 20, 20)
