"""The story on one page: the picture at one moment of each chapter, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from pathway_viewer.export.look import Look
from pathway_viewer.export.notice import about, notice_of
from pathway_viewer.export.png import png_of
from pathway_viewer.export.still import application
from pathway_viewer.look.theme import THEMES
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.writing import refuse_what_cannot_be, write_whole
from pathway_viewer.scene.lettering import BOLD, LEFT, Hand, Lettering
from pathway_viewer.scene.overlay import NOTHING
from pathway_viewer.scene.picture import Setting, composed, filled, paint_paper
from pathway_viewer.timeline.frame import Frame

CELL = (1200, 760)
COLUMNS = 2
GUTTER = 28
HEADER = 96
"""Pixels of one chapter's picture, of the gaps and of the title's strip."""


def save_contact_sheet(pathway: Pathway, frames: Sequence[Frame], look: Look, out: Path) -> None:
    """Write the sheet as PNG; OSError where the file cannot be written."""
    application()
    refuse_what_cannot_be(out)
    write_whole(out, png_of(contact_sheet(pathway, frames, look), about(pathway)))


def contact_sheet(pathway: Pathway, frames: Sequence[Frame], look: Look) -> QImage:
    """One image with a cell a frame, each with a card that names its chapter."""
    theme = THEMES[look.theme]
    rows = ceil(len(frames) / COLUMNS)
    width = COLUMNS * CELL[0] + (COLUMNS + 1) * GUTTER
    height = HEADER + rows * (CELL[1] + GUTTER) + GUTTER * 2
    image = QImage(width, height, QImage.Format.Format_RGB32)
    lettering = Lettering()
    with QPainter(image) as painter:
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        paint_paper(painter, QRectF(image.rect()), theme)
        title = QRectF(GUTTER, GUTTER / 2, width - 2 * GUTTER, HEADER - GUTTER)
        lettering.draw(painter, title, pathway.title, Hand(40, BOLD), theme.ink, LEFT)
        for i, frame in enumerate(frames):
            x = GUTTER + (i % COLUMNS) * (CELL[0] + GUTTER)
            y = HEADER + (i // COLUMNS) * (CELL[1] + GUTTER)
            _paint_cell(painter, pathway, frame, look, QRectF(x, y, *CELL))
        notice = QRectF(GUTTER, height - GUTTER * 1.6, width - 2 * GUTTER, GUTTER)
        lettering.draw(painter, notice, notice_of(pathway), Hand(17), theme.muted, LEFT)
    return image


def _paint_cell(
    painter: QPainter, pathway: Pathway, frame: Frame, look: Look, cell: QRectF
) -> None:
    theme = THEMES[look.theme]
    painter.fillRect(cell, QColor(theme.panel))
    layers = look.layers or frozenset({pathway.layers[0].id})
    setting = Setting(look.clock, legend=False)
    diagram = filled(pathway, layers, NOTHING, theme, cell, setting)
    picture = composed(diagram, replace(theme, background=theme.panel), cell, setting)
    picture.paint_still(painter, Lettering())
    picture.paint_moving(painter, frame, 0.0, Lettering())
