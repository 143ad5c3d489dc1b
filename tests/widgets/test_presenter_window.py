"""What the speaker reads: notes as Markdown with numbers, the clock, and the audience's line."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pathway_viewer.look.theme import PAPER, THEMES
from pathway_viewer.timeline.talk_clock import TalkClock
from pathway_viewer.widgets.audience_foot import AudienceFoot
from pathway_viewer.widgets.presenter_window import PresenterWindow
from pathway_viewer.widgets.speaker_notes import LARGEST, SMALLEST, SpeakerNotes, as_markdown
from pathway_viewer.widgets.talk_clock_face import TalkClockFace

NUMBERS = {"li2010": 7, "koike2011": 12}


def test_notes_are_markdown_with_numbered_papers(qtbot: QtBot) -> None:
    notes = SpeakerNotes()
    qtbot.addWidget(notes)
    text = "Say **this** [@koike2011; @li2010; @nobody].\nThen that.\n- a\n- b"
    notes.set_notes(as_markdown(text, NUMBERS))
    assert notes.toPlainText().splitlines()[:2] == ["Say this [7, 12].", "Then that."]
    html = notes.document().toHtml()
    assert "<li" in html
    assert "font-weight:700" in html


def test_notes_get_larger_and_smaller_within_reason(qtbot: QtBot) -> None:
    notes = SpeakerNotes()
    qtbot.addWidget(notes)
    before = notes.size_of_text
    notes.scale(1)
    assert notes.size_of_text > before
    notes.scale(99)
    assert notes.size_of_text == LARGEST
    notes.scale(-99)
    assert notes.size_of_text == SMALLEST


def test_the_clock_warns_in_words_and_colour(qtbot: QtBot) -> None:
    face = TalkClockFace()
    qtbot.addWidget(face)
    face.set_theme(PAPER)
    clock = TalkClock().plan(10)
    face.show_clock(clock.advance(60))
    assert face.told() == ("1:00", "9:00 left of 10 min")
    face.show_clock(clock.advance(661).turned())
    assert face.told() == ("11:01", "Paused. 1:01 over")


def test_a_strip_leaves_only_notes_and_clock(qtbot: QtBot) -> None:
    live = QLabel()
    window = PresenterWindow(live, "Keys")
    qtbot.addWidget(window)
    window.set_steps(["One", "Two"])
    window.show_step(0, "One", "Two")
    window.show_next(QPixmap(32, 18))
    window.resize(1000, 260)
    window.set_strip(True)
    window.show()
    assert not live.isVisible()
    assert window.notes.isVisible()
    assert window.clock.isVisible()
    window.set_strip(False)
    assert live.isVisible()


def test_a_smaller_window_cuts_nothing_of_the_next_picture_and_shows_the_step(
    qtbot: QtBot,
) -> None:
    window = PresenterWindow(QLabel(), "Keys")
    qtbot.addWidget(window)
    window.set_steps([f"Step {i}" for i in range(30)])
    window.resize(1600, 1000)
    window.show()
    window.show_step(25, "Now", "Then")
    made = QPixmap(640, 360)
    made.fill(QColor("white"))
    window.show_next(made)
    window.resize(760, 520)
    shown = window.findChild(QLabel, "next")
    assert shown is not None
    room, size = shown.size(), shown.pixmap().deviceIndependentSize()
    assert size.width() <= room.width()
    assert size.height() <= room.height()
    assert size.width() / size.height() == pytest.approx(16 / 9, rel=0.02)
    row = window.steps.visualItemRect(window.steps.item(25))
    assert window.steps.viewport().rect().contains(row)
    assert window.next_picture().size() == made.size()


def test_the_audience_reads_what_is_changed_and_always_the_notice(qtbot: QtBot) -> None:
    foot = AudienceFoot()
    qtbot.addWidget(foot)
    foot.resize(1280, 40)
    foot.set_theme(THEMES["projector"])
    notice = "For education. " + "A long sentence that goes on and on. " * 8
    plain, theme = shares(foot, "", notice), THEMES["projector"]
    assert theme.accent not in plain[0]
    left, right = shares(foot, "What if: everything is blocked " * 9, notice)
    assert theme.accent in left
    assert len(right) > 1, "the first sentence of the notice is there"


def shares(foot: AudienceFoot, words: str, notice: str) -> tuple[set[str], set[str]]:
    """The colours at the left, and in the last eighth."""
    foot.tell(words, notice)
    image = foot.grab().toImage()
    wide, high = image.width(), image.height()

    def colors(start: int, end: int) -> set[str]:
        return {
            QColor(image.pixel(x, y)).name() for x in range(start, end) for y in range(0, high, 2)
        }

    return colors(0, wide // 2), colors(wide - wide // 8, wide)
