"""The kiosk as its visitors meet it: it invites, answers fingers, starts over, and stays shut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from kiosk_rig import PIN, RULES, buttons, intruders, locked
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pathway_viewer.app.kiosk.diagram import KioskDiagram
from pathway_viewer.app.kiosk.kiosk import Kiosk
from pathway_viewer.app.kiosk.visit import HOLD_S, PAD_S
from pathway_viewer.app.kiosk.words import HINT
from pathway_viewer.app.resources import default_pathway
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.widgets.chapter_track import FINGER

LEFT = Qt.MouseButton.LeftButton
SIZES = ((1024, 768), (1280, 800), (1920, 1080), (1080, 1920), (800, 1280))


@pytest.fixture
def kiosk(qapp: QApplication, pathway: Pathway) -> Iterator[Kiosk]:
    with locked(qapp, pathway) as made:
        yield made


@pytest.fixture(scope="module")
def flagship() -> Pathway:
    found = load(default_pathway()).pathway
    assert found is not None
    return found


def come(kiosk: Kiosk, qtbot: QtBot) -> None:
    """A visitor wakes the kiosk."""
    qtbot.mouseClick(kiosk.window.invitation, LEFT)
    assert kiosk.visit.anybody


def hold_corner(kiosk: Kiosk, qtbot: QtBot) -> None:
    qtbot.mousePress(kiosk.window, LEFT, pos=QPoint(20, 20))
    kiosk.advance(HOLD_S)
    qtbot.mouseRelease(kiosk.window, LEFT, pos=QPoint(20, 20))


def type_pin(kiosk: Kiosk, qtbot: QtBot, digits: str) -> None:
    for digit in digits:
        qtbot.mouseClick(kiosk.window.pad.keys[digit], LEFT)
    qtbot.mouseClick(kiosk.window.pad.keys["OK"], LEFT)


def tap(widget: QWidget, at: QPoint) -> None:
    """A finger comes down and goes; what it meets is moved onto the small screen of tests."""
    window, screen = widget.window(), touch_screen()
    window.move(window.screen().geometry().center() - widget.mapTo(window, at))
    QTest.touchEvent(widget, screen).press(0, at, widget).commit()
    QTest.touchEvent(widget, screen).release(0, at, widget).commit()
    QApplication.processEvents()


@cache
def touch_screen() -> QPointingDevice:
    return QTest.createTouchDevice()


def test_with_nobody_there_it_plays_by_itself_and_invites(kiosk: Kiosk) -> None:
    window, head = kiosk.window, kiosk.session.playback
    assert window.invitation.isVisible()
    assert not window.buttons["play"].isVisible()
    assert head is not None
    assert head.playing
    before = head.time
    kiosk.advance(1)
    assert kiosk.session.playback is not None
    assert kiosk.session.playback.time > before
    for _ in range(200):
        kiosk.advance(1)
    assert kiosk.session.playback.playing, "round and round"
    assert kiosk.window.card.words().title


def test_the_first_touch_only_wakes(kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.advance(20)
    at = kiosk.window.diagram.point_of("drug").toPoint()
    qtbot.mouseClick(kiosk.window.diagram, LEFT, pos=at)
    assert kiosk.session.selection == ""
    head = kiosk.session.playback
    assert head is not None
    assert not head.playing
    assert head.time == head.axis.start
    assert kiosk.window.buttons["play"].isVisible()
    assert kiosk.window.card.words().hint == HINT


def test_the_hint_comes_with_the_visitor_and_goes_with_them(kiosk: Kiosk, qtbot: QtBot) -> None:
    assert kiosk.window.card.words().hint == ""
    come(kiosk, qtbot)
    assert kiosk.window.card.words().hint == HINT
    kiosk.advance(60)
    assert kiosk.window.card.words().hint == ""


def test_a_touched_box_is_explained_in_plain_words(kiosk: Kiosk, qtbot: QtBot) -> None:
    come(kiosk, qtbot)
    at = kiosk.window.diagram.point_of("drug").toPoint()
    qtbot.mouseClick(kiosk.window.diagram, LEFT, pos=at)
    words = kiosk.window.card.words()
    assert words.title == "Drug"
    assert words.text == "The medicine comes in."
    assert "@" not in words.text
    qtbot.mouseClick(kiosk.window.card.close_button, LEFT)
    assert kiosk.session.selection == ""
    assert kiosk.window.card.words().title != "Drug"


def test_arrows_between_boxes_do_not_answer(kiosk: Kiosk, qtbot: QtBot) -> None:
    come(kiosk, qtbot)
    for x in range(0, kiosk.window.diagram.width(), 9):
        for y in range(0, kiosk.window.diagram.height(), 9):
            found = kiosk.window.diagram.hit(QPointF(x, y))
            assert not found or found in kiosk.session.pathway.node_index  # pyright: ignore


def test_the_buttons_play_and_go_by_chapter(kiosk: Kiosk, qtbot: QtBot) -> None:
    come(kiosk, qtbot)
    window, session = kiosk.window, kiosk.session
    qtbot.mouseClick(window.buttons["next"], LEFT)
    assert session.playback is not None
    start = session.playback.time
    assert start > session.playback.axis.start
    qtbot.mouseClick(window.buttons["play"], LEFT)
    assert session.playback.playing
    assert window.buttons["play"].text() == "Pause"
    kiosk.advance(2)
    assert session.playback.time > start
    qtbot.mouseClick(window.buttons["play"], LEFT)
    assert not session.playback.playing
    qtbot.mouseClick(window.buttons["previous"], LEFT)
    assert session.playback.time <= start
    qtbot.mouseClick(window.buttons["restart"], LEFT)
    assert session.playback.time == session.playback.axis.start


def test_a_touched_chapter_is_told_and_a_drag_goes_anywhere(kiosk: Kiosk, qtbot: QtBot) -> None:
    come(kiosk, qtbot)
    track, session = kiosk.window.track, kiosk.session
    chapter, box = track.boxes()[-1]
    qtbot.mouseClick(track, LEFT, pos=box.center().toPoint())
    assert session.playback is not None
    assert session.playback.time == chapter.start
    assert session.playback.playing
    first = track.boxes()[0][1].center().toPoint()
    qtbot.mousePress(track, LEFT, pos=first)
    target = first + QPoint(round(box.width() / 4), 0)
    qtbot.mouseMove(track, target)
    qtbot.mouseRelease(track, LEFT, pos=target)
    assert session.playback.time == pytest.approx(track.time(target.x()))
    assert not session.playback.playing


def test_places_and_times_of_the_track_go_together(kiosk: Kiosk) -> None:
    track = kiosk.window.track
    for chapter, box in track.boxes():
        for share in (0.1, 0.5, 0.9):
            x = box.left() + share * box.width()
            assert track.position(track.time(x)) == pytest.approx(x)
            assert chapter.start <= track.time(x) <= chapter.end


def test_keyboard_alone_is_enough(kiosk: Kiosk, qtbot: QtBot) -> None:
    window, session = kiosk.window, kiosk.session
    qtbot.keyClick(window, Qt.Key.Key_Tab)
    assert kiosk.visit.anybody
    window.diagram.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(window.diagram, Qt.Key.Key_Return)
    assert session.selection
    reached = set[object]()
    for _ in range(60):
        focus = window.focusWidget()
        assert focus is not None
        reached.add(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert {window.diagram, window.track, window.card.close_button} <= reached
    assert set(window.buttons.values()) <= reached
    window.buttons["play"].setFocus()
    qtbot.keyClick(window.buttons["play"], Qt.Key.Key_Return)
    assert session.playback is not None
    assert session.playback.playing


def test_it_starts_over_when_a_visitor_has_left(kiosk: Kiosk, qtbot: QtBot) -> None:
    come(kiosk, qtbot)
    kiosk.session.select("drug")
    kiosk.session.move(lambda head: head.end())
    kiosk.advance(51)
    assert "Starts over in 9 s" in kiosk.window.notice.text()
    assert kiosk.window.notice.isVisible()
    qtbot.mouseClick(kiosk.window.track, LEFT, pos=QPoint(2, 2))
    assert kiosk.window.notice.text() == ""
    kiosk.advance(59)
    assert kiosk.visit.anybody
    kiosk.advance(1)
    assert not kiosk.visit.anybody
    assert kiosk.session.selection == ""
    head = kiosk.session.playback
    assert head is not None
    assert head.time == head.axis.start
    assert head.playing
    assert kiosk.window.invitation.isVisible()


def test_only_the_pin_leaves(kiosk: Kiosk, qtbot: QtBot) -> None:
    window, pad = kiosk.window, kiosk.window.pad
    assert not window.close()
    assert window.isVisible()
    hold_corner(kiosk, qtbot)
    assert pad.isVisible()
    assert not window.buttons["play"].isEnabled(), "what lies below does not answer"
    type_pin(kiosk, qtbot, "1357")
    assert window.isVisible()
    assert "Try again in 2 s" in pad.text()
    type_pin(kiosk, qtbot, PIN)
    assert window.isVisible(), "not before the wait is over"
    kiosk.advance(2)
    type_pin(kiosk, qtbot, PIN)
    assert not window.isVisible()


def test_waiting_outlasts_the_visitor(kiosk: Kiosk, qtbot: QtBot) -> None:
    for wrong in range(1, 9):
        if not kiosk.window.pad.isVisible():
            hold_corner(kiosk, qtbot)
        kiosk.advance(kiosk.attempts.wait_s)
        if not kiosk.window.pad.isVisible():
            hold_corner(kiosk, qtbot)
        type_pin(kiosk, qtbot, "1111")
        assert kiosk.attempts.wrong == wrong
    assert kiosk.attempts.wait_s == 256
    kiosk.advance(100)
    assert not kiosk.visit.anybody
    assert kiosk.attempts.wait_s == 156
    hold_corner(kiosk, qtbot)
    type_pin(kiosk, qtbot, PIN)
    assert kiosk.window.isVisible()
    assert kiosk.window.pad.keys["1"].isEnabled() is False


def test_the_pad_closes_by_itself_and_forgets(kiosk: Kiosk, qtbot: QtBot) -> None:
    hold_corner(kiosk, qtbot)
    qtbot.keyClick(kiosk.window.pad, Qt.Key.Key_2)
    kiosk.advance(PAD_S)
    assert not kiosk.window.pad.isVisible()
    assert kiosk.window.buttons["play"].isEnabled()
    hold_corner(kiosk, qtbot)
    for digit in (Qt.Key.Key_4, Qt.Key.Key_6, Qt.Key.Key_8, Qt.Key.Key_Return):
        qtbot.keyClick(kiosk.window.pad, digit)
    assert kiosk.attempts.wrong == 1, "the first digit was forgotten"


def test_a_short_press_elsewhere_or_without_a_pin_opens_nothing(
    kiosk: Kiosk, qtbot: QtBot, qapp: QApplication, pathway: Pathway
) -> None:
    qtbot.mouseClick(kiosk.window, LEFT, pos=QPoint(20, 20))
    kiosk.advance(HOLD_S)
    assert not kiosk.window.pad.isVisible()
    qtbot.mousePress(kiosk.window, LEFT, pos=QPoint(600, 20))
    kiosk.advance(HOLD_S)
    qtbot.mouseRelease(kiosk.window, LEFT, pos=QPoint(600, 20))
    assert not kiosk.window.pad.isVisible()
    kiosk.window.hide()
    with locked(qapp, pathway, replace(RULES, pin_hash="")) as open_ended:
        hold_corner(open_ended, qtbot)
        assert not open_ended.window.pad.isVisible()


@pytest.mark.parametrize("size", SIZES)
def test_everything_that_is_touched_is_as_large_as_a_finger(
    qapp: QApplication, flagship: Pathway, size: tuple[int, int]
) -> None:
    with locked(qapp, flagship) as kiosk:
        kiosk.window.resize(*size)
        kiosk.guard.touched.emit()
        kiosk.session.select(str(flagship.nodes[0].id))
        for open_pad in (False, True):
            if open_pad:
                kiosk.window.open_pad(0)
            qapp.processEvents()
            small = {
                button.text(): button.size().toTuple()
                for button in buttons(kiosk)
                if button.width() < FINGER or button.height() < FINGER
            }
            assert not small
            assert kiosk.window.size().toTuple() == size
        boxes = [box for _, box in kiosk.window.track.boxes()]
        assert len(boxes) == 6
        assert all(box.width() >= FINGER and box.height() >= FINGER for box in boxes)


@pytest.mark.parametrize("size", SIZES)
def test_every_box_of_the_picture_can_be_met(
    qapp: QApplication, flagship: Pathway, size: tuple[int, int]
) -> None:
    """The part that answers for a box, through its middle, is a finger wide and high."""
    with locked(qapp, flagship) as kiosk:
        kiosk.window.resize(*size)
        qapp.processEvents()
        diagram = kiosk.window.diagram
        assert not {id: ends for id in diagram.node_order() if (ends := too_small(diagram, id))}


def ends_of(diagram: KioskDiagram, id: str) -> tuple[list[int], list[int]]:
    """How far from the middle of a box it still answers, across and down."""
    middle = diagram.point_of(id)
    assert diagram.hit(middle) == id
    across = [d for d in range(-90, 91) if diagram.hit(middle + QPointF(d, 0)) == id]
    down = [d for d in range(-90, 91) if diagram.hit(middle + QPointF(0, d)) == id]
    assert len(across) == across[-1] - across[0] + 1
    assert len(down) == down[-1] - down[0] + 1
    return [across[0], across[-1]], [down[0], down[-1]]


def too_small(diagram: KioskDiagram, id: str) -> tuple[list[int], list[int]] | None:
    across, down = ends = ends_of(diagram, id)
    return ends if min(across[1] - across[0], down[1] - down[0]) + 1 < FINGER else None


@pytest.mark.parametrize("name", ["ketamine", "ltp"])
@pytest.mark.parametrize("size", [(1280, 800), (1366, 768)])
def test_a_finger_that_comes_down_near_a_box_meets_it(
    qapp: QApplication, size: tuple[int, int], name: str
) -> None:
    """Boxes are only 30 pixels high, and each answers in a finger's width and height."""
    pathway = load(default_pathway().with_name(f"{name}.yaml")).pathway
    assert pathway is not None
    with locked(qapp, pathway) as kiosk:
        kiosk.window.resize(*size)
        kiosk.guard.touched.emit()
        qapp.processEvents()
        diagram = kiosk.window.diagram
        assert min(box.height() for box in diagram.boxes().values()) < FINGER
        for id in diagram.node_order():
            assert not too_small(diagram, id)
            across, down = ends_of(diagram, id)
            middle = diagram.point_of(id).toPoint()
            inner = [QPoint(d - d // abs(d), 0) for d in across]
            inner += [QPoint(0, d - d // abs(d)) for d in down]
            for away in (*inner, QPoint()):
                tap(diagram, middle + away)
                assert kiosk.session.selection == id, away


def test_a_touch_on_a_box_is_never_another_s(qapp: QApplication, flagship: Pathway) -> None:
    with locked(qapp, flagship) as kiosk:
        diagram = kiosk.window.diagram
        for id, box in diagram.boxes().items():
            for x in (box.left() + 1, box.center().x(), box.right() - 1):
                for y in (box.top() + 1, box.center().y(), box.bottom() - 1):
                    assert diagram.hit(QPointF(x, y)) == id
        assert diagram.hit(QPointF(2, diagram.height() - 2)) == ""


def test_the_cards_buttons_go_from_box_to_box(kiosk: Kiosk, qtbot: QtBot) -> None:
    come(kiosk, qtbot)
    order = kiosk.window.diagram.node_order()
    kiosk.session.select(order[0])
    seen = [order[0]]
    for _ in order[1:]:
        qtbot.mouseClick(kiosk.window.card.after, LEFT)
        seen.append(kiosk.session.selection)
    assert seen == order
    qtbot.mouseClick(kiosk.window.card.before, LEFT)
    assert kiosk.session.selection == order[-2]


def test_another_pathway_file_is_shown_where_one_is_not_sound(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    from pathway_viewer.app.kiosk.waiting_room import shown

    broken = tmp_path / "broken.yaml"
    broken.write_text("format: 1\nid: [", encoding="utf-8")
    for file in (broken, tmp_path / "none.yaml"):
        caplog.clear()
        assert shown(file).id == "ketamine"
        assert len(caplog.records) == 1
        assert "shipped" in caplog.text


def test_nobody_is_told_of_an_error(
    kiosk: Kiosk, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    from pathway_viewer.app.kiosk.waiting_room import start_over

    come(kiosk, qtbot)
    error = RuntimeError("a surprise")
    start_over(kiosk, RuntimeError, error, None)
    qtbot.waitUntil(lambda: not kiosk.visit.anybody)
    assert "a surprise" in caplog.text
    assert not intruders(kiosk)


def test_fingers_wake_it_touch_boxes_and_press_buttons(kiosk: Kiosk) -> None:
    window, session = kiosk.window, kiosk.session
    drug = window.diagram.point_of("drug").toPoint()
    tap(window.diagram, drug)
    assert kiosk.visit.anybody
    assert session.selection == ""
    tap(window.diagram, drug)
    assert session.selection == "drug"
    kiosk.advance(59)
    tap(window.diagram, QPoint(3, 3))
    kiosk.advance(59)
    assert kiosk.visit.anybody
    assert not intruders(kiosk)


def test_the_picture_speaks_to_patients(qapp: QApplication, flagship: Pathway) -> None:
    with locked(qapp, flagship) as kiosk:
        kiosk.session.move(lambda head: head.seek(2.0))
        shown = kiosk.window.diagram.frame()
        assert shown is not None
        assert shown.caption == "Mood starts to lift in some people."
    with locked(qapp, flagship, replace(RULES, reading="student")) as kiosk:
        kiosk.session.move(lambda head: head.seek(2.0))
        shown = kiosk.window.diagram.frame()
        assert shown is not None
        assert shown is kiosk.session.frame or shown.caption == kiosk.session.frame.caption
