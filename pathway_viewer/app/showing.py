"""Showing: brings each fact of the session to the widgets that show it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from pathway_viewer.app.actions import Actions
from pathway_viewer.app.announcer import Announcer
from pathway_viewer.app.clock import Clock
from pathway_viewer.app.commands import Commands
from pathway_viewer.app.folding import leaves_legend
from pathway_viewer.app.look import Look
from pathway_viewer.app.main_window import MainWindow
from pathway_viewer.app.menus import Choice, Menus
from pathway_viewer.app.numbering import marks, numbering
from pathway_viewer.app.opening import clock_label, doses_of
from pathway_viewer.app.session import Session
from pathway_viewer.dynamics.course import Course
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.look.theme import TypeScale
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.text import plain
from pathway_viewer.scene.beside import beside_of, signs_of
from pathway_viewer.scene.overlay import Overlay
from pathway_viewer.timeline.frame import Frame
from pathway_viewer.timeline.playback import Playback
from pathway_viewer.widgets.icons import Icons
from pathway_viewer.widgets.style import dress


class Showing(QObject):
    """One method a signal of the session; none of them changes the session."""

    def __init__(
        self,
        session: Session,
        window: MainWindow,
        commands: Commands,
        actions: Actions,
        menus: Menus,
        clock: Clock,
        icons: Path,
    ) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._commands, self._actions, self._menus = commands, actions, menus
        self._clock, self._icon_folder = clock, icons
        self._announcer = Announcer(window)
        self._look: Look | None = None
        self._manner: object = None
        self._settled = False
        self._refusing = False
        session.pathway_changed.connect(self.show_pathway)
        session.problems_changed.connect(self.show_problems)
        session.conditions_changed.connect(self.show_parts)
        session.course_changed.connect(self.show_course)
        session.refused.connect(self.show_refusal)
        session.playback_changed.connect(self.show_playback)
        session.frame_changed.connect(self.show_frame)
        session.selection_changed.connect(self.show_selection)
        session.look_changed.connect(self.show_look)
        window.folding.folded.connect(self._show_legend)
        self.show_look(session.look)

    @property
    def announcer(self) -> Announcer:
        """The voice for screen readers."""
        return self._announcer

    def settle(self) -> None:
        """After the first frame: the reference numbers and the icons."""
        self._settled = True
        self._show_icons()
        if self._session.pathway is not None:
            self._show_numbers(self._session.pathway, self._session.look)

    def icons(self) -> Icons:
        """The icons of the present theme."""
        return Icons.of(self._icon_folder, self._session.look.worn)

    def show_pathway(self, pathway: Pathway) -> None:
        """Another pathway, or the edited one."""
        window = self._window
        window.setWindowTitle(f"{pathway.title} – Pathway Viewer")
        window.toolbar.set_pathway(pathway)
        window.timeline.chart.set_pathway(pathway)
        window.strip.set_pathway(pathway)
        self._show_layers(pathway, self._session.look)
        self._show_numbers(pathway, self._session.look)

    def show_problems(self, problems: tuple[str, ...]) -> None:
        """What is wrong with the file; nothing hides the banner."""
        self._window.banner.tell(problems)
        if problems:
            self._announcer.say(problems[0])

    def show_refusal(self, sentence: str) -> None:
        """What cannot be run, until something else is."""
        self._refusing = True
        self._window.banner.tell((f"Not done: {sentence}.",))
        self._announcer.say(sentence)

    def show_parts(self) -> None:
        """What the diagram draws: the layers, and whatever the run and the selection need."""
        session = self._session
        if (pathway := session.pathway) is not None:
            also = (session.selection,) if session.selection else ()
            overlay = Overlay.of(pathway, session.conditions, also)
            self._window.diagram.set_pathway(pathway, session.look.layers, overlay)

    def show_course(self, course: Course | None) -> None:
        """Another run."""
        pathway, conditions = self._session.pathway, self._session.conditions
        if pathway is None:
            return
        window, clock = self._window, clock_label(pathway, conditions)
        if self._refusing:
            self._refusing = False
            window.banner.tell(self._session.problems)
        window.timeline.set_run(course, doses_of(pathway, conditions), clock)
        window.toolbar.set_scenario(conditions.scenario, clock)
        window.diagram.set_clock(clock)
        done = course.perturbations if course else ()
        changed = conditions != Conditions(conditions.scenario)
        window.diagram.set_what_if(changed, frozenset(sign for _, sign in signs_of(done)))
        scenarios = [
            Choice(one.id, one.label, plain(one.text), one.id == conditions.scenario)
            for one in pathway.scenarios
        ]
        self._menus.fill("@scenario", scenarios, self._commands.set_scenario, exclusive=True)

    def show_playback(self, playback: Playback) -> None:
        """The play head; buttons change only when the manner of play does."""
        self._window.timeline.set_playback(playback)
        manner = (playback.playing, playback.speed, playback.until, playback.loop)
        if manner != self._manner:
            self._manner = manner
            self._clock.set_running(playback.playing)
            if self._settled:
                self._actions.set_playing(self.icons(), playback.playing)
            self._actions.sync(self._session)

    def show_frame(self, frame: Frame) -> None:
        """The picture of the moment."""
        self._window.diagram.show_frame(
            frame, beside_of(self._session.course, self._session.ghost, frame.time)
        )
        if self._session.pathway is not None:
            self._announcer.follow(frame)

    def show_selection(self, id: str) -> None:
        """The selected node or arrow."""
        self.show_parts()
        self._window.diagram.set_selection(id)
        self._window.timeline.chart.set_selection(id)
        if id and self._window.room_for_details:
            self._window.docks["details"].show()
            self._window.docks["details"].raise_()
        elif not id and self._window.folding.is_narrow:
            self._window.docks["details"].hide()

    def show_look(self, look: Look) -> None:
        """How things are shown: only what differs is touched."""
        before, self._look = self._look, look
        if before is None or before.worn != look.worn:
            self._show_theme(look)
        if before is None or before.reading != look.reading:
            self._window.toolbar.set_reading(look.reading)
        pathway = self._session.pathway
        if pathway is not None and before is not None:
            if before.layers != look.layers:
                self._show_layers(pathway, look)
            if before.numbers != look.numbers:
                self._show_numbers(pathway, look)
        self._show_legend()
        self._window.diagram.set_reduced_motion(look.reduced_motion)
        self._clock.set_calm(look.reduced_motion)
        self._actions.sync(self._session)

    def _show_legend(self) -> None:
        """The legend, where the picture has room for it."""
        look, picture = self._session.look, self._window.diagram
        letters = look.worn.type.caption / TypeScale().caption
        picture.set_legend(look.legend and leaves_legend(picture.height(), letters))

    def _show_theme(self, look: Look) -> None:
        theme, window = look.worn, self._window
        app = QApplication.instance()
        if isinstance(app, QApplication):
            dress(app, theme)
        window.diagram.set_theme(theme)
        window.timeline.chart.set_theme(theme)
        window.folding.set_text(look.text)
        if self._settled:
            self._show_icons()

    def _show_icons(self) -> None:
        window, icons, playback = self._window, self.icons(), self._session.playback
        window.banner.set_icons(icons)
        window.toolbar.set_icons(icons)
        window.timeline.transport.set_icons(icons)
        self._actions.set_icons(icons, playback is not None and playback.playing)

    def _show_layers(self, pathway: Pathway, look: Look) -> None:
        self.show_parts()
        choices = [
            Choice(one.id, one.label, plain(one.text), one.id in look.layers)
            for one in pathway.layers
        ]
        self._menus.fill("@layers", choices, self._commands.toggle_layer, exclusive=False)

    def _show_numbers(self, pathway: Pathway, look: Look) -> None:
        if self._settled:
            shown = marks(pathway, numbering(pathway)) if look.numbers else {}
            self._window.diagram.set_numbers(shown)
