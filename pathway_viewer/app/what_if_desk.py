"""What-if desk: joins chips and panel of the what-if to the session and to its commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pathway_viewer.app.actions import Actions
from pathway_viewer.app.main_window import MainWindow
from pathway_viewer.app.session import Session
from pathway_viewer.app.what_if_commands import WhatIfCommands, usual_dose
from pathway_viewer.dynamics.scenario import Conditions, Plan
from pathway_viewer.look.theme import Theme
from pathway_viewer.model.pushes import Perturbation
from pathway_viewer.timeline.origin import a
from pathway_viewer.timeline.what_if_words import Tried, tried
from pathway_viewer.widgets.icons import Icons
from pathway_viewer.widgets.what_if_bar import WhatIfBar

if TYPE_CHECKING:
    from pathway_viewer.widgets.details import DetailsPanel
    from pathway_viewer.widgets.what_if_panel import WhatIfPanel

HEAD = ("undo", "redo")
FOOT = ("reset", "copy_command", "save_scenario")


class WhatIfDesk(QObject):
    """The bar is there from the start, the panel comes with the other panels."""

    def __init__(
        self,
        session: Session,
        window: MainWindow,
        commands: WhatIfCommands,
        actions: Actions,
        icons: Callable[[], Icons],
    ) -> None:
        super().__init__(window)
        self._session, self._commands, self._actions = session, commands, actions
        self._icons = icons
        self._theme: Theme | None = None
        self._window = window
        self._bar: WhatIfBar = window.what_if_bar
        self._tried: tuple[Tried, ...] = ()
        self.panel: WhatIfPanel | None = None
        session.conditions_changed.connect(self._show_conditions)
        session.look_changed.connect(self._show_icons)
        self._bar.removed.connect(self._take_off)
        self._bar.reset_requested.connect(actions["reset"].trigger)
        self._bar.panel_requested.connect(actions["what_if"].trigger)
        self._show_conditions(session.conditions)

    def furnish(self, panel: WhatIfPanel) -> None:
        """Takes the panel in, and keeps it in step from now on."""
        self.panel = panel
        commands, actions = self._commands, self._actions
        panel.set_actions([actions[id] for id in HEAD], [actions[id] for id in FOOT])
        panel.push_wished.connect(self._push)
        panel.agent_wished.connect(commands.set_agent)
        panel.doses_wished.connect(commands.set_doses)
        panel.dose_added.connect(commands.add_dose)
        panel.rival_wished.connect(commands.set_rival)
        panel.fold_requested.connect(actions["what_if"].trigger)
        self._theme = None
        self._show_icons()
        self._show_conditions(self._session.conditions)

    def _show_icons(self) -> None:
        """The signs in the theme's ink; none before the panel is there."""
        theme = self._session.look.worn
        if self.panel is not None and theme != self._theme:
            self._theme = theme
            self._bar.set_icons(self._icons())
            self.panel.set_icons(self._icons())

    def _show_conditions(self, conditions: Conditions) -> None:
        session, pathway = self._session, self._session.pathway
        history = session.history
        self._actions["undo"].setEnabled(bool(history.past))
        self._actions["redo"].setEnabled(bool(history.future))
        self._tried = tried(pathway, conditions) if pathway else ()
        self._actions["reset"].setEnabled(bool(self._tried))
        self._bar.set_tried(self._tried)
        self._show_doses(conditions.scenario)
        if self.panel is not None and pathway is not None:
            plan = Plan.of(pathway, conditions)
            self.panel.set_conditions(conditions, plan.doses, plan.rivals)

    def _show_doses(self, scenario: str) -> None:
        """What a new dose is like, and what it is called."""
        pathway, chart = self._session.pathway, self._window.timeline.chart
        if pathway is None or not scenario:
            chart.set_usual_dose(None, "")
            return
        clock = pathway.clock(pathway.scenario(scenario))
        chart.set_usual_dose(usual_dose(pathway, scenario), clock.unit)
        words = {"no_dose": f"No {clock.dose_word}", "add_dose": f"Add {a(clock.dose_word)}"}
        for id, text in words.items():
            self._actions[id].setText(f"&{text}")
            self._actions[id].setToolTip(text)

    def set_details(self, details: DetailsPanel) -> None:
        """The row of things to try under what is explained."""
        details.tries.push_requested.connect(self._try)
        details.tries.more_requested.connect(self._open)

    def _try(self, push: Perturbation) -> None:
        self._commands.set_push(push.target, push)

    def _open(self) -> None:
        if self._window.docks["what_if"].isHidden():
            self._actions["what_if"].trigger()

    def _take_off(self, index: int) -> None:
        self._commands.wish(self._tried[index].without)

    def _push(self, push: Perturbation | None, grip: str) -> None:
        self._commands.set_push(self._session.selection, push, grip)
