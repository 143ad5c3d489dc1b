"""Main window: first empty, then with toolbar, banner, diagram, docks and strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QMainWindow

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QDockWidget, QToolBar, QWidget

    from pathway_viewer.app.folding import Folding
    from pathway_viewer.app.shell import Panel
    from pathway_viewer.look.theme import Theme
    from pathway_viewer.scene.view import DiagramView
    from pathway_viewer.widgets.banner import Banner
    from pathway_viewer.widgets.strip import Strip
    from pathway_viewer.widgets.timeline_bar import TimelineBar
    from pathway_viewer.widgets.toolbar import Toolbar
    from pathway_viewer.widgets.what_if_bar import WhatIfBar

SIZE = (1280, 800)


class MainWindow(QMainWindow):
    """The furniture in its place; who meets whom is decided elsewhere.

    It may be seen before it is furnished, when an early picture covers it.
    """

    file_dropped = Signal(str)
    closing = Signal()

    toolbar: Toolbar
    banner: Banner
    what_if_bar: WhatIfBar
    diagram: DiagramView
    timeline: TimelineBar
    strip: Strip
    docks: dict[Panel, QDockWidget]
    folding: Folding
    folded: QToolBar
    room_for_details: bool = True
    """Whether the details may open by themselves when something is selected."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("Pathway Viewer")
        self.resize(*SIZE)

    def furnish(self, theme: Theme) -> None:
        """Brings in everything that belongs here, the panels as new."""
        # Late, here and below: an early picture is shown before any of this is imported.
        from pathway_viewer.app.furniture import furnished

        made = furnished(self, theme)
        self.toolbar, self.banner, self.diagram = made.toolbar, made.banner, made.diagram
        self.what_if_bar = made.what_if_bar
        self.timeline, self.strip, self.docks = made.timeline, made.strip, made.docks
        self.folding, self.folded = made.folding, made.folded
        self.setAcceptDrops(True)
        self._arrange()

    def add_note(self, note: QWidget) -> None:
        """Puts a note right above the diagram."""
        middle = self.diagram.parentWidget()
        column = middle.layout() if middle else None
        if isinstance(column, QBoxLayout):
            column.insertWidget(column.indexOf(self.diagram), note)

    def reset_layout(self) -> None:
        """Panels and sizes as new."""
        from PySide6.QtCore import Qt

        self.setWindowState(Qt.WindowState.WindowNoState)
        self.resize(*SIZE)
        self._arrange()
        self.folding.as_new()

    def _arrange(self) -> None:
        from pathway_viewer.app.furniture import arrange

        arrange(self, self.docks, self.timeline.sizeHint().height())

    def place(self, geometry: QByteArray) -> None:
        """Where it was the last time, if that can be restored. One that is seen stays."""
        if not geometry.isEmpty() and not self.isVisible():
            self.restoreGeometry(geometry)

    def restore(self, geometry: QByteArray, state: QByteArray) -> None:
        """The place and the panels of the last time; what cannot be restored stays as new."""
        self.place(geometry)
        if not state.isEmpty() and self.restoreState(state):
            self.folding.keep()

    def event(self, event: QEvent) -> bool:
        """Status tips are told in the strip; keys that a focused control lives by are its own."""
        if event.type() in (QEvent.Type.StatusTip, QEvent.Type.ShortcutOverride):
            from pathway_viewer.app.furniture import keeps, tip_of

            if (tip := tip_of(event)) is not None:
                self.strip.tell(tip)
                return True
            if keeps(QApplication.focusWidget(), event):
                event.accept()
                return True
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Pathway files may be dropped."""
        from pathway_viewer.app.furniture import dropped_file

        if dropped_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A dropped file is opened."""
        from pathway_viewer.app.furniture import dropped_file

        if path := dropped_file(event.mimeData()):
            event.acceptProposedAction()
            self.file_dropped.emit(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Says so before it goes."""
        self.closing.emit()
        super().closeEvent(event)
