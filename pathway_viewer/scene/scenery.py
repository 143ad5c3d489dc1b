"""The places behind the nodes: cells, cleft, membrane, nucleus, network, person; drawn quietly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from pathway_viewer.look.theme import Theme, mix
from pathway_viewer.model.pathway import Compartment, Place
from pathway_viewer.scene.clutter import Clutter
from pathway_viewer.scene.diagram import Diagram
from pathway_viewer.scene.lettering import BOLD, LEFT, Hand, Lettering, width
from pathway_viewer.scene.sheet import PLACE, Sheet

CORNERS: dict[Place, float] = {
    "interneuron": 90,
    "terminal": 90,
    "cleft": 0,
    "membrane": 54,
    "neuron": 40,
    "nucleus": 46,
    "network": 18,
    "person": 18,
    "box": 14,
}
"""Radius of a place's corners in canvas units."""

NAME_INSET = (22.0, 8.0)
"""Where a place's name begins, from its top left corner, in canvas units."""


def paint_scenery(
    painter: QPainter, sheet: Sheet, lettering: Lettering, labels: Iterable[QRectF] = ()
) -> None:
    """Every compartment that has a box, in the order of the file, with its name.

    `labels` are parts of the canvas where small text will stand: no vesicle is drawn there.
    """
    boxes = sheet.diagram.pathway.arrangement.compartments
    shown = [c for c in sheet.diagram.pathway.compartments if c.id in boxes]
    names = name_boxes(sheet.diagram, sheet.theme)
    clutter = Clutter(sheet.diagram, [*names, *labels])
    for compartment in shown:
        _paint_place(painter, sheet, compartment.place, QRectF(*boxes[compartment.id]), clutter)
    for compartment, name in zip(shown, names, strict=True):
        _paint_name(painter, sheet, compartment, name, lettering)


def _paint_place(
    painter: QPainter, sheet: Sheet, place: Place, on_canvas: QRectF, clutter: Clutter
) -> None:
    if place == "cleft":
        return  # the space between cells is the paper itself
    box = sheet.mapped(on_canvas)
    fill, border = sheet.theme.places[place]
    path = _shape(place, box, CORNERS[place] * sheet.k)
    pen = QPen(QColor(border), 2.2 * sheet.k)
    if place == "nucleus":
        pen.setDashPattern([5, 2.4])
    elif place == "neuron":
        pen = QPen(QColor(border), 1.6 * sheet.k)
    painter.setPen(pen)
    painter.setBrush(QColor(fill))
    painter.drawPath(path)
    if place in ("interneuron", "terminal", "membrane"):
        _paint_inner_leaflet(painter, box, place, sheet, border)
    if place == "terminal":
        _paint_vesicles(painter, on_canvas, sheet, (fill, border), clutter)


def _shape(place: Place, box: QRectF, radius: float) -> QPainterPath:
    """Rounded all round, but cells that send an axon are rounder towards the cleft."""
    path = QPainterPath()
    radius = min(radius, box.width() / 2, box.height() / 2)
    if place in ("interneuron", "terminal"):
        small = radius * 0.3
        path.moveTo(box.left() + small, box.top())
        path.lineTo(box.right() - radius, box.top())
        path.quadTo(box.right(), box.top(), box.right(), box.top() + radius)
        path.lineTo(box.right(), box.bottom() - radius)
        path.quadTo(box.right(), box.bottom(), box.right() - radius, box.bottom())
        path.lineTo(box.left() + small, box.bottom())
        path.quadTo(box.left(), box.bottom(), box.left(), box.bottom() - small)
        path.lineTo(box.left(), box.top() + small)
        path.quadTo(box.left(), box.top(), box.left() + small, box.top())
        path.closeSubpath()
        return path
    path.addRoundedRect(box, radius, radius)
    return path


def _paint_inner_leaflet(
    painter: QPainter, box: QRectF, place: Place, sheet: Sheet, border: str
) -> None:
    """A second, finer line inside the border: a membrane is two leaflets of lipid."""
    k = sheet.k
    inset = 6 * k
    inner = box.adjusted(inset, inset, -inset, -inset)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(border), 1.0 * k))
    painter.drawPath(_shape(place, inner, CORNERS[place] * k - inset))


def _paint_vesicles(
    painter: QPainter, box: QRectF, sheet: Sheet, colors: tuple[str, str], clutter: Clutter
) -> None:
    """Vesicles in two rows along the side of the terminal that faces the cleft, on nothing."""
    fill, border = colors
    painter.setPen(QPen(QColor(border), 1.2 * sheet.k))
    painter.setBrush(QColor(mix(fill, border, 0.18)))
    for row, inset in enumerate((30, 54)):
        for i in range(12):
            y = box.top() + box.height() * (0.14 + 0.062 * i) + row * 12
            vesicle = QRectF(box.right() - inset - 7.5, y - 7.5, 15, 15)
            if box.contains(vesicle) and clutter.free(vesicle.adjusted(-2, -2, 2, 2)):
                painter.drawEllipse(sheet.mapped(vesicle))


def name_boxes(diagram: Diagram, theme: Theme) -> list[QRectF]:
    """The parts of the canvas that the names of places fill, on nothing where there is room."""
    boxes = diagram.pathway.arrangement.compartments
    shown = [c for c in diagram.pathway.compartments if c.id in boxes]
    clutter, hand = Clutter(diagram), Hand(PLACE * theme.text_scale, BOLD)
    names: list[QRectF] = []
    for compartment in shown:
        place = QRectF(*boxes[compartment.id])
        others = [QRectF(*boxes[c.id]) for c in shown if c is not compartment]
        inner = [box.adjusted(1, 1, -1, -1) for box in others if place.contains(box)]
        spots = list(_spots(place, CORNERS[compartment.place], compartment.label, hand))
        own = [spot for spot in spots if not any(spot.intersects(box) for box in inner)]
        names.append(next(filter(clutter.free, own or spots), spots[0]))
        clutter.take(names[-1])
    return names


def _spots(place: QRectF, corner: float, label: str, hand: Hand) -> Iterator[QRectF]:
    """Where a place's name may stand: at its top, at its bottom, else as high as possible.

    Round right corners are kept clear.
    """
    w, h = width(label, hand) + 2, hand.size * 1.15
    left, right = place.left() + NAME_INSET[0], place.right() - NAME_INSET[0] - corner * 0.3 - w
    top, bottom = place.top() + NAME_INSET[1], place.bottom() - NAME_INSET[1] - h
    for y in (top, bottom, *range(int(top), int(bottom), 8)):
        for x in (left, right, place.center().x() - w / 2):
            if x == left or place.left() < x < place.right() - w:
                yield QRectF(x, y, w, h)


def _paint_name(
    painter: QPainter, sheet: Sheet, compartment: Compartment, box: QRectF, lettering: Lettering
) -> None:
    theme = sheet.theme
    hand = Hand(PLACE * sheet.k * theme.text_scale, BOLD)
    at = sheet.mapped(box)
    lettering.draw(painter, at, compartment.label, hand, theme.place_ink(compartment.place), LEFT)
