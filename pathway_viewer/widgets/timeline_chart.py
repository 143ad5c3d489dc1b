"""Timeline chart: chapters, doses, lanes and axis, with the playhead over them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import ceil
from typing import cast

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QRegion,
)
from PySide6.QtWidgets import QToolTip, QWidget

from pathway_viewer.dynamics.course import Course
from pathway_viewer.look.theme import Theme
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.pushes import Dose
from pathway_viewer.timeline.playback import Playback
from pathway_viewer.widgets.chart_geometry import (
    COMFORT,
    FEWEST,
    LEAST_LANE,
    MOST_LANE,
    ChartGeometry,
    fixed_rows,
)
from pathway_viewer.widgets.chart_head import Head, HeadLabel
from pathway_viewer.widgets.chart_hover import paint_hover
from pathway_viewer.widgets.chart_picture import drawn
from pathway_viewer.widgets.chart_story import ChartStory
from pathway_viewer.widgets.ghost import Ghost


class TimelineChart(QWidget):
    """The whole story at one look. Dragging anywhere asks for that time.

    Still things are drawn once into a pixmap; a moving playhead repaints only the strips
    it leaves and enters.
    """

    seek_requested = Signal(float)
    step_requested = Signal(int)
    selection_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._story = ChartStory(theme)
        self._playback: Playback | None = None
        self._still: QPixmap | None = None
        self._where: ChartGeometry | None = None
        self._head: Head | None = None
        self._label = HeadLabel(self._bold(), theme)
        self._pointed: QPointF | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Timeline")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # Facts from above

    def set_pathway(self, pathway: Pathway) -> None:
        """The lanes' nodes and their names."""
        self._tell(replace(self._story, pathway=pathway, course=None))

    def set_run(self, course: Course | None, doses: tuple[Dose, ...], clock: str) -> None:
        """The levels to draw (None: not solved yet), the doses and the name of the clock."""
        self._tell(replace(self._story, course=course, doses=doses, clock=clock))

    def set_ghost(self, ghost: Ghost | None) -> None:
        """Another run, drawn in the lower half of every lane; None for none."""
        if ghost is not self._story.ghost:
            self._tell(replace(self._story, ghost=ghost))

    def set_theme(self, theme: Theme) -> None:
        """Colours and type sizes."""
        self._tell(replace(self._story, theme=theme))

    def set_selection(self, id: str) -> None:
        """The node whose lane is marked."""
        if id != self._story.selection:
            self._tell(replace(self._story, selection=id))

    def set_playback(self, playback: Playback) -> None:
        """The play head; a new axis or new chapters redraw everything, a new time two strips."""
        before, self._playback = self._playback, playback
        if before is None or before.axis != playback.axis or before.chapters != playback.chapters:
            self._tell(replace(self._story, axis=playback.axis, chapters=playback.chapters))
        elif before.time != playback.time:
            self._move_head(before, playback)
        if not playback.playing:
            self.setAccessibleDescription(self.moment())

    # What is shown

    def moment(self) -> str:
        """The play head's time in words."""
        return self._story.moment(self._playback.time) if self._playback else ""

    def lanes(self) -> tuple[str, ...]:
        """The ids of the nodes that have a strip, from the top: as many as there is room for."""
        return self._story.shown(self.where().lanes)

    def where(self) -> ChartGeometry:
        """Where things stand at the present size."""
        if self._where is None or (self._where.width, self._where.height) != self.size().toTuple():
            self._where = self._story.geometry(self.width(), self.height(), self.font())
            self._head = None
        return self._where

    def reading(self, at: QPointF) -> str:
        """What a tool tip says of a point: a lane's value, a chapter's name, or ''."""
        return self._story.reading(self.where(), at)

    def hovered(self) -> str:
        """What the label beside the pointer says, '' where there is none."""
        return self._story.hover(self.where(), self._pointed) if self._pointed else ""

    def sizeHint(self) -> QSize:
        """Room for every lane's name at the theme's size."""
        letters = self._story.letters
        rows = len(self._story.lanes) * letters * COMFORT
        return QSize(800, round(fixed_rows(letters) + rows))

    def fewest(self) -> int:
        """How much higher the chart must be than without strips, to have any."""
        return ceil(min(FEWEST, len(self._story.lanes)) * self._story.letters * LEAST_LANE)

    def spare(self) -> int:
        """How much higher than its hint the chart still gains by."""
        return round(len(self._story.lanes) * self._story.letters * (MOST_LANE - COMFORT))

    def minimumSizeHint(self) -> QSize:
        """Lanes fold where room is short; chapters, play head and axis never do."""
        return QSize(320, round(fixed_rows(self._story.letters)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The still picture, then the playhead."""
        ratio = self.devicePixelRatioF()
        if self._still is None or self._still.deviceIndependentSize().toSize() != self.size():
            self._still = drawn(self._story, self.where(), self.font(), ratio)
        with QPainter(self) as painter:
            # Box by box: one copy under a clip of several boxes costs more than all the rest.
            for box in _boxes(event.region()):
                painter.setClipRect(box)
                painter.drawPixmap(0, 0, self._still)
            painter.setClipping(False)
            if self._playback is not None:
                head = self._head_of(self._playback)
                self._label.paint(painter, self.where(), head, ratio)
            self._paint_hover(painter)
            if self.hasFocus():
                painter.setPen(QPen(QColor(self._story.theme.focus), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_hover(self, painter: QPainter) -> None:
        told = self.hovered()
        if told and self._pointed is not None:
            fonts = self._story.font(self.font()), self._bold()
            paint_hover(painter, self.where(), self._pointed, told, fonts, self._story.theme)

    def _move_head(self, before: Playback, after: Playback) -> None:
        """Repaints what the head leaves and enters, if it moved by a pixel or reads otherwise."""
        was, now = self._head_of(before), self._head_of(after)
        if not now.looks_like(was, self.devicePixelRatioF()):
            for old, new in ((was.label, now.label), (was.line, now.line)):
                apart = (old, new) if not old.intersects(new) else (old.united(new),)
                for box in apart:
                    self.update(box)
        if now.mark != was.mark:
            self.update(was.mark.toAlignedRect())
            self.update(now.mark.toAlignedRect())

    def _head_of(self, playback: Playback) -> Head:
        """The head at a time; the last one asked for is kept."""
        where = self.where()
        if self._head is None or self._head.playback is not playback:
            self._head = self._label.at(where, playback, self._story.moment(playback.time))
        return self._head

    def _bold(self) -> QFont:
        return self._story.font(self.font(), QFont.Weight.DemiBold)

    def _tell(self, story: ChartStory) -> None:
        self._story, self._still, self._where, self._head = story, None, None, None
        self._label = HeadLabel(self._bold(), story.theme)
        self.updateGeometry()
        self.update()

    # Wishes from the user

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press in the gutter picks the lane's node, anywhere else the time."""
        at = event.position()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        index = self.where().lane_at(at.y())
        if at.x() < self.where().left - 4 and index >= 0:
            self.selection_requested.emit(self.lanes()[index])
        else:
            self._ask_for(at.x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dragging scrubs; else the value under the pointer is told."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask_for(event.position().x())
        self._point(None if event.buttons() else event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        self._point(None)
        super().leaveEvent(event)

    def _point(self, at: QPointF | None) -> None:
        before, self._pointed = self.hovered(), at
        if before or self.hovered():
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right step while the chart has the focus."""
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self.step_requested.emit(way)

    def event(self, event: QEvent) -> bool:
        """Tool tips tell what has no label of its own beside the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            said = "" if self.hovered() else self.reading(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def _ask_for(self, x: float) -> None:
        if self._playback is not None:
            self.seek_requested.emit(self._playback.axis.time(self.where().position(x)))


def _boxes(region: QRegion) -> Iterable[QRect]:
    """The rectangles of a region; the binding does not tell what it yields."""
    return cast("Iterable[QRect]", region)
