"""Chart story: all that the timeline shows but the play head, as one value."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetrics

from pathway_viewer.dynamics.course import Course
from pathway_viewer.look.theme import Theme
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.pushes import Dose
from pathway_viewer.model.story import Chapter
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.timeline.origin import START, origin
from pathway_viewer.widgets.chart_geometry import MARGIN, ChartGeometry
from pathway_viewer.widgets.chart_key import ENDS, EXPLAINED
from pathway_viewer.widgets.ghost import Ghost
from pathway_viewer.widgets.lanes import changes_along, peak_of
from pathway_viewer.widgets.ruler import chapter_box
from pathway_viewer.widgets.wording import moment, signed

SHARE = "share of own peak"
MOST_GUTTER = 15
"""The widest column of names, in heights of their letters."""


@dataclass(frozen=True, eq=False)
class ChartStory:
    """What there is to draw. `course` is None until the levels are solved."""

    theme: Theme
    pathway: Pathway | None = None
    course: Course | None = None
    ghost: Ghost | None = None
    axis: Axis | None = None
    chapters: tuple[Chapter, ...] = ()
    doses: tuple[Dose, ...] = ()
    clock: str = ""
    selection: str = ""

    @property
    def lanes(self) -> tuple[str, ...]:
        """The ids of the nodes that have a strip, from the top."""
        return tuple(self.pathway.lanes) if self.pathway else ()

    @property
    def courses(self) -> tuple[Course, ...]:
        """The runs that each lane shows, from the top."""
        if self.course is None:
            return ()
        other = self.ghost.course if self.ghost else None
        # Between two pathways the other run may still be of the one before.
        same = other is not None and other.node_ids == self.course.node_ids
        return (self.course, other) if other is not None and same else (self.course,)

    @property
    def strips_name(self) -> str:
        """What a strip's colour is, and which run stands over which."""
        if self.ghost is None or not all(self.ghost.letters):
            return SHARE
        return f"{' over '.join(self.ghost.letters)}"

    @property
    def letters(self) -> float:
        """Height of the chart's type in pixels."""
        return self.theme.type.caption

    def shown(self, count: int) -> tuple[str, ...]:
        """As many lanes as there is room for, from the first to the last; the chosen one stays."""
        every = self.lanes
        if count >= len(every):
            return every
        steps = np.linspace(0, len(every) - 1, count).round().astype(int)
        kept = {every[int(step)] for step in steps}
        if self.selection in every and self.selection not in kept and count:
            place = every.index(self.selection)
            nearest = min(kept, key=lambda id: abs(every.index(id) - place))
            kept = (kept - {nearest}) | {self.selection}
        return tuple(id for id in every if id in kept)

    @property
    def dose_word(self) -> str:
        """What a dose is called on the run's clock, before there is a run on the file's first."""
        clocks = self.pathway.clocks if self.pathway else ()
        clock = self.course.clock if self.course else next(iter(clocks), None)
        return clock.dose_word if clock else "dose"

    @property
    def zero(self) -> str:
        """What stands at time 0."""
        return self.dose_word if self.origin else START

    @property
    def origin(self) -> str:
        """What times are counted from, '' where nothing is given at 0."""
        return origin(self.doses, self.dose_word)

    def moment(self, hours: float) -> str:
        """A time in words."""
        return moment(hours, self.origin)

    @property
    def scale_name(self) -> str:
        """The scale in use, as the axis names it."""
        return self.axis.label.lower() if self.axis else ""

    def name(self, node: str) -> str:
        """A lane's name."""
        return self.pathway.node(node).label if self.pathway else node

    def font(self, base: QFont, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The chart's font in this theme."""
        font = QFont(base)
        font.setPixelSize(round(self.theme.type.caption))
        font.setWeight(weight)
        return font

    def geometry(self, width: int, height: int, base: QFont) -> ChartGeometry:
        """Where the rows stand in a widget of this size."""
        metrics = QFontMetrics(self.font(base))
        names = [*map(self.name, self.lanes), self.scale_name + "MM", SHARE, "  ".join(ENDS)]
        widest = max(metrics.horizontalAdvance(name) for name in names) + MARGIN
        gutter = min(round(MOST_GUTTER * self.letters), widest, width // 3)
        lanes = ChartGeometry.folded(height, len(self.lanes), self.letters)
        return ChartGeometry(width, height, gutter, lanes, self.letters)

    def reading(self, where: ChartGeometry, at: QPointF) -> str:
        """What is said of a point: a lane's value, a chapter, what the colours mean, or ''."""
        if self.axis is None:
            return ""
        if where.key().contains(at) and where.lanes:
            return EXPLAINED
        hours = self.axis.time(where.position(at.x()))
        index = where.lane_at(at.y())
        if index >= 0 and self.course is not None:
            return self._lane_reading(self.course, self.shown(where.lanes)[index], hours)
        for chapter in self.chapters:
            if chapter_box(where, self.axis, chapter).contains(at):
                return f"{chapter.title}: from {self.moment(chapter.start)}"
        return ""

    def _lane_reading(self, course: Course, node: str, hours: float) -> str:
        when, at = self.moment(hours), np.array([hours])
        change = signed(float(changes_along(course, node, at)[0]))
        told = f"{self.name(node)}, {when}: {change} of full range, {self.clock}"
        told += f"\nLargest here: {signed(peak_of(course, node))}"
        if self.ghost is None or len(self.courses) < 2:
            return told
        other = signed(float(changes_along(self.ghost.course, node, at)[0]))
        return f"{told}\nBelow it: {other}, {self.ghost.told}"

    def hover(self, where: ChartGeometry, at: QPointF) -> str:
        """What the label beside the pointer says of a lane: its change, its moment; else ''."""
        index = where.lane_at(at.y())
        if self.axis is None or self.course is None or index < 0 or at.x() < where.left:
            return ""
        node, hours = self.shown(where.lanes)[index], self.axis.time(where.position(at.x()))
        told = f"{self.name(node)}  {self._change(self.course, node, hours)}"
        told += f"\n{self.moment(hours)}"
        if self.ghost is not None and len(self.courses) > 1:
            told += f"\nbelow: {self._change(self.ghost.course, node, hours)}, {self.ghost.told}"
        return told

    def _change(self, course: Course, node: str, hours: float) -> str:
        """A change of the full range, and which share of the node's own peak that is."""
        change, peak = (
            float(changes_along(course, node, np.array([hours]))[0]),
            peak_of(course, node),
        )
        if signed(change) == "0.00":
            return "at rest"
        return f"{signed(change)}, {change / peak:.0%} of its peak".replace("%", "\u202f%")
