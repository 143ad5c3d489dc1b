"""Prose on a page: rich text that knows its height and where it may be cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import (
    QColor,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from pathway_viewer.export.pages import Block, Piece
from pathway_viewer.look.theme import PRINT
from pathway_viewer.scene.lettering import Hand, font

SHEET = """
p, li {{ margin: 0 0 {gap}px 0; line-height: {leading}%; }}
h1 {{ font-size: {h1}px; font-weight: 600; margin: 0 0 {gap}px 0; line-height: 108%; }}
h2 {{ font-size: {h2}px; font-weight: 600; margin: 0 0 {gap}px 0; }}
h3 {{ font-size: {h3}px; font-weight: 600; margin: 0 0 {small_gap}px 0; }}
a {{ color: {ink}; text-decoration: none; }}
b {{ font-weight: 600; }}
.muted {{ color: {muted}; }}
.tabbed {{ white-space: pre-wrap; margin: 0 0 {small_gap}px 0; }}
.entry {{ margin: 0 0 {small_gap}px {indent}px; text-indent: -{indent}px; }}
"""

TOGETHER = 3
"""A paragraph of so few lines is never cut, and at least two lines stand on either side."""


@dataclass(frozen=True)
class Cut:
    """A place where the text may be cut: after a line, before the next."""

    bottom: float
    next_top: float


class Prose:
    """Rich text in a width, which is in tenths of a point as are its size and its tab stop."""

    def __init__(
        self, html: str, width: float, size: float, leading: int = 116, tab: float = 0.0
    ) -> None:
        self._document = QTextDocument()
        self._document.setDocumentMargin(0)
        self._document.setUseDesignMetrics(True)
        self._document.setDefaultFont(font(Hand(size)))
        self._document.setDefaultStyleSheet(_styles(size, leading))
        self._document.setHtml(html)
        if tab:
            stop = QTextBlockFormat()
            stop.setTabPositions([QTextOption.Tab(tab, QTextOption.TabType.LeftTab)])
            cursor = QTextCursor(self._document)
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.mergeBlockFormat(stop)
        self._document.setTextWidth(width)
        self.width = width
        self._cuts = tuple(_cuts(self._document))

    @property
    def height(self) -> float:
        """From the top of the first line to the bottom of the last."""
        return self._cuts[-1].bottom if self._cuts else 0.0

    @property
    def widest(self) -> float:
        """The width of the widest line, which is more than asked for where a word is too long."""
        return self._document.idealWidth()

    def plain(self) -> str:
        """The text without its form."""
        return self._document.toPlainText()

    def cut(self, top: float, room: float) -> Cut | None:
        """The last place to cut a text that begins at `top`; None where no line fits."""
        fits = [cut for cut in self._cuts if top < cut.bottom <= top + room + 0.01]
        return fits[-1] if fits else None

    def block(self) -> Block:
        """All of it."""
        return Block((self.piece(0.0, self.height),), self.height)

    def piece(self, top: float, bottom: float) -> Piece:
        """The lines between two heights, from (0, 0)."""

        def paint(painter: QPainter, box: QRectF) -> None:
            painter.translate(box.left(), box.top() - top)
            painter.setPen(QColor(PRINT.ink))
            for block in _blocks(self._document):
                layout = block.layout()
                for i in range(layout.lineCount()):
                    line = layout.lineAt(i)
                    # Line by line: the layout of a whole document, told to clip, draws the
                    # line before the first one too.
                    if top - 1 < layout.position().y() + line.y() < bottom - 1:
                        line.draw(painter, layout.position())

        return Piece(QRectF(0, 0, self.width, bottom - top), paint, "text")


def _styles(size: float, leading: int) -> str:
    return SHEET.format(
        gap=round(size * 0.5),
        small_gap=round(size * 0.3),
        leading=leading,
        h1=round(size * 2.2),
        h2=round(size * 1.5),
        h3=round(size * 1.2),
        ink=PRINT.ink,
        muted=PRINT.muted,
        indent=round(size * 2.0),
    )


def _cuts(document: QTextDocument) -> Iterator[Cut]:
    """Every place where the text may be cut, the end among them."""
    lines = [line for block in _blocks(document) for line in _lines(block)]
    for i, (_, bottom, allowed) in enumerate(lines):
        if i + 1 == len(lines):
            yield Cut(bottom, bottom)
        elif allowed:
            yield Cut(bottom, lines[i + 1][0])


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    # The document is laid out as far as it is asked for; this asks for its end.
    document.size()
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _lines(block: QTextBlock) -> Iterator[tuple[float, float, bool]]:
    """Top and bottom of each line of a paragraph, and whether the text may be cut after it."""
    layout = block.layout()
    count = layout.lineCount()
    heading = block.blockFormat().headingLevel() > 0
    for i in range(count):
        line = layout.lineAt(i)
        top = layout.position().y() + line.y()
        last = i + 1 == count
        inside = count > TOGETHER and 1 <= i < count - 2
        yield top, top + line.height(), not heading and (last or inside)
