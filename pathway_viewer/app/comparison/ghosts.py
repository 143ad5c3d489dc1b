"""Ghosts: which other run is drawn behind the one in use, in the lanes and behind the curve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pathway_viewer.app.comparison.second_run import SecondRun
from pathway_viewer.app.main_window import MainWindow
from pathway_viewer.app.session import Session
from pathway_viewer.widgets.ghost import Ghost

if TYPE_CHECKING:
    from pathway_viewer.widgets.details import DetailsPanel

LETTERS = ("A", "B")


class Ghosts(QObject):
    """The run that is compared, while one is; else the scenario without what is changed."""

    def __init__(self, session: Session, second: SecondRun, window: MainWindow) -> None:
        super().__init__(window)
        self._session, self._second, self._window = session, second, window
        self._details: DetailsPanel | None = None
        self._shown: Ghost | None = None
        session.ghost_changed.connect(self.show)
        session.course_changed.connect(self.show)
        second.changed.connect(self.show)

    @property
    def shown(self) -> Ghost | None:
        """The other run as it is drawn now."""
        return self._shown

    def set_details(self, details: DetailsPanel) -> None:
        """The panel whose curve has a ghost too; it is made later than the window."""
        self._details = details
        details.set_ghost(self._shown)

    def show(self) -> None:
        """Draws the ghost of this moment where there is one."""
        ghost, before = self._made(), self._shown
        if _same(ghost, before):
            return
        self._shown = ghost
        self._window.timeline.chart.set_ghost(ghost)
        if self._details is not None:
            self._details.set_ghost(ghost)

    def _made(self) -> Ghost | None:
        pathway, second = self._session.pathway, self._second.second
        if pathway is None or self._session.course is None:
            return None
        if second is not None:
            label = pathway.scenario(second.conditions.scenario).label
            return Ghost(second.course, f"B, {label}", LETTERS, self._session.ghost)
        if (untouched := self._session.ghost) is None:
            return None
        return Ghost(untouched, "the same without what is changed", untouched=untouched)


def _same(one: Ghost | None, other: Ghost | None) -> bool:
    if one is None or other is None:
        return one is other
    before, now = ((each.course, each.told, each.untouched) for each in (one, other))
    return before == now
