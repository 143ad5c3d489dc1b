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
    painting_still,
    reference_sheets,
    still_steps,
)
from pathway_viewer.export.work import Steps, at_once, elsewhere
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
    at_once(rendering(pathway, frame, look, out))


def rendering(pathway: Pathway, frame: Frame, look: Look, out: Path) -> Steps[None]:
    """The same in steps, between which a window may live."""
    suffix = out.suffix.lower()
    if suffix not in SUFFIXES:
        raise ValueError(f"{out.name}: a picture ends in {', '.join(SUFFIXES)}")
    application()
    refuse_what_cannot_be(out)
    if suffix == ".png":
        image = yield from still_steps(pathway, frame, look)
        told = about(pathway, look.entries)
        content = yield from elsewhere(lambda: png_of(image, told))
    else:
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        write = _writing_svg if suffix == ".svg" else _writing_pdf
        yield from write(buffer, pathway, frame, look)
        content = bytes(buffer.data().data())
    write_whole(out, content)


def _writing_svg(buffer: QBuffer, pathway: Pathway, frame: Frame, look: Look) -> Steps[None]:
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(*look.size))
    generator.setViewBox(QRectF(0, 0, *look.size))
    generator.setTitle(pathway.title)
    told = about(pathway, look.entries)
    generator.setDescription("\n".join(text for key, text in told.items() if key != "Title"))
    with QPainter(generator) as painter:
        yield from painting_still(painter, pathway, frame, look)


def _writing_pdf(buffer: QBuffer, pathway: Pathway, frame: Frame, look: Look) -> Steps[None]:
    writer = QPdfWriter(buffer)
    inches = QSizeF(look.size[0] / PDF_DPI, look.size[1] / PDF_DPI)
    writer.setPageSize(QPageSize(inches, QPageSize.Unit.Inch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(PDF_DPI * FINE)
    writer.setTitle(pathway.title)
    with QPainter(writer) as painter:
        painter.scale(FINE, FINE)
        yield from painting_still(painter, pathway, frame, look)
        for sheet in reference_sheets(look):
            yield
            writer.newPage()
            paint_references(painter, pathway, look, sheet)


def application() -> None:
    """A Qt application must exist before fonts can be measured."""
    if QGuiApplication.instance() is None:
        _kept.append(QGuiApplication([]))


_kept: list[QGuiApplication] = []
