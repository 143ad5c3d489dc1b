"""Presenting: begins a talk, keeps its windows on the right screens, and leaves no trace."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolTip

from pathway_viewer.app.courses import Courses
from pathway_viewer.app.main_window import MainWindow
from pathway_viewer.app.session import Session
from pathway_viewer.app.settings import Settings
from pathway_viewer.app.talk.acts import TalkActs
from pathway_viewer.app.talk.awake import Awake
from pathway_viewer.app.talk.keys import hint
from pathway_viewer.app.talk.memory import TalkMemory
from pathway_viewer.app.talk.places import (
    IN_A_WINDOW,
    first_choice,
    places,
    screen_facts,
    swapped,
)
from pathway_viewer.app.talk.stage import TalkStage
from pathway_viewer.app.talk.talk import Talk
from pathway_viewer.app.talk.view import talk_look
from pathway_viewer.timeline.playback import Playback
from pathway_viewer.widgets.screen_dialog import ScreenDialog


class Presenting(QObject):
    """One talk at a time, on a session of its own: the window's stays as it is.

    Only what moves in the window is paused meanwhile, and goes on afterwards.
    """

    ended = Signal()

    def __init__(
        self, session: Session, window: MainWindow, courses: Courses, settings: Settings
    ) -> None:
        super().__init__(window)
        self._session, self._window, self._courses = session, window, courses
        self._memory = TalkMemory(settings)
        self.awake = Awake()
        self.stage: TalkStage | None = None
        self.dialog: ScreenDialog | None = None
        self._choice = IN_A_WINDOW
        self._lost: str | None = None
        self._before: Playback | None = None
        session.pathway_changed.connect(self._follow_file)
        window.closing.connect(self.end)

    @property
    def choice(self) -> str:
        """The screen that the audience sees, or that it is a window."""
        return self._choice

    def begin(self, from_here: bool = False) -> None:
        """Asks which screen where there are several that were not seen together before."""
        screens = screen_facts()
        kept = self._memory.choice(screens)
        if len(screens) > 1 and kept is None:
            self.ask(from_here)
        else:
            self._start(kept if kept is not None else first_choice(screens), from_here)

    def begin_in_a_window(self) -> None:
        """A window for the audience that can be shared in a call."""
        self._start(IN_A_WINDOW, from_here=False)

    def ask(self, from_here: bool = False) -> None:
        """Which screen the audience sees, by name and size."""
        if self.stage is not None or self._session.pathway is None or self.dialog is not None:
            return
        screens = screen_facts()
        offers = [(one.name, one.words()) for one in screens]
        offers.append((IN_A_WINDOW, "None: a window, to be shared in a call"))
        kept = self._memory.choice(screens)
        first = kept if kept is not None else first_choice(screens)
        self.dialog = dialog = ScreenDialog(offers, first, self._window)
        dialog.chosen.connect(partial(self._chosen, from_here))
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _chosen(self, from_here: bool, choice: str) -> None:
        self._memory.keep_choice(screen_facts(), choice)
        self._start(choice, from_here)

    def _forget_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _start(self, choice: str, from_here: bool) -> None:
        session = self._session
        if session.pathway is None or self.stage is not None:
            return
        QToolTip.hideText()
        self._before = session.playback
        session.move(Playback.pause)
        talk = Talk(self._courses, talk_look(session.look))
        talk.begin(session.pathway, session.path, session.conditions.scenario)
        self.stage = stage = TalkStage(talk, self._courses, hint())
        talk.setParent(stage)
        self._memory.restore(stage)
        self._connect(stage)
        self._put(choice)
        head = session.playback
        scenario = session.conditions.scenario
        stage.begin(session.look.worn)
        talk.go(talk.nearest(scenario, head.time) if from_here and head else 0)
        self.awake.hold()

    def _connect(self, stage: TalkStage) -> None:
        acts = TalkActs(stage)
        acts.swap_wished.connect(self.swap)
        acts.full_screen_wished.connect(self.turn_full_screen)
        acts.leave_wished.connect(self.end)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._follow_screens)
            app.screenRemoved.connect(self._follow_screens)

    def _put(self, choice: str) -> None:
        if self.stage is not None:
            self._choice, self._lost = choice, None
            self.stage.put(places(screen_facts(), choice))

    def swap(self) -> None:
        """The audience sees the other screen."""
        screens = screen_facts()
        choice = swapped(screens, self._choice)
        if choice != self._choice:
            self._put(choice)
            self._memory.keep_choice(screens, choice)

    def turn_full_screen(self) -> None:
        """The audience's picture in a window, or on the whole screen."""
        in_a_window = self._choice == IN_A_WINDOW
        self._put(first_choice(screen_facts()) if in_a_window else IN_A_WINDOW)

    def _follow_screens(self) -> None:
        """A screen came or went. On the only one that is left the speaker needs the notes too;
        once the audience's is back, the picture fills it again.
        """
        names = [one.name for one in screen_facts()]
        choice, lost = self._choice, self._lost
        if lost in names:
            choice, lost = lost, None
        elif len(names) == 1 and choice not in (IN_A_WINDOW, *names):
            choice, lost = IN_A_WINDOW, choice
        self._put(choice)
        self._lost = lost

    def _follow_file(self) -> None:
        """The file was edited while the talk goes on; with another one it is over."""
        pathway, stage = self._session.pathway, self.stage
        if stage is None or pathway is None:
            return
        if self._session.path != stage.talk.session.path:
            self.end()
        else:
            stage.talk.take(pathway, self._session.path)
            stage.prepare()
            stage.talk.go_on()

    def end(self) -> None:
        """Leaves the talk. Nothing of it is left but what the speaker chose for the next one."""
        stage, self.stage = self.stage, None
        if stage is None:
            return
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.disconnect(self._follow_screens)
            app.screenRemoved.disconnect(self._follow_screens)
        self.awake.release()
        self._memory.keep(stage)
        stage.end()
        stage.deleteLater()
        if self._before is not None and self._session.playback == self._before.pause():
            self._session.set_playback(self._before)
        if self._window.isVisible():
            self._window.activateWindow()
        self.ended.emit()
