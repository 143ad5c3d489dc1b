"""Kiosk: a locked full screen for a waiting room: it invites, shows, starts over, keeps nothing."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from pathway_viewer.app.announcer import Announcer
from pathway_viewer.app.clock import Clock
from pathway_viewer.app.courses import Courses
from pathway_viewer.app.kiosk.guard import KioskGuard
from pathway_viewer.app.kiosk.pin import Attempts, fits, parsed
from pathway_viewer.app.kiosk.visit import HOLD_S, PAD_S, Visit
from pathway_viewer.app.kiosk.window import KioskWindow
from pathway_viewer.app.kiosk.words import caption_of, words_of
from pathway_viewer.app.look import Look
from pathway_viewer.app.opening import clock_label
from pathway_viewer.app.policy import Policy
from pathway_viewer.app.session import Session
from pathway_viewer.look.theme import THEMES
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.scene.overlay import Overlay
from pathway_viewer.timeline.frame import Frame
from pathway_viewer.timeline.playback import Playback
from pathway_viewer.widgets.icons import Icons

LOG = logging.getLogger("pathway_viewer")

STORY_S = 90.0
"""Seconds of the whole story: the words beside it are read meanwhile."""


class Kiosk(QObject):
    """One pathway in one window. `advance` is all that time does; the clock only calls it."""

    def __init__(
        self, app: QApplication, pathway: Pathway, policy: Policy, icons: Path, still: bool = False
    ) -> None:
        super().__init__()
        self._app, self._pathway, self._still = app, pathway, still
        theme = THEMES[policy.theme or "paper"]
        self._pin = parsed(policy.pin_hash)
        self._attempts = Attempts()
        self._visit = Visit(float(policy.idle_seconds))
        look = Look(theme=theme.id, reading=policy.reading or "patient", reduced_motion=still)
        self.session = Session(Courses(), look, self)
        self.window = KioskWindow(app, theme, Icons.of(icons, theme))
        self.guard = KioskGuard(self.window)
        self.clock = Clock(self)
        self._announcer = Announcer(self.window)
        self._phase = 0.0
        self._connect()
        self._show_pathway()
        app.installEventFilter(self.guard)
        self.reset()

    def _connect(self) -> None:
        window, session, guard = self.window, self.session, self.guard
        session.playback_changed.connect(self._show_playback)
        session.frame_changed.connect(self._show_frame)
        session.selection_changed.connect(self._show_selection)
        window.diagram.selection_requested.connect(session.select)
        window.card.closed.connect(lambda: session.select(""))
        window.card.step_requested.connect(self._step)
        window.track.seek_requested.connect(self._seek)
        window.track.chapter_requested.connect(self._tell_chapter)
        wishes = {
            "restart": self._begin_again,
            "previous": lambda: session.move(lambda head: head.pause().previous_chapter()),
            "play": self._toggle,
            "next": lambda: session.move(lambda head: head.pause().next_chapter()),
        }
        for name, wish in wishes.items():
            window.buttons[name].clicked.connect(wish)
        window.pad.entered.connect(self._try)
        window.pad.closed.connect(window.close_pad)
        guard.touched.connect(self._touched)
        guard.corner_pressed.connect(self._hold)
        guard.corner_released.connect(self._let_go)
        self.clock.ticked.connect(self.advance)

    def _show_pathway(self) -> None:
        window, session, pathway = self.window, self.session, self._pathway
        window.set_pathway(pathway)
        session.set_pathway(pathway, None)
        overlay = Overlay.of(pathway, session.conditions)
        window.diagram.set_reduced_motion(self._still)
        window.diagram.set_pathway(pathway, session.look.layers, overlay)
        window.diagram.set_clock(clock_label(pathway, session.conditions))
        session.solve()

    def start(self) -> None:
        """Runs from now on."""
        self.clock.set_running(True)

    @property
    def visit(self) -> Visit:
        """Who is here, and since when nothing was touched."""
        return self._visit

    @property
    def attempts(self) -> Attempts:
        """How often the PIN was wrong."""
        return self._attempts

    # What time does

    def advance(self, seconds: float) -> None:
        """So many seconds later: the story goes on, a visitor who has left is forgotten."""
        before = self._visit
        self._visit = before.advance(seconds)
        self._attempts = self._attempts.advance(seconds)
        if not self._still:
            self._phase += seconds
            self.window.diagram.set_phase(self._phase)
        if before.anybody and not self._visit.anybody:
            self.reset()
            return
        self.session.move(lambda head: head.advance(seconds))
        self._mind_the_pad()
        left = self._visit.left_s
        self.window.set_notice(
            "" if left is None else f"Starts over in {left:.0f} s. Touch to stay"
        )

    def _mind_the_pad(self) -> None:
        window = self.window
        if window.pad.isHidden():
            if (self._visit.held_s or 0.0) >= HOLD_S and self._pin is not None:
                self._visit = self._visit.released()
                window.open_pad(self._attempts.wait_s)
            return
        window.pad.set_wait(self._attempts.wait_s)
        if self._visit.passed_s >= PAD_S:
            window.close_pad()

    def reset(self) -> None:
        """Everything as before anybody came: the story plays by itself, and invites."""
        self._visit = Visit(self._visit.idle_s)
        self.guard.inviting = True
        self.window.close_pad()
        self.window.set_inviting(True)
        self.window.set_notice("")
        self.session.select("")
        self.window.diagram.setFocus()
        self.session.move(lambda head: self._anew(head, playing=True))
        self._show_words()

    def _anew(self, head: Playback, playing: bool) -> Playback:
        return Playback(
            axis=head.axis,
            time=head.axis.start,
            chapters=head.chapters,
            playing=playing,
            duration_s=STORY_S,
            until="end" if playing else "chapter",
            loop=playing,
        )

    # What a visitor does

    def _touched(self) -> None:
        somebody_came = not self._visit.anybody
        self._visit = self._visit.touched()
        if somebody_came:
            self.guard.inviting = False
            self.window.set_inviting(False)
            self._begin_again()
            self._show_words()
        self.window.set_notice("")

    def _begin_again(self) -> None:
        self.session.select("")
        self.session.move(lambda head: self._anew(head, playing=False))

    def _toggle(self) -> None:
        self.session.move(lambda head: head.pause() if head.playing else head.play())

    def _seek(self, time: float) -> None:
        self.session.move(lambda head: head.pause().seek(time))

    def _tell_chapter(self, start: float) -> None:
        self.session.select("")
        self.session.move(lambda head: head.seek(start).play())

    def _step(self, way: int) -> None:
        order = self.window.diagram.node_order()
        if (now := self.session.selection) in order:
            self.session.select(order[(order.index(now) + way) % len(order)])

    def _hold(self) -> None:
        self._visit = self._visit.pressed()

    def _let_go(self) -> None:
        self._visit = self._visit.released()

    def _try(self, pin: str) -> None:
        """Leaves with the right PIN; a wrong one makes the next attempt wait."""
        if self._pin is None or self._attempts.wait_s > 0:
            return
        if fits(pin, self._pin):
            self.leave()
            return
        self._attempts = self._attempts.failed()
        self.window.pad.tell_wrong()
        self.window.pad.set_wait(self._attempts.wait_s)

    def leave(self) -> None:
        """Closes the window, which nothing else does."""
        self.clock.set_running(False)
        self._app.removeEventFilter(self.guard)
        self.guard.unlocked = True
        self.window.close()

    # What is shown

    def _show_playback(self, head: Playback) -> None:
        self.window.set_playing(head.playing)
        self.clock.set_calm(self._still or not head.playing)
        frame = self.session.frame
        self.window.track.set_playback(head, frame.origin if frame else "")

    def _show_frame(self, frame: Frame) -> None:
        caption = caption_of(frame, self.session.look.reading)
        self.window.diagram.show_frame(replace(frame, caption=caption))
        self._announcer.follow(frame)
        self._show_words()

    def _show_selection(self, id: str) -> None:
        self.window.diagram.set_selection(id)
        self._show_words()

    def _show_words(self) -> None:
        session = self.session
        if session.frame is None or session.playback is None:
            return
        at = (self._pathway, session.frame, session.playback.chapters, session.selection)
        self.window.card.say(words_of(*at, session.look.reading, self._visit.anybody))
