"""A still: the picture at one moment as PNG, SVG or PDF."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QGuiApplication, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from pathway_viewer.export.look import Look
from pathway_viewer.export.notice import about
from pathway_viewer.export.png import png_of
from pathway_viewer.export.still_painting import (
    paint_references,
    paint_still,
    reference_sheets,
    still_image,
)
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.writing import refuse_what_cannot_be, write_whole
from pathway_viewer.timeline.frame import Frame

SUFFIXES = (".png", ".svg", ".pdf")

PDF_DPI = 96
"""A pixel of the size asked for is one CSS pixel of the page: 1/96 inch."""

FINE = 10
"""Steps of a PDF's grid to a pixel."""


def render_still(pathway: Pathway, frame: Frame, look: Look, out: Path) -> None:
    """Write the picture to `out`; the suffix names the format.

    A PDF has the references of the look on pages of their own; the other formats tell them to
    programs that ask. Raises ValueError for another suffix and OSError where the file cannot be
    written; then nothing is left behind.
    """
    if out.suffix.lower() not in SUFFIXES:
        raise ValueError(f"{out.name}: a picture ends in {', '.join(SUFFIXES)}")
    application()
    refuse_what_cannot_be(out)
    write_whole(out, still_bytes(pathway, frame, look, out.suffix.lower()))


def still_bytes(pathway: Pathway, frame: Frame, look: Look, suffix: str) -> bytes:
    """The picture as a file with this suffix holds it."""
    if suffix == ".png":
        return png_of(still_image(pathway, frame, look), about(pathway, look.entries))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    write = _write_svg if suffix == ".svg" else _write_pdf
    write(buffer, pathway, frame, look)
    return bytes(buffer.data().data())


def _write_svg(buffer: QBuffer, pathway: Pathway, frame: Frame, look: Look) -> None:
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(*look.size))
    generator.setViewBox(QRectF(0, 0, *look.size))
    generator.setTitle(pathway.title)
    told = about(pathway, look.entries)
    generator.setDescription("\n".join(text for key, text in told.items() if key != "Title"))
    with QPainter(generator) as painter:
        paint_still(painter, pathway, frame, look)


def _write_pdf(buffer: QBuffer, pathway: Pathway, frame: Frame, look: Look) -> None:
    writer = QPdfWriter(buffer)
    inches = QSizeF(look.size[0] / PDF_DPI, look.size[1] / PDF_DPI)
    writer.setPageSize(QPageSize(inches, QPageSize.Unit.Inch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(PDF_DPI * FINE)
    writer.setTitle(pathway.title)
    with QPainter(writer) as painter:
        painter.scale(FINE, FINE)
        paint_still(painter, pathway, frame, look)
        for sheet in reference_sheets(look):
            writer.newPage()
            paint_references(painter, pathway, look, sheet)


def application() -> None:
    """A Qt application must exist before fonts can be measured."""
    if QGuiApplication.instance() is None:
        _kept.append(QGuiApplication([]))


_kept: list[QGuiApplication] = []
