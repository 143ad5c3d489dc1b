"""The anatomy that follows levels: channels, receptors, spines and vesicles at one frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Self

import numpy as np
from numpy.typing import NDArray
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
from pathway_viewer.scene.gates import (
    Bools,
    Floats,
    grown,
    paint_channel,
    paint_receptor,
    paint_spine,
)
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


State = tuple[int, int]
"""Opening or growth of a part, and the shade of its node, in whole steps."""


class Part:
    """One gate or spine: where it is in pixels, and how it looks in one of its states."""

    def __init__(self, thing: Gate | Spine, sheet: Sheet, places: tuple[str, str]) -> None:
        self._thing, self._theme, self._places = thing, sheet.theme, places
        spot, to = thing.spot, to_pixels(sheet)
        self.turn: QTransform = spot.turned() * to
        self.box: QRectF = to.mapRect(self._room(spot).adjusted(-2, -2, 2, 2))

    def _room(self, spot: Spot) -> QRectF:
        if isinstance(self._thing, Gate):
            return spot.box(GATE_IN, GATE_OUT, GATE_HALF)
        return spot.box(3, SPINE_OUT, SPINE_HALF)

    def painter(self, state: State) -> Draw:
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


@dataclass(frozen=True, eq=False)
class _Parts:
    """What the states of P parts depend on, a row a part."""

    index: NDArray[np.intp]
    turn: Floats
    spine: Bools
    standing: Bools
    receptor: Bools

    @classmethod
    def of(cls, things: tuple[Gate | Spine, ...]) -> Self:
        spines = [isinstance(thing, Spine) for thing in things]
        return cls(
            np.array([thing.index for thing in things], dtype=np.intp),
            np.array([thing.turn if isinstance(thing, Spine) else 0.0 for thing in things]),
            np.array(spines, dtype=np.bool_),
            np.array([isinstance(t, Spine) and t.standing for t in things], dtype=np.bool_),
            np.array(
                [isinstance(t, Gate) and t.kind == "receptor" for t in things], dtype=np.bool_
            ),
        )

    def states(self, frame: Frame) -> NDArray[np.int64]:
        """Steps (P, 2) of opening or growth, and of the shade."""
        level, change = frame.levels[self.index], frame.changes[self.index]
        share = np.where(self.spine, grown(level, self.turn, self.standing), level)
        share[self.receptor] = 0.0
        # The colour of these does not follow their node, or is not seen.
        change[self.standing | (self.spine & (share < 0.5 / STEPS))] = 0.0
        return np.rint(np.column_stack((share * STEPS, change * SHADES))).astype(np.int64)


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
        self._parts = _Parts.of((*anatomy.gates, *anatomy.spines))
        self.anatomy, self.k = anatomy, sheet.k
        self._to = to_pixels(sheet)
        self._lit = tuple(_is_lit(pool, light) for pool in anatomy.pools)
        self._colors = tuple(_vesicle_colors(own.theme) for own in (light.dim, light.lit))

    def states(self, frame: Frame) -> NDArray[np.int64]:
        """The states (P, 2) of all parts at a frame."""
        return self._parts.states(frame)

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
        for part, (share, shade) in zip(self.parts, self.states(frame).tolist(), strict=True):
            part.painter((share, shade))(painter)
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
