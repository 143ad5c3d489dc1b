"""Difference list: how two runs differ, in words, with the curves of what is selected."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from pathway_viewer.dynamics.course import Course
from pathway_viewer.look.theme import Theme
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.timeline.comparison import Difference
from pathway_viewer.widgets.ghost import Ghost
from pathway_viewer.widgets.prose import Prose
from pathway_viewer.widgets.traces import Trace

MOST = 12
"""Lines a column shows: what differs less is not what the comparison is about."""
LEAST_HEIGHT = 132
CURVE_WIDTH = 300


@dataclass(frozen=True)
class Told:
    """A column: its heading, its differences, and what it says without any."""

    heading: str
    differences: tuple[Difference, ...]
    otherwise: str = "Nothing differs by 5 % of its full range or more."


class DifferenceList(QWidget):
    """Two columns of sentences, and at the right both curves of the selected node."""

    selection_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(LEAST_HEIGHT)
        self._proses = [Prose(name, self) for name in ("Differences now", "Differences overall")]
        self._told: list[Sequence[Told]] = [(), ()]
        self._trace = Trace(theme, self)
        self._trace.setFixedHeight(LEAST_HEIGHT - 32)
        self._caption = QLabel(self)
        self._caption.setProperty("role", "caption")
        self._curve = QWidget(self)
        self._lay_out()
        self._curve.hide()
        for prose in self._proses:
            prose.link_activated.connect(self._follow)
        self.set_theme(theme)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 4)
        row.setSpacing(16)
        for prose in self._proses:
            scroll = QScrollArea(self)
            scroll.setAccessibleName(prose.accessibleName())
            scroll.setWidgetResizable(True)
            scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            scroll.setMinimumHeight(0)
            page = QWidget(scroll)
            page.setObjectName("page")
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 4, 0)
            column.addWidget(prose)
            column.addStretch(1)
            scroll.setWidget(page)
            row.addWidget(scroll, 1)
        self._curve.setFixedWidth(CURVE_WIDTH)
        beside = QVBoxLayout(self._curve)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(2)
        beside.addWidget(self._caption)
        beside.addWidget(self._trace)
        beside.addStretch(1)
        row.addWidget(self._curve)

    def set_theme(self, theme: Theme) -> None:
        """Colours and type sizes; what is told is set anew."""
        self._trace.set_theme(theme)
        for index, prose in enumerate(self._proses):
            prose.set_theme(theme)
            prose.set_html(_page(self._told[index]))

    def tell(self, index: int, told: Sequence[Told]) -> None:
        """What a column (0: now, 1: the whole run) says, part by part; sets only what is new."""
        if told != self._told[index]:
            self._told[index] = told
            self._proses[index].set_html(_page(told))

    def show_curves(self, name: str, course: Course, ghost: Ghost, axis: Axis, node: str) -> None:
        """Both curves of a node."""
        own, other = ghost.letters
        self._caption.setText(f"{name}: {own} dashed, {other} grey")
        self._trace.show_node(course, axis, node, (), (), ghost)
        self._curve.show()

    def hide_curves(self) -> None:
        """No node is selected, or its curves are shown elsewhere."""
        self._curve.hide()

    def show_time(self, position: float) -> None:
        """The line of the play head in the curves, at a place 0..1 of the axis."""
        self._trace.show_time(position)

    def readers(self) -> list[Prose]:
        """The columns of sentences, from the left."""
        return self._proses

    def text(self) -> str:
        """All that is written."""
        return "\n".join(prose.toPlainText() for prose in self._proses)

    def _follow(self, link: str) -> None:
        self.selection_requested.emit(link.partition(":")[2])


def _page(told: Sequence[Told]) -> str:
    return "".join(_part(part) for part in told)


def _part(told: Told) -> str:
    lines = [
        f'<p style="margin-bottom: 3px"><a href="node:{one.node}"><b>{html.escape(one.label)}</b>'
        f"</a>: {html.escape(one.text)}</p>"
        for one in told.differences[:MOST]
    ]
    heading = f'<p class="small" style="margin-bottom: 3px">{html.escape(told.heading)}</p>'
    return heading + ("".join(lines) or f'<p class="muted">{html.escape(told.otherwise)}</p>')
