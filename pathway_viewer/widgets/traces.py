"""Traces: a node's curve over the axis with what was measured, drawn by pyqtgraph."""

# ruff: noqa: ANN401  (pyqtgraph has no types)

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from pathway_viewer.dynamics.course import Course
from pathway_viewer.look.theme import Theme
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.widgets.plot_marks import PlotMark

COLUMNS = 300
HEIGHT = 150


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
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Level over time")

    def set_theme(self, theme: Theme) -> None:
        """Colours for what is drawn next."""
        self._theme = theme

    def show_node(self, course: Course, axis: Axis, node: str, marks: tuple[PlotMark, ...]) -> None:
        """Draws a node's curve, its rest, and the measured points."""
        plot = self._made_plot()
        plot.clear()
        times = axis.times(np.linspace(0, 1, COLUMNS))
        rest = float(course.rest[course.node_index[node]])
        levels = np.interp(times, course.times, course.series(node))
        self._draw_curve(plot, levels, rest)
        self._draw_marks(plot, marks)
        self._draw_axis(plot, axis)
        self._head = self._drawn_head(plot)
        points = f"{len(marks)} measured points" if marks else "no measured points"
        self.setAccessibleDescription(f"Curve of the level, {points}")

    def show_time(self, position: float) -> None:
        """Moves the play head's line to a place 0..1."""
        if self._head is not None:
            self._head.setValue(position)

    def _made_plot(self) -> Any:
        if self._plot is None:
            self._plot = library().PlotWidget(self, background=None)
            self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._plot.setMenuEnabled(False)
            self._plot.hideButtons()
            self._plot.setRange(xRange=(0, 1), yRange=(-0.06, 1.12), padding=0.01)
            self._box.addWidget(self._plot)
        return self._plot

    def _draw_curve(self, plot: Any, levels: Any, rest: float) -> None:
        x = np.linspace(0, 1, len(levels))
        for above, color in ((True, self._theme.rising), (False, self._theme.falling)):
            part = np.maximum(levels, rest) if above else np.minimum(levels, rest)
            if np.ptp(part) > 1e-3:
                fill = QColor(color)
                fill.setAlphaF(0.22)
                plot.plot(x, part, pen=None, fillLevel=rest, brush=fill)
        plot.plot([0, 1], [rest, rest], pen=self._pen(self._theme.muted, 1, dotted=True))
        plot.plot(x, levels, pen=self._pen(self._theme.ink, 1.5, dotted=False), antialias=True)

    def _draw_marks(self, plot: Any, marks: tuple[PlotMark, ...]) -> None:
        for own, fill, shape in (
            (True, self._theme.ink, "o"),
            (False, self._theme.panel, "d"),
        ):
            kept = [mark for mark in marks if mark.own == own]
            plot.plot(
                [mark.position for mark in kept],
                [mark.level for mark in kept],
                pen=None,
                symbol=shape,
                symbolSize=8 if own else 9,
                symbolBrush=QColor(fill),
                symbolPen=self._pen(self._theme.ink, 1.4, dotted=False),
            )
        for mark in marks:
            if mark.number:
                label = library().TextItem(mark.number, QColor(self._theme.muted), anchor=(0.5, 1))
                label.setFont(self._font())
                label.setPos(mark.position, min(0.98, mark.level + 0.03))
                plot.addItem(label)

    def _draw_axis(self, plot: Any, axis: Axis) -> None:
        ticks = [(tick.position, tick.label) for tick in axis.ticks(5, gap=0.19)]
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
        head = library().InfiniteLine(angle=90, pen=self._pen(self._theme.accent, 2, dotted=False))
        plot.addItem(head)
        return head

    def _pen(self, color: str, width: float, dotted: bool) -> QPen:
        pen = QPen(QColor(color), width)
        pen.setCosmetic(True)
        if dotted:
            pen.setStyle(Qt.PenStyle.DotLine)
        return pen

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(self._theme.type.caption))
        return font
