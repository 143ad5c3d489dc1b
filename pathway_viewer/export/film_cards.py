"""A film's cards: the title before it, and the references after it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from pathway_viewer.export.entries import Sheet, paint_entries, set_out
from pathway_viewer.export.film import Film
from pathway_viewer.export.film_page import LEGIBLE, Page, paint_notice
from pathway_viewer.export.notice import notice_of, source_of
from pathway_viewer.look.theme import THEMES
from pathway_viewer.scene.lettering import BOLD, LEFT, Hand, Lettering, fitted, wrapped
from pathway_viewer.scene.picture import paint_paper

ENTRY = (0.024, 0.021, 0.018, 0.0155, 0.0135)
"""Sizes of a reference's text as shares of the height: the largest that needs one card alone."""

COLUMN_EMS = 32
"""A column of references is about so many sizes of its text wide."""

SIDE = 0.08
"""The margin at the sides of a card, as a share of the width."""


@dataclass(frozen=True)
class Endings:
    """The references of a film, set out on cards; one card that says that nothing is cited."""

    sheets: tuple[Sheet, ...]
    hand: Hand


def endings(film: Film) -> Endings:
    """The cards at the end of a film."""
    wide, high = film.size
    page, entries = Page.of(film.size), film.entries or ("Nothing is cited.",)
    side = wide * 0.03
    top = page.title.bottom() * 1.25
    found: Endings | None = None
    for share in ENTRY:
        hand = Hand(max(LEGIBLE, high * share))
        room = QRectF(side, top, wide - 2 * side, page.notice.top() - hand.size - top)
        columns = max(1, round(room.width() / (COLUMN_EMS * hand.size)))
        found = Endings(set_out(entries, room, hand, columns), hand)
        if len(found.sheets) == 1:
            break
    assert found is not None
    return found


def paint_opening(painter: QPainter, film: Film) -> None:
    """What the film is about, what it shows, and what it is not."""
    theme, lettering = THEMES[film.shots[0].look.theme], Lettering()
    wide, high = film.size
    paint_paper(painter, QRectF(0, 0, wide, high), theme)
    left, room = wide * SIDE, wide * (1 - 2 * SIDE)
    big = fitted(film.pathway.title, Hand(high * 0.075, BOLD), room, smallest=0.5)
    y = high * 0.34
    lettering.draw(painter, QRectF(left, y, room, big.size * 1.3), film.pathway.title, big,
                   theme.ink, LEFT)  # fmt: skip
    y += big.size * 1.3
    for text, size, ink in _told(film):
        hand = Hand(max(LEGIBLE, high * size))
        y += hand.size * 0.5
        for line in wrapped(text, hand, room, 4):
            box = QRectF(left, y, room, hand.size * 1.3)
            lettering.draw(painter, box, line, hand, getattr(theme, ink), LEFT)
            y += hand.size * 1.32
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent))
    painter.drawRect(QRectF(left, high * 0.32, wide * 0.075, max(2.0, high * 0.008)))


def paint_ending(painter: QPainter, film: Film, cards: Endings, index: int) -> None:
    """One card of references."""
    theme, page = THEMES[film.shots[-1].look.theme], Page.of(film.size)
    paint_paper(painter, QRectF(0, 0, *film.size), theme)
    count = len(cards.sheets)
    which = f" ({index + 1} of {count})" if count > 1 else ""
    title = page.title.adjusted(film.size[0] * 0.03 - page.title.left(), 0, 0, 0)
    hand = Hand(page.title.height() * 0.56, BOLD)
    Lettering().draw(painter, title, f"References{which}", hand, theme.ink, LEFT)
    paint_entries(painter, cards.sheets[index], cards.hand, theme.ink)
    paint_notice(painter, film, page.notice, theme)


def _told(film: Film) -> list[tuple[str, float, str]]:
    """What stands below the title, with its size and the name of its ink."""
    pathway = film.pathway
    parts = [(pathway.subtitle, 0.036, "ink"), (film.told, 0.028, "accent")]
    parts += [(notice_of(pathway), 0.026, "ink"), (source_of(pathway)[0], 0.022, "muted")]
    return [part for part in parts if part[0]]
