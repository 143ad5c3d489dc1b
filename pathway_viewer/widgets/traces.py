"""Traces: a node's curve over the axis with what was measured, drawn by pyqtgraph."""

# ruff: noqa: ANN401  (pyqtgraph has no types)

from __future__ import annotations

from typing import Any, Literal

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from pathway_viewer.dynamics.course import Course
from pathway_viewer.look.theme import Theme
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.timeline.origin import zero
from pathway_viewer.widgets.ghost import Ghost
from pathway_viewer.widgets.plot_bands import PlotBand, supported
from pathway_viewer.widgets.plot_marks import PlotMark

COLUMNS = 300
HEIGHT = 150
FLOOR, CEILING = -0.06, 1.12
TALLEST = 0.84
"""A letter beside a curve stands no higher: it must be whole in the lowest plot."""
NARROWEST = 0.008
"""Width of a window that is one moment, as a share of the axis."""
SHAPES = {"human": "o", "rodent": "d", "cells": "s"}
Line = Literal["solid", "dashed", "dotted"]
LINES: dict[Line, Qt.PenStyle] = {
    "solid": Qt.PenStyle.SolidLine,
    "dashed": Qt.PenStyle.DashLine,
    "dotted": Qt.PenStyle.DotLine,
}
TOUCH = 12
"""How near, in pixels, the pointer must come to a mark to read it."""


def library() -> Any:
    """The plotting library."""
    # Late: pyqtgraph takes half a second to import, and the first picture has no curve.
    import pyqtgraph  # pyright: ignore[reportMissingTypeStubs]

    return pyqtgraph


class Trace(QWidget):
    """One node's level, 0..1, from the start to the end of the axis in use.

    The plot is made when first shown: until then this is an empty box of its size.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plot: Any = None
        self._head: Any = None
        self._marks: tuple[PlotMark, ...] = ()
        self._scenery: object = None
        self._curve: list[Any] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Level over time")

    def set_theme(self, theme: Theme) -> None:
        """The ground, and colours for what is drawn next."""
        self._theme = theme
        if self._plot is not None:
            self._plot.setBackground(theme.panel)

    def show_node(
        self,
        course: Course,
        axis: Axis,
        node: str,
        marks: tuple[PlotMark, ...],
        bands: tuple[PlotBand, ...] = (),
        ghost: Ghost | None = None,
    ) -> None:
        """Draws a node's curve, its rest, the measured points and windows, and another run's."""
        plot = self._made_plot()
        rest = float(course.rest[course.node_index[node]])
        levels = self._levels(course, axis, node)
        scenery = (node, axis, marks, bands, ghost, self._theme, zero(course))
        if scenery == self._scenery and ghost is not None and not any(ghost.letters):
            # While something is dragged only the curve itself is another one.
            self._move_curve(levels, rest)
            return
        plot.clear()
        self._marks, self._scenery = marks, scenery
        self._draw_bands(plot, bands)
        if ghost is not None:
            self._draw_ghost(plot, self._levels(ghost.course, axis, node), ghost)
        self._curve = self._drawn_curve(plot, levels, rest)
        changed = ghost is not None and ghost.untouched is not None
        self._draw_line(plot, levels, *(((), ()) if changed else (marks, bands)))
        if ghost is not None:
            self._letter(plot, ghost.letters[0], levels, self._theme.ink)
        self._draw_marks(plot, marks)
        self._draw_axis(plot, axis, zero(course))
        self._head = self._drawn_head(plot)
        points = f"{len(marks)} measured points" if marks else "no measured points"
        self.setAccessibleDescription(f"Curve of the level, {points}")

    def marks(self) -> tuple[PlotMark, ...]:
        """The measured points that are drawn."""
        return self._marks

    def reading(self, at: QPointF) -> str:
        """What is said of the marks under a point of this widget, or ''."""
        if self._plot is None:
            return ""
        box = self._plot.getViewBox()
        near: list[str] = []
        for mark in self._marks:
            seen = box.mapViewToScene(QPointF(mark.position, mark.level)) - at
            if abs(seen.x()) <= TOUCH and abs(seen.y()) <= TOUCH:
                near.append(mark.tip)
        return "\n\n".join(near)

    def event(self, event: QEvent) -> bool:
        """Tool tips read the measured point under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.reading(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def show_time(self, position: float) -> None:
        """Moves the play head's line to a place 0..1."""
        if self._head is not None:
            self._head.setValue(position)

    def _made_plot(self) -> Any:
        if self._plot is None:
            self._plot = library().PlotWidget(self, background=self._theme.panel)
            self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._plot.setMenuEnabled(False)
            self._plot.hideButtons()
            self._plot.setRange(xRange=(0, 1), yRange=(FLOOR, CEILING), padding=0.01)
            self._box.addWidget(self._plot)
        return self._plot

    def _drawn_curve(self, plot: Any, levels: Any, rest: float) -> list[Any]:
        """The areas above and below rest, the line of rest, and the curve itself."""
        items: list[Any] = []
        for part, color in zip(
            areas(levels, rest), (self._theme.rising, self._theme.falling), strict=True
        ):
            fill = QColor(color)
            fill.setAlphaF(0.22)
            items.append(plot.plot(*part, pen=None, fillLevel=rest, brush=fill))
        items.append(plot.plot([0, 1], [rest, rest], pen=self._pen(self._theme.muted, 1, "dotted")))
        x, pen = np.linspace(0, 1, len(levels)), self._pen(self._theme.ink, 1.2, "dashed")
        items.append(plot.plot(x, levels, pen=pen, antialias=True))
        return items

    def _move_curve(self, levels: Any, rest: float) -> None:
        """The same for another run: making these anew would take longer than a frame may."""
        above, below, line, curve = self._curve
        for item, part in zip((above, below), areas(levels, rest), strict=True):
            item.setData(*part)
            item.setFillLevel(rest)
        line.setData([0, 1], [rest, rest])
        curve.setData(np.linspace(0, 1, len(levels)), levels)

    def _levels(self, course: Course, axis: Axis, node: str) -> Any:
        times = axis.times(np.linspace(0, 1, COLUMNS))
        rest = float(course.rest[course.node_index[node]])
        levels = np.interp(times, course.times, course.series(node), left=rest)
        return np.where(times <= course.end + 1e-9, levels, np.nan)

    def _draw_line(
        self, plot: Any, levels: Any, marks: tuple[PlotMark, ...], bands: tuple[PlotBand, ...]
    ) -> None:
        """Solid where it passes near measurements; dashed elsewhere, for that is illustration."""
        x = np.linspace(0, 1, len(levels))
        held = np.where(supported(x, marks, bands), levels, np.nan)
        if np.isfinite(held).any():
            pen = self._pen(self._theme.ink, 2, "solid")
            plot.plot(x, held, pen=pen, antialias=True, connect="finite")

    def _draw_bands(self, plot: Any, bands: tuple[PlotBand, ...]) -> None:
        fill = QColor(self._theme.muted)
        fill.setAlphaF(0.2)
        for band in bands:
            left = min(band.start, 1 - NARROWEST)
            right = max(band.end, left + NARROWEST)
            ends, top = [left, right], [CEILING, CEILING]
            plot.plot(ends, top, pen=None, fillLevel=FLOOR, brush=fill)

    def _draw_ghost(self, plot: Any, levels: Any, ghost: Ghost) -> None:
        x = np.linspace(0, 1, len(levels))
        pen = self._pen(self._theme.muted, 1.6, "solid")
        plot.plot(x, levels, pen=pen, antialias=True, connect="finite")
        self._letter(plot, ghost.letters[1], levels, self._theme.muted)

    def _letter(self, plot: Any, letter: str, levels: Any, color: str) -> None:
        """A run's letter where its curve is farthest from where it began."""
        if letter:
            top = int(np.nanargmax(np.abs(levels - levels[0])))
            label = library().TextItem(letter, QColor(color), anchor=(0.5, 1))
            label.setFont(self._font())
            label.setPos(top / (len(levels) - 1), min(TALLEST, float(levels[top])))
            plot.addItem(label)

    def _draw_marks(self, plot: Any, marks: tuple[PlotMark, ...]) -> None:
        for mark in marks:
            self._draw_whiskers(plot, mark)
            fill = self._theme.ink if mark.own else self._theme.panel
            plot.plot(
                [mark.position],
                [mark.level],
                pen=None,
                symbol=SHAPES[mark.species],
                symbolSize=8 if mark.own else 9,
                symbolBrush=QColor(fill),
                symbolPen=self._pen(self._theme.ink, 1.4, "solid"),
            )
            if mark.number:
                label = library().TextItem(mark.number, QColor(self._theme.muted), anchor=(0.5, 1))
                label.setFont(self._font())
                label.setPos(mark.position, min(0.98, mark.level + 0.03))
                plot.addItem(label)

    def _draw_whiskers(self, plot: Any, mark: PlotMark) -> None:
        pen = self._pen(self._theme.ink, 1.2, "solid")
        if mark.reach is not None:
            plot.plot([mark.position, mark.position], list(mark.reach), pen=pen)
        if mark.span is not None:
            plot.plot(list(mark.span), [mark.level, mark.level], pen=pen)

    def _draw_axis(self, plot: Any, axis: Axis, start: str) -> None:
        ticks = [(t.position, t.label if t.hours else start) for t in axis.ticks(5, gap=0.19)]
        muted = QColor(self._theme.muted)
        for side, shown in (("bottom", ticks), ("left", [(0, "0"), (0.5, "½"), (1, "1")])):
            ruler = plot.getAxis(side)
            ruler.setTicks([shown])
            ruler.setPen(QPen(QColor(self._theme.line), 1))
            ruler.setTextPen(muted)
            ruler.setTickFont(self._font())
            ruler.setStyle(tickLength=-4, tickTextOffset=4)
        plot.getAxis("left").setWidth(24)
        plot.getAxis("bottom").setHeight(24)

    def _drawn_head(self, plot: Any) -> Any:
        head = library().InfiniteLine(angle=90, pen=self._pen(self._theme.accent, 2, "solid"))
        plot.addItem(head)
        return head

    def _pen(self, color: str, width: float, line: Line) -> QPen:
        pen = QPen(QColor(color), width, LINES[line])
        pen.setCosmetic(True)
        return pen

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(self._theme.type.caption))
        return font


def areas(levels: Any, rest: float) -> tuple[tuple[Any, Any], tuple[Any, Any]]:
    """The curve (x, y) where it is above rest and where it is below, as far as it is known."""
    there = np.isfinite(levels)
    x, y = np.linspace(0, 1, len(levels))[there], levels[there]
    return (x, np.maximum(y, rest)), (x, np.minimum(y, rest))
