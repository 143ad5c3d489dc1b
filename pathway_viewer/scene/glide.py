"""A short eased move from one zoom to another; while it lasts, a picture of before is stretched."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QObject, QRectF, QSize, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from pathway_viewer.scene.zoom import Zoom

GLIDE_MS = 260
WHEEL_MS = 140
REST_MS = 120


@dataclass(frozen=True)
class Snapshot:
    """A view as it was: `near` at a zoom, `whole` with everything; both as large as the view.

    The heading and the legend, outside `field`, stay where they are.
    """

    near: QPixmap
    zoom: Zoom
    whole: QPixmap
    field: QRectF
    paper: str

    def paint(self, painter: QPainter, zoom: Zoom, faded: float = 0.0) -> None:
        """About what is seen at another zoom, sharp enough for a move.

        `faded` is how far, 0..1, the near view gives way to the whole.
        """
        painter.drawPixmap(0, 0, self.near)
        painter.setClipRect(self.field)
        painter.fillRect(self.field, QColor(self.paper))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for pixmap, taken in ((self.whole, Zoom()), (self.near, self.zoom)):
            ratio = pixmap.devicePixelRatio()
            source = QRectF(self.field.topLeft() * ratio, self.field.size() * ratio)
            painter.drawPixmap(stretched(self.field, taken, zoom), pixmap, source)
            painter.setOpacity(1 - faded)
        painter.setOpacity(1.0)
        painter.setClipping(False)


def blank(view: QWidget) -> QPixmap:
    """A pixmap as large and as fine as a view."""
    ratio = view.devicePixelRatioF()
    pixmap = QPixmap(QSize(round(view.width() * ratio), round(view.height() * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def stretched(box: QRectF, taken: Zoom, zoom: Zoom) -> QRectF:
    """Where a rectangle seen at one zoom lies at another."""
    change = zoom.factor / taken.factor
    x = (box.left() - taken.dx) * change + zoom.dx
    y = (box.top() - taken.dy) * change + zoom.dy
    return QRectF(x, y, box.width() * change, box.height() * change)


class Glide(QObject):
    """One move at a time. It begins from what is seen when another is under way."""

    moved = Signal()
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self.moved)
        self._animation.finished.connect(self._end)
        self._start = self._aim = Zoom()
        self._snapshot: Snapshot | None = None

    def is_on(self) -> bool:
        """Whether a move is under way."""
        return self._snapshot is not None

    def begin(self, snapshot: Snapshot) -> None:
        """What is seen until the move has ended."""
        self._snapshot = snapshot
        self._start = self._aim = snapshot.zoom

    def go(self, aim: Zoom, milliseconds: int) -> None:
        """On to an aim, from the beginning or from wherever it is."""
        self._run(self.seen(), aim, milliseconds)

    def follow(self, zoom: Zoom) -> None:
        """Goes on at once with a hand that drags, until it has rested a little."""
        self._run(zoom, zoom, REST_MS)

    def _run(self, start: Zoom, aim: Zoom, milliseconds: int) -> None:
        self._animation.stop()
        self._start, self._aim = start, aim
        self._animation.setDuration(milliseconds)
        self._animation.start()

    def stop(self) -> None:
        """Ends the move at once."""
        self._animation.stop()
        self._end()

    def seen(self) -> Zoom:
        """Where the move is now."""
        return self._start.towards(self._aim, float(self._animation.currentValue() or 0.0))

    def set_passed(self, milliseconds: int) -> None:
        """The move as it is so long after its beginning; it waits there."""
        self._animation.pause()
        self._animation.setCurrentTime(milliseconds)

    def paint(self, painter: QPainter) -> None:
        """The view on its way."""
        if self._snapshot is not None:
            farther = self._aim.factor < self._start.factor
            faded = float(self._animation.currentValue() or 0.0) if farther else 0.0
            self._snapshot.paint(painter, self.seen(), faded)

    def _end(self) -> None:
        if self._snapshot is not None:
            self._snapshot = None
            self.ended.emit()
