"""Folding: panels give way to the picture where the window is narrow or low."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow

from pathway_viewer.app.shell import Panel
from pathway_viewer.widgets.timeline_bar import TimelineBar

LEAST_WIDTH = 0.5
"""The share of the window's width that is the picture's."""
LEAST_COLUMNS = 560
"""Narrower than this, in logical pixels, no picture of this kind is legible."""
LEAST_LEGEND = 370
"""Lower than this, in logical pixels, the picture needs the room of its legend."""
MOST_TIMELINE = 0.35
"""The share of the window's height that the timeline may have."""
TIMELINE = 0.29
"""The share that it has where its strips stay lower than they need to be."""
DETAILS_WIDTH = 328
"""The columns that the details have as new."""
LEAST_PANEL = 312
"""The columns that every panel wants at least, where words are larger than usual."""
PANEL_GROWTH = 0.5
"""How much wider panels get as their words grow, as a share of that growth."""
SIDES: tuple[tuple[Panel, ...], ...] = (("outline", "what_if", "steps"), ("details", "rivals"))
"""What gives way first stands first."""


@dataclass(frozen=True)
class Room:
    """How high a timeline is: without strips, with the fewest, with all of them, at the most."""

    least: int
    fewest: int
    wanted: int
    most: int


def timeline_height(window: int, room: Room) -> int:
    """The height of the timeline in a window of this height, both in logical pixels."""
    liked = min(max(room.wanted, round(TIMELINE * window)), room.most)
    given = min(liked, round(MOST_TIMELINE * window))
    return given if given >= room.fewest else room.least


def leaves_room(window: int, panels: int) -> bool:
    """Whether panels of this width together leave the picture enough."""
    return window - panels >= max(LEAST_WIDTH * window, LEAST_COLUMNS)


class Folding(QObject):
    """Watches a window's size. What it hid it shows again; what the user chose stays."""

    folded = Signal()
    """The window has another size, and everything in it its place."""
    narrowed = Signal(bool)
    """Whether the details are hidden in a window that has no room for them beside the picture."""

    def __init__(
        self, window: QMainWindow, docks: dict[Panel, QDockWidget], timeline: TimelineBar
    ) -> None:
        super().__init__(window)
        self._window, self._docks, self._timeline = window, docks, timeline
        self._room = Room(0, 0, 0, 0)
        self._folded: set[Panel] = set()
        self._seen = (0, 0)
        self._share = 0.0
        self._text = 100
        self._busy = False
        for watched in (window, timeline):
            watched.installEventFilter(self)
        docks["details"].visibilityChanged.connect(self._tell)

    @property
    def is_narrow(self) -> bool:
        """Whether the details leave the picture too little room, where they are shown."""
        wide = max(self._docks["details"].width(), DETAILS_WIDTH)
        return not leaves_room(self._window.width(), wide)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another size of the window folds; a border that is dragged is the user's choice.

        Other lanes or larger type ask for another layout. It was made before this is called.
        """
        if isinstance(event, QResizeEvent) and watched is self._window:
            self.fold()
        elif isinstance(event, QResizeEvent):
            size = (self._window.width(), self._window.height())
            taller = event.oldSize().height() != event.size().height()
            if taller and size == self._seen and dragging() and not self._busy:
                self._share = self._docks["timeline"].height() / max(1, size[1])
        elif event.type() == QEvent.Type.LayoutRequest and watched is self._timeline:
            self._measure()
        return False

    def set_text(self, text: int) -> None:
        """Larger words (per cent) want wider panels, though not by as much."""
        if text != self._text:
            self._text = text
            grown = 1 + PANEL_GROWTH * (text - 100) / 100
            for side in SIDES:
                for panel in side:
                    least = round(LEAST_PANEL * grown) if text > 100 else 0
                    self._docks[panel].setMinimumWidth(least)
            details, wide = self._docks["details"], round(DETAILS_WIDTH * grown)
            self._window.resizeDocks([details], [wide], Qt.Orientation.Horizontal)
            self._fold_sides()

    def fold(self) -> None:
        """Brings panels and timeline in step with the window's size."""
        before, self._seen = self._seen, (self._window.width(), self._window.height())
        if before[0] != self._seen[0]:
            self._fold_sides()
        if before[1] != self._seen[1]:
            self._fold_timeline()
        if before != self._seen:
            self.folded.emit()

    def keep(self) -> None:
        """Panels are as they were left the last time: none folds until the window changes."""
        self._folded.clear()
        self._seen = (self._window.width(), self._seen[1])

    def as_new(self) -> None:
        """Forgets what the user chose."""
        self._share = 0.0
        self._folded.clear()
        self._seen = (0, 0)
        self.fold()

    def _measure(self) -> None:
        room = Room(*self._timeline.heights())
        if room != self._room:
            self._room = room
            self._fold_timeline()
            self.folded.emit()

    def _tell(self) -> None:
        self.narrowed.emit(self._docks["details"].isHidden() and self.is_narrow)

    def _fold_timeline(self) -> None:
        dock, room, tall = self._docks["timeline"], self._room, self._window.height()
        height = timeline_height(tall, room)
        if self._share:
            height = max(room.least, min(round(self._share * tall), round(tall * 0.6)))
        if not dock.isHidden() and room.least and dock.height() != height:
            self._busy = True
            self._window.resizeDocks([dock], [height], Qt.Orientation.Vertical)
            self._busy = False

    def _fold_sides(self) -> None:
        """Hides from the outside in what leaves too little; shows again what fits by now."""
        self._folded -= {panel for panel in self._folded if not self._docks[panel].isHidden()}
        for side in SIDES:
            if leaves_room(self._window.width(), self._width()):
                break
            for panel in side:
                if not self._docks[panel].isHidden():
                    self._folded.add(panel)
                    self._docks[panel].hide()
        inwards: list[Panel] = [panel for side in reversed(SIDES) for panel in side]
        for panel in inwards:
            dock = self._docks[panel]
            wide = self._width() + dock.width() if panel in self._folded else 0
            if panel in self._folded and leaves_room(self._window.width(), wide):
                self._folded.discard(panel)
                dock.show()
        self._tell()

    def _width(self) -> int:
        """The columns that panels take: those of one side stand one behind the other."""
        shown = [
            [self._docks[panel].width() for panel in side if not self._docks[panel].isHidden()]
            for side in SIDES
        ]
        return sum(max(widths, default=0) for widths in shown)


def leaves_legend(picture: int, letters: float) -> bool:
    """Whether a picture of this height has room for its legend beside it.

    `letters` is the size of its words, 1 for the plain theme's.
    """
    return picture >= LEAST_LEGEND * letters


def dragging() -> bool:
    """Whether a mouse button is down: nothing but a hand moves a border then."""
    return bool(QApplication.mouseButtons() & Qt.MouseButton.LeftButton)
