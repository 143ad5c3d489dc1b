"""The anatomy that follows levels: channels, receptors, spines and vesicles at one frame."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from pathway_viewer.look.theme import Theme, mix
from pathway_viewer.scene.anatomy import (
    GATE_HALF,
    GATE_IN,
    GATE_OUT,
    SPINE_HALF,
    SPINE_OUT,
    Anatomy,
    Gate,
    Pool,
    Spine,
)
from pathway_viewer.scene.gates import grown, paint_channel, paint_receptor, paint_spine
from pathway_viewer.scene.lighting import Lighting
from pathway_viewer.scene.painting import SHADES, fill_and_ink
from pathway_viewer.scene.places import to_pixels
from pathway_viewer.scene.release import Bubble, bubbles, influence
from pathway_viewer.scene.rim import Spot
from pathway_viewer.scene.sheet import Sheet
from pathway_viewer.timeline.frame import Frame

STEPS = 32
"""Steps of opening and growth: a part is painted anew when it has changed by one."""

Draw = Callable[[QPainter], None]


class Part:
    """One gate or spine: where it is in pixels, and how it looks in one of its states."""

    def __init__(self, thing: Gate | Spine, sheet: Sheet, places: tuple[str, str]) -> None:
        self._thing, self._theme, self._places = thing, sheet.theme, places
        spot, to = thing.spot, to_pixels(sheet)
        self.turn: QTransform = spot.turned() * to
        self.index = thing.index
        self.box: QRectF = to.mapRect(self._room(spot).adjusted(-2, -2, 2, 2))

    def _room(self, spot: Spot) -> QRectF:
        if isinstance(self._thing, Gate):
            return spot.box(GATE_IN, GATE_OUT, GATE_HALF)
        return spot.box(3, SPINE_OUT, SPINE_HALF)

    def state(self, level: float, change: float) -> tuple[int, int]:
        """Its opening or growth, and the shade of its node, in whole steps."""
        thing = self._thing
        if isinstance(thing, Spine):
            level = grown(level, thing.turn, thing.standing)
            if thing.standing or level < 0.5 / STEPS:
                change = 0.0  # its colour does not follow its node, or is not seen
        elif thing.kind == "receptor":
            level = 0.0
        return round(level * STEPS), round(change * SHADES)

    def painter(self, state: tuple[int, int]) -> Draw:
        """What paints it in a state, on a painter in pixels."""
        share, fill = state[0] / STEPS, fill_and_ink(self._theme.id, state[1], self._theme.veil)[0]
        thing, theme = self._thing, self._theme
        paint: Draw
        if isinstance(thing, Spine):
            color = self._places[0] if thing.standing else fill
            paint = partial(paint_spine, growth=share, color=color, place=self._places, theme=theme)
        elif thing.kind == "channel":
            paint = partial(paint_channel, level=share, fill=fill, theme=theme)
        else:
            paint = partial(paint_receptor, fill=fill, theme=theme)

        def placed(painter: QPainter) -> None:
            painter.save()
            painter.setTransform(self.turn, True)
            paint(painter)
            painter.restore()

        return placed


class Living:
    """The moving anatomy of one sheet. What is seen depends on the frame and the phase alone."""

    def __init__(self, light: Lighting, anatomy: Anatomy) -> None:
        sheet, pathway = light.ground, light.ground.diagram.pathway
        kinds = {c.id: c.place for c in pathway.compartments}

        def part(thing: Gate | Spine) -> Part:
            node = pathway.nodes[thing.index]
            own = light.of(node.id)
            return Part(thing, own, own.theme.places[kinds[node.compartment]])

        self.parts = tuple(part(thing) for thing in (*anatomy.gates, *anatomy.spines))
        self.anatomy, self.k = anatomy, sheet.k
        self._to = to_pixels(sheet)
        self._lit = tuple(_is_lit(pool, light) for pool in anatomy.pools)
        self._colors = tuple(_vesicle_colors(own.theme) for own in (light.dim, light.lit))

    def bubbles(self, frame: Frame, phase: float | None) -> list[Bubble]:
        """Vesicles and grains in pixels. Where all is dimmed nothing moves."""
        k, dx, dy = self.k, self._to.dx(), self._to.dy()
        return [
            Bubble(b.x * k + dx, b.y * k + dy, b.radius * k, b.grain, lit)
            for pool, lit in zip(self.anatomy.pools, self._lit, strict=True)
            for b in bubbles(
                pool, influence(pool, frame.flows, frame.levels), phase if lit else None
            )
        ]

    def paint_bubble(self, painter: QPainter, bubble: Bubble) -> None:
        """A vesicle as a ring with its content, a grain as a dot."""
        fill, border = self._colors[bubble.lit]
        painter.setPen(QPen(QColor(border), 1.2 * self.k))
        painter.setBrush(QColor(border if bubble.grain else fill))
        painter.drawEllipse(QPointF(bubble.x, bubble.y), bubble.radius, bubble.radius)

    def draw(self, painter: QPainter, frame: Frame, phase: float | None) -> None:
        """Everything, stroke by stroke: for pictures that will be enlarged or printed."""
        levels, changes = frame.levels.tolist(), frame.changes.tolist()
        for part in self.parts:
            part.painter(part.state(levels[part.index], changes[part.index]))(painter)
        for bubble in self.bubbles(frame, phase):
            self.paint_bubble(painter, bubble)


def _is_lit(pool: Pool, light: Lighting) -> bool:
    """Whether the node of a pool is lit, or an arrow that drives it."""
    pathway = light.ground.diagram.pathway
    drives = (pathway.edges[row].id for row in pool.drives)
    return any(light.is_lit(id) for id in (pathway.nodes[pool.index].id, *drives))


def _vesicle_colors(theme: Theme) -> tuple[str, str]:
    fill, border = theme.places["terminal"]
    return mix(fill, border, 0.18), border
