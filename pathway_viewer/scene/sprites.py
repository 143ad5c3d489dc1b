"""What moves in a picture, kept so that a frame costs only what has changed since the last."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from pathway_viewer.scene.beside import NOTHING, Beside
from pathway_viewer.scene.card_sprites import CardSprites
from pathway_viewer.scene.crowd import Crowd, is_tiny
from pathway_viewer.scene.living_sprites import LivingSprites
from pathway_viewer.scene.node_sprites import NodeSprites
from pathway_viewer.scene.picture import Picture
from pathway_viewer.timeline.frame import Frame


class Sprites:
    """Living anatomy, nodes, what travels, and the card of one picture.

    Things that stand, gates and spines and then nodes, go by their number; nodes too small for
    any text are a crowd that is painted with what travels. What is painted does not depend on
    the frames shown before.
    """

    def __init__(self, picture: Picture, pixel_ratio: float) -> None:
        nodes = picture.sheet.nodes
        self._picture = picture
        self._living = LivingSprites(picture.living, pixel_ratio)
        large = [node for node in nodes if not is_tiny(node)]
        self._nodes = NodeSprites(large, picture.light, pixel_ratio)
        tiny = [node for node in nodes if is_tiny(node)]
        self._crowd = Crowd(tiny, picture.light, pixel_ratio)
        self.card = CardSprites(picture, pixel_ratio)
        self.boxes: list[QRectF] = [*self._living.boxes, *self._nodes.boxes]

    def show(self, frame: Frame, beside: Beside = NOTHING) -> list[int]:
        """Take a frame; the numbers of the things that look different since the last one."""
        parts = self._living.show(frame)
        first = len(self._living.boxes)
        self._crowd.show(frame, beside)
        return parts + [first + number for number in self._nodes.show(frame, beside)]

    def paint_thing(self, painter: QPainter, number: int) -> None:
        """A thing that stands, as it is at the frame shown last."""
        first = len(self._living.boxes)
        if number < first:
            self._living.paint_part(painter, number)
        else:
            self._nodes.paint_one(painter, number - first)

    def paint(
        self, painter: QPainter, frame: Frame, phase: float | None, beside: Beside = NOTHING
    ) -> None:
        """What moves as `Picture.paint_moving` paints it."""
        self.show(frame, beside)
        for number in range(len(self.boxes)):
            self.paint_thing(painter, number)
        self.paint_passing(painter, frame, phase)
        self.card.show(frame)
        self.card.paint(painter)

    def paint_passing(self, painter: QPainter, frame: Frame, phase: float | None) -> None:
        """The crowd of the frame shown last; vesicles, and particles where there is a phase."""
        self._crowd.paint(painter)
        self._living.paint_bubbles(painter, frame, phase)
        if phase is not None:
            self._picture.flow.paint(painter, frame.flows, phase)
