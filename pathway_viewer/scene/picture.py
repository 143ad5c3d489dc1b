"""The whole picture: heading, diagram and legend in one rectangle, still parts and moving parts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from pathway_viewer.look.theme import UNIT, Theme
from pathway_viewer.model.times import spoken
from pathway_viewer.scene.beside import NOTHING, Beside, Sign, paint_signs
from pathway_viewer.scene.diagram import Diagram
from pathway_viewer.scene.flow import Flow
from pathway_viewer.scene.legend import (
    Entry,
    entries,
    height,
    paint_legend,
    what_if_entries,
)
from pathway_viewer.scene.lettering import (
    BOLD,
    LEFT,
    RIGHT,
    Hand,
    Lettering,
    fitted,
    shortened,
    width,
)
from pathway_viewer.scene.lighting import Lighting, lighted
from pathway_viewer.scene.living import Living
from pathway_viewer.scene.mechanisms import Note, paint_notes
from pathway_viewer.scene.names import envelopes, name_boxes
from pathway_viewer.scene.numbers import NumberLabel, Numbers, place_numbers
from pathway_viewer.scene.painting import paint_arrow, paint_chip, paint_node
from pathway_viewer.scene.scenery import paint_scenery
from pathway_viewer.scene.settling import anatomy_of
from pathway_viewer.scene.sheet import Sheet, fit
from pathway_viewer.timeline.frame import Frame


@dataclass(frozen=True)
class Setting:
    """What the picture shows besides the diagram: a clock's name, reference numbers, legend.

    `ghost` and `signs` are what a what-if brings into the legend. `lit` are the nodes and
    arrows that a step tells of: the rest is dimmed. Without any all is lit.
    """

    clock: str = ""
    labels: tuple[NumberLabel, ...] = ()
    notes: tuple[Note, ...] = ()
    legend: bool = True
    ghost: bool = False
    signs: frozenset[Sign] = frozenset()
    lit: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Picture:
    """One diagram composed for one rectangle of pixels. Paint it with a frame and a phase."""

    sheet: Sheet
    setting: Setting
    heading: QRectF
    legend_box: QRectF
    legend: tuple[Entry, ...]
    light: Lighting
    flow: Flow
    living: Living

    @property
    def text_size(self) -> float:
        """Size in pixels of the heading's text."""
        return self.heading.height() * 0.5

    @property
    def field(self) -> QRectF:
        """Where a diagram that is zoomed in is seen: below the heading, above the legend."""
        bottom = self.legend_box.top() - UNIT if self.legend else self.legend_box.bottom() + UNIT
        strip = self.heading.adjusted(-5 * UNIT, 0, 5 * UNIT, 0)
        top = self.heading.bottom() + UNIT / 2
        return QRectF(strip.left(), top, strip.width(), bottom - top)

    def paint_still(self, painter: QPainter, lettering: Lettering, zoomed: bool = False) -> None:
        """All that does not change with time: places, arrows, numbers, legend.

        Zoomed in, the diagram is cut off below the heading and above the legend.
        """
        theme, light = self.sheet.theme, self.light
        painter.save()
        if zoomed:
            painter.setClipRect(self.field)
        labels = [one.box for one in (*self.setting.labels, *self.setting.notes)]
        paint_scenery(painter, light.ground, lettering, labels, self.living.anatomy)
        for sheet in (light.dim, light.lit):
            for arrow in sheet.arrows:
                paint_arrow(painter, arrow, sheet)
                paint_chip(painter, arrow, sheet, lettering)
        for label in self.setting.labels:
            box, hand = self.sheet.mapped(label.box), Hand(label.size * self.sheet.k)
            lettering.draw(painter, box, label.text, hand, light.of(label.id).theme.muted)
        for note in self.setting.notes:
            paint_notes(painter, light.of(note.id), (note,), lettering)
        painter.restore()
        if self.legend:
            legend_hand = Hand(self.legend_size(theme, self.heading))
            paint_legend(painter, self.legend_box, self.legend, theme, legend_hand, lettering)

    def paint_moving(
        self,
        painter: QPainter,
        frame: Frame,
        phase: float | None,
        lettering: Lettering,
        beside: Beside = NOTHING,
    ) -> None:
        """All that changes with time: living anatomy, nodes, particles, heading.

        Nothing moves without a phase.
        """
        self.living.draw(painter, frame, phase)
        changes = frame.changes.tolist()
        ghosts = [None] * len(changes) if beside.ghost is None else beside.ghost.tolist()
        for node in self.sheet.nodes:
            i = node.shape.index
            word = frame.words[i]
            sheet = self.light.of(node.shape.node.id)
            paint_node(painter, node, sheet, changes[i], word, lettering, ghosts[i])
        if phase is not None:
            self.flow.draw(painter, frame.flows, phase)
        paint_signs(painter, self.sheet, beside.signs)
        self.paint_heading(painter, frame, lettering)

    def paint_heading(self, painter: QPainter, frame: Frame, lettering: Lettering) -> None:
        """The moment in words, what is happening, and whose clock it is."""
        theme, box = self.sheet.theme, self.heading
        bold, plain = Hand(self.text_size, BOLD), Hand(self.text_size * 0.9)
        time = moment(frame.time, frame.origin)
        lettering.draw(painter, box, time, bold, theme.ink, LEFT)
        small = Hand(self.text_size * 0.76)
        clock_room = width(self.setting.clock, small) + UNIT
        left = width(time, bold) + 2 * UNIT
        room = QRectF(
            box.left() + left, box.top(), box.width() - left - clock_room - UNIT, box.height()
        )
        hand = fitted(frame.caption, plain, room.width(), smallest=0.7)
        caption = shortened(frame.caption, hand, room.width())
        lettering.draw(painter, room, caption, hand, theme.ink, LEFT)
        lettering.draw(painter, box, self.setting.clock, small, theme.muted, RIGHT)

    @staticmethod
    def legend_size(theme: Theme, heading: QRectF) -> float:
        """Size in pixels of the legend's text."""
        return max(theme.type.caption, heading.height() * 0.36)


def composed(diagram: Diagram, theme: Theme, target: QRectF, setting: Setting) -> Picture:
    """The picture of a diagram that fills a rectangle: heading above, legend below."""
    margin = UNIT * max(1.0, target.width() / 1280)
    inner = target.adjusted(margin, margin * 0.5, -margin, -margin * 0.5)
    heading_height = max(30.0, target.height() * 0.042) * theme.text_scale**0.5
    heading = QRectF(inner.left(), inner.top(), inner.width(), heading_height)
    every = entries(diagram, theme) if setting.legend else ()
    if every and (setting.ghost or setting.signs):
        every += what_if_entries(theme, setting.ghost, setting.signs)
    hand = Hand(Picture.legend_size(theme, heading))
    below = height(every, hand, inner.width()) if every else 0.0
    legend_box = QRectF(inner.left(), inner.bottom() - below, inner.width(), below)
    room = QRectF(
        inner.left(),
        heading.bottom() + 2,
        inner.width(),
        legend_box.top() - heading.bottom() - margin * 0.5,
    )
    sheet = fit(diagram, theme, room)
    return on_sheet(sheet, setting, heading, legend_box, every)


def on_sheet(
    sheet: Sheet,
    setting: Setting,
    heading: QRectF,
    legend_box: QRectF,
    legend: tuple[Entry, ...],
    pixel_ratio: float = 1.0,
) -> Picture:
    """The picture around a sheet that stands already, zoomed or moved as its viewer likes."""
    light = lighted(sheet, setting.lit)
    flow = Flow(light.lit, pixel_ratio)
    living = Living(light, anatomy_of(sheet.diagram, sheet.theme))
    return Picture(sheet, setting, heading, legend_box, legend, light, flow, living)


def numbered(diagram: Diagram, theme: Theme, numbers: Numbers) -> tuple[NumberLabel, ...]:
    """Reference numbers placed clear of nodes, arrows, anatomy and the names of places."""
    taken = [*name_boxes(diagram, theme), *anatomy_of(diagram, theme).boxes()]
    taken += envelopes(diagram)
    return place_numbers(diagram, numbers, theme.text_scale, taken)


def paint_paper(painter: QPainter, target: QRectF, theme: Theme) -> None:
    """The ground of the picture."""
    painter.fillRect(target, QColor(theme.background))


def moment(hours: float, origin: str) -> str:
    """'2 h after the dose', 'At the dose', '10 min before the dose'; without one '2 h in'."""
    if not origin:
        if abs(hours) < 1 / 120:
            return "At the start"
        return f"{spoken(hours)} in" if hours > 0 else f"{spoken(-hours)} before the start"
    if abs(hours) < 1 / 120:
        return f"At {origin}"
    if hours < 0:
        return f"{spoken(-hours)} before {origin}"
    return f"{spoken(hours)} after {origin}"
