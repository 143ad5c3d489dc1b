"""The picture kept on a widget: composed for its size and zoom, still parts painted once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from pathway_viewer.look.theme import PAPER, Theme
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene import finding
from pathway_viewer.scene.beside import NOTHING as BARE
from pathway_viewer.scene.beside import Beside, Sign
from pathway_viewer.scene.diagram import Diagram, laid_out
from pathway_viewer.scene.marks import Marks
from pathway_viewer.scene.near import Written, seen_near, small_text
from pathway_viewer.scene.numbers import Numbers
from pathway_viewer.scene.overlay import NOTHING, Overlay
from pathway_viewer.scene.picture import (
    Picture,
    Setting,
    composed,
    on_sheet,
    paint_paper,
    spread,
)
from pathway_viewer.scene.spread import Spread
from pathway_viewer.scene.surface import Surface, seen
from pathway_viewer.scene.zoom import Zoom
from pathway_viewer.timeline.frame import Frame


class DiagramCanvas(QWidget):
    """Shows the frames it is given; knows neither keys nor mouse nor session."""

    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 220)
        self._theme: Theme = PAPER
        self._pathway: Pathway | None = None
        self._layers: frozenset[str] = frozenset()
        self._overlay = NOTHING
        self._spread = Spread()
        self._setting = Setting()
        self._numbers: Numbers = {}
        self._written: Written | None = None
        self._diagram: Diagram | None = None
        self._picture: Picture | None = None
        self._fitted: Picture | None = None
        self._surface: Surface | None = None
        self._frame: Frame | None = None
        self._beside = BARE
        self._phase = 0.0
        self._still = False
        self._selection = ""
        self._focus = ""
        self._ringed = False
        self._hover = ""
        self._zoom = Zoom()

    # ---- what the session sets ------------------------------------------------------------

    def set_pathway(
        self, pathway: Pathway, layers: frozenset[str], overlay: Overlay = NOTHING
    ) -> None:
        """Show another pathway, or the same one with other parts; the zoom is kept."""
        known = self._pathway
        overlay = overlay.beyond(pathway, layers)
        if known is pathway and (layers, overlay) == (self._layers, self._overlay):
            return
        if known is None or known.id != pathway.id:
            self._zoom = Zoom()
        self._pathway, self._layers, self._overlay = pathway, layers, overlay
        self._diagram = None
        self._lay(pathway)
        if (frame := self._frame) is not None:
            size = len(frame.changes), len(frame.flows)
            self._frame = frame if size == (len(pathway.nodes), len(pathway.edges)) else None
            self._beside = BARE
        shown = self.parts()
        if self._focus not in shown:
            self._focus = next(iter(shown), "") if self.hasFocus() else ""
        self._hover = self._hover if self._hover in shown else ""
        self._number_anew()

    def set_theme(self, theme: Theme) -> None:
        """Repaint in another theme."""
        if theme != self._theme:
            self._theme = theme
            self._number_anew()

    def set_clock(self, text: str) -> None:
        """The clock and scenario named in the heading."""
        self._set(replace(self._setting, clock=text))

    def set_numbers(self, numbers: Numbers) -> None:
        """Reference numbers beside nodes and arrows; an empty mapping hides them."""
        if numbers != self._numbers:
            self._numbers = numbers
            self._number_anew()

    def set_legend(self, shown: bool) -> None:
        """Show or hide the legend under the diagram."""
        self._set(replace(self._setting, legend=shown))

    def set_audience(self, shown: bool) -> None:
        """Show the first layer as it stands when projected, with a card for the back row."""
        if shown != self._setting.audience:
            self._setting = replace(self._setting, audience=shown)
            self._diagram = None
            self._number_anew()

    def set_what_if(self, ghost: bool, signs: frozenset[Sign]) -> None:
        """What the legend says of the changes in this run."""
        self._set(replace(self._setting, ghost=ghost, signs=signs))

    def set_selection(self, id: str) -> None:
        """Mark the selected node or arrow and what it touches."""
        if id != self._selection:
            self._selection = id
            if id:
                self._focus = id
            if self._surface is not None:
                self._surface.forget_ground()
            self.update()

    def set_lit(self, ids: frozenset[str]) -> None:
        """Dim all but these nodes and arrows, and the arrows between two of them.

        Nothing moves where it is dim. All is lit without ids, or where none of them is shown.
        """
        self._set(replace(self._setting, lit=ids))

    def set_reduced_motion(self, still: bool) -> None:
        """Without travelling particles, for those who asked their system for less motion."""
        self._still = still
        self.update()

    def show_frame(self, frame: Frame, beside: Beside = BARE) -> None:
        """Paint this frame, and what is seen beside it while something is changed."""
        self._frame, self._beside = frame, beside
        self.update()

    def set_phase(self, seconds: float) -> None:
        """Where the particles are on their way; seconds on the wall."""
        self._phase = seconds

    @property
    def zoom(self) -> float:
        """1 shows the whole canvas."""
        return self._zoom.factor

    def _see(self, zoom: Zoom) -> None:
        """The picture at another zoom; what is composed for the whole canvas stays."""
        self._zoom = zoom
        self._picture = self._surface = None
        self.update()

    # ---- where things are, for tests, screen readers and the minimap ------------------------

    def picture(self) -> Picture | None:
        """The composed picture, or None before there is a pathway.

        Composed when first asked for, mostly to be painted: several changes cost one composing.
        """
        if self._picture is None and (whole := self.whole()):
            self._picture = self._composed(whole.sheet.diagram, whole)
        return self._picture

    def whole(self) -> Picture | None:
        """The picture of the whole canvas, whatever the zoom, or None before there is a pathway."""
        if self._fitted is None and self._pathway is not None and self.width() >= 10:
            diagram = self._lay(self._pathway)
            rect = QRectF(self.rect())
            self._fitted = composed(diagram, self._theme, rect, self._setting)
        return self._fitted

    def pathway(self) -> Pathway | None:
        """The pathway shown, or None before there is one."""
        return self._pathway

    def selected(self) -> str:
        """The node or arrow marked as selected, or ''."""
        return self._selection

    def parts(self) -> list[str]:
        """Ids of every node shown, in reading order, then of every arrow."""
        arrows = self._diagram.arrows if self._diagram else ()
        return self.node_order() + [str(shape.edge.id) for shape in arrows]

    def node_order(self) -> list[str]:
        """Ids of the nodes shown, in reading order."""
        return self._diagram.node_order() if self._diagram else []

    def box_of(self, id: str) -> QRectF | None:
        """The rectangle of a node or an arrow on the widget, or None when it is not shown."""
        picture = self.picture()
        return finding.box_of(picture.sheet, id) if picture else None

    def frame(self) -> Frame | None:
        """The frame shown, or None before the first."""
        return self._frame

    def focused(self) -> str:
        """The node or arrow that holds the keyboard's focus, or ''."""
        return self._focus

    def point_of(self, id: str) -> QPointF:
        """A point of the widget where a click meets this node or arrow; KeyError if not shown."""
        if (picture := self.picture()) is None:
            raise KeyError(id)
        return finding.point_of(picture.sheet, id)

    def hit(self, point: QPointF) -> str:
        """The id of the node or arrow under a point of the widget, or ''."""
        picture = self.picture()
        if picture is None or not seen(picture, self, zoomed=self.zoom > 1).contains(point):
            return ""
        return finding.hit(picture.sheet, point)

    # ---- composing and painting --------------------------------------------------------------

    def _set(self, setting: Setting) -> None:
        if setting != self._setting:
            self._setting = setting
            self._compose_anew()

    def _number_anew(self) -> None:
        """Place the reference numbers anew: after a change of diagram, numbers or theme."""
        self._written = None
        self._compose_anew()

    def _lay(self, pathway: Pathway) -> Diagram:
        """The diagram for the present size, laid out anew only where that changes it."""
        rect, parts = QRectF(self.rect()), (pathway, self._layers, self._overlay)
        how = spread(*parts, self._theme, rect, self._setting)
        if self._diagram is None or how != self._spread:
            self._spread, self._written = how, None
            self._diagram = laid_out(*parts, how.stretch, how.audience, how.enlarged)
        return self._diagram

    def _compose_anew(self) -> None:
        """Place everything anew: after a change of size, zoom, theme, layers or numbers."""
        self._picture = self._fitted = self._surface = None
        self.update()

    def _composed(self, diagram: Diagram, fitted: Picture) -> Picture:
        self._written = self._written or Written(diagram, self._theme, self._numbers)
        # From the back row no small text can be read, however near the diagram is.
        afar = self._setting.audience
        size = None if afar else small_text(self.zoom, fitted.sheet.k, self._theme)
        beside = self._written.at(size)
        setting = replace(self._setting, labels=beside.labels, notes=beside.notes)
        sheet = seen_near(self._zoom.sheet(fitted.sheet), beside.text)
        ratio = self.devicePixelRatioF()
        return on_sheet(sheet, setting, fitted.heading, fitted.legend_box, fitted.legend, ratio)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The view, and word of it."""
        with QPainter(self) as painter:
            self.paint_view(painter)
        if self._frame is not None:
            self.painted.emit()

    def paint_view(self, painter: QPainter) -> None:
        """The still ground, then what moves, then the marks of selection and focus."""
        picture = self.picture()
        if picture is None:
            paint_paper(painter, QRectF(self.rect()), self._theme)
            return
        if self._surface is None:
            self._surface = Surface(picture, self, zoomed=self.zoom > 1)
        ground = self._surface.ground(self._selection)
        if self._frame is None:
            painter.drawPixmap(0, 0, ground)
            return
        phase = None if self._still else self._phase
        self._surface.paint(painter, self._frame, phase, self._beside, self._marks())

    def _marks(self) -> Marks:
        focused = self._focus if self._ringed and self.hasFocus() else ""
        return Marks(self._selection, focused, self._hover)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Compose for the new size."""
        self._zoom = self._zoom.moved(QPointF(), QSizeF(self.size()))
        self._compose_anew()

    def changeEvent(self, event: QEvent) -> None:
        """Compose again when the screen's pixel ratio has changed."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._compose_anew()
        super().changeEvent(event)
