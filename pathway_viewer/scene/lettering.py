"""Text on the picture: one line in a box, as text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from pathway_viewer.look.theme import FONTS

CENTRE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

BOLD = QFont.Weight.DemiBold

LINE = 1.28
"""From one line of small text to the next, in sizes of it."""


STEREO = re.compile(r"\((?:\d+[RSEZ],? ?)+\)")
"""Stereodescriptors: their letters are set in italics, '(2R,6R)-' as in a chemist's paper."""


@dataclass(frozen=True)
class Hand:
    """A size in pixels of the target, a weight, and whether it slants."""

    size: float
    weight: QFont.Weight = QFont.Weight.Normal
    italic: bool = False


@lru_cache(maxsize=512)
def font(hand: Hand) -> QFont:
    """The first family the system has, at this size and weight, unhinted so that it scales."""
    made = QFont()
    made.setFamilies(list(FONTS))
    made.setPointSizeF(10)
    made.setWeight(hand.weight)
    made.setItalic(hand.italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Contextual glyphs, and the figures of one width that the window's font asks for, have no
    # letter of their own: a hyphen between digits, or the digits themselves, would be lost to
    # whoever searches or copies the text of a PDF.
    made.clearFeatures()
    made.setFeature(QFont.Tag("calt"), 0)
    made.setPixelSize(max(1, round(hand.size)))
    return made


@lru_cache(maxsize=4096)
def width(text: str, hand: Hand) -> float:
    """Advance of a line of text in pixels, in proportion to the exact size asked for."""
    return sum(
        QFontMetricsF(font(replace(run, size=100))).horizontalAdvance(part) * hand.size / 100
        for part, run in runs(text, hand)
    )


def runs(text: str, hand: Hand) -> list[tuple[str, Hand]]:
    """A line in stretches of one hand each: upright, but for the letters of stereodescriptors."""
    found = STEREO.search(text)
    if found is None:
        return [(text, hand)]
    parts = re.split(r"(?<=\d)([RSEZ])", found.group())
    middle = [(part, replace(hand, italic=i % 2 == 1)) for i, part in enumerate(parts)]
    return [(text[: found.start()], hand), *middle, *runs(text[found.end() :], hand)]


def fitted(text: str, hand: Hand, room: float, smallest: float = 0.6) -> Hand:
    """The hand shrunk until the text fits the room, but not below a share of its size."""
    need = width(text, hand)
    if need <= max(room, 0.0):
        return hand
    return Hand(hand.size * max(smallest, room / need), hand.weight)


def shortened(text: str, hand: Hand, room: float) -> str:
    """The text, or as many of its first words as fit the room with an ellipsis after them."""
    words = text.split(" ")
    while words and width(text, hand) > room:
        words.pop()
        text = " ".join(words).rstrip(",;:.") + "…"
    return text if words else ""


def wrapped(text: str, hand: Hand, room: float, most: int) -> tuple[str, ...]:
    """The text in lines that fit the room, at the most so many; then the last one is shortened.

    Nothing where not even the first word fits.
    """
    lines, words = list[str](), text.split()
    while words and len(lines) < most:
        count = 1
        while count < len(words) and width(" ".join(words[: count + 1]), hand) <= room:
            count += 1
        if len(lines) == most - 1:
            lines.append(shortened(" ".join(words), hand, room))
            break
        lines.append(" ".join(words[:count]))
        words = words[count:]
    return tuple(lines) if all(line and width(line, hand) <= room for line in lines) else ()


def _beginning(box: QRectF, wide: float, align: Qt.AlignmentFlag) -> float:
    """Where a text of this width begins in its box."""
    if align & Qt.AlignmentFlag.AlignLeft:
        return box.left()
    spare = box.width() - wide
    return box.left() + (spare if align & Qt.AlignmentFlag.AlignRight else spare / 2)


class Lettering:
    """Draws text as text, so that an SVG or a PDF keeps it searchable."""

    def draw(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        hand: Hand,
        color: str,
        align: Qt.AlignmentFlag = CENTRE,
    ) -> None:
        """One line of text in a box, in the painter's own units."""
        stretches = runs(text, hand)
        if len(stretches) > 1:
            left = _beginning(box, width(text, hand), align)
            for part, run in stretches:
                wide = width(part, run)
                here = QRectF(left, box.top(), wide, box.height())
                self._stretch(painter, here, part, run, color, LEFT)
                left += wide
        else:
            self._stretch(painter, box, text, hand, color, align)

    @staticmethod
    def _stretch(
        painter: QPainter,
        box: QRectF,
        text: str,
        hand: Hand,
        color: str,
        align: Qt.AlignmentFlag,
    ) -> None:
        """A stretch of one hand."""
        painter.save()
        exact = hand.size / max(1, round(hand.size))
        painter.setFont(font(hand))
        painter.setPen(QColor(color))
        painter.translate(box.topLeft())
        painter.scale(exact, exact)
        room = QRectF(0, 0, box.width() / exact, box.height() / exact)
        painter.drawText(room, int(align | Qt.TextFlag.TextDontClip), text)
        painter.restore()
