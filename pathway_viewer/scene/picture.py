"""The whole picture: heading, diagram and legend in one rectangle, still parts and moving parts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from pathway_viewer.look.theme import UNIT, Theme
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.times import spoken
from pathway_viewer.scene.beside import NOTHING, Beside, Sign, paint_signs
from pathway_viewer.scene.diagram import Diagram, laid_out, spread_to_fill
from pathway_viewer.scene.flow import Flow
from pathway_viewer.scene.legend import Shown, legend_of, paint_legend
from pathway_viewer.scene.legend import numbered as with_numbers
from pathway_viewer.scene.legend_columns import Legend
from pathway_viewer.scene.lettering import Hand, Lettering
from pathway_viewer.scene.lighting import Lighting, lighted
from pathway_viewer.scene.living import Living
from pathway_viewer.scene.mechanisms import Note, paint_notes
from pathway_viewer.scene.names import envelopes, name_boxes
from pathway_viewer.scene.now_card import Card, card_of, paint_card
from pathway_viewer.scene.numbers import MOST_SHOWN, SMALLEST, NumberLabel, Numbers, place_numbers
from pathway_viewer.scene.overlay import Overlay
from pathway_viewer.scene.page import divided, legend_size
from pathway_viewer.scene.painting import paint_arrow, paint_chips, paint_node
from pathway_viewer.scene.scenery import paint_scenery
from pathway_viewer.scene.settling import anatomy_of
from pathway_viewer.scene.sheet import Sheet, fit
from pathway_viewer.scene.spread import Spread
from pathway_viewer.timeline.frame import Frame


@dataclass(frozen=True)
class Setting:
    """What the picture shows besides the diagram: a clock's name, reference numbers, legend.

    `ghost` and `signs` are what a what-if brings into the legend. `lit` are the nodes and
    arrows that a step tells of: the rest is dimmed. Without any all is lit. For an `audience`
    the card of the moment is read from the back row.
    """

    clock: str = ""
    labels: tuple[NumberLabel, ...] = ()
    notes: tuple[Note, ...] = ()
    legend: bool = True
    ghost: bool = False
    signs: frozenset[Sign] = frozenset()
    lit: frozenset[str] = frozenset()
    audience: bool = False


@dataclass(frozen=True)
class Picture:
    """One diagram composed for one rectangle of pixels. Paint it with a frame and a phase.

    `heading` is where the card of the moment is.
    """

    sheet: Sheet
    setting: Setting
    heading: QRectF
    legend_box: QRectF
    legend: Legend
    light: Lighting
    flow: Flow
    living: Living

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
            # On a page the picture has a clip of its own, which it must not leave.
            painter.setClipRect(self.field, Qt.ClipOperation.IntersectClip)
        labels = [one.box for one in (*self.setting.labels, *self.setting.notes)]
        paint_scenery(painter, light.ground, lettering, labels, self.living.anatomy)
        for sheet in (light.dim, light.lit):
            for arrow in sheet.arrows:
                paint_arrow(painter, arrow, sheet)
            paint_chips(painter, sheet, lettering)
        for label in self.setting.labels:
            box, hand = self.sheet.mapped(label.box), Hand(label.size * self.sheet.k)
            if hand.size >= SMALLEST:
                lettering.draw(painter, box, label.text, hand, light.of(label.id).theme.muted)
        for note in self.setting.notes:
            paint_notes(painter, light.of(note.id), (note,), lettering)
        painter.restore()
        if self.legend:
            paint_legend(painter, self.legend_box, self.legend, theme, self.hand, lettering)

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

    @property
    def hand(self) -> Hand:
        """How the legend is written."""
        return Hand(legend_size(self.sheet.theme, self.heading, self.setting.audience))

    def card(self, frame: Frame) -> Card:
        """What the card says of a frame."""
        return card_of(frame, self.sheet.diagram.pathway, self.sheet.theme, self.setting.clock)

    def paint_heading(self, painter: QPainter, frame: Frame, lettering: Lettering) -> None:
        """The card: the moment in words, what is happening, and whose clock it is."""
        theme, large = self.sheet.theme, self.setting.audience
        paint_card(painter, self.heading, self.card(frame), theme, lettering, large=large)


def spread(
    pathway: Pathway,
    layers: frozenset[str],
    overlay: Overlay,
    theme: Theme,
    target: QRectF,
    setting: Setting,
) -> Spread:
    """How a diagram is laid out to fill its part of a rectangle."""
    page = divided(pathway, theme, target, setting.legend, setting.audience)
    return spread_to_fill(pathway, layers, overlay, page.room, setting.audience)


def filled(
    pathway: Pathway,
    layers: frozenset[str],
    overlay: Overlay,
    theme: Theme,
    target: QRectF,
    setting: Setting,
) -> Diagram:
    """The diagram that fills its part of a rectangle."""
    how = spread(pathway, layers, overlay, theme, target, setting)
    return laid_out(pathway, layers, overlay, how.stretch, how.audience, how.enlarged)


def composed(diagram: Diagram, theme: Theme, target: QRectF, setting: Setting) -> Picture:
    """The picture of a diagram that fits a rectangle: card above, legend below."""
    page = divided(diagram.pathway, theme, target, setting.legend, setting.audience)
    shown = None if page.legend.isEmpty() else Shown.in_diagram(diagram, theme)
    legend = legend_of(shown, theme, setting.ghost, setting.signs) if shown else ()
    sheet = fit(diagram, theme, page.room)
    return on_sheet(sheet, setting, page.card, page.legend, legend)


def on_sheet(
    sheet: Sheet,
    setting: Setting,
    heading: QRectF,
    legend_box: QRectF,
    legend: Legend,
    pixel_ratio: float = 1.0,
) -> Picture:
    """The picture around a sheet that stands already, zoomed or moved as its viewer likes.

    The legend is that of the diagram; numbers that are read beside it are added here.
    """
    read = [one.text for one in setting.labels if one.size * sheet.k >= SMALLEST]
    legend = with_numbers(legend, read)
    light = lighted(sheet, setting.lit)
    flow = Flow(light.lit, pixel_ratio)
    living = Living(light, anatomy_of(sheet.diagram, sheet.theme))
    return Picture(sheet, setting, heading, legend_box, legend, light, flow, living)


def numbered(diagram: Diagram, theme: Theme, numbers: Numbers) -> tuple[NumberLabel, ...]:
    """Reference numbers placed clear of nodes, arrows, anatomy and the names of places."""
    taken = [*name_boxes(diagram, theme), *anatomy_of(diagram, theme).boxes()]
    taken += envelopes(diagram)
    most = MOST_SHOWN if theme.text_scale <= 1 else 1  # large text leaves room for fewer
    return place_numbers(diagram, numbers, theme.text_scale, taken, most)


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
