"""Talk acts: what keys, clicks and buttons of either window do to a talk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent

from pathway_viewer.app.talk.keys import Act, act_of, digit_of
from pathway_viewer.app.talk.stage import TalkStage
from pathway_viewer.look.theme import ThemeId
from pathway_viewer.scene.pointer import USUAL

AUDIENCE_THEMES: tuple[ThemeId, ...] = ("projector", "night", "paper")
SPAN_MIN = 5


class TalkActs(QObject):
    """What concerns screens and the end of the talk is passed on."""

    swap_wished = Signal()
    full_screen_wished = Signal()
    leave_wished = Signal()

    def __init__(self, stage: TalkStage) -> None:
        super().__init__(stage)
        self._stage = stage
        talk, notes = stage.talk, stage.presenter.notes
        self._does: dict[Act, Callable[[], object]] = {
            "next": lambda: talk.go(talk.index + 1),
            "previous": lambda: talk.go(talk.index - 1),
            "first": lambda: talk.go(0),
            "last": lambda: talk.go(len(talk.steps) - 1),
            "go": talk.enter,
            "erase": talk.erase,
            "play": talk.play,
            "blank": lambda: stage.set_black(not stage.audience.is_black),
            "freeze": lambda: stage.set_frozen(not stage.audience.is_frozen),
            "laser": self._turn_laser,
            "spot": self._turn_spot,
            "zoom": stage.zoom,
            "legend": self._turn_legend,
            "theme": self._next_theme,
            "swap": self.swap_wished.emit,
            "full_screen": self.full_screen_wished.emit,
            "leave": self.leave_wished.emit,
            "clock": lambda: stage.set_clock(stage.clock.turned()),
            "clock_zero": lambda: stage.set_clock(stage.clock.anew()),
            "longer": lambda: self._plan(SPAN_MIN),
            "shorter": lambda: self._plan(-SPAN_MIN),
            "larger": lambda: notes.scale(1),
            "smaller": lambda: notes.scale(-1),
            "down": lambda: notes.scroll_on(1),
            "up": lambda: notes.scroll_on(-1),
        }
        for window in (stage.audience, stage.presenter):
            window.key_pressed.connect(self.press)
            window.closing.connect(self.leave_wished)
        stage.audience.clicked.connect(self._click)
        stage.presenter.clock.act_wished.connect(self.do)

    def press(self, event: QKeyEvent) -> None:
        """A key in either window. One that is held down goes through no steps."""
        if digit := digit_of(event):
            self._stage.talk.type(digit)
        elif (act := act_of(event)) and not event.isAutoRepeat():
            self.do(act)

    def do(self, act: Act) -> None:
        """One act."""
        self._does[act]()

    def _click(self, forward: bool) -> None:
        """A click on the picture goes on, unless the mouse is what the speaker points with."""
        pointer = self._stage.audience.pointer
        if not (pointer.laser or pointer.radius):
            self.do("next" if forward else "previous")

    def _turn_laser(self) -> None:
        pointer = self._stage.audience.pointer
        pointer.set_laser(not pointer.laser)

    def _turn_spot(self) -> None:
        pointer = self._stage.audience.pointer
        pointer.set_radius(0.0 if pointer.radius else USUAL)

    def _turn_legend(self) -> None:
        session = self._stage.talk.session
        session.set_look(replace(session.look, legend=not session.look.legend))

    def _next_theme(self) -> None:
        session = self._stage.talk.session
        themes, now = AUDIENCE_THEMES, session.look.theme
        place = themes.index(now) + 1 if now in themes else 0
        session.set_look(replace(session.look, theme=themes[place % len(themes)]))

    def _plan(self, minutes: int) -> None:
        clock = self._stage.clock
        self._stage.set_clock(clock.plan(clock.planned_s / 60 + minutes))
