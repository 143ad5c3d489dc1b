"""Talk stage: the audience's window and the speaker's, in step with a talk."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QElapsedTimer, QObject, QPointF, QTimer

from pathway_viewer.app.clock import Clock
from pathway_viewer.app.courses import Courses
from pathway_viewer.app.numbering import numbering
from pathway_viewer.app.talk.audience_window import AudienceWindow
from pathway_viewer.app.talk.foresight import Foresight
from pathway_viewer.app.talk.places import Place, Places, screen_named
from pathway_viewer.app.talk.step_pictures import StepPictures
from pathway_viewer.app.talk.talk import Talk
from pathway_viewer.app.talk.view import Shown, bring, show_moment
from pathway_viewer.app.terminal.markdown import named
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.look.theme import THEMES, Theme
from pathway_viewer.model.text import cited, plain
from pathway_viewer.model.times import spoken
from pathway_viewer.scene.audience_view import STEP_MS
from pathway_viewer.scene.mirror import Mirror
from pathway_viewer.timeline.step_words import change_words
from pathway_viewer.timeline.talk_clock import TalkClock
from pathway_viewer.widgets.presenter_window import PresenterWindow
from pathway_viewer.widgets.speaker_notes import as_markdown

TICK_MS = 250


class TalkStage(QObject):
    """Shows what the talk says; the keys and what they do are elsewhere."""

    def __init__(self, talk: Talk, courses: Courses, hint: str) -> None:
        super().__init__()
        self.talk, self._courses = talk, courses
        self.audience = AudienceWindow()
        self.mirror = Mirror(self.audience.view)
        self.presenter = PresenterWindow(self.mirror, hint)
        self.clock = TalkClock()
        self.play = Clock(self)
        self.foresight = Foresight(courses, self)
        self.pictures = StepPictures(self.shown, self)
        self._numbers: dict[str, int] = {}
        self._pointed: QPointF | None = None
        self._near = ""
        self._phase = 0.0
        self._typed = ""
        self._seconds, self._timer = QElapsedTimer(), QTimer(self, interval=TICK_MS)
        self._connect()

    def _connect(self) -> None:
        talk, session = self.talk, self.talk.session
        talk.moved.connect(self.show_step)
        talk.typed.connect(self._show_typed)
        talk.refused.connect(self._show_refusal)
        session.frame_changed.connect(self.show_frame)
        session.playback_changed.connect(self._follow_playback)
        session.look_changed.connect(self.show_look)
        self.play.ticked.connect(self.advance)
        self._timer.timeout.connect(self._tick)
        self.foresight.ready.connect(self._wish_pictures)
        self.pictures.made.connect(self._show_next)
        for window in (self.audience, self.mirror):
            window.pointed.connect(self.point_at)
            window.turned.connect(self.audience.pointer.turn)
        self.presenter.step_wished.connect(talk.go)

    # Where the windows are

    def put(self, places: Places) -> None:
        """Both windows where they belong; the one with the notes is in front and has the keys."""
        put(self.audience, places.audience)
        self.presenter.set_strip(places.strip)
        if places.speaker is None:
            self.presenter.hide()
            self.audience.activateWindow()
        else:
            put(self.presenter, places.speaker)
            self.presenter.activateWindow()
        QTimer.singleShot(0, self, self.measure)

    def measure(self) -> None:
        """Pictures of the next step as large as there is room, now that it is known."""
        ratio = self.presenter.devicePixelRatioF()
        self.pictures.set_size(self.audience.view.size(), self.presenter.room_for_next(), ratio)
        self._wish_pictures()
        self.mirror.refresh()

    def begin(self, theme: Theme) -> None:
        """The clock runs from here. `theme` is that of the speaker's window."""
        self.presenter.set_theme(theme)
        self.prepare()
        self.show_look()
        self._seconds.start()
        self._timer.start()
        self._tick()

    def prepare(self) -> None:
        """Takes the steps of the talk as they are now, and has their runs solved."""
        pathway = self.talk.session.pathway
        if pathway is None:
            return
        self._numbers = numbering(pathway)
        self.pictures.forget()
        self.audience.setWindowTitle(pathway.title)
        self.presenter.set_steps([step.title for step in self.talk.steps])
        runs = [self.talk.conditions_of(pathway, step) for step in self.talk.steps]
        self.foresight.prepare(
            pathway, [one for run in runs for one in (run, Conditions(run.scenario))]
        )

    def end(self) -> None:
        """Both windows go."""
        self.play.set_running(False)
        self._timer.stop()
        self.foresight.finish()
        self.pictures.finish()
        for window in (self.audience, self.presenter):
            window.blockSignals(True)
            window.close()
            window.deleteLater()

    # What is shown

    def shown(self, index: int) -> Shown | None:
        """What a step shows, None while its levels are not known, and beyond the last."""
        session, steps = self.talk.session, self.talk.steps
        if session.pathway is None or not 0 <= index < len(steps):
            return None
        run = self.talk.conditions_of(session.pathway, steps[index])
        course = self._courses.ready(session.pathway, run)
        own = Conditions(run.scenario)
        ghost = None if run == own else self._courses.ready(session.pathway, own)
        if course is None or (ghost is None and run != own):
            return None
        return Shown(session.pathway, session.look, steps[index], run, course, ghost)

    def now(self) -> Shown | None:
        """What the step of now shows."""
        session, step = self.talk.session, self.talk.step
        if session.pathway is None or step is None:
            return None
        return Shown(
            *(session.pathway, session.look, step),
            *(session.conditions, session.course, session.ghost),
        )

    def show_step(self, index: int) -> None:
        """Another step: picture, notes, what comes next."""
        shown, following = self.now(), self.talk.next_step
        if shown is None:
            return
        pathway, step = shown.pathway, shown.step
        self._near = ""
        bring(self.audience.view, shown, glides=True)
        self.show_frame()
        notice = pathway.disclaimer
        self.audience.foot.tell(change_words(pathway, shown.conditions), notice)
        plays = "" if step.until is None else f"  ·  plays to {spoken(step.until)}"
        after = following.title if following else ""
        self.presenter.show_step(index, step.title + plays, after)
        notes, ask = as_markdown(step.notes, self._numbers), plain(step.ask)
        self.presenter.show_notes(notes, ask, self._sources(step.notes))
        self._show_next(index + 1)
        self._wish_pictures()
        self._show_badge()
        self.mirror.refresh()

    def show_frame(self) -> None:
        """The moment of now."""
        shown, head = self.now(), self.talk.session.playback
        if shown is not None and head is not None:
            show_moment(self.audience.view, shown, head.time)
            self.mirror.refresh()

    def show_look(self) -> None:
        """Another theme or legend for the audience."""
        look = self.talk.session.look
        self.audience.foot.set_theme(THEMES[look.theme])
        if (shown := self.now()) is not None:
            bring(self.audience.view, shown)
        self.pictures.forget()
        self._wish_pictures()
        self.mirror.refresh()

    def _follow_playback(self) -> None:
        head = self.talk.session.playback
        self.play.set_running(head is not None and head.playing)
        self.play.set_calm(self.talk.session.look.reduced_motion)

    def _show_next(self, index: int) -> None:
        if index == self.talk.index + 1:
            self.presenter.show_next(self.pictures.picture(index))

    def _wish_pictures(self) -> None:
        here = self.talk.index
        self.pictures.wish([here + 1, here + 2])

    def _sources(self, notes: str) -> str:
        """The papers of the notes by number, for a question from the room."""
        pathway = self.talk.session.pathway
        known = {str(one.id): one for one in pathway.references} if pathway else {}
        found = sorted({id for id in cited(notes) if id in known}, key=self._numbers.__getitem__)
        return "   ".join(f"[{self._numbers[id]}] {named(known[id])}" for id in found)

    # Time

    def advance(self, seconds: float) -> None:
        """The talk's own play head goes on."""
        self._phase += seconds
        self.audience.view.set_phase(self._phase)
        self.talk.advance(seconds)

    def _tick(self) -> None:
        self.set_clock(self.clock.advance(self._seconds.restart() / 1000))

    def set_clock(self, clock: TalkClock) -> None:
        """The talk's clock."""
        self.clock = clock
        self.presenter.clock.show_clock(clock)
        self.presenter.clock.show_time_of_day(f"{datetime.now():%H:%M}")

    # What the speaker does with the picture

    def point_at(self, place: QPointF | None) -> None:
        """Where the speaker points, in shares of the picture."""
        self._pointed = place
        self.audience.pointer.point_at(place)

    def zoom(self) -> None:
        """The node under the pointer from near, or the step's own view again."""
        view, step, place = self.audience.view, self.talk.step, self._pointed
        id = ""
        if place is not None and not self._near:
            id = view.hit(QPointF(place.x() * view.width(), place.y() * view.height()))
        self._near = id
        if id:
            view.zoom_to(id)
        elif step is not None:
            view.zoom_around(step.camera, STEP_MS)

    def set_black(self, black: bool) -> None:
        """Black for the audience."""
        self.audience.set_black(black)
        self._show_badge()

    def set_frozen(self, frozen: bool) -> None:
        """The audience keeps the picture of now."""
        self.audience.set_frozen(frozen)
        self._show_badge()

    def _show_typed(self, digits: str) -> None:
        self._typed = digits
        self._show_badge()

    def _show_refusal(self, sentence: str) -> None:
        """What cannot be run, for the speaker alone."""
        self.presenter.show_badge(f"Not shown: {sentence}")

    def _show_badge(self) -> None:
        told = [f"Go to {self._typed}, then Enter"] if self._typed else []
        told += ["Black for the audience"] if self.audience.is_black else []
        told += ["Frozen for the audience"] if self.audience.is_frozen else []
        self.presenter.show_badge("  ·  ".join(told))


def put(window: AudienceWindow | PresenterWindow, place: Place) -> None:
    """A window at its place. One that fills a screen has to let go of it before it moves."""
    if window.isVisible() and window.isFullScreen():
        window.showNormal()
    if (screen := screen_named(place.screen)) is not None:
        window.setScreen(screen)
    window.setGeometry(place.box)
    if place.full:
        window.showFullScreen()
    else:
        window.show()
