"""A film's page: where title, diagram, bar and notice stand in its frames, and how they look."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from pathway_viewer.export.film import Film, Mark, Shot
from pathway_viewer.export.notice import notice_of, source_of
from pathway_viewer.look.theme import THEMES, Theme
from pathway_viewer.scene.lettering import (
    BOLD,
    LEFT,
    RIGHT,
    Hand,
    Lettering,
    fitted,
    shortened,
    width,
)
from pathway_viewer.scene.picture import paint_paper

HEAD, BAR, FOOT, MARGIN = 0.062, 0.036, 0.032, 0.012
"""Heights of title, bar and notice, and the margin at the sides, as shares of the height."""

LEGIBLE = 10.0
"""No text is smaller than so many pixels."""


@dataclass(frozen=True)
class Page:
    """The rectangles of a frame, in whole pixels."""

    title: QRectF
    field: QRectF
    bar: QRectF
    notice: QRectF

    @classmethod
    def of(cls, size: tuple[int, int]) -> Page:
        """The page of frames of a size in pixels."""
        wide, high = size
        head = max(26, round(high * HEAD))
        bar, foot = max(16, round(high * BAR)), max(16, round(high * FOOT))
        side = max(6, round(high * MARGIN))
        inner = wide - 2 * side
        return cls(
            title=QRectF(side, 0, inner, head),
            field=QRectF(0, head, wide, high - head - bar - foot),
            bar=QRectF(side, high - foot - bar, inner, bar),
            notice=QRectF(side, high - foot, inner, foot),
        )


def paint_frame(painter: QPainter, film: Film, page: Page, shot: Shot) -> None:
    """All of a frame around the diagram that stays while a shot lasts."""
    theme = THEMES[shot.look.theme]
    paint_paper(painter, QRectF(0, 0, *film.size), theme)
    _paint_title(painter, film, page.title, shot)
    for i, mark in enumerate(film.marks):
        _paint_mark(painter, page.bar, mark, i, theme)
    paint_notice(painter, film, page.notice, theme)


def paint_notice(painter: QPainter, film: Film, box: QRectF, theme: Theme) -> None:
    """What it is not, and where its levels come from."""
    lettering, hand = Lettering(), Hand(max(LEGIBLE, box.height() * 0.5))
    said = notice_of(film.pathway)
    lettering.draw(painter, box, said, hand, theme.muted, LEFT)
    room = box.width() - width(said, hand) - 2 * hand.size
    source = next((one for one in source_of(film.pathway) if width(one, hand) <= room), "")
    lettering.draw(painter, box, source, hand, theme.muted, RIGHT)


def paint_head(painter: QPainter, bar: QRectF, share: float, theme: Theme) -> None:
    """Where the film is, on its bar."""
    x = bar.left() + bar.width() * min(1.0, max(0.0, share))
    thick = max(3.0, bar.height() * 0.11)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent))
    box = QRectF(x - thick / 2, bar.top(), thick, bar.height())
    painter.drawRoundedRect(box, thick / 2, thick / 2)


def _paint_title(painter: QPainter, film: Film, box: QRectF, shot: Shot) -> None:
    """The chapter or the step large, with its references' numbers; at the right of it the
    pathway, or what is changed."""
    look, title = shot.look, shot.title
    theme, lettering = THEMES[look.theme], Lettering()
    big = fitted(title, Hand(box.height() * 0.56, BOLD), box.width() * 0.7)
    lettering.draw(painter, box, title, big, theme.ink, LEFT)
    box = _paint_cites(painter, shot, box.adjusted(width(title, big), 0, 0, 0), theme)
    told = f"What if: {look.what_if}" if look.what_if else _beside(film, title)
    ink = theme.accent if look.what_if else theme.muted
    room = box.adjusted(2 * big.size, 0, 0, 0)
    hand = fitted(told, Hand(max(LEGIBLE, box.height() * 0.34)), room.width(), smallest=0.7)
    lettering.draw(painter, room, shortened(told, hand, room.width()), hand, ink, RIGHT)


def _paint_cites(painter: QPainter, shot: Shot, room: QRectF, theme: Theme) -> QRectF:
    """The numbers under which its references stand at the film's end; what room is left."""
    if not shot.cites:
        return room
    told = f"[{', '.join(map(str, shot.cites))}]"
    hand = Hand(max(LEGIBLE, room.height() * 0.36))
    box = room.adjusted(0.7 * hand.size, 0, 0, 0)
    Lettering().draw(painter, box, told, hand, theme.muted, LEFT)
    return box.adjusted(width(told, hand), 0, 0, 0)


def _beside(film: Film, title: str) -> str:
    """What stands beside a title: the pathway, or where that is the title what is shown of it."""
    return film.told if title == film.pathway.title else film.pathway.title


def _paint_mark(painter: QPainter, bar: QRectF, mark: Mark, index: int, theme: Theme) -> None:
    """A chapter or a step on the bar, with its name as far as there is room."""
    inner = _room(bar)
    left = inner.left() + inner.width() * mark.start
    box = QRectF(left, inner.top(), inner.width() * (mark.end - mark.start), inner.height())
    painter.fillRect(
        box.adjusted(0.5, 0, -0.5, 0), QColor(theme.chapters[index % len(theme.chapters)])
    )
    hand = Hand(max(LEGIBLE, box.height() * 0.62))
    room = box.width() - hand.size
    text = shortened(mark.label, fitted(mark.label, hand, room, smallest=0.8), room)
    if text and text != "…":
        Lettering().draw(painter, box, text, fitted(text, hand, room, smallest=0.8), theme.ink)


def _room(bar: QRectF) -> QRectF:
    """The part of the bar that chapters fill: its head reaches over it at both sides."""
    return bar.adjusted(0, bar.height() * 0.14, 0, -bar.height() * 0.14)
