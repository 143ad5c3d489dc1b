"""A small picture of a view: what the audience sees, on the speaker's own screen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from pathway_viewer.scene.glide import blank
from pathway_viewer.scene.zooming import ZoomingCanvas

PACE_MS = 120
"""While the view moves its picture follows no faster: an eighth of a second is live enough."""


class Mirror(QWidget):
    """Shows a view scaled down. What the view has painted is scaled, not painted twice.

    Says where the pointer is as shares 0..1 of the view, None when it leaves.
    """

    pointed = Signal(object)
    turned = Signal(float)

    def __init__(self, view: ZoomingCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(160, 90)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("What the audience sees")
        self._view = view
        self._picture = QPixmap()
        self._pace = QTimer(self, singleShot=True, interval=PACE_MS)
        self._pace.timeout.connect(self._follow)
        self._rest = QTimer(self, singleShot=True, interval=2 * PACE_MS)
        self._rest.timeout.connect(self.sharpen)
        view.zoom_changed.connect(self._wait_for)
        view.painted.connect(self.refresh)

    def heightForWidth(self, width: int) -> int:
        """As high as the view would be."""
        return round(width * self._view.height() / max(1, self._view.width()))

    def refresh(self) -> None:
        """Follows the view soon, and sharply once it rests."""
        if not self._pace.isActive():
            self._pace.start()

    def sharpen(self) -> None:
        """The view as it is now, scaled with care."""
        self._pace.stop()
        self._rest.stop()
        self._picture = shrunk(self._view, self._room(), self.devicePixelRatioF())
        self.update()

    def _follow(self) -> None:
        """The view as it is now, scaled quickly."""
        ratio = self.devicePixelRatioF()
        room = self._room()
        self._picture = QPixmap(room * ratio)
        self._picture.setDevicePixelRatio(ratio)
        with QPainter(self._picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            share = room.width() / max(1, self._view.width())
            painter.scale(share, share)
            self._view.paint_view(painter)
        self.update()
        self._rest.start()

    def _wait_for(self, _zoom: object, milliseconds: int) -> None:
        """A move of the view has to end before its picture is sharp."""
        QTimer.singleShot(milliseconds + PACE_MS, self, self.refresh)

    def _room(self) -> QSize:
        """How large the picture is here: the view's own shape."""
        return self._view.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)

    def _box(self) -> QRectF:
        room = self._room()
        return QRectF((self.width() - room.width()) // 2, 0, room.width(), room.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture at the top of its room, in a thin frame: it may be of the same colour."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.palette().window())
            if not self._picture.isNull():
                painter.drawPixmap(self._box().topLeft(), self._picture)
                painter.setPen(self.palette().mid().color())
                painter.drawRect(self._box().adjusted(0.5, 0.5, -0.5, -0.5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size needs another picture."""
        self.refresh()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pointing here points there."""
        box, at = self._box(), event.position()
        inside = box.contains(at) and not box.isEmpty()
        share = QPointF((at.x() - box.x()) / box.width(), (at.y() - box.y()) / box.height())
        self.pointed.emit(share if inside else None)

    def leaveEvent(self, event: object) -> None:
        """The pointer is somewhere else."""
        self.pointed.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel opens and closes the spot."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.turned.emit(event.angleDelta().y() / 120)
        event.accept()


def shrunk(view: ZoomingCanvas, room: QSize, ratio: float) -> QPixmap:
    """A view painted whole and scaled down to a room, every pixel of it weighed."""
    whole = blank(view)
    with QPainter(whole) as painter:
        view.paint_view(painter)
    smooth = Qt.TransformationMode.SmoothTransformation
    made = whole.scaled(room * ratio, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    made.setDevicePixelRatio(ratio)
    return made
