"""Chart geometry: where the rows of the timeline stand, and which time is under a pixel."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF

MARGIN = 16
HEAD = 22
CHAPTERS = 24
DOSES = 9
RULER = 28


@dataclass(frozen=True)
class ChartGeometry:
    """Rows from the top: playhead label, chapters, doses, one strip a lane, ruler."""

    width: int
    height: int
    gutter: int
    lanes: int

    @property
    def left(self) -> int:
        """First pixel column of the plot."""
        return self.gutter + MARGIN

    @property
    def span(self) -> int:
        """Columns of the plot, at least one."""
        return max(1, self.width - self.left - MARGIN)

    @property
    def lane_height(self) -> float:
        """Height of one lane with its gap."""
        room = self.height - HEAD - CHAPTERS - DOSES - RULER
        return max(4.0, room / max(1, self.lanes))

    @property
    def lanes_top(self) -> float:
        """Top of the first lane."""
        return HEAD + CHAPTERS + DOSES

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
        gap = 2.0 if self.lane_height >= 9 else 1.0
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
        return QRectF(left + 1, HEAD + 1, max(1.0, right - left - 2), CHAPTERS - 4)

    def strip(self, position: float, label_width: int) -> QRect:
        """All that the playhead covers at a position: its line and its label."""
        half = max(8, label_width // 2 + 4)
        x = round(self.x(position))
        left = min(max(x - half, 0), max(0, self.width - 2 * half))
        return QRect(left, 0, 2 * half, HEAD)

    def line(self, position: float) -> QRect:
        """The playhead's line below its label."""
        return QRect(round(self.x(position)) - 3, HEAD - 2, 7, self.height - HEAD + 2)
