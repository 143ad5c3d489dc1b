"""One picture on a widget, as pixmaps: what stands still is painted once."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from pathway_viewer.scene.beside import Beside, paint_signs
from pathway_viewer.scene.glide import blank
from pathway_viewer.scene.lettering import Lettering
from pathway_viewer.scene.marks import Marks, paint_marks, paint_selected_arrows
from pathway_viewer.scene.picture import Picture, paint_paper
from pathway_viewer.scene.sprites import Sprites
from pathway_viewer.scene.stage import Stage
from pathway_viewer.timeline.frame import Frame


class Surface:
    """The pixmaps of one picture at the size and the pixel ratio that the widget has now.

    `zoomed` is whether only a part of the diagram is seen, cut off at the picture's field.
    """

    def __init__(self, picture: Picture, view: QWidget, *, zoomed: bool) -> None:
        self._picture, self._view, self._zoomed = picture, view, zoomed
        self._field = seen(picture, view, zoomed=zoomed)
        self._sprites: Sprites | None = None
        self._ground: QPixmap | None = None
        self._stage: Stage | None = None

    def forget_ground(self) -> None:
        """Another part is selected; nodes and words stay as they are kept."""
        self._ground = self._stage = None

    def ground(self, selected: str) -> QPixmap:
        """Everything that stands still, painted once."""
        if self._ground is None:
            self._ground = self._painted_ground(selected)
        return self._ground

    def paint(
        self,
        painter: QPainter,
        frame: Frame,
        phase: float | None,
        beside: Beside,
        marks: Marks,
    ) -> None:
        """The still ground, then what moves, then the marks of selection and focus."""
        ground, sheet = self.ground(marks.selected), self._picture.sheet
        if self._sprites is None:
            self._sprites = Sprites(self._picture, ground.devicePixelRatio())
        if self._stage is None:
            self._stage = Stage(self._sprites, ground, self._field)
        self._stage.show(frame, beside)
        painter.drawPixmap(0, 0, self._stage.pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self._field)
        self._sprites.paint_passing(painter, frame, phase)
        paint_signs(painter, sheet, beside.signs)
        paint_marks(painter, sheet, marks)
        painter.setClipping(False)

    def _painted_ground(self, selected: str) -> QPixmap:
        ground, picture = blank(self._view), self._picture
        with QPainter(ground) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_paper(painter, QRectF(self._view.rect()), picture.sheet.theme)
            picture.paint_still(painter, Lettering(), zoomed=self._zoomed)
            painter.setClipRect(self._field)
            paint_selected_arrows(painter, picture.sheet, selected)
        return ground


def seen(picture: Picture, view: QWidget, *, zoomed: bool) -> QRectF:
    """The part of a widget in which the diagram is seen."""
    whole = QRectF(view.rect())
    return whole.intersected(picture.field) if zoomed else whole
