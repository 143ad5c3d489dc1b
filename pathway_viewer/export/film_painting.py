"""A film's images, painted one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QImage, QPainter

from pathway_viewer.export.film import Film, Stretch, StretchId, Take, takes
from pathway_viewer.export.film_cards import Endings, paint_ending, paint_opening
from pathway_viewer.export.film_page import Page
from pathway_viewer.export.film_pipe import Shown
from pathway_viewer.export.film_scene import Scene
from pathway_viewer.export.pixels import Pixels, pixels_of
from pathway_viewer.export.work import Steps

SAMPLES = 6
"""So many shots are looked at for the colours of a film that has few."""


class FilmPainter:
    """Paints a film's images; what it paints for a take depends on that take alone."""

    def __init__(self, film: Film, table: tuple[Stretch, ...], cards: Endings) -> None:
        self._film, self._table, self._cards = film, table, cards
        self._page = Page.of(film.size)
        self._scene: tuple[int, Scene] | None = None

    def images(self) -> Iterator[Shown]:
        """Every image with the frames it is seen for."""
        image, ended = self._blank(), self._blank()
        before: tuple[StretchId, int] | None = None
        for take in takes(self._film, self._table):
            if before is not None and before != (take.what, take.index):
                ended = image.copy()
            before = take.what, take.index
            self._paint(image, take)
            if take.before:
                with QPainter(image) as painter:
                    painter.setOpacity(take.before)
                    painter.drawImage(0, 0, ended)
            yield Shown(pixels_of(image), take.frames)

    def samples(self) -> Steps[list[Pixels]]:
        """The title and some shots in their middle, for who must know the colours beforehand."""
        count = len(self._film.shots)
        step = max(1, count // SAMPLES)
        found = [Take("opening", 0, 0.0, 0)]
        found += [Take("shot", i, 0.5, 0) for i in range(0, count, step)]
        image, pixels = self._blank(), list[Pixels]()
        for take in found:
            self._paint(image, take)
            pixels.append(pixels_of(image))
            yield
        return pixels

    def _blank(self) -> QImage:
        return QImage(*self._film.size, QImage.Format.Format_RGB32)

    def _paint(self, image: QImage, take: Take) -> None:
        film = self._film
        if take.what == "shot":
            phase = take.number / film.rate if film.moves else None
            self._scene_of(take.index).paint(image, take.share, phase)
            return
        with QPainter(image) as painter:
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
            )
            if take.what == "opening":
                paint_opening(painter, film)
            else:
                paint_ending(painter, film, self._cards, take.index)

    def _scene_of(self, index: int) -> Scene:
        if self._scene is None or self._scene[0] != index:
            self._scene = index, Scene(self._film, self._film.shots[index], self._page)
        return self._scene[1]
