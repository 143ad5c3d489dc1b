"""Main window: toolbar, banner, diagram, docks and strip, arranged."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QStatusTipEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDockWidget,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from pathway_viewer.app.shell import Panel
from pathway_viewer.look.theme import Theme
from pathway_viewer.scene.view import DiagramView
from pathway_viewer.widgets.banner import Banner
from pathway_viewer.widgets.strip import Strip
from pathway_viewer.widgets.timeline_bar import TimelineBar
from pathway_viewer.widgets.toolbar import Toolbar

Area = Qt.DockWidgetArea

DETAILS_WIDTH = 328
OUTLINE_WIDTH = 288
SIZE = (1280, 800)
SUFFIXES = (".yaml", ".yml")
OWN_KEYS: tuple[tuple[type[QWidget], frozenset[int]], ...] = (
    (QAbstractButton, frozenset({Qt.Key.Key_Space})),
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


class MainWindow(QMainWindow):
    """The furniture in its place; who meets whom is decided elsewhere."""

    file_dropped = Signal(str)
    closing = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("Pathway Viewer")
        self.setAcceptDrops(True)
        self.toolbar = Toolbar(self)
        self.banner = Banner(self)
        self.diagram = DiagramView(self)
        self.timeline = TimelineBar(theme, self)
        self.strip = Strip(self)
        self.setMenuWidget(self.toolbar)
        self.setCentralWidget(self._middle())
        self.docks: dict[Panel, QDockWidget] = {
            "details": self._dock("Details", blank("details"), Area.RightDockWidgetArea),
            "outline": self._dock("Outline", blank("outline"), Area.LeftDockWidgetArea),
            "timeline": self._dock("Timeline", self.timeline, Area.BottomDockWidgetArea),
        }
        self._footed()
        self.reset_layout()

    def _middle(self) -> QWidget:
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.diagram, 1)
        return middle

    def _footed(self) -> None:
        """The strip is the status bar, so that it is below every dock and cannot be closed."""
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.addPermanentWidget(self.strip, 1)

    def _dock(self, title: str, widget: QWidget, area: Area) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(f"{title.lower()}_dock")
        dock.setTitleBarWidget(QWidget(dock))
        dock.setWidget(widget)
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self.addDockWidget(area, dock)
        return dock

    def reset_layout(self) -> None:
        """Panels and sizes as new."""
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.resize(*SIZE)
        for panel, dock in self.docks.items():
            dock.setVisible(panel != "outline")
        for corner in (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner):
            self.setCorner(corner, Area.BottomDockWidgetArea)
        self.resizeDocks(
            [self.docks["details"], self.docks["outline"]],
            [DETAILS_WIDTH, OUTLINE_WIDTH],
            Qt.Orientation.Horizontal,
        )
        height = self.timeline.sizeHint().height()
        self.resizeDocks([self.docks["timeline"]], [height], Qt.Orientation.Vertical)

    def restore(self, geometry: QByteArray, state: QByteArray) -> None:
        """The place of the last time; what cannot be restored stays as new."""
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        if not state.isEmpty():
            self.restoreState(state)

    def event(self, event: QEvent) -> bool:
        """Status tips are told in the strip."""
        if isinstance(event, QStatusTipEvent):
            self.strip.tell(event.tip())
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            # A key that the focused control lives by is not a shortcut: Space presses a button.
            focus = QApplication.focusWidget()
            if any(isinstance(focus, kind) and event.key() in keys for kind, keys in OWN_KEYS):
                event.accept()
                return True
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Pathway files may be dropped."""
        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A dropped file is opened."""
        if path := dropped_file(event.mimeData()):
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Says so before it goes."""
        self.closing.emit()
        super().closeEvent(event)


def blank(name: str) -> QWidget:
    """An empty panel in the panel's colour, until there is something to put there."""
    widget = QWidget()
    widget.setObjectName(name)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return widget


def dropped_file(data: QMimeData) -> str:
    """The first local YAML file of a drag, or ''."""
    files = (url.toLocalFile() for url in data.urls() if url.isLocalFile())
    return next((file for file in files if file.lower().endswith(SUFFIXES)), "")
