"""Arranging: the diagram as a look wants it, composed for a rectangle, and painted there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import reduce

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from pathway_viewer.export.look import Look
from pathway_viewer.export.work import Steps, at_once
from pathway_viewer.look.theme import THEMES, Theme
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.diagram import Diagram, laid_out
from pathway_viewer.scene.finding import box_of
from pathway_viewer.scene.legend import Shown, legend_of, paint_legend
from pathway_viewer.scene.legend_columns import Legend, height
from pathway_viewer.scene.lettering import Hand, Lettering
from pathway_viewer.scene.near import Written, seen_near, small_text
from pathway_viewer.scene.picture import Picture, Setting, composed, filled, on_sheet
from pathway_viewer.scene.zoom import Zoom
from pathway_viewer.timeline.frame import Frame

LEGEND, LEAST_LEGEND = 0.0175, 9.0
"""Size of a legend's text below a picture for a hall: its share of the height, and the least."""


@dataclass(frozen=True)
class Below:
    """A legend in a box below the diagram."""

    box: QRectF
    legend: Legend
    hand: Hand

    @classmethod
    def of(cls, diagram: Diagram, theme: Theme, room: QRectF, setting: Setting) -> Below:
        """The legend of a diagram, at the bottom of a room."""
        legend = legend_of(Shown.in_diagram(diagram, theme), theme, setting.ghost, setting.signs)
        hand = Hand(max(LEAST_LEGEND, room.height() * LEGEND))
        inner = room.adjusted(hand.size, 0, -hand.size, 0)
        tall = height(legend, hand, inner.width())
        return cls(QRectF(inner.left(), room.bottom() - tall, inner.width(), tall), legend, hand)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """All of it."""
        paint_legend(painter, self.box, self.legend, theme, self.hand, Lettering())


@dataclass(frozen=True)
class Arranged:
    """A picture in its rectangle; `near` where only a part of the diagram is seen.

    `below` is a legend of its own where the picture, made for a hall, has none.
    """

    picture: Picture
    near: bool
    below: Below | None = None

    def paint(self, painter: QPainter, frame: Frame, look: Look, phase: float = 0.0) -> None:
        """Still and moving parts, as strokes and letters that can be enlarged."""
        at_once(self.painting(painter, frame, look, phase))

    def painting(
        self, painter: QPainter, frame: Frame, look: Look, phase: float = 0.0
    ) -> Steps[None]:
        """The same in steps, between which a window may live."""
        lettering = Lettering()
        self.picture.paint_still(painter, lettering, zoomed=self.near)
        yield
        self._paint_below(painter)
        painter.save()
        try:
            if self.near:
                painter.setClipPath(self.clip(), Qt.ClipOperation.IntersectClip)
            self.picture.paint_moving(painter, frame, phase, lettering, look.beside)
        finally:
            painter.restore()

    def paint_still(self, painter: QPainter) -> None:
        """All that does not change with time."""
        self.picture.paint_still(painter, Lettering(), zoomed=self.near)
        self._paint_below(painter)

    def _paint_below(self, painter: QPainter) -> None:
        if self.below is not None:
            self.below.paint(painter, self.picture.sheet.theme)

    def clip(self) -> QPainterPath:
        """Where anything may be drawn that is not legend: heading and field."""
        path = QPainterPath()
        path.addRect(self.picture.field)
        path.addRect(self.picture.heading)
        return path


def arranged(pathway: Pathway, look: Look, room: QRectF, *, legend: bool = True) -> Arranged:
    """The picture of a look in a rectangle, whole or as near as its camera wants."""
    return at_once(arranging(pathway, look, room, legend=legend))


def arranging(
    pathway: Pathway, look: Look, room: QRectF, *, legend: bool = True
) -> Steps[Arranged]:
    """The same in steps, between which a window may live."""
    theme = THEMES[look.theme]
    layers = look.layers or frozenset({pathway.layers[0].id})
    own = legend and look.audience and look.explained
    setting = Setting(
        look.clock,
        legend=legend and not look.audience,
        audience=look.audience,
        ghost=look.beside.ghost is not None,
        signs=frozenset(sign for _, sign in look.beside.signs),
        lit=lit(look),
    )
    below: Below | None = None
    diagram = filled(pathway, layers, look.overlay, theme, room, setting)
    yield
    if own:
        below = Below.of(diagram, theme, room, setting)
        yield
        room = room.adjusted(0, 0, 0, -below.box.height())
        diagram = filled(pathway, layers, look.overlay, theme, room, setting)
        yield
    whole = composed(diagram, theme, room, setting)
    yield
    zoom = seen_by(look.camera, whole)
    # From the back row no small text can be read, however near the diagram is.
    size = None if look.audience else small_text(zoom.factor, whole.sheet.k, theme)
    beside = Written(diagram, theme, {} if look.audience else look.numbers).at(size)
    setting = replace(setting, labels=beside.labels, notes=beside.notes)
    yield
    sheet = seen_near(zoom.sheet(whole.sheet), beside.text)
    made = on_sheet(sheet, setting, whole.heading, whole.legend_box, whole.legend)
    return Arranged(made, zoom.factor > 1, below)


def drawn_ids(pathway: Pathway, look: Look) -> frozenset[str]:
    """The nodes and arrows that a look shows."""
    layers = look.layers or frozenset({pathway.layers[0].id})
    diagram = laid_out(pathway, layers, look.overlay, audience=look.audience)
    nodes = {str(shape.node.id) for shape in diagram.nodes}
    return frozenset(nodes | {str(shape.edge.id) for shape in diagram.arrows})


def lit(look: Look) -> frozenset[str]:
    """What stands in the light: the focus, and what is changed by hand. All without a focus."""
    changed = {id for id, _ in look.beside.signs}
    return frozenset({*look.focus, *changed}) if look.focus else frozenset()


def seen_by(camera: Collection[str], whole: Picture) -> Zoom:
    """How near the camera is: what it looks at fills the room; all where nothing of it is shown."""
    boxes = [box for id in camera if (box := box_of(whole.sheet, id)) is not None]
    if not boxes:
        return Zoom()
    field = whole.field
    return Zoom.around(reduce(QRectF.united, boxes), field, QSizeF(field.right(), field.bottom()))
