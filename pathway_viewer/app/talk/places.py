"""Talk places: where the two windows of a talk stand on the screens there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QScreen

IN_A_WINDOW = "/window"
"""The choice of a window that is shared in a call, in place of a screen's name, which may be ''."""

GAP = 8
WINDOW_SHARE = 0.62
"""How much of a lone screen's height the shared window takes; the notes have the rest."""

LEAST_NOTES = 320
"""Pixels that the notes need below a shared window: a small screen has to give them more."""


@dataclass(frozen=True)
class ScreenFact:
    """One screen: its name, its size in its own pixels, all of it, and what is free of bars."""

    name: str
    model: str
    pixels: QSize
    whole: QRect
    free: QRect

    def words(self) -> str:
        """'HDMI-1, Epson EB, 1280 × 720'."""
        size = f"{self.pixels.width()} × {self.pixels.height()}"
        return ", ".join(part for part in (self.name, self.model, size) if part)


@dataclass(frozen=True)
class Place:
    """Where a window stands, and whether it fills its screen."""

    screen: str
    box: QRect
    full: bool


@dataclass(frozen=True)
class Places:
    """The audience's window and the speaker's.

    The speaker has none where the audience sees the only screen; a mere `strip` of notes
    where both share one.
    """

    audience: Place
    speaker: Place | None
    strip: bool = False


def places(screens: Sequence[ScreenFact], choice: str) -> Places:
    """Where both windows stand for a choice; of screens that are gone the last one is taken."""
    own = screens[0]
    if choice == IN_A_WINDOW:
        return _in_windows(screens)
    shown = next((one for one in screens if one.name == choice), screens[-1])
    other = next((one for one in screens if one.name != shown.name), None)
    audience = Place(shown.name, shown.whole, full=True)
    if other is None:
        return Places(audience, None)
    speakers = own if own.name != shown.name else other
    return Places(audience, Place(speakers.name, speakers.whole, full=True))


def swapped(screens: Sequence[ScreenFact], choice: str) -> str:
    """The choice that puts the audience's picture where the speaker is now."""
    now = places(screens, choice)
    both_full = now.audience.full and now.speaker is not None
    return now.speaker.screen if both_full and now.speaker else choice


def first_choice(screens: Sequence[ScreenFact]) -> str:
    """A screen that is not the speaker's own, where there is one."""
    return screens[-1].name


def _in_windows(screens: Sequence[ScreenFact]) -> Places:
    """A window to share, and the notes on another screen or below it."""
    own, far = screens[0], screens[-1]
    if own.name != far.name:
        return Places(
            Place(far.name, _wide(far.free, far.free.height()), full=False),
            Place(own.name, own.whole, full=True),
        )
    free = own.free
    high = round(free.height() * WINDOW_SHARE)
    high = min(high, max(free.height() // 2, free.height() - GAP - LEAST_NOTES))
    below = QRect(free.left(), free.top() + high + GAP, free.width(), free.height() - high - GAP)
    shared = _wide(QRect(free.left(), free.top(), free.width(), high), high)
    return Places(
        Place(own.name, shared, full=False), Place(own.name, below, full=False), strip=True
    )


def _wide(room: QRect, high: int) -> QRect:
    """A window of 16 to 9 in the middle of a room."""
    size = QSize(16, 9).scaled(room.width(), high, Qt.AspectRatioMode.KeepAspectRatio)
    left = room.left() + (room.width() - size.width()) // 2
    return QRect(left, room.top(), size.width(), size.height())


def screen_facts() -> list[ScreenFact]:
    """The screens of now, the speaker's own (the primary one) first."""
    primary = QGuiApplication.primaryScreen()
    ordered = sorted(QGuiApplication.screens(), key=lambda one: one is not primary)
    return [_fact(screen) for screen in ordered]


def screen_named(name: str) -> QScreen | None:
    """A screen that is there now."""
    return next((one for one in QGuiApplication.screens() if one.name() == name), None)


def _fact(screen: QScreen) -> ScreenFact:
    pixels = screen.size() * screen.devicePixelRatio()
    model = " ".join(part for part in (screen.manufacturer(), screen.model()) if part)
    return ScreenFact(screen.name(), model, pixels, screen.geometry(), screen.availableGeometry())
