"""Zooming: the canvas nearer or farther, in short eased moves, with a map in the corner."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from PySide6.QtCore import QPointF, QRectF, QSizeF, Signal
from PySide6.QtGui import QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from pathway_viewer.scene import finding
from pathway_viewer.scene.beside import NOTHING as BARE
from pathway_viewer.scene.beside import Beside
from pathway_viewer.scene.canvas import DiagramCanvas
from pathway_viewer.scene.glide import GLIDE_MS, WHEEL_MS, Glide, Snapshot, blank
from pathway_viewer.scene.lettering import Lettering
from pathway_viewer.scene.minimap import Minimap
from pathway_viewer.scene.picture import Picture, paint_paper
from pathway_viewer.scene.zoom import Zoom
from pathway_viewer.timeline.frame import Frame


class ZoomingCanvas(DiagramCanvas):
    """A canvas that can be seen from near. Its zoom is the one it moves to, at once."""

    zoom_changed = Signal(object, int)
    """The zoom, and in how many milliseconds it is reached."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._far_ground: QPixmap | None = None
        self._glide = Glide(self)
        self._glide.moved.connect(self.update)
        self._glide.ended.connect(self.update)
        self.minimap = Minimap(self)
        self.minimap.wished.connect(self.look_at)

    def zoom_shown(self) -> Zoom:
        """How close, and about which place."""
        return self._zoom

    def show_zoom(self, zoom: Zoom, milliseconds: int = 0) -> None:
        """Zooms as another view of this size does."""
        self._set_zoom(zoom, milliseconds)

    def zoom_in(self) -> None:
        """One step closer, about the middle."""
        self.zoom_by(1.25, self._middle(), WHEEL_MS)

    def zoom_out(self) -> None:
        """One step back, about the middle."""
        self.zoom_by(0.8, self._middle(), WHEEL_MS)

    def fit(self) -> None:
        """The whole canvas."""
        self._set_zoom(Zoom(), GLIDE_MS)

    def zoom_to_selection(self) -> None:
        """The selection in the middle, large."""
        self.zoom_to(self._selection)

    def zoom_to(self, id: str) -> None:
        """A node or an arrow in the middle, large; nothing happens where it is not shown."""
        whole = self.whole()
        if whole and (box := finding.box_of(whole.sheet, id)):
            self._set_zoom(Zoom.on(box, self._extent()), GLIDE_MS)

    def zoom_around(self, ids: Iterable[str], milliseconds: int = GLIDE_MS) -> None:
        """All of these as large as there is room; the whole canvas where none is shown."""
        whole = self.whole()
        found = (finding.box_of(whole.sheet, id) for id in ids) if whole else ()
        boxes = [box for box in found if box is not None]
        if whole is None or not boxes:
            self._set_zoom(Zoom(), milliseconds)
            return
        box = reduce(QRectF.united, boxes)
        field = whole.field.intersected(self.rect())
        self._set_zoom(Zoom.around(box, field, self._extent()), milliseconds)

    def zoom_by(
        self, factor: float, about: QPointF, milliseconds: int = 0, held: bool = False
    ) -> None:
        """Zoom about a point of the window, between the whole canvas and eight times that.

        `held` is for a hand that goes on: what is seen becomes sharp when it rests.
        """
        self._set_zoom(self._zoom.by(factor, about, self._extent()), milliseconds, held)

    def pan_by(self, way: QPointF, held: bool = False) -> None:
        """Move along; the whole canvas stays where it is. `held` as in `zoom_by`."""
        self._set_zoom(self._zoom.moved(way, self._extent()), held=held)

    def look_at(self, x: float, y: float) -> None:
        """Bring a point of the diagram, in canvas units, to the middle."""
        if whole := self.whole():
            sheet, z = whole.sheet, self._zoom
            here = QPointF((sheet.dx + x * sheet.k) * z.factor, (sheet.dy + y * sheet.k) * z.factor)
            self.pan_by(whole.field.center() - here - QPointF(z.dx, z.dy), held=True)

    def is_moving(self) -> bool:
        """Whether what is seen is still on its way to the zoom."""
        return self._glide.is_on()

    def move_passed(self, milliseconds: int) -> None:
        """A move as it is so long after its beginning; it waits there."""
        self._glide.set_passed(milliseconds)

    def settle(self) -> None:
        """Ends a move at once."""
        self._glide.stop()

    def _middle(self) -> QPointF:
        return QRectF(self.rect()).center()

    def _extent(self) -> QSizeF:
        return QSizeF(self.size())

    def _set_zoom(self, zoom: Zoom, milliseconds: int = 0, held: bool = False) -> None:
        if zoom == self._zoom:
            return
        if (milliseconds or held) and not self._still and self.isVisible():
            self._move(zoom, milliseconds)
        else:
            self._glide.stop()
        if self._zoom == Zoom():
            self._far_ground = self._surface.ground(self._selection) if self._surface else None
        self._see(zoom)
        self._lay_map()
        self.zoom_changed.emit(zoom, milliseconds)

    def _move(self, zoom: Zoom, milliseconds: int) -> None:
        """From what is seen now to a zoom, at once where a hand leads."""
        if not self._glide.is_on() and (snapshot := self._snapshot()):
            self._glide.begin(snapshot)
        if milliseconds:
            self._glide.go(zoom, milliseconds)
        else:
            self._glide.follow(zoom)

    def _snapshot(self) -> Snapshot | None:
        """The view of now, with the whole canvas for what will come into sight."""
        picture, whole = self.picture(), self.whole()
        if picture is None or whole is None:
            return None
        near = blank(self)
        with QPainter(near) as painter:
            self.paint_view(painter)
        far = near if self._zoom == Zoom() else self._far(whole)
        field = picture.field.intersected(self.rect())
        return Snapshot(near, self._zoom, far, field, self._theme.background)

    def _far(self, whole: Picture) -> QPixmap:
        """The whole canvas at this moment, as large as the view."""
        if self._far_ground is None:
            self._far_ground = blank(self)
            with QPainter(self._far_ground) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint_paper(painter, QRectF(self.rect()), self._theme)
                whole.paint_still(painter, Lettering())
        far = self._far_ground.copy()
        if self._frame is not None:
            with QPainter(far) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                whole.paint_moving(painter, self._frame, None, Lettering(), self._beside)
        return far

    def paint_view(self, painter: QPainter) -> None:
        """The view, or while it moves about what is seen on the way."""
        if self._glide.is_on():
            self._glide.paint(painter)
        else:
            super().paint_view(painter)

    # ---- the map in the corner ---------------------------------------------------------------

    def show_frame(self, frame: Frame, beside: Beside = BARE) -> None:
        """Paint this frame, in the map too."""
        super().show_frame(frame, beside)
        if self.zoom > 1:
            self.minimap.show_changes(frame.changes)

    def _compose_anew(self) -> None:
        super()._compose_anew()
        self._far_ground = None
        self._lay_map()

    def _lay_map(self) -> None:
        """The map in the corner of what is seen, where there is need of it and room."""
        if self.zoom == 1 or self._diagram is None:
            self.minimap.hide()
            return
        # What is seen from near is not composed for this: it may still be on its way.
        if (whole := self.whole()) is not None:
            field, sheet, z = whole.field.intersected(self.rect()), whole.sheet, self._zoom
            k = sheet.k * z.factor
            left = (field.left() - z.dx - sheet.dx * z.factor) / k
            top = (field.top() - z.dy - sheet.dy * z.factor) / k
            part = QRectF(left, top, field.width() / k, field.height() / k)
            changes = self._frame.changes if self._frame is not None else None
            self.minimap.show_part(sheet, field, part, changes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Nothing moves while the window takes another size."""
        self._glide.stop()
        super().resizeEvent(event)
