"""Pictures on a page: the diagram at one moment, its legend, and lines to write on."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from pathway_viewer.export.arranging import arranging
from pathway_viewer.export.look import Look
from pathway_viewer.export.pages import MM, POINT, Block, Piece
from pathway_viewer.export.work import Steps
from pathway_viewer.look.theme import PRINT, THEMES, ThemeId
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.beside import Beside, Sign
from pathway_viewer.scene.diagram import laid_out
from pathway_viewer.scene.legend import Shown, legend_of, paint_legend
from pathway_viewer.scene.legend_columns import Legend, height, lines_of
from pathway_viewer.scene.lettering import Hand, Lettering
from pathway_viewer.scene.overlay import Overlay
from pathway_viewer.scene.picture import paint_paper
from pathway_viewer.timeline.frame import Frame

PIXEL = 0.5 * POINT
"""A pixel of the picture on paper: its heading of 15 is then set in 7.5 pt."""

SMALL = 120 * MM
"""A narrower picture has the names that a hall reads from the back row: others would be tiny."""

LOW = 5
"""Lines of a row of the legend at the most."""

RULE = 8 * MM
"""From one line to write on to the next."""


@dataclass(frozen=True)
class Shot:
    """One moment of one run, as the diagram shows it; focus and camera as in a look."""

    frame: Frame
    overlay: Overlay
    beside: Beside
    clock: str
    focus: tuple[str, ...] = ()
    camera: tuple[str, ...] = ()


def ratio(pathway: Pathway) -> float:
    """Height over width of a picture that the diagram just fills, its heading included."""
    return pathway.canvas[1] / pathway.canvas[0] + 0.075


def picture(
    pathway: Pathway,
    shot: Shot,
    theme_id: ThemeId,
    layers: frozenset[str],
    size: tuple[float, float],
) -> Block:
    """The diagram in a box of this size."""
    theme = THEMES[theme_id]

    def paint(painter: QPainter, box: QRectF) -> Steps[None]:
        painter.translate(box.topLeft())
        painter.scale(PIXEL, PIXEL)
        page = QRectF(0, 0, box.width() / PIXEL, box.height() / PIXEL)
        painter.setClipRect(page)
        paint_paper(painter, page, theme)
        look = Look(
            theme=theme_id,
            layers=layers,
            overlay=shot.overlay,
            clock=shot.clock,
            beside=shot.beside,
            focus=shot.focus,
            camera=shot.camera,
            audience=size[0] < SMALL,
        )
        made = yield from arranging(pathway, look, page, legend=False)
        yield
        yield from made.painting(painter, shot.frame, look)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(PRINT.line), 1))
        painter.drawRect(page.adjusted(0.5, 0.5, -0.5, -0.5))

    return Block((Piece(QRectF(0, 0, *size), paint, "picture"),), size[1])


def legend(
    pathway: Pathway, shots: list[Shot], theme_id: ThemeId, layers: frozenset[str], width: float
) -> Block:
    """Every sign that is in these pictures, on the ground they are drawn on."""
    theme = THEMES[theme_id]
    drawn = frozenset(id for shot in shots for id in shot.overlay.drawn)
    weakened = frozenset(id for shot in shots for id in shot.overlay.weakened)
    absent = frozenset(id for shot in shots for id in shot.overlay.absent)
    diagram = laid_out(pathway, layers, Overlay(drawn, weakened, absent))
    signs: frozenset[Sign] = frozenset(sign for shot in shots for _, sign in shot.beside.signs)
    ghost = any(shot.beside.ghost is not None for shot in shots)
    hand = Hand(17)
    pad = 8.0
    room = width / PIXEL - 2 * pad
    every = legend_of(Shown.in_diagram(diagram, theme), theme, ghost, signs)
    rows = legend_rows(every, hand, room)
    heights = [height(row, hand, room) + pad for row in rows]
    high = sum(heights) + pad

    def paint(painter: QPainter, box: QRectF) -> None:
        painter.translate(box.topLeft())
        painter.scale(PIXEL, PIXEL)
        ground = QRectF(0, 0, box.width() / PIXEL, box.height() / PIXEL)
        paint_paper(painter, ground, theme)
        top = pad
        for row, tall in zip(rows, heights, strict=True):
            inside = QRectF(pad, top, room, tall)
            paint_legend(painter, inside, row, theme, hand, Lettering())
            top += tall

    return Block((Piece(QRectF(0, 0, width, high * PIXEL), paint, "legend"),), high * PIXEL)


def legend_rows(every: Legend, hand: Hand, room: float) -> tuple[Legend, ...]:
    """The groups of a legend in as few rows as leave each of them low; a page is narrow."""
    for count in range(1, len(every)):
        share = ceil(len(every) / count)
        rows = tuple(every[i : i + share] for i in range(0, len(every), share))
        if all(lines_of(row, hand, room) <= LOW for row in rows):
            return rows
    return tuple((group,) for group in every)


def ruled(width: float, room: float) -> Block:
    """As many lines to write on as there is room for."""
    count = max(0, int(room / RULE))

    def paint(painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(QColor(PRINT.line), 5))
        ys = [box.top() + RULE * (i + 1) for i in range(count)]
        painter.drawLines([QLineF(box.left(), y, box.right(), y) for y in ys])

    return Block((Piece(QRectF(0, 0, width, count * RULE), paint, "lines"),), count * RULE)
