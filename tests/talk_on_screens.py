"""A whole talk on virtual screens, run by itself: the screens are read when Qt starts.

Called with a configuration file of the offscreen platform, a pathway file and a folder. Fails by
an exception or by a warning of Qt's.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={sys.argv[1]}"

import msgspec
import numpy as np
from PySide6.QtCore import (
    QDeadlineTimer,
    QEvent,
    QEventLoop,
    QPoint,
    QPointF,
    QSettings,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage, QMouseEvent, QPixmap, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget

from pathway_viewer.app.main import application, made
from pathway_viewer.app.program import Program
from pathway_viewer.app.settings import Settings
from pathway_viewer.app.talk.presenting import Presenting
from pathway_viewer.app.talk.stage import TalkStage
from pathway_viewer.scene.mirror import shrunk

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SMOOTH = Qt.TransformationMode.SmoothTransformation
PATIENCE_S = 60
ALIKE = 0.5
"""Two pictures of the same step are no further apart than this."""


def heard(kind: QtMsgType, _context: object, text: str) -> None:
    """A warning fails the talk, but for what this platform cannot do."""
    known = any(part in text for part in ("plugin does not support", "pixel ratio value was stale"))
    if kind != QtMsgType.QtDebugMsg and not known:
        print(text, file=sys.stderr)
        os._exit(3)


def wait(true: Callable[[], bool]) -> None:
    """Until something holds."""
    limit = QDeadlineTimer(PATIENCE_S * 1000)
    while not true():
        assert not limit.hasExpired()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def press(window: QWidget, *keys: Key) -> None:
    for key in keys:
        QTest.keyClick(window, key)


def at_rest(stage: TalkStage) -> None:
    """Levels solved, camera still, time standing, the small picture up to date."""
    wait(lambda: stage.foresight.is_idle() and not stage.audience.view.is_moving())
    step = stage.talk.step
    assert step is not None
    stage.talk.session.move(lambda head: head.pause().seek(step.at))
    stage.audience.view.set_phase(0.0)
    stage.mirror.sharpen()


def seen(window: QWidget) -> QImage:
    return window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def apart(one: QPixmap, other: QPixmap) -> float:
    """How far two pictures differ on average, of 255; screens of two scales smooth differently."""
    small = [
        image.toImage()
        .scaled(160, 90, Qt.AspectRatioMode.IgnoreAspectRatio, SMOOTH)
        .convertToFormat(QImage.Format.Format_Grayscale8)
        for image in (one, other)
    ]
    first, second = (np.asarray(image.constBits(), dtype=float) for image in small)
    return float(abs(first - second).mean())


def state(program: Program) -> tuple[object, ...]:
    """All that has to be as before."""
    session, window = program.session, program.window
    docks = {panel: dock.isHidden() for panel, dock in window.docks.items()}
    zoom = window.diagram.zoom_shown()
    held = session.playback, session.conditions, session.selection, session.look, docks, zoom
    return *held, window.geometry(), seen(window.diagram)


def opened(file: Path, folder: Path) -> Program:
    app = application()
    store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    program = made(app, Settings(store), folder / "cache")
    assert program.documents.open(file)
    program.window.show()
    wait(lambda: program.panels is not None and program.session.course is not None)
    program.commands.seek(2.0)
    program.commands.select(str(program.session.pathway.nodes[1].id))
    program.window.diagram.zoom_in()
    program.window.diagram.settle()
    program.what_if.block_selection()
    QApplication.processEvents()
    return program


def begun(program: Program) -> tuple[Presenting, TalkStage]:
    """F5, and where there are two screens the question, which is asked by name."""
    press(program.window, Key.Key_F5)
    presenting = program.present.presenting
    screens = QApplication.screens()
    if len(screens) > 1:
        dialog = presenting.dialog
        assert dialog is not None
        words = [option.text() for option in dialog.options.values()]
        assert all(screen.name() in text for screen, text in zip(screens, words, strict=False))
        dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    stage = presenting.stage
    assert stage is not None
    at_rest(stage)
    return presenting, stage


def walks_the_steps(stage: TalkStage) -> None:
    """With the clicker, in either window; each next picture is what comes then."""
    talk, here = stage.talk, stage.presenter if stage.presenter.isVisible() else stage.audience
    for index in range(len(talk.steps) - 1):
        assert talk.index == index
        at_rest(stage)
        wait(lambda: stage.pictures.picture(talk.index + 1) is not None)
        foretold = stage.presenter.next_picture()
        before = shrunk(stage.audience.view, foretold.size(), 1.0)
        press((here, stage.audience)[index % 2], Key.Key_PageDown)
        at_rest(stage)
        room = foretold.deviceIndependentSize().toSize()
        now = shrunk(stage.audience.view, room, foretold.devicePixelRatio())
        assert apart(now, foretold) < ALIKE, f"what comes after step {index}"
        assert apart(now, before) > 4 * ALIKE, f"step {index} differs from the one after it"
        assert stage.presenter.steps.currentRow() == talk.index
    press(here, Key.Key_Right)
    assert talk.index == len(talk.steps) - 1, "nothing comes after the last"
    press(here, Key.Key_Home)
    assert talk.index == 0
    press(here, Key.Key_End, Key.Key_Left)
    assert talk.index == max(0, len(talk.steps) - 2)
    press(here, Key.Key_2, Key.Key_Return)
    assert talk.index == min(1, len(talk.steps) - 1)


def shows_no_notes(stage: TalkStage) -> None:
    """With other notes the audience's picture is the same, pixel for pixel."""
    at_rest(stage)
    talk = stage.talk
    before = seen(stage.audience)
    notes = stage.presenter.notes.toPlainText()
    steps = talk.session.pathway.steps
    others = tuple(msgspec.structs.replace(one, notes="Other words.", ask="Else?") for one in steps)
    pathway = msgspec.structs.replace(talk.session.pathway, steps=others)
    if steps:
        index = talk.index
        talk.begin(pathway, talk.session.path, talk.session.conditions.scenario)
        talk.go(index)
        at_rest(stage)
        assert stage.presenter.notes.toPlainText() != notes
    assert seen(stage.audience) == before
    assert not stage.audience.toolTip()


def blanks_and_freezes(stage: TalkStage) -> None:
    at_rest(stage)
    before, window = seen(stage.audience), stage.audience
    press(window, Key.Key_B)
    black = seen(window)
    assert {black.pixel(x, y) for x in range(0, black.width(), 40) for y in (0, 200)} == {
        0xFF000000
    }
    press(window, Key.Key_Period)
    assert seen(window) == before
    press(window, Key.Key_F)
    assert stage.presenter.badge()
    press(window, Key.Key_PageUp)
    at_rest(stage)
    assert seen(window) == before, "frozen"
    press(window, Key.Key_F)
    assert seen(window) != before, "live again"
    assert not stage.presenter.badge()


def points(stage: TalkStage) -> None:
    at_rest(stage)
    window, view = stage.audience, stage.audience.view
    before = seen(window)
    middle = QPointF(window.width() * 0.4, window.height() * 0.4)
    none = Qt.MouseButton.NoButton
    there = window.mapToGlobal(middle)
    moved = QMouseEvent(QEvent.Type.MouseMove, middle, there, none, none, CONTROL)
    QApplication.sendEvent(window, moved)
    press(window, Key.Key_L)
    assert seen(window) != before
    press(window, Key.Key_L)
    assert seen(window) == before
    turn = QWheelEvent(
        middle, window.mapToGlobal(middle), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        CONTROL, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(window, turn)
    assert window.pointer.radius > 0
    corner, dark = before.pixelColor(4, 4).value(), seen(window).pixelColor(4, 4).value()
    assert dark < corner or corner == 0
    press(window, Key.Key_O)
    assert seen(window) == before
    node = view.node_order()[0]
    place, zoom = view.point_of(node), view.zoom_shown()
    stage.point_at(QPointF(place.x() / view.width(), place.y() / view.height()))
    press(window, Key.Key_Z)
    assert view.zoom > 1
    at_rest(stage)
    press(window, Key.Key_Z)
    assert view.zoom_shown() == zoom


def swaps(presenting: Presenting, stage: TalkStage) -> None:
    """The windows change their screens; with one screen nothing does."""
    first, second = stage.audience.screen().name(), stage.presenter.screen().name()
    press(stage.audience, Key.Key_S)
    QApplication.processEvents()
    names = stage.audience.screen().name(), stage.presenter.screen().name()
    if len(QApplication.screens()) > 1:
        assert names == (second, first)
        assert stage.audience.size() == stage.audience.screen().size()
    else:
        assert names == (first, second)
        assert stage.presenter.isHidden(), "one screen in full: no notes"
        press(stage.audience, Key.Key_F11)
        assert stage.presenter.isVisible(), "in a window: notes below it"
        assert not stage.presenter.geometry().intersects(stage.audience.geometry())


def talk(file: Path, folder: Path) -> None:
    program = opened(file, folder)
    before = state(program)
    presenting, stage = begun(program)
    walks_the_steps(stage)
    shows_no_notes(stage)
    blanks_and_freezes(stage)
    points(stage)
    swaps(presenting, stage)
    for name, window in (("audience", stage.audience), ("speaker", stage.presenter)):
        seen(window).save(str(folder / f"{name}.png"))
    press(stage.audience, Key.Key_Escape)
    assert presenting.stage is None
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    left = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert left == [program.window], left
    after = state(program)
    assert [a == b for a, b in zip(before, after, strict=True)] == [True] * len(before)
    program.window.close()


if __name__ == "__main__":
    qInstallMessageHandler(heard)
    talk(Path(sys.argv[2]), Path(sys.argv[3]))
    print("done")
    sys.stdout.flush()
    # Qt would take its wrappers apart in an order of its own.
    os._exit(0)
