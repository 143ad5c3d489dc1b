"""A diagram on a screen, and what is done to it with mouse and wheel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from small import CORE, frame

from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.view import DiagramView

ALL = frozenset({"core", "detail"})
LEFT = Qt.MouseButton.LeftButton
NO_BUTTON = Qt.MouseButton.NoButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


def shown(qtbot: QtBot, pathway: Pathway, layers: frozenset[str] = CORE) -> DiagramView:
    """A view on the screen with a frame."""
    view = DiagramView()
    qtbot.addWidget(view)
    view.resize(1280, 800)
    view.set_pathway(pathway, layers)
    view.show_frame(frame(pathway))
    view.show()
    qtbot.waitExposed(view)
    return view


def wishes(view: DiagramView) -> list[str]:
    """What the view asks for from now on."""
    asked: list[str] = []
    view.selection_requested.connect(asked.append)
    return asked


def canvas_point(view: DiagramView, point: QPointF) -> tuple[float, float]:
    """The point of the canvas under a point of the view."""
    picture = view.picture()
    assert picture is not None
    return picture.sheet.to_canvas(point.x(), point.y())


def grabbed(view: DiagramView) -> QImage:
    """What the view shows, once it has come to rest."""
    view.settle()
    return view.grab().toImage()


def wheel(view: DiagramView, at: QPointF, steps: int) -> None:
    """Turn the wheel over a point of the view."""
    on_screen, turn = QPointF(view.mapToGlobal(at.toPoint())), QPoint(0, 120 * steps)
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, on_screen, QPoint(), turn, NO_BUTTON, NO_KEYS, phase, False)
    QApplication.sendEvent(view, event)


def move(view: DiagramView, at: QPointF, button: Qt.MouseButton = NO_BUTTON) -> None:
    """Move the pointer, with a button held or none."""
    on_screen = QPointF(view.mapToGlobal(at.toPoint()))
    event = QMouseEvent(QEvent.Type.MouseMove, at, on_screen, NO_BUTTON, button, NO_KEYS)
    QApplication.sendEvent(view, event)


def drag(qtbot: QtBot, view: DiagramView, start: QPoint, end: QPoint) -> None:
    """Drag with the left button."""
    qtbot.mousePress(view, LEFT, pos=start)
    for point in ((start + end) / 2, end):
        move(view, QPointF(point), LEFT)
    qtbot.mouseRelease(view, LEFT, pos=end)
