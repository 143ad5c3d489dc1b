"""The picture kept on a widget: composed for its size and zoom, still parts painted once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from pathway_viewer.look.theme import PAPER, Theme
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.routes import reading_order
from pathway_viewer.scene.diagram import Diagram, laid_out
from pathway_viewer.scene.lettering import Lettering
from pathway_viewer.scene.numbers import Numbers
from pathway_viewer.scene.painting import paint_arrow
from pathway_viewer.scene.picture import (
    Picture,
    Setting,
    composed,
    numbered,
    on_sheet,
    paint_paper,
)
from pathway_viewer.scene.sheet import PlacedArrow, PlacedNode, placed
from pathway_viewer.scene.sprites import Sprites
from pathway_viewer.timeline.frame import Frame

LARGEST_ZOOM = 8.0


class DiagramCanvas(QWidget):
    """Shows the frames it is given; knows neither keys nor mouse nor session."""

    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 220)
        self._theme: Theme = PAPER
        self._layers: frozenset[str] = frozenset()
        self._setting = Setting()
        self._numbers: Numbers = {}
        self._diagram: Diagram | None = None
        self._picture: Picture | None = None
        self._fitted: Picture | None = None
        self._ground: QPixmap | None = None
        self._sprites: Sprites | None = None
        self._frame: Frame | None = None
        self._phase = 0.0
        self._still = False
        self._selection = ""
        self._focus = ""
        self._ringed = False
        self._hover = ""
        self._zoom = 1.0
        self._offset = QPointF()

    # ---- what the session sets ------------------------------------------------------------

    def set_pathway(self, pathway: Pathway, layers: frozenset[str]) -> None:
        """Show another pathway, or the same one with other layers; the zoom is kept."""
        known = self._diagram.pathway if self._diagram else None
        if known is pathway and layers == self._layers:
            return
        if known is None or known.id != pathway.id:
            self._zoom, self._offset = 1.0, QPointF()
        self._layers = layers
        self._diagram = laid_out(pathway, layers)
        self._number()
        if (frame := self._frame) is not None:
            size = len(frame.changes), len(frame.flows)
            self._frame = frame if size == (len(pathway.nodes), len(pathway.edges)) else None
        shown = self.parts()
        if self._focus not in shown:
            self._focus = next(iter(shown), "") if self.hasFocus() else ""
        self._hover = self._hover if self._hover in shown else ""
        self._compose()

    def set_theme(self, theme: Theme) -> None:
        """Repaint in another theme."""
        if theme != self._theme:
            self._theme = theme
            self._number()
            self._compose()

    def set_clock(self, text: str) -> None:
        """The clock and scenario named in the heading."""
        self._set(replace(self._setting, clock=text))

    def set_numbers(self, numbers: Numbers) -> None:
        """Reference numbers beside nodes and arrows; an empty mapping hides them."""
        if numbers != self._numbers:
            self._numbers = numbers
            self._number()
            self._compose()

    def set_legend(self, shown: bool) -> None:
        """Show or hide the legend under the diagram."""
        self._set(replace(self._setting, legend=shown))

    def set_selection(self, id: str) -> None:
        """Mark the selected node or arrow and what it touches."""
        if id != self._selection:
            self._selection = id
            if id:
                self._focus = id
            self._repaint_ground()

    def set_reduced_motion(self, still: bool) -> None:
        """Without travelling particles, for those who asked their system for less motion."""
        self._still = still
        self.update()

    def show_frame(self, frame: Frame) -> None:
        """Paint this frame."""
        self._frame = frame
        self.update()

    def set_phase(self, seconds: float) -> None:
        """Where the particles are on their way; seconds on the wall."""
        self._phase = seconds

    # ---- zoom ------------------------------------------------------------------------------

    def zoom_in(self) -> None:
        """One step closer, about the middle."""
        self.zoom_by(1.25, QPointF(self.width() / 2, self.height() / 2))

    def zoom_out(self) -> None:
        """One step back, about the middle."""
        self.zoom_by(0.8, QPointF(self.width() / 2, self.height() / 2))

    def fit(self) -> None:
        """The whole canvas."""
        self._zoom, self._offset = 1.0, QPointF()
        self._compose()

    def zoom_to_selection(self) -> None:
        """The selection in the middle, large."""
        if self._fitted is None or not (box := self._box_of(self._selection, self._fitted)):
            return
        self._zoom = min(LARGEST_ZOOM, max(2.0, self.width() * 0.3 / max(box.width(), 40)))
        middle = QPointF(self.width() / 2, self.height() / 2)
        self._offset = middle - box.center() * self._zoom
        self._compose()

    def zoom_by(self, factor: float, about: QPointF) -> None:
        """Zoom about a point of the window, between the whole canvas and eight times that."""
        zoom = min(LARGEST_ZOOM, max(1.0, self._zoom * factor))
        self._offset = about - (about - self._offset) * (zoom / self._zoom)
        self._zoom = zoom
        if zoom == 1.0:
            self._offset = QPointF()
        self._compose()

    @property
    def zoom(self) -> float:
        """1 shows the whole canvas."""
        return self._zoom

    # ---- where things are, for tests, screen readers and the minimap ------------------------

    def picture(self) -> Picture | None:
        """The composed picture, or None before there is a pathway."""
        return self._picture

    def pathway(self) -> Pathway | None:
        """The pathway shown, or None before there is one."""
        return self._diagram.pathway if self._diagram else None

    def selected(self) -> str:
        """The node or arrow marked as selected, or ''."""
        return self._selection

    def parts(self) -> list[str]:
        """Ids of every node shown, in reading order, then of every arrow."""
        if self._diagram is None:
            return []
        arrows = [str(shape.edge.id) for shape in self._diagram.arrows]
        return self.node_order() + arrows

    def node_order(self) -> list[str]:
        """Ids of the nodes shown, in reading order."""
        if self._diagram is None:
            return []
        shown = {shape.node.id for shape in self._diagram.nodes}
        return [str(id) for id in reading_order(self._diagram.pathway) if id in shown]

    def box_of(self, id: str) -> QRectF | None:
        """The rectangle of a node or an arrow on the widget, or None when it is not shown."""
        return self._box_of(id, self._picture) if self._picture else None

    def frame(self) -> Frame | None:
        """The frame shown, or None before the first."""
        return self._frame

    def focused(self) -> str:
        """The node or arrow that holds the keyboard's focus, or ''."""
        return self._focus

    def point_of(self, id: str) -> QPointF:
        """A point of the widget where a click meets this node or arrow; KeyError if not shown."""
        if self._picture is None:
            raise KeyError(id)
        for node in self._picture.sheet.nodes:
            if node.shape.node.id == id:
                return node.box.center()
        for arrow in self._picture.sheet.arrows:
            if arrow.shape.edge.id == id:
                return self._free_point(arrow)
        raise KeyError(id)

    def _free_point(self, arrow: PlacedArrow) -> QPointF:
        """A point on the arrow where no node and no other arrow is nearer."""
        points = [QPointF(float(x), float(y)) for x, y in arrow.track]
        order = sorted(range(len(points)), key=lambda i: abs(i - len(points) // 2))
        for i in order:
            if self.hit(points[i]) == arrow.shape.edge.id:
                return points[i]
        return points[len(points) // 2]

    def hit(self, point: QPointF) -> str:
        """The id of the node or arrow under a point of the widget, or ''."""
        if self._picture is None or self._diagram is None:
            return ""
        if not self._field(self._picture).contains(point):
            return ""
        sheet = self._picture.sheet
        x, y = sheet.to_canvas(point.x(), point.y())
        return self._diagram.node_at(x, y) or self._diagram.arrow_at(x, y, 7 / sheet.k)

    # ---- composing and painting --------------------------------------------------------------

    def _number(self) -> None:
        """Place the reference numbers anew: after a change of diagram, numbers or theme."""
        if self._diagram is not None:
            labels = numbered(self._diagram, self._theme, self._numbers)
            self._setting = replace(self._setting, labels=labels)

    def _set(self, setting: Setting) -> None:
        if setting != self._setting:
            self._setting = setting
            self._compose()

    def _compose(self) -> None:
        """Place everything anew: after a change of size, zoom, theme, layers or numbers."""
        if self._diagram is None or self.width() < 10:
            return
        ratio = self.devicePixelRatioF()
        target = QRectF(self.rect())
        self._sprites = None
        fitted = composed(self._diagram, self._theme, target, self._setting)
        self._fitted = fitted
        base = fitted.sheet
        z = self._zoom
        sheet = placed(
            self._diagram,
            self._theme,
            base.k * z,
            base.dx * z + self._offset.x(),
            base.dy * z + self._offset.y(),
        )
        self._picture = on_sheet(
            sheet, self._setting, fitted.heading, fitted.legend_box, fitted.legend, ratio
        )
        self._repaint_ground()

    def _repaint_ground(self) -> None:
        self._ground = None
        self.update()

    def _made_ground(self, picture: Picture) -> QPixmap:
        """Everything that stands still, painted once."""
        ratio = self.devicePixelRatioF()
        ground = QPixmap(QSize(round(self.width() * ratio), round(self.height() * ratio)))
        ground.setDevicePixelRatio(ratio)
        with QPainter(ground) as painter:
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
            )
            paint_paper(painter, QRectF(self.rect()), self._theme)
            picture.paint_still(painter, Lettering(), zoomed=self._zoom > 1)
            painter.setClipRect(self._field(picture))
            for arrow in picture.sheet.arrows:
                edge = arrow.shape.edge
                if self._selection in (edge.id, edge.source, edge.target):
                    paint_arrow(painter, arrow, picture.sheet, self._theme.accent)
        return ground

    def paintEvent(self, event: QPaintEvent) -> None:
        """The still ground, then what moves, then the marks of selection and focus."""
        with QPainter(self) as painter:
            picture = self._picture
            if picture is None:
                paint_paper(painter, QRectF(self.rect()), self._theme)
                return
            if self._ground is None:
                self._ground = self._made_ground(picture)
            painter.drawPixmap(0, 0, self._ground)
            if self._frame is None:
                return
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            phase = None if self._still else self._phase
            if self._sprites is None:
                self._sprites = Sprites(picture, self.devicePixelRatioF())
            painter.setClipRect(self._field(picture))
            self._sprites.paint(painter, self._frame, phase)
            self._paint_marks(painter, picture)
            painter.setClipping(False)
            self._sprites.paint_heading(painter, self._frame)
        self.painted.emit()

    def _field(self, picture: Picture) -> QRectF:
        """The part of the widget in which the diagram is seen."""
        whole = QRectF(self.rect())
        return whole if self._zoom == 1 else whole.intersected(picture.field)

    def _paint_marks(self, painter: QPainter, picture: Picture) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for node in picture.sheet.nodes:
            id = node.shape.node.id
            if id == self._selection:
                self._ring(painter, node, 3.0, Qt.PenStyle.SolidLine)
            elif id == self._focus and self._ringed and self.hasFocus():
                self._ring(painter, node, 2.0, Qt.PenStyle.DashLine)
            elif id == self._hover:
                self._ring(painter, node, 1.5, Qt.PenStyle.SolidLine)
        for arrow in picture.sheet.arrows:
            id = arrow.shape.edge.id
            if id == self._hover or (id == self._focus and self._ringed and self.hasFocus()):
                painter.setPen(QPen(QColor(self._theme.focus), 3.0))
                painter.drawPath(arrow.shaft)

    def _ring(self, painter: QPainter, node: PlacedNode, width: float, style: Qt.PenStyle) -> None:
        pen = QPen(QColor(self._theme.focus), width, style)
        painter.setPen(pen)
        painter.drawRoundedRect(node.box.adjusted(-4, -4, 4, 4), 9, 9)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Compose for the new size."""
        self._compose()

    def changeEvent(self, event: QEvent) -> None:
        """Compose again when the screen's pixel ratio has changed."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._compose()
        super().changeEvent(event)

    def _box_of(self, id: str, picture: Picture) -> QRectF | None:
        for node in picture.sheet.nodes:
            if node.shape.node.id == id:
                return node.box
        for arrow in picture.sheet.arrows:
            if arrow.shape.edge.id == id:
                return arrow.shaft.boundingRect()
        return None
