"""Comparison desk: the second run, who draws it, and the second picture when first asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pathway_viewer.app.comparison.commands import CompareCommands
from pathway_viewer.app.comparison.ghosts import Ghosts
from pathway_viewer.app.comparison.second_run import Second, SecondRun
from pathway_viewer.app.courses import Courses
from pathway_viewer.app.main_window import MainWindow
from pathway_viewer.app.session import Session

if TYPE_CHECKING:
    from pathway_viewer.app.comparison.comparing import Comparing


class ComparisonDesk(QObject):
    """`pictures` is None until two runs are compared for the first time."""

    selection_requested = Signal(str)
    said = Signal(str)

    def __init__(self, session: Session, courses: Courses, window: MainWindow, icons: Path) -> None:
        super().__init__(window)
        self._session, self._window, self._icons = session, window, icons
        self.run = SecondRun(session, courses, self)
        self.commands = CompareCommands(self.run)
        self.ghosts = Ghosts(session, self.run, window)
        self.pictures: Comparing | None = None
        self.run.changed.connect(self._show)

    def set_phase(self, seconds: float) -> None:
        """Where the particles of the second picture are on their way."""
        if self.pictures is not None:
            self.pictures.set_phase(seconds)

    def is_on(self) -> bool:
        """Whether two runs are compared."""
        return self.run.second is not None

    def _show(self, second: Second | None) -> None:
        if self.pictures is None:
            if second is None:
                return
            self.pictures = self._made()
        self.pictures.show(second)
        self.said.emit(self.pictures.said())

    def _made(self) -> Comparing:
        # Late: the first frame has one picture.
        from pathway_viewer.app.comparison.comparing import Comparing

        made = Comparing(self._session, self.run, self.ghosts, self._window, self._icons)
        made.selection_requested.connect(self.selection_requested)
        made.choice_requested.connect(self.commands.compare_with)
        made.left.connect(self.commands.leave)
        return made
