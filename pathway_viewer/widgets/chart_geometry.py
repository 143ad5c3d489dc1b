"""Chart geometry: where the rows of the timeline stand, and which time is under a pixel."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF

MARGIN = 16
DOSES = 11
"""Height of the row of dose marks."""
LEAST_LANE = 1.18
"""The lowest lane whose name does not touch the next one's, in heights of its letters."""
COMFORT = 1.32
"""The lane that is asked for."""
MOST_LANE = 2.0
"""A higher lane says no more."""
FEWEST = 3
"""Fewer strips than this tell no story: then there are none."""


@dataclass(frozen=True)
class ChartGeometry:
    """Rows from the top: chapters, playhead label, doses, one strip a lane, ruler.

    `letters` is the height of the chart's type in pixels; every row that holds words follows
    it. `lanes` is how many strips there is room for.
    """

    width: int
    height: int
    gutter: int
    lanes: int
    letters: float = 11

    @staticmethod
    def folded(height: int, wanted: int, letters: float) -> int:
        """How many of the wanted lanes fit into a height; all, some, or none."""
        room = height - fixed_rows(letters)
        fitting = int(room / (letters * LEAST_LANE))
        return min(wanted, fitting) if min(wanted, fitting) >= min(FEWEST, wanted) else 0

    @property
    def left(self) -> int:
        """First pixel column of the plot."""
        return self.gutter + MARGIN

    @property
    def span(self) -> int:
        """Columns of the plot, at least one."""
        return max(1, self.width - self.left - MARGIN)

    @property
    def head_top(self) -> float:
        """Top of the playhead's label, under the chapters."""
        return chapters_row(self.letters)

    @property
    def doses_top(self) -> float:
        """Top of the row of dose marks."""
        return self.head_top + head_row(self.letters)

    @property
    def lane_height(self) -> float:
        """Height of one lane with its gap."""
        room = self.height - fixed_rows(self.letters)
        return min(self.letters * MOST_LANE, max(4.0, room / max(1, self.lanes)))

    @property
    def lanes_top(self) -> float:
        """Top of the first lane."""
        return self.doses_top + DOSES

    @property
    def ruler_top(self) -> float:
        """The y of the axis line."""
        return self.lanes_top + self.lanes * self.lane_height + 3

    def x(self, position: float) -> float:
        """The column of a position 0..1 on the axis."""
        return self.left + position * self.span

    def position(self, x: float) -> float:
        """The position 0..1 under a column; columns beside the plot give its ends."""
        return min(1.0, max(0.0, (x - self.left) / self.span))

    def lane(self, index: int) -> QRectF:
        """The strip of a lane, without its gap."""
        top = self.lanes_top + index * self.lane_height
        gap = 3.0 if self.lane_height >= 12 else 2.0
        return QRectF(self.left, top + gap / 2, self.span, self.lane_height - gap)

    def label(self, index: int) -> QRectF:
        """The room for a lane's name, in the gutter."""
        top = self.lanes_top + index * self.lane_height
        return QRectF(MARGIN, top - 2, self.gutter - 8, self.lane_height + 4)

    def lane_at(self, y: float) -> int:
        """The lane under a row of pixels, or -1."""
        index = int((y - self.lanes_top) // self.lane_height)
        return index if 0 <= index < self.lanes else -1

    def chapter(self, start: float, end: float) -> QRectF:
        """The box of a chapter between two positions."""
        left, right = self.x(start), self.x(end)
        tall = chapters_row(self.letters) - 2
        return QRectF(left + 1, 0, max(1.0, right - left - 2), tall)

    def key(self) -> QRectF:
        """The room beside chapters and playhead label, for what the strips' colours mean."""
        return QRectF(MARGIN, 0, self.gutter - 8, self.doses_top)

    def strip(self, position: float, label_width: int) -> QRect:
        """The room of the playhead's label at a position, right of the names."""
        half = max(8, label_width // 2 + 4)
        x = round(self.x(position))
        left = max(min(max(x - half, self.left - 6), self.width - 2 * half), 0)
        return QRect(left, round(self.head_top), 2 * half, round(head_row(self.letters)))

    def line(self, position: float) -> QRect:
        """The playhead's line below its label."""
        top = round(self.doses_top) - 3
        return QRect(round(self.x(position)) - 4, top, 9, self.height - top)


def chapters_row(letters: float) -> float:
    """Height of the row of chapters."""
    return round(letters * 1.4) + 8


def head_row(letters: float) -> float:
    """Height of the row of the playhead's label."""
    return round(letters * 1.4) + 9


def ruler_row(letters: float) -> float:
    """Height of the axis with its labels."""
    return round(letters * 1.4) + 11


def fixed_rows(letters: float) -> float:
    """Height of all but the lanes."""
    return chapters_row(letters) + head_row(letters) + DOSES + ruler_row(letters) + 3
