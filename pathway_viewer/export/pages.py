"""Pages: paper, the pieces that stand on it, and how they become a PDF or an image."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QBuffer, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter

from pathway_viewer.export.still import application
from pathway_viewer.export.work import Part, Steps, Work, at_once, finished, stepwise
from pathway_viewer.model.writing import refuse_what_cannot_be, write_whole

PaperId = Literal["a4", "letter"]

DPI = 720
"""Everything on a page is measured in tenths of a point, so that a font of 95 is one of 9.5 pt."""

MM = DPI / 25.4
POINT = 10.0


@dataclass(frozen=True)
class Paper:
    """A sheet: its size, and the room left for the text by margins and foot, in tenths of a point.

    Margins of 15 mm are wider than what any printer leaves blank.
    """

    id: PaperId
    width: float
    height: float
    margin: float = 15 * MM
    foot: float = 10 * MM

    @property
    def inner(self) -> QRectF:
        """Where the text stands."""
        high = self.height - 2 * self.margin - self.foot
        return QRectF(self.margin, self.margin, self.width - 2 * self.margin, high)

    @property
    def footer(self) -> QRectF:
        """Where notice and page number stand."""
        top = self.height - self.margin - self.foot + 3 * MM
        return QRectF(self.margin, top, self.width - 2 * self.margin, self.foot - 3 * MM)


PAPERS: dict[PaperId, Paper] = {
    "a4": Paper("a4", 210 * MM, 297 * MM),
    "letter": Paper("letter", 8.5 * DPI, 11.0 * DPI),
}

Paint = Callable[[QPainter, QRectF], Steps[None] | None]
"""Paints in a box; what takes long is painted in steps, between which a window may live."""


@dataclass(frozen=True)
class Piece:
    """Something painted in a box of the page; `what` names it."""

    box: QRectF
    paint: Paint
    what: str

    def moved(self, x: float, y: float) -> Piece:
        """The same elsewhere."""
        return Piece(self.box.translated(x, y), self.paint, self.what)


Page = Sequence[Piece]


@dataclass(frozen=True)
class Block:
    """Pieces that stay together, from (0, 0), and the height they need."""

    pieces: tuple[Piece, ...]
    height: float

    def at(self, x: float, y: float) -> list[Piece]:
        """Its pieces on a page."""
        return [piece.moved(x, y) for piece in self.pieces]


def stacked(blocks: Sequence[Block], gap: float) -> Block:
    """Blocks below each other."""
    pieces: list[Piece] = []
    y = 0.0
    for block in blocks:
        pieces += block.at(0, y)
        y += block.height + gap
    return Block(tuple(pieces), max(0.0, y - gap))


def paint_page(painter: QPainter, page: Page) -> None:
    """Paint a page into a painter whose units are tenths of a point."""
    at_once(painting_page(painter, page))


def painting_page(painter: QPainter, page: Page) -> Steps[None]:
    """The same in steps."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for piece in page:
        painter.save()
        try:
            steps = piece.paint(painter, piece.box)
            if steps is not None:
                yield from steps
                yield
        finally:
            painter.restore()


def save_pages(pages: Sequence[Page], paper: Paper, title: str, out: Path) -> None:
    """Write pages as one PDF; OSError where it cannot be written, and then nothing is left."""
    finished(pages_work(pages, paper, title, out))


def pages_work(pages: Sequence[Page], paper: Paper, title: str, out: Path) -> Work:
    """Write pages as one PDF, a page at a time. Raises OSError as `save_pages`."""
    application()
    refuse_what_cannot_be(out)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    points = QSizeF(paper.width / POINT, paper.height / POINT)
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(DPI)
    writer.setTitle(title)
    with QPainter(writer) as painter:
        for i, page in enumerate(pages):
            if i:
                writer.newPage()
            part = Part(i, len(pages), f"page {i + 1} of {len(pages)}")
            yield from stepwise(painting_page(painter, page), part)
            yield Part(i + 1, len(pages), f"page {i + 1} of {len(pages)}")
    write_whole(out, bytes(buffer.data().data()))


def page_image(page: Page, paper: Paper, dpi: int = 96) -> QImage:
    """The page as it would be printed, for a preview."""
    scale = dpi / DPI
    size = round(paper.width * scale), round(paper.height * scale)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill("white")
    with QPainter(image) as painter:
        painter.scale(scale, scale)
        paint_page(painter, page)
    return image
