"""Timeline bar: the chart of the whole story over the transport row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pathway_viewer.dynamics.course import Course
from pathway_viewer.look.theme import Theme
from pathway_viewer.model.pushes import Dose
from pathway_viewer.timeline.playback import Playback
from pathway_viewer.widgets.dosed_chart import DosedChart
from pathway_viewer.widgets.transport import Transport


class TimelineBar(QWidget):
    """The chart and the transport; both follow one play head."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.chart = DosedChart(theme, self)
        self.transport = Transport(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chart, 1)
        column.addWidget(self.transport)

    def set_run(self, course: Course | None, doses: tuple[Dose, ...], clock: str) -> None:
        """The levels, doses and clock of the scenario in use."""
        self.chart.set_run(course, doses, clock)

    def set_playback(self, playback: Playback) -> None:
        """The play head."""
        self.chart.set_playback(playback)
        self.transport.set_playback(playback)

    def heights(self) -> tuple[int, int, int, int]:
        """The height without strips, with the fewest, with all, and the one of most use."""
        least, wanted = self.minimumSizeHint().height(), self.sizeHint().height()
        fewest, spare = self.chart.fewest(), self.chart.spare()
        return least, least + fewest, wanted, wanted + spare
