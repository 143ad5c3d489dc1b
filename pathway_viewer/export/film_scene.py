"""A film's scene: one shot as pixmaps, of which only what changed is painted for a frame."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QPixmap

from pathway_viewer.export.arranging import arranged
from pathway_viewer.export.film import Film, Shot
from pathway_viewer.export.film_page import Page, paint_frame, paint_head
from pathway_viewer.look.theme import THEMES
from pathway_viewer.scene.beside import beside_of, paint_signs
from pathway_viewer.scene.picture import paint_paper
from pathway_viewer.scene.sprites import Sprites
from pathway_viewer.scene.stage import Stage
from pathway_viewer.timeline.frame import frame_at


class Scene:
    """Paints the frames of one shot. What it paints depends on its arguments alone."""

    def __init__(self, film: Film, shot: Shot, page: Page) -> None:
        self._film, self._shot, self._page = film, shot, page
        self._theme = THEMES[shot.look.theme]
        room = QRectF(QPointF(), page.field.size())
        made = arranged(film.pathway, shot.look, room)
        self._picture, self._made = made.picture, made
        self._around = self._painted_around()
        field = made.picture.field.intersected(room) if made.near else room
        self._field = field
        self._sprites = Sprites(made.picture, 1.0)
        self._stage = Stage(self._sprites, self._painted_ground(room), field)

    def paint(self, image: QImage, share: float, phase: float | None) -> None:
        """The frame at a share 0..1 of the shot; `phase` in seconds moves the particles."""
        shot, page = self._shot, self._page
        frame = frame_at(self._film.pathway, shot.course, shot.hours(share))
        beside = beside_of(shot.course, shot.ghost, frame.time)
        self._stage.show(frame, beside)
        first, last = shot.place
        with QPainter(image) as painter:
            painter.drawPixmap(0, 0, self._around)
            painter.drawPixmap(page.field.topLeft(), self._stage.pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_head(painter, page.bar, first + (last - first) * share, self._theme)
            painter.translate(page.field.topLeft())
            painter.setClipRect(self._field)
            self._sprites.paint_passing(painter, frame, phase)
            paint_signs(painter, self._picture.sheet, beside.signs)

    def _painted_around(self) -> QPixmap:
        around = QPixmap(*self._film.size)
        with QPainter(around) as painter:
            painter.setRenderHints(_SMOOTH)
            paint_frame(painter, self._film, self._page, self._shot)
        return around

    def _painted_ground(self, room: QRectF) -> QPixmap:
        ground = QPixmap(room.size().toSize())
        with QPainter(ground) as painter:
            painter.setRenderHints(_SMOOTH)
            paint_paper(painter, room, self._theme)
            self._made.paint_still(painter)
        return ground


_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
