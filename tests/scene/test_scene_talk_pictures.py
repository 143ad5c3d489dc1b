"""What a talk shows: the camera around several nodes, the pointer, and small pictures of a view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.audience_view import AudienceView
from pathway_viewer.scene.mirror import Mirror, shrunk
from pathway_viewer.scene.pointer import LARGEST, LIGHT, SMALLEST, Pointer
from pathway_viewer.scene.zoom import WORTH, Zoom

SIZE, FIELD = QSizeF(1000, 600), QRectF(0, 60, 1000, 540)


def test_a_camera_shows_all_it_is_to_show_and_as_large_as_there_is_room() -> None:
    box = QRectF(200, 200, 250, 100)
    zoom = Zoom.around(box, FIELD, SIZE)
    seen = QRectF(
        box.x() * zoom.factor + zoom.dx,
        box.y() * zoom.factor + zoom.dy,
        box.width() * zoom.factor,
        box.height() * zoom.factor,
    )
    assert FIELD.contains(seen)
    assert max(seen.width() / FIELD.width(), seen.height() / FIELD.height()) > 0.8


def test_a_camera_that_would_gain_little_shows_the_whole() -> None:
    assert Zoom.around(QRectF(10, 70, 900, 500), FIELD, SIZE) == Zoom()
    assert Zoom.around(QRectF(10, 70, 400, 200), FIELD, SIZE).factor > WORTH


def test_the_view_of_an_audience_has_neither_map_nor_tip(flagship: Pathway, qtbot: QtBot) -> None:
    view = AudienceView()
    qtbot.addWidget(view)
    view.resize(960, 540)
    view.set_pathway(flagship, frozenset({"core"}))
    view.zoom_around(["ampar", "vdcc"], 0)
    assert view.zoom > 1
    assert view.minimap.isHidden()
    assert not view.toolTip()
    boxes = [view.box_of(id) for id in ("ampar", "vdcc")]
    assert all(box is not None and QRectF(view.rect()).contains(box) for box in boxes)
    view.zoom_around([], 0)
    assert view.zoom == 1


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_small_pictures_are_as_sharp_as_their_screen(
    flagship: Pathway, qtbot: QtBot, ratio: float
) -> None:
    view = AudienceView()
    qtbot.addWidget(view)
    view.resize(960, 540)
    view.set_pathway(flagship, frozenset({"core"}))
    picture = shrunk(view, QSize(320, 180), ratio)
    assert picture.size() == QSize(320, 180) * ratio
    assert len({picture.toImage().pixel(x, 90) for x in range(300)}) > 8


def test_a_copy_of_the_view_tells_where_it_is_pointed_at(flagship: Pathway, qtbot: QtBot) -> None:
    view = AudienceView()
    qtbot.addWidget(view)
    view.resize(960, 540)
    view.set_pathway(flagship, frozenset({"core"}))
    mirror = Mirror(view)
    qtbot.addWidget(mirror)
    mirror.resize(480, 400)
    mirror.sharpen()
    heard = list[QPointF | None]()
    mirror.pointed.connect(heard.append)
    mirror.show()
    qtbot.mouseMove(mirror, QPointF(240, 135).toPoint())
    qtbot.mouseMove(mirror, QPointF(240, 390).toPoint())
    qtbot.waitUntil(lambda: len(heard) >= 2)
    assert heard[0] is not None
    assert (heard[0] - QPointF(0.5, 0.5)).manhattanLength() < 0.01
    assert heard[-1] is None


def test_the_spot_is_dark_around_and_clear_within(qtbot: QtBot) -> None:
    window = QWidget()
    window.setStyleSheet("background: white;")
    qtbot.addWidget(window)
    window.resize(400, 300)
    pointer = Pointer(window)
    pointer.resize(400, 300)
    pointer.set_field(QRectF(0, 0, 400, 300))
    pointer.point_at(QPointF(0.5, 0.5))
    pointer.turn(1)
    window.show()
    assert color(window, 200, 150) == "#ffffff"
    assert QColor(color(window, 10, 10)).value() < 120
    pointer.set_laser(True)
    assert color(window, 200, 150) == LIGHT
    pointer.turn(99)
    assert pointer.radius == LARGEST
    pointer.turn(-99)
    assert pointer.radius == 0 < SMALLEST


def color(window: QWidget, x: int, y: int) -> str:
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return image.pixelColor(x, y).name()
