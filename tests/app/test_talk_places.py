"""Where the two windows of a talk stand, on any set of screens."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from pytestqt.qtbot import QtBot

from pathway_viewer.app.courses import Courses
from pathway_viewer.app.look import Look
from pathway_viewer.app.talk.places import (
    IN_A_WINDOW,
    ScreenFact,
    first_choice,
    places,
    swapped,
)
from pathway_viewer.app.talk.stage import TalkStage
from pathway_viewer.app.talk.talk import Talk


def screen(name: str, left: int, width: int, height: int) -> ScreenFact:
    whole = QRect(left, 0, width, height)
    return ScreenFact(name, "", QSize(width, height), whole, whole.adjusted(0, 30, 0, 0))


OWN, FAR, THIRD = (
    screen("eDP-1", 0, 1280, 800),
    screen("HDMI-1", 1280, 1920, 1080),
    screen("DP-2", 3200, 1024, 768),
)


def test_with_two_screens_the_audience_has_the_far_one_and_they_can_be_swapped() -> None:
    screens = [OWN, FAR]
    choice = first_choice(screens)
    now = places(screens, choice)
    assert (now.audience.screen, now.audience.box, now.audience.full) == ("HDMI-1", FAR.whole, True)
    assert now.speaker is not None
    assert (now.speaker.screen, now.speaker.full) == ("eDP-1", True)
    other = swapped(screens, choice)
    after = places(screens, other)
    assert after.audience == now.speaker
    assert after.speaker == now.audience
    assert swapped(screens, other) == choice


def test_with_three_the_speaker_stays_at_the_own_one() -> None:
    now = places([OWN, FAR, THIRD], "HDMI-1")
    assert now.speaker is not None
    assert now.speaker.screen == "eDP-1"


def test_with_one_screen_in_full_there_are_no_notes() -> None:
    now = places([OWN], "eDP-1")
    assert (now.audience.full, now.speaker) == (True, None)
    assert swapped([OWN], "eDP-1") == "eDP-1"


def test_one_screen_is_shared_by_a_window_and_a_strip_of_notes() -> None:
    now = places([OWN], IN_A_WINDOW)
    assert now.strip
    assert now.speaker is not None
    for place in (now.audience, now.speaker):
        assert not place.full
        assert OWN.free.contains(place.box)
    assert not now.audience.box.intersects(now.speaker.box)


@pytest.mark.parametrize("size", [(1280, 800), (1366, 768), (1280, 720), (1920, 1080)])
def test_the_strip_has_the_height_that_its_window_needs(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    stage = TalkStage(Talk(Courses(), Look()), Courses(), "")
    now = places([screen("eDP-1", 0, *size)], IN_A_WINDOW)
    assert now.speaker is not None
    stage.presenter.set_strip(True)
    assert now.speaker.box.height() >= stage.presenter.minimumSizeHint().height()
    assert now.audience.box.height() >= stage.audience.minimumHeight()
    stage.end()


def test_a_screen_that_is_gone_is_replaced() -> None:
    assert places([OWN, FAR], "VGA-7").audience.screen == "HDMI-1"


def test_screens_are_told_by_name_and_size() -> None:
    assert FAR.words() == "HDMI-1, 1920 × 1080"
