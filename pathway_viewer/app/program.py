"""Program: one window with its session, files, commands and clock, joined."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from pathway_viewer.app.actions import Actions
from pathway_viewer.app.browser import Browser
from pathway_viewer.app.clock import Clock
from pathway_viewer.app.commands import Commands
from pathway_viewer.app.comparison.desk import ComparisonDesk
from pathway_viewer.app.courses import Courses
from pathway_viewer.app.documents import Documents, Loader
from pathway_viewer.app.drags import Drags
from pathway_viewer.app.look import Look
from pathway_viewer.app.look_commands import LookCommands
from pathway_viewer.app.main_window import MainWindow
from pathway_viewer.app.menus import Menus
from pathway_viewer.app.motion import system_contrast, system_theme, wants_less_motion
from pathway_viewer.app.opening import is_as_opened
from pathway_viewer.app.session import Session
from pathway_viewer.app.settings import Settings
from pathway_viewer.app.showing import Showing
from pathway_viewer.app.take_away.commands import TakeAwayCommands
from pathway_viewer.app.talk.commands import PresentCommands
from pathway_viewer.app.what_if_commands import WhatIfCommands
from pathway_viewer.app.what_if_desk import WhatIfDesk
from pathway_viewer.app.window_shell import WindowShell
from pathway_viewer.widgets.icons import Icons
from pathway_viewer.widgets.style import dress

if TYPE_CHECKING:
    from pathway_viewer.app.experiments import Experiments
    from pathway_viewer.app.panels import Panels
    from pathway_viewer.app.rivals_desk import RivalsDesk
    from pathway_viewer.app.take_away.printing import Printing
    from pathway_viewer.app.take_away.taking_away import TakingAway
    from pathway_viewer.app.talk.presenting import Presenting
    from pathway_viewer.app.talk.steps_desk import StepsDesk


class Program(QObject):
    """Everything that runs in one window. `finish` is called once the first frame is seen."""

    first_frame_seen = Signal()
    finished = Signal()

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        load: Loader,
        courses: Courses,
        icons: Path,
        window: MainWindow | None = None,
    ) -> None:
        super().__init__()
        self._app, self.settings = app, settings
        self._courses, self._icons = courses, icons
        look = opening_look(settings, app)
        dress(app, look.worn)
        self.session = Session(courses, look, self)
        self.window = window or MainWindow()
        self.window.furnish(look.worn)
        self.documents = Documents(self.session, load, self)
        self.browser = Browser(self.window, settings.links)
        self._shell = shell = WindowShell(
            self.window, self.session, self.documents, settings, self.browser.follow
        )
        self.commands = Commands(self.session, shell)
        self.drags = Drags(self.session, courses, self)
        self.what_if = WhatIfCommands(self.session, self.drags, shell)
        self.comparison = ComparisonDesk(self.session, courses, self.window, icons)
        shell.second = self.comparison.run
        self.present = PresentCommands(self._made_presenting, self._made_steps)
        self.take_away = TakeAwayCommands(self._made_taking_away, self._made_printing)
        self.actions = self._made_actions()
        self.menus = shell.menus = Menus(self.actions, self.window)
        self.clock = Clock(self)
        self._furnish()
        self.showing, self.desk = self._made_showing(), self._made_desk()
        self._phase = 0.0
        self._kept_look = look
        self.panels: Panels | None = None
        self.rivals: RivalsDesk | None = None
        self.experiments: Experiments | None = None
        self._connect()
        self.window.restore(*settings.place())
        self.window.diagram.setFocus()

    def _made_actions(self) -> Actions:
        own = self.commands, LookCommands(self.session), self.what_if, self.comparison.commands
        return Actions((*own, self.present, self.take_away), self.window)

    def _made_taking_away(self) -> TakingAway:
        # Late: nobody exports before the first frame.
        from pathway_viewer.app.take_away.taking_away import TakingAway

        return TakingAway(self.window, self.session, self._courses, self.settings)

    def _made_printing(self, desk: TakingAway) -> Printing:
        # Late: as above, and few print.
        from pathway_viewer.app.take_away.printing import Printing

        return Printing(self.window, desk)

    def _made_showing(self) -> Showing:
        actions, menus = self.actions, self.menus
        return Showing(
            self.session, self.window, self.commands, actions, menus, self.clock, self._icons
        )

    def _made_desk(self) -> WhatIfDesk:
        session, window = self.session, self.window
        return WhatIfDesk(session, window, self.what_if, self.actions, self._made_icons)

    def _made_icons(self) -> Icons:
        return self.showing.icons()

    def _furnish(self) -> None:
        """Actions into buttons, menus into the toolbar."""
        window, actions = self.window, self.actions
        window.addActions([*actions.by_id.values()])
        play = actions["play_pause"]
        window.timeline.transport.set_controls(
            [actions["previous_chapter"], play, actions["next_chapter"]],
            play,
            [actions["chapter_stops"], actions["loop"]],
        )
        self.speed_button = window.timeline.transport.add_menu(self.menus.by_id["@speed"], "Speed")
        self.scale_button = window.timeline.transport.add_menu(
            self.menus.by_id["@scale"], "Time axis"
        )
        window.strip.add_action(actions["model"])
        window.folded.addAction(actions["details"])
        window.toolbar.add_action(actions["compare"])
        window.toolbar.add_menu(self.menus.by_id["@layers"], "layers", "Layers")
        window.toolbar.add_menu(self.menus.by_id["@theme"], "theme", "Theme")
        window.toolbar.add_primary(actions["present"], "present", "Present")
        window.toolbar.add_menu(self.menus.all, "menu", "Menu (F10)")

    def _connect(self) -> None:
        """Wishes of the widgets to commands; facts worth remembering to the settings."""
        window, commands, session = self.window, self.commands, self.session
        chart = window.timeline.chart
        window.toolbar.scenario_chosen.connect(commands.set_scenario)
        window.toolbar.reading_chosen.connect(commands.set_reading)
        window.file_dropped.connect(self._open_recent)
        window.closing.connect(self._close)
        chart.seek_requested.connect(commands.seek)
        chart.step_requested.connect(self._step)
        chart.doses_wished.connect(self.what_if.set_doses)
        for view in (chart, window.diagram):
            view.selection_requested.connect(commands.select)
        self.clock.ticked.connect(self._advance)
        self.documents.opened.connect(self._opened)
        self.comparison.selection_requested.connect(commands.select)
        self.comparison.said.connect(self.showing.announcer.say)
        self.comparison.run.refused.connect(self.showing.show_refusal)
        session.look_changed.connect(self._keep_look)
        session.playback_changed.connect(self._name_choices)
        window.diagram.painted.connect(self._first_seen)
        hints = self._app.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        # Kept, for the wrapper of what is told goes with it, and so does the connection.
        self._accessibility = hints.accessibility()
        self._accessibility.contrastPreferenceChanged.connect(self._follow_contrast)

    # The first picture comes before what it does not need

    def _first_seen(self) -> None:
        if self.session.pathway is not None:
            self.window.diagram.painted.disconnect(self._first_seen)
            QTimer.singleShot(0, self.finish)

    def finish(self) -> None:
        """Makes and solves what the first frame could do without."""
        self.first_frame_seen.emit()
        if self.panels is None:
            # Late: rich text, trees and citations take longer to import than the first frame may.
            from pathway_viewer.app.afterwards import furnish

            furnish(self, self._shell, self._courses, self._icons)
            self.showing.settle()
            self._obey_the_system()
        self.session.solve()
        self.finished.emit()

    def _made_presenting(self) -> Presenting:
        # Late: nobody presents before the first frame.
        from pathway_viewer.app.talk.presenting import Presenting

        return Presenting(self.session, self.window, self._courses, self.settings)

    def _made_steps(self) -> StepsDesk:
        # Late: as in `_made_panels`.
        from pathway_viewer.app.talk.steps_desk import StepsDesk

        return StepsDesk(self.session, self.window, self.documents)

    # Small joints

    def _advance(self, seconds: float) -> None:
        if not self.session.look.reduced_motion:
            self._phase += seconds
            self.window.diagram.set_phase(self._phase)
            self.comparison.set_phase(self._phase)
        self.session.move(lambda head: head.advance(seconds))

    def _step(self, way: int) -> None:
        (self.commands.step_forward if way > 0 else self.commands.step_back)()

    def run_action(self, id: str) -> None:
        """Does what the row of this id does."""
        self.actions[id].trigger()

    def _name_choices(self) -> None:
        playback = self.session.playback
        if playback is not None:
            for button, text in (
                (self.speed_button, f"{playback.speed:g}×"),
                (self.scale_button, playback.axis.label),
            ):
                if text != button.text():
                    button.setText(text)
                    button.setAccessibleName(f"{button.toolTip()}: {text}")

    def _opened(self, path: Path) -> None:
        self.settings.keep_recent(path)
        self.menus.fill_recent(self.settings.recent(), self._open_recent)

    def _open_recent(self, path: str) -> None:
        self.commands.open_recent(Path(path))

    def _keep_look(self) -> None:
        self.settings.keep_look(self.session.look, self._kept_look)
        self._kept_look = self.session.look

    def _follow_system(self) -> None:
        if not self.settings.theme_is_chosen():
            self._adopt(replace(self.session.look, theme=system_theme(self._app)))

    def _follow_contrast(self) -> None:
        if not self.settings.contrast_is_chosen():
            self._adopt(replace(self.session.look, contrast=system_contrast(self._app)))

    def _obey_the_system(self) -> None:
        if not self.settings.motion_is_chosen() and wants_less_motion(self._app):
            self._adopt(replace(self.session.look, reduced_motion=True))

    def _adopt(self, look: Look) -> None:
        """Takes a look that nobody chose: it is shown, and not remembered."""
        self._kept_look = look
        self.session.set_look(look)

    def as_opened(self) -> bool:
        """Whether the window shows now what it will show when this file is opened again."""
        session, diagram = self.session, self.window.diagram
        busy = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        whole = diagram.zoom == 1 and not diagram.is_moving()
        opened = is_as_opened(session) and whole and self.panels is not None
        return opened and busy is None and not self.comparison.is_on()

    def remember_place(self) -> None:
        """The window comes back as it stands now, even if this run ends badly."""
        self.settings.keep_place(self.window.saveGeometry(), self.window.saveState())
        self.settings.sync()

    def _close(self) -> None:
        self.comparison.run.end()
        self.clock.set_running(False)
        self.drags.finish()
        self.documents.leave()
        self.remember_place()


def opening_look(settings: Settings, app: QApplication) -> Look:
    """What was chosen, and of the rest what the system asks for."""
    look = settings.look(system_theme(app))
    chosen = settings.contrast_is_chosen()
    return look if chosen else replace(look, contrast=system_contrast(app))
