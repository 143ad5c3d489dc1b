"""The places behind the nodes: cells, cleft, membrane, nucleus, network, person; drawn quietly."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from pathway_viewer.look.theme import mix
from pathway_viewer.model.pathway import Compartment, Place
from pathway_viewer.scene.anatomy import BARE, CORNERS, Anatomy
from pathway_viewer.scene.clutter import Clutter
from pathway_viewer.scene.lettering import BOLD, LEFT, Hand, Lettering
from pathway_viewer.scene.motifs import (
    paint_envelope,
    paint_network,
    paint_person,
    paint_reserve,
)
from pathway_viewer.scene.names import PlaceName, place_names
from pathway_viewer.scene.places import axon, neurite, outline, to_pixels
from pathway_viewer.scene.sheet import Sheet

MEMBRANE = 6.0
"""From the outer to the inner leaflet of a membrane, in canvas units."""


def paint_scenery(
    painter: QPainter,
    sheet: Sheet,
    lettering: Lettering,
    labels: Iterable[QRectF] = (),
    anatomy: Anatomy = BARE,
) -> None:
    """Every compartment that has a box, in the order of the file, with its name.

    `labels` are parts of the canvas where small text will stand: only faint fills are behind it.
    """
    boxes = sheet.diagram.pathway.arrangement.compartments
    shown = [c for c in sheet.diagram.pathway.compartments if c.id in boxes]
    names = place_names(sheet.diagram, sheet.theme)
    clutter = Clutter(sheet.diagram, [*(name.box for name in names), *labels, *anatomy.boxes()])
    for compartment in shown:
        _paint_place(painter, sheet, compartment.place, QRectF(*boxes[compartment.id]), anatomy)
    for compartment in shown:
        box = QRectF(*boxes[compartment.id])
        if compartment.place == "network":
            paint_network(painter, sheet, box, clutter)
    paint_reserve(painter, sheet, anatomy, clutter)
    paint_membrane_parts(painter, sheet, anatomy)
    for compartment, name in zip(shown, names, strict=True):
        _paint_name(painter, sheet, compartment, name, lettering)


def _paint_place(
    painter: QPainter, sheet: Sheet, place: Place, on_canvas: QRectF, anatomy: Anatomy
) -> None:
    if place == "cleft":
        return  # the space between cells is the paper itself
    radius, k = CORNERS[place], sheet.k
    if place == "nucleus":
        paint_envelope(painter, sheet, on_canvas, radius)
        return
    fill, border = sheet.theme.places[place]
    box = sheet.mapped(on_canvas)
    path = outline(place, box, radius * k)
    if place == "interneuron":
        own = [
            n
            for n in anatomy.neurites
            if on_canvas.adjusted(-1, -1, 1, 1).contains(n.spot.x, n.spot.y)
        ]
        for process in own:
            path = path.united(neurite(process, sheet))
    elif place == "terminal":
        path = path.united(axon(on_canvas, sheet))
    painter.setPen(QPen(QColor(border), (1.6 if place == "neuron" else 2.2) * k))
    painter.setBrush(QColor(fill))
    painter.drawPath(path)
    if place in ("interneuron", "terminal", "membrane"):
        _paint_inner_leaflet(painter, box, place, sheet, path)
    elif place == "person":
        paint_person(painter, sheet, on_canvas)


def _paint_inner_leaflet(
    painter: QPainter, box: QRectF, place: Place, sheet: Sheet, outside: QPainterPath
) -> None:
    """A second, finer line inside the border: a membrane is two leaflets of lipid."""
    k, (fill, border) = sheet.k, sheet.theme.places[place]
    inset = MEMBRANE * k
    inner = outline(place, box.adjusted(inset, inset, -inset, -inset), CORNERS[place] * k - inset)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(mix(fill, border, 0.26)))
    painter.drawPath(outside.subtracted(inner))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(border), 1.0 * k))
    painter.drawPath(inner)
    painter.setPen(QPen(QColor(border), 2.2 * k))
    painter.drawPath(outside)


def paint_membrane_parts(painter: QPainter, sheet: Sheet, anatomy: Anatomy) -> None:
    """Active zones and the densities that face them, and what ties a deep node to its gate."""
    k, to = sheet.k, to_pixels(sheet)
    for dense in anatomy.dense:
        pen = QPen(QColor(sheet.theme.places[dense.place][1]), 5.0 * k)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        inside = QPointF(-MEMBRANE - 1, 0)
        ends = (to.map(spot.turned().map(inside)) for spot in (dense.start, dense.end))
        painter.drawLine(*ends)
    for gate in anatomy.gates:
        if gate.tether is not None:
            painter.setPen(QPen(QColor(sheet.theme.outline), 1.2 * k, Qt.PenStyle.DotLine))
            painter.drawLine(to.map(gate.tether[0]), to.map(gate.tether[1]))


def _paint_name(
    painter: QPainter, sheet: Sheet, compartment: Compartment, name: PlaceName, lettering: Lettering
) -> None:
    theme = sheet.theme
    hand = Hand(name.size * sheet.k, BOLD)
    color = theme.place_ink(compartment.place)
    for text, row in name.rows():
        lettering.draw(painter, sheet.mapped(row), text, hand, color, LEFT)
