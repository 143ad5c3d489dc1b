"""The track gives every chapter the same room, and works without any."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from pathway_viewer.model.story import Chapter
from pathway_viewer.timeline.axis import Axis
from pathway_viewer.timeline.playback import Playback
from pathway_viewer.widgets.chapter_track import FINGER, ChapterTrack

CHAPTERS = (
    Chapter(id="a", title="First", start=0, end=1, text="t"),
    Chapter(id="b", title="Second", start=1, end=100, text="t"),
    Chapter(id="c", title="Third", start=120, end=200, text="t"),
)


def track(qtbot: QtBot, chapters: tuple[Chapter, ...], time: float = 0) -> ChapterTrack:
    made = ChapterTrack()
    qtbot.addWidget(made)
    axis = Axis.of("true", chapters, 0.0, 200.0)
    made.set_playback(Playback(axis=axis, time=time, chapters=chapters), "the dose")
    made.resize(900, made.sizeHint().height())
    made.show()
    return made


def test_all_chapters_have_the_same_room_and_a_fingers_at_least(qtbot: QtBot) -> None:
    made = track(qtbot, CHAPTERS)
    boxes = [box for _, box in made.boxes()]
    assert {round(box.width(), 3) for box in boxes} == {round(boxes[0].width(), 3)}
    assert all(box.height() >= FINGER for box in boxes)
    assert made.minimumSizeHint().width() == 3 * FINGER


@pytest.mark.parametrize("time", [0, 0.5, 1, 50, 100, 110, 120, 200])
def test_the_head_is_always_on_the_track(qtbot: QtBot, time: float) -> None:
    made = track(qtbot, CHAPTERS, time)
    assert 0 <= made.position(time) <= made.width()
    made.grab()


def test_without_chapters_the_story_is_one(qtbot: QtBot) -> None:
    made = track(qtbot, (), 50)
    assert [chapter.title for chapter, _ in made.boxes()] == ["The whole story"]
    assert made.time(made.position(50)) == pytest.approx(50)
    with qtbot.waitSignal(made.chapter_requested) as asked:
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(400, 60))
    assert asked.args == [0.0]
    made.grab()


def test_keys_go_by_chapter(qtbot: QtBot) -> None:
    made = track(qtbot, CHAPTERS, 0.5)
    with qtbot.waitSignal(made.seek_requested) as asked:
        qtbot.keyClick(made, Qt.Key.Key_Right)
    assert asked.args == [1.0]
    with qtbot.waitSignal(made.seek_requested) as asked:
        qtbot.keyClick(made, Qt.Key.Key_Left)
    assert asked.args == [0.0]
