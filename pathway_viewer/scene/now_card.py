"""The card of the moment: when it is, what happens in one sentence, in which chapter and clock."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from pathway_viewer.look.theme import Theme
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.times import spoken
from pathway_viewer.scene.lettering import (
    BOLD,
    LEFT,
    RIGHT,
    Hand,
    Lettering,
    fitted,
    width,
    wrapped,
)
from pathway_viewer.timeline.frame import Frame

TIME, SENTENCE, SMALL = 0.36, 0.29, 0.21
"""Sizes of the time, of a sentence in one line and of the small words, as shares of the height."""

LARGE = (0.34, 0.26, 0.25)
"""The same for an audience: even the small words are read from the back row."""

PAD = 0.17
"""Kept free left and right in either part of the card, as a share of its height."""

LONGEST = ("20 h 59 min", "10 wk 6 d")
"""Times that the first part of the card has room for: it does not change its width."""

HEAD = 1.25
"""Height of the line of small words, in sizes of them."""

NEARLY = 0.9
"""A sentence that fits one line at this share of its size is set in one."""

LEADING = 1.2
"""From one line of a sentence to the next, in sizes of it."""

SHRINK = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7)
"""Sizes that a long sentence is tried in, before anything of it is left out."""


@dataclass(frozen=True)
class Card:
    """What a card says. Without a chapter it has the colour of a raised surface."""

    time: str
    since: str
    chapter: str
    color: str
    sentence: str
    clock: str


def card_of(frame: Frame, pathway: Pathway, theme: Theme, clock: str) -> Card:
    """The card of a frame."""
    time, since = told(frame.time, frame.origin)
    chapter = frame.chapter
    color = theme.raised
    if chapter is not None:
        kin = [c for c in pathway.chapters if not c.scenarios or c.scenarios == chapter.scenarios]
        order = [c.id for c in sorted(kin, key=lambda one: one.start)]
        place = order.index(chapter.id) if chapter.id in order else 0
        color = theme.chapters[place % len(theme.chapters)]
    title = chapter.title if chapter else ""
    return Card(time, since, title, color, frame.caption, clock)


def told(hours: float, origin: str) -> tuple[str, str]:
    """A moment in two parts: ('2 h', 'after the dose'); without an origin ('2 h', 'in')."""
    if abs(hours) < 1 / 120:
        return "0 h", f"at {origin or 'the start'}"
    if hours < 0:
        return spoken(-hours), f"before {origin or 'the start'}"
    return spoken(hours), f"after {origin}" if origin else "from the start"


def paint_card(
    painter: QPainter,
    box: QRectF,
    card: Card,
    theme: Theme,
    lettering: Lettering,
    large: bool = False,
) -> None:
    """The card in its box: the time on the chapter's colour, the sentence beside it."""
    first = time_box(box, card, theme, large)
    _paint_ground(painter, box, first, card, theme)
    paint_time(painter, first, card, theme, lettering, large)
    _paint_told(painter, _beside(box, first), card, theme, lettering, large)


def time_box(box: QRectF, card: Card, theme: Theme, large: bool) -> QRectF:
    """The part of a card in its box that tells the time."""
    wide = _first_width(card, box.height(), theme, large)
    return QRectF(box.left(), box.top(), wide, box.height())


def paint_telling(
    painter: QPainter,
    box: QRectF,
    first: QRectF,
    card: Card,
    theme: Theme,
    lettering: Lettering,
    large: bool,
) -> None:
    """A card without the time, for which its first part is left."""
    _paint_ground(painter, box, first, card, theme)
    _paint_told(painter, _beside(box, first), card, theme, lettering, large)


def _beside(box: QRectF, first: QRectF) -> QRectF:
    return QRectF(first.right(), box.top(), box.right() - first.right(), box.height())


def _sizes(height: float, theme: Theme, large: bool) -> tuple[float, float, float]:
    """Sizes in pixels of the time, the sentence and the small words."""
    time, sentence, small = LARGE if large else (TIME, SENTENCE, SMALL)
    return time * height, sentence * height, max(small * height, theme.type.caption)


def _first_width(card: Card, height: float, theme: Theme, large: bool) -> float:
    """As wide as the longest time and what it is counted from, whatever the moment."""
    time, _, small = _sizes(height, theme, large)
    since = max(width(f"{way} {_origin(card)}", Hand(small)) for way in ("before", "after"))
    times = max(width(text, Hand(time, BOLD)) for text in (*LONGEST, card.time))
    return max(since, times) + 2 * PAD * height


def _origin(card: Card) -> str:
    return card.since.split(" ", 1)[1]


def _paint_ground(painter: QPainter, box: QRectF, first: QRectF, card: Card, theme: Theme) -> None:
    """A raised card with round corners, its first part in the chapter's colour."""
    painter.save()
    radius = min(10.0, box.height() * 0.16)
    path = QPainterPath()
    path.addRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(path, QColor(theme.panel))
    part = QPainterPath()
    part.addRect(first)
    painter.fillPath(path.intersected(part), QColor(card.color))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.line), 1.2))
    painter.drawPath(path)
    painter.restore()


def paint_time(
    painter: QPainter, box: QRectF, card: Card, theme: Theme, lettering: Lettering, large: bool
) -> None:
    """The time and what it is counted from, in the first part of a card."""
    time, _, small = _sizes(box.height(), theme, large)
    text = box.adjusted(PAD * box.height(), 0, -PAD * box.height() / 2, 0)
    tall = time * 1.15 + small * 1.25
    top = text.center().y() - tall / 2
    at = QRectF(text.left(), top, text.width(), time * 1.15)
    lettering.draw(painter, at, card.time, Hand(time, BOLD), theme.ink, LEFT)
    below = QRectF(text.left(), at.bottom(), text.width(), small * 1.25)
    hand = fitted(card.since, Hand(small), text.width())
    lettering.draw(painter, below, card.since, hand, theme.ink, LEFT)


def _paint_told(
    painter: QPainter, box: QRectF, card: Card, theme: Theme, lettering: Lettering, large: bool
) -> None:
    """Chapter and clock in one line, the sentence below in one line or two."""
    height = box.height()
    _, size, small = _sizes(height, theme, large)
    text = box.adjusted(PAD * height, 0, -PAD * height, 0)
    head = small * HEAD if card.chapter else 0.0
    beside = 0.0 if card.chapter else width(card.clock, Hand(small)) + small
    most = (height * 0.88 - head) / 2 / LEADING
    lines, hand = sentence_set(card.sentence, size, text.width() - beside, most)
    step = hand.size * LEADING
    top = text.center().y() - (head + step * len(lines)) / 2
    first = QRectF(text.left(), top, text.width(), head or step)
    lettering.draw(painter, first, card.chapter, Hand(small, BOLD), theme.muted, LEFT)
    room = text.width() - width(card.chapter, Hand(small, BOLD)) - small
    clock = fitted(card.clock, Hand(small), room)
    if width(card.clock, clock) <= room:
        lettering.draw(painter, first, card.clock, clock, theme.muted, RIGHT)
    for i, line in enumerate(lines):
        row = QRectF(text.left(), top + head + i * step, text.width(), step)
        lettering.draw(painter, row, line, hand, theme.ink, LEFT)


def sentence_set(
    sentence: str, size: float, room: float, most: float = 1e9
) -> tuple[tuple[str, ...], Hand]:
    """A sentence in one line, else in two of about one length, whole where that is possible.

    In two lines it is no larger than `most`.
    """
    hand = fitted(sentence, Hand(size), room, smallest=NEARLY)
    if width(sentence, hand) <= room:
        return (sentence,), hand
    for by in SHRINK:
        hand = Hand(min(size * by, most))
        half = width(sentence, hand) / 2
        for wide in (half * 1.05, half * 1.2, room):
            lines = wrapped(sentence, hand, min(wide, room), 2)
            if lines and not lines[-1].endswith("…"):
                return lines, hand
    return wrapped(sentence, hand, room, 2) or (sentence,), hand
