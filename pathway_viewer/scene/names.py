"""Where the names of places stand: on nothing, as near to their upper left as there is room."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from pathway_viewer.look.theme import Theme
from pathway_viewer.scene.anatomy import CORNERS
from pathway_viewer.scene.clutter import Clutter
from pathway_viewer.scene.diagram import Diagram
from pathway_viewer.scene.lettering import BOLD, Hand, width

NAME_INSET = (22.0, 8.0)
"""Where a place's name begins, from its top left corner, in canvas units."""


def place_size(diagram: Diagram, theme: Theme) -> float:
    """Size of the names of places, in canvas units."""
    return diagram.sizes.place * diagram.sizes.scale(theme)


def name_boxes(diagram: Diagram, theme: Theme) -> list[QRectF]:
    """The parts of the canvas that the names of places fill, on nothing where there is room."""
    boxes = diagram.pathway.arrangement.compartments
    shown = [c for c in diagram.pathway.compartments if c.id in boxes]
    clutter, hand = Clutter(diagram), Hand(place_size(diagram, theme), BOLD)
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


def envelopes(diagram: Diagram) -> list[QRectF]:
    """Narrow strips along the envelopes of nuclei: lines so strong that no text is put on them."""
    pathway = diagram.pathway
    boxes = pathway.arrangement.compartments
    strips: list[QRectF] = []
    for compartment in pathway.compartments:
        if compartment.place == "nucleus" and compartment.id in boxes:
            place = QRectF(*boxes[compartment.id])
            x, y, w, h = place.x(), place.y(), place.width(), place.height()
            strips += [QRectF(x - 4, y + side * h - 4, w + 8, 8) for side in (0, 1)]
            strips += [QRectF(x + side * w - 4, y - 4, 8, h + 8) for side in (0, 1)]
    return strips


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
