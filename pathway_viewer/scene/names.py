"""Where the names of places stand: on nothing, as near to their upper left as there is room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from PySide6.QtCore import QRectF

from pathway_viewer.look.theme import Theme
from pathway_viewer.model.pathway import Place
from pathway_viewer.scene.anatomy import CORNERS
from pathway_viewer.scene.clutter import Clutter
from pathway_viewer.scene.diagram import Diagram
from pathway_viewer.scene.lettering import BOLD, Hand, width
from pathway_viewer.scene.naming import broken

NAME_INSET = (22.0, 8.0)
"""Where a place's name begins, from its top left corner, in canvas units."""


def place_size(diagram: Diagram, theme: Theme) -> float:
    """Size of the names of places, in canvas units."""
    return diagram.sizes.place * diagram.sizes.scale(theme)


@dataclass(frozen=True)
class PlaceName:
    """A place's name in one line or in two, the part of the canvas that it fills, and its size."""

    lines: tuple[str, ...]
    box: QRectF
    size: float

    def rows(self) -> Iterator[tuple[str, QRectF]]:
        """Each line and where it stands."""
        tall = self.box.height() / len(self.lines)
        for i, text in enumerate(self.lines):
            yield text, QRectF(self.box.left(), self.box.top() + i * tall, self.box.width(), tall)


def name_boxes(diagram: Diagram, theme: Theme) -> list[QRectF]:
    """The parts of the canvas that the names of places fill, on nothing where there is room."""
    return [name.box for name in place_names(diagram, theme)]


def place_names(diagram: Diagram, theme: Theme) -> list[PlaceName]:
    """The names of the places that have a box, in the order of the file, all of one size.

    In a small picture they are larger where all of them have room for that.
    """
    size, most = place_size(diagram, theme), diagram.sizes.enlarged
    for by in (by for by in (1.5, 1.25) if by <= most):
        names, whole = _placed(diagram, Hand(size * by, BOLD))
        if whole:
            return names
    return _placed(diagram, Hand(size, BOLD))[0]


def _placed(diagram: Diagram, hand: Hand) -> tuple[list[PlaceName], bool]:
    """The names in a hand, and whether every one of them stands on nothing."""
    boxes = diagram.pathway.arrangement.compartments
    shown = [c for c in diagram.pathway.compartments if c.id in boxes]
    clutter, names, whole = Clutter(diagram), list[PlaceName](), True
    for compartment in shown:
        place = QRectF(*boxes[compartment.id])
        others = [QRectF(*boxes[c.id]) for c in shown if c is not compartment]
        inner = [box.adjusted(1, 1, -1, -1) for box in others if place.contains(box)]
        every = list(_names(place, compartment.place, compartment.label, hand))
        own = [name for name in every if not any(name.box.intersects(box) for box in inner)]
        free = next((name for name in own or every if clutter.free(name.box)), None)
        whole = whole and free is not None
        names.append(free or every[0])
        clutter.take(names[-1].box)
    return names, whole


def _names(place: QRectF, kind: Place, label: str, hand: Hand) -> Iterator[PlaceName]:
    """The name in one line wherever that may stand, then in two; those that fit the place first."""
    every = broken(label, 2)
    room = place.width() - 2 * NAME_INSET[0]
    fit = [lines for lines in every if max(width(t, hand) for t in lines) <= room]
    for lines in fit or every[-1:]:
        wide = max(width(text, hand) for text in lines) + 2
        for spot in _spots(place, kind, wide, hand.size * 1.15 * len(lines)):
            yield PlaceName(lines, spot, hand.size)


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


def _spots(place: QRectF, kind: Place, w: float, h: float) -> Iterator[QRectF]:
    """Where a text of this size may stand: at its top, at its bottom, else as high as possible.

    Round corners are kept clear.
    """
    corner = CORNERS[kind]
    # Cells that send an axon are round towards the right only; a membrane has two leaflets.
    rounding = _rounding(corner * 0.3 if kind in ("interneuron", "terminal") else corner)
    inset = max(NAME_INSET[0], rounding + (16 if kind == "membrane" else 2))
    left, right = place.left() + inset, place.right() - NAME_INSET[0] - corner * 0.3 - w
    top, bottom = place.top() + NAME_INSET[1], place.bottom() - NAME_INSET[1] - h
    for y in (top, bottom, *range(int(top), int(bottom), 8)):
        for x in (left, right, place.center().x() - w / 2):
            if x == left or place.left() < x < place.right() - w:
                yield QRectF(x, y, w, h)


def _rounding(corner: float) -> float:
    """How far a round corner reaches in where a name has its upper left corner."""
    depth = max(0.0, corner - NAME_INSET[1])
    return corner - sqrt(corner**2 - depth**2)
