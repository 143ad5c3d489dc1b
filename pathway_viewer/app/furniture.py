"""Furniture: toolbar, banner, diagram, docks and strip, arranged in a window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QStatusTipEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QDockWidget,
    QListWidget,
    QMainWindow,
    QTabWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from pathway_viewer.app.folding import DETAILS_WIDTH, Folding
from pathway_viewer.app.resources import SUFFIXES
from pathway_viewer.app.shell import Panel
from pathway_viewer.look.theme import Theme
from pathway_viewer.scene.view import DiagramView
from pathway_viewer.widgets.banner import Banner
from pathway_viewer.widgets.strip import Strip
from pathway_viewer.widgets.timeline_bar import TimelineBar
from pathway_viewer.widgets.toolbar import Toolbar
from pathway_viewer.widgets.what_if_bar import WhatIfBar

Area = Qt.DockWidgetArea

OUTLINE_WIDTH = 288
WHAT_IF_WIDTH = 312
STEPS_WIDTH = 312
RIVALS_WIDTH = 440
LEAST_PICTURE = (320, 140)
"""So that a window of 1280x720 at 200 % still stands on its screen."""
FOLDED = ("outline", "what_if", "steps")
"""Panels that are hidden at first; they share the left side, one at a time."""
OWN_KEYS: tuple[tuple[type[QWidget], frozenset[int]], ...] = (
    (QAbstractButton, frozenset({Qt.Key.Key_Space})),
    (QListWidget, frozenset({Qt.Key.Key_Space})),
    (
        QAbstractSlider,
        frozenset({Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}),
    ),
    (
        QAbstractItemView,
        frozenset(
            {
                *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
                *(Qt.Key.Key_Plus, Qt.Key.Key_Minus),
            }
        ),
    ),
)
"""Keys that a focused control keeps for itself, though they are shortcuts elsewhere."""


@dataclass(frozen=True)
class Furniture:
    """What stands in a window."""

    toolbar: Toolbar
    banner: Banner
    what_if_bar: WhatIfBar
    diagram: DiagramView
    timeline: TimelineBar
    strip: Strip
    docks: dict[Panel, QDockWidget]
    folding: Folding
    folded: QToolBar


def furnished(window: QMainWindow, theme: Theme) -> Furniture:
    """Brings everything into a window."""
    # In the order in which Tab goes through them.
    toolbar, banner, bar = Toolbar(window), Banner(window), WhatIfBar(window)
    diagram = DiagramView(window)
    diagram.setMinimumSize(*LEAST_PICTURE)
    timeline, strip = TimelineBar(theme, window), Strip(window)
    window.setMenuWidget(toolbar)
    middle = stacked(window, banner, bar, diagram)
    window.setCentralWidget(middle)
    docks: dict[Panel, QDockWidget] = {
        "details": docked(window, "Details", blank("details"), Area.RightDockWidgetArea),
        "rivals": docked(window, "Rival explanations", blank("rivals"), Area.RightDockWidgetArea),
        "outline": docked(window, "Outline", blank("outline"), Area.LeftDockWidgetArea),
        "what_if": docked(window, "What if", blank("what_if"), Area.LeftDockWidgetArea),
        "steps": docked(window, "Steps", blank("steps"), Area.LeftDockWidgetArea),
        "timeline": docked(window, "Timeline", timeline, Area.BottomDockWidgetArea),
    }
    window.tabifyDockWidget(docks["details"], docks["rivals"])
    window.setTabPosition(Area.RightDockWidgetArea, QTabWidget.TabPosition.North)
    foot(window, strip)
    # In a window that is seen already a new widget counts for nothing until it is shown.
    for widget in (toolbar, middle, window.statusBar()):
        widget.show()
    folding, folded = Folding(window, docks, timeline), edge(window)
    folding.narrowed.connect(folded.setVisible)
    return Furniture(toolbar, banner, bar, diagram, timeline, strip, docks, folding, folded)


def arrange(window: QMainWindow, docks: dict[Panel, QDockWidget], timeline_height: int) -> None:
    """Panels and their sizes as new."""
    for panel, dock in docks.items():
        dock.setVisible(panel not in (*FOLDED, "rivals"))
    for corner in (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner):
        window.setCorner(corner, Area.BottomDockWidgetArea)
    window.resizeDocks(
        [docks[panel] for panel in ("details", *FOLDED)],
        [DETAILS_WIDTH, OUTLINE_WIDTH, WHAT_IF_WIDTH, STEPS_WIDTH],
        Qt.Orientation.Horizontal,
    )
    window.resizeDocks([docks["timeline"]], [timeline_height], Qt.Orientation.Vertical)


def stacked(window: QMainWindow, banner: Banner, bar: WhatIfBar, diagram: DiagramView) -> QWidget:
    """The middle of the window."""
    middle = QWidget(window)
    column = QVBoxLayout(middle)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(banner)
    column.addWidget(bar)
    column.addWidget(diagram, 1)
    return middle


def foot(window: QMainWindow, strip: Strip) -> None:
    """The strip is the status bar, so that it is below every dock and cannot be closed."""
    bar = window.statusBar()
    bar.setSizeGripEnabled(False)
    bar.setContentsMargins(0, 0, 0, 0)
    bar.addPermanentWidget(strip, 1)


def edge(window: QMainWindow) -> QToolBar:
    """The strip at the right that stands for panels for which there is no room."""
    bar = QToolBar("Folded panels", window)
    bar.setObjectName("folded")
    bar.setMovable(False)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    window.addToolBar(Qt.ToolBarArea.RightToolBarArea, bar)
    bar.hide()
    return bar


def docked(window: QMainWindow, title: str, widget: QWidget, area: Area) -> QDockWidget:
    """A panel at one side, without a title bar."""
    dock = QDockWidget(title, window)
    dock.setObjectName(f"{title.lower().replace(' ', '_')}_dock")
    dock.setTitleBarWidget(QWidget(dock))
    dock.setWidget(widget)
    dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
    window.addDockWidget(area, dock)
    return dock


def blank(name: str) -> QWidget:
    """An empty panel in the panel's colour, until there is something to put there."""
    widget = QWidget()
    widget.setObjectName(name)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return widget


def tip_of(event: QEvent) -> str | None:
    """What a status tip says, None for any other event."""
    return event.tip() if isinstance(event, QStatusTipEvent) else None


def keeps(focus: QWidget | None, event: QEvent) -> bool:
    """Whether a key is one that the focused control lives by: Space presses a button."""
    key = event.key() if isinstance(event, QKeyEvent) else 0
    return any(isinstance(focus, kind) and key in keys for kind, keys in OWN_KEYS)


def dropped_file(data: QMimeData) -> str:
    """The first local YAML file of a drag, or ''."""
    files = (url.toLocalFile() for url in data.urls() if url.isLocalFile())
    return next((file for file in files if file.lower().endswith(SUFFIXES)), "")
