"""Entries: a numbered list of references set in columns, on as many pages as it needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from pathway_viewer.scene.lettering import LEFT, LINE, Hand, Lettering, width, wrapped

GAP = 0.45
"""Between two entries, in sizes of their text."""

GUTTER = 1.6
"""Between two columns, in sizes of the text."""

MOST_LINES = 12
"""An entry of more lines is cut short: nobody reads hundreds of authors."""


@dataclass(frozen=True)
class Line:
    """A line of an entry and where it stands, in the painter's units."""

    box: QRectF
    text: str


Sheet = tuple[Line, ...]


def set_out(entries: Sequence[str], room: QRectF, hand: Hand, columns: int) -> tuple[Sheet, ...]:
    """The list in so many columns of a rectangle, and on more pages where it is too long.

    The number of an entry ('12. Autry ...') stands out to the left of its lines, and an entry
    stays in one column.
    """
    gutter = GUTTER * hand.size
    wide = (room.width() - gutter * (columns - 1)) / columns
    indent = max((width(f"{_parts(one)[0]}  ", hand) for one in entries), default=0.0)
    sheets: list[list[Line]] = []
    for column, top, entry in _flowing(entries, hand, wide - indent, room.height()):
        page, place = divmod(column, columns)
        if page == len(sheets):
            sheets.append([])
        x, y = room.left() + place * (wide + gutter), room.top() + top
        sheets[page] += _lines(entry, QRectF(x, y, wide, hand.size * LINE), indent)
    return tuple(tuple(one) for one in sheets)


def paint_entries(painter: QPainter, sheet: Sheet, hand: Hand, ink: str) -> None:
    """One page of the list."""
    lettering = Lettering()
    for line in sheet:
        lettering.draw(painter, line.box, line.text, hand, ink, LEFT)


def _flowing(
    entries: Iterable[str], hand: Hand, wide: float, high: float
) -> Iterator[tuple[int, float, tuple[str, ...]]]:
    """Each entry as its number and lines, with its column and how far down it begins."""
    column, top = 0, 0.0
    for entry in entries:
        number, rest = _parts(entry)
        lines = wrapped(rest, hand, wide, MOST_LINES) or (rest,)
        need = len(lines) * hand.size * LINE
        if top and top + need > high:
            column, top = column + 1, 0.0
        yield column, top, (number, *lines)
        top += need + GAP * hand.size


def _lines(entry: tuple[str, ...], first: QRectF, indent: float) -> list[Line]:
    """The number, and beside it the lines of an entry."""
    number, *rest = entry
    lines = [Line(first, number)] if number else []
    for i, text in enumerate(rest):
        lines.append(Line(first.adjusted(indent, 0, 0, 0).translated(0, i * first.height()), text))
    return lines


def _parts(entry: str) -> tuple[str, str]:
    """The number of an entry with its full stop, and the rest."""
    number, _, rest = entry.partition(" ")
    return (number, rest) if number.rstrip(".").isdigit() else ("", entry)
