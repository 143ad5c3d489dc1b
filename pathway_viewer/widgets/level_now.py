"""Level now: a node's level in words and numbers, and its curve under it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from pathway_viewer.dynamics.course import Course
from pathway_viewer.look.theme import Theme
from pathway_viewer.model.ids import NodeId
from pathway_viewer.model.pathway import Node, Pathway
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.timeline.frame import Frame
from pathway_viewer.timeline.playback import Playback
from pathway_viewer.widgets.ghost import Ghost
from pathway_viewer.widgets.level_meter import LevelMeter
from pathway_viewer.widgets.plot_bands import PlotBand, plot_bands
from pathway_viewer.widgets.plot_marks import PlotMark, plot_marks
from pathway_viewer.widgets.trace_key import TraceKey
from pathway_viewer.widgets.traces import Trace
from pathway_viewer.widgets.transport import set_text


class LevelNow(QWidget):
    """Meter, sentence of the moment, curve and what the curve is. Hidden without a node."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pathway: Pathway | None = None
        self._numbers: Mapping[str, int] = {}
        self._course: Course | None = None
        self._axis: Axis | None = None
        self._ghost: Ghost | None = None
        self._clock = ""
        self._node = ""
        self._drawn: object = None
        self._frame: Frame | None = None
        self._position = 0.0
        self._meter = LevelMeter(theme, self)
        self._sentence = self._label("muted")
        self._trace = Trace(theme, self)
        self._key = self._label("caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        for part in (self._meter, self._sentence, self._trace, self._key):
            column.addWidget(part)
        self.hide()

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        return label

    def set_theme(self, theme: Theme) -> None:
        """Colours and type sizes."""
        self._meter.set_theme(theme)
        self._trace.set_theme(theme)
        self._drawn = None
        self._draw()

    def set_pathway(self, pathway: Pathway, numbers: Mapping[str, int]) -> None:
        """Where measured points come from."""
        self._pathway, self._numbers = pathway, numbers
        self._course, self._frame, self._node = None, None, ""

    def set_run(self, course: Course | None, clock: str) -> None:
        """The levels and the clock they are on."""
        self._course, self._clock = course, clock
        self._draw()

    def set_ghost(self, ghost: Ghost | None) -> None:
        """Another run whose curve is drawn behind, None for none."""
        self._ghost = ghost
        self._draw()

    def set_playback(self, playback: Playback) -> None:
        """The axis, and where the head stands on it."""
        self._axis, self._position = playback.axis, playback.position
        self._draw()
        self._trace.show_time(self._position)

    def set_node(self, node: str) -> None:
        """The node shown, '' for none."""
        self._node = node
        self.setVisible(bool(node))
        if self._frame is not None:
            self.set_frame(self._frame)
        self._draw()

    def set_frame(self, frame: Frame) -> None:
        """The levels of the moment."""
        self._frame = frame
        if not self._node or self._pathway is None:
            return
        index = self._pathway.node_index[NodeId(self._node)]
        self._meter.set_level(
            frame.words[index],
            float(frame.levels[index]),
            float(frame.rest[index]),
            float(frame.changes[index]),
        )
        node = self._pathway.node(self._node)
        sentence = now_sentence(node, frame.time) if frame.said else ""
        set_text(self._sentence, sentence)
        self._sentence.setVisible(bool(sentence))

    def showEvent(self, event: QShowEvent) -> None:
        """What was not drawn while nobody could see it."""
        super().showEvent(event)
        self._draw()

    def text(self) -> str:
        """The level and what the curve is, as plain text."""
        meter = f"{self._meter.words()}, {self._meter.numbers()}"
        return "\n".join([meter, self._sentence.text(), self._key.text()])

    def _draw(self) -> None:
        """Draws the curve when there is one to draw that is not drawn yet."""
        if self._pathway is None or self._course is None or self._axis is None or not self._node:
            self._trace.setVisible(bool(self._node) and self._course is not None)
            return
        self._trace.show()
        if not self.isVisible():
            return
        wanted = (self._node, self._course, self._ghost, self._axis, id(self._pathway))
        if wanted == self._drawn:
            return
        self._drawn = wanted
        points = self._pathway.measurements_of(self._node)
        ghost = self._ghost
        # Between two pathways the other run may still be of the one before.
        ghost = ghost if ghost and self._node in ghost.course.node_index else None
        # What was measured was measured without what is changed here.
        measured = (ghost.untouched if ghost else None) or self._course
        marks = plot_marks(measured, self._axis, points, self._numbers)
        bands = plot_bands(self._pathway, measured, self._axis, self._node)
        self._trace.show_node(self._course, self._axis, self._node, marks, bands, ghost)
        self._trace.show_time(self._position)
        self._key.setText(self._made_key(self._course, self._axis, marks, bands).text())

    def _made_key(
        self, course: Course, axis: Axis, marks: tuple[PlotMark, ...], bands: tuple[PlotBand, ...]
    ) -> TraceKey:
        assert self._pathway is not None
        return TraceKey(
            clock=self._clock,
            scale=axis.label,
            species=course.clock.species,
            doses=len(course.doses),
            points=self._pathway.measurements_of(self._node),
            marks=marks,
            bands=bands,
            ghost=self._ghost,
            dose_word=course.clock.dose_word,
        )


def now_sentence(node: Node, hours: float) -> str:
    """The sentence that is true of a node at this time, or ''."""
    return next((one.text for one in node.now if one.start <= hours < one.end), "")
