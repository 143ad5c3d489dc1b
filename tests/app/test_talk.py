"""A talk: its steps, its stretches of time, numbers that are typed, keys of every kind."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from pathway_viewer.app.courses import Courses
from pathway_viewer.app.look import Look
from pathway_viewer.app.talk.awake import Awake
from pathway_viewer.app.talk.keys import TALK_KEYS, act_of, digit_of
from pathway_viewer.app.talk.talk import Talk
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.loader import load
from pathway_viewer.timeline.step_words import change_words

Key, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
STEPS = """
steps:
  - { id: one, title: At first, at: 0 h, focus: [drug], notes: Begin. }
  - { id: two, title: A stretch, at: 1 h, until: 3 h, seconds: 10, focus: [relay], notes: On. }
  - id: three
    title: Changed
    at: 2 h
    focus: []
    scenario: twice
    perturbations: [{ kind: block, target: relay, start: 10 min, end: 1 h }]
    rivals: { other: false }
    notes: End.
"""


@pytest.fixture
def talk(qapp: QApplication, file: Path) -> Talk:
    file.write_text(file.read_text(encoding="utf-8") + STEPS, encoding="utf-8")
    pathway = load(file).pathway
    assert pathway is not None
    made = Talk(Courses(), Look())
    made.begin(pathway, file, "single")
    made.go(0)
    return made


def test_a_step_has_its_own_run_and_the_next_one_its_own_again(talk: Talk) -> None:
    talk.go(2)
    run = talk.session.conditions
    assert (run.scenario, run.rivals) == ("twice", (("other", False),))
    assert talk.session.ghost is not None
    talk.go(0)
    assert talk.session.conditions == Conditions("single")
    assert talk.session.ghost is None


def test_a_stretch_plays_by_itself_and_stops_where_it_ends(talk: Talk) -> None:
    talk.go(1)
    head = talk.session.playback
    assert head is not None
    assert (head.time, head.playing) == (1.0, True)
    talk.advance(5.0)
    head = talk.session.playback
    assert head is not None
    assert 1.0 < head.time < 3.0
    talk.advance(4.9)
    talk.advance(1.0)
    head = talk.session.playback
    assert head is not None
    assert (head.time, head.playing) == (3.0, False)
    talk.play()
    head = talk.session.playback
    assert head is not None
    assert (head.time, head.playing) == (1.0, True), "once more"
    talk.go(0)
    head = talk.session.playback
    assert head is not None
    assert (head.time, head.playing) == (0.0, False)


def test_numbers_are_typed_and_entered(talk: Talk) -> None:
    heard = list[str]()
    talk.typed.connect(heard.append)
    talk.type("3")
    talk.enter()
    assert talk.index == 2
    talk.type("9")
    talk.type("9")
    talk.erase()
    talk.enter()
    assert (talk.index, heard[-1]) == (2, ""), "beyond the last is the last"
    talk.go(0)
    talk.enter()
    assert talk.index == 1, "Enter alone goes on"


def test_the_talk_begins_at_the_step_of_a_moment(talk: Talk) -> None:
    assert [talk.nearest("single", hours) for hours in (-1, 0.5, 1.5)] == [0, 0, 1]
    assert talk.nearest("twice", 5.0) == 2


def test_what_is_changed_is_told_to_the_room(talk: Talk) -> None:
    pathway = talk.session.pathway
    assert pathway is not None
    talk.go(2)
    words = change_words(pathway, talk.session.conditions)
    label = pathway.node("relay").label
    rival = next(one.label for one in pathway.rivals if one.id == "other")
    assert words == f"What if: {label} blocked, from 10 min until 1 h · Without: {rival}"
    assert change_words(pathway, Conditions("single")) == ""


def key(code: int, text: str = "", modifiers: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, code, modifiers, text)


def test_every_key_of_the_table_does_what_it_says() -> None:
    keypad, shift = Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.ShiftModifier
    assert act_of(key(Key.Key_PageDown)) == "next"
    assert act_of(key(Key.Key_Enter, modifiers=keypad)) == "go"
    assert act_of(key(Key.Key_Plus, "+", shift)) == "larger", "a sign that needs Shift"
    assert act_of(key(Key.Key_B, "B", shift)) is None
    assert act_of(key(Key.Key_F5)) is None
    assert digit_of(key(Key.Key_7, "7")) == "7"
    assert len({name for row in TALK_KEYS for name in row.keys}) == sum(
        len(row.keys) for row in TALK_KEYS
    )


def test_a_screen_that_cannot_be_kept_awake_is_no_trouble(caplog: pytest.LogCaptureFixture) -> None:
    def refuse() -> object:
        raise OSError("nobody answers")

    awake = Awake(refuse)  # pyright: ignore[reportArgumentType]
    with caplog.at_level("INFO", logger="pathway_viewer"):
        awake.hold()
    assert not awake.is_held()
    assert "nobody answers" in caplog.text
    told = list[str]()
    awake = Awake(lambda: lambda: told.append("released"))
    awake.hold()
    awake.hold()
    awake.release()
    awake.release()
    assert told == ["released"]
