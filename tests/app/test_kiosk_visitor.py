"""A visitor who tries everything: no other window, no way out, no trace."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from kiosk_rig import intruders, locked, traces
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
    QWindowStateChangeEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from pathway_viewer.app.kiosk.kiosk import Kiosk
from pathway_viewer.model.pathway import Pathway

Mod = Qt.KeyboardModifier
MODIFIERS = [
    Mod.NoModifier,
    Mod.ShiftModifier,
    Mod.ControlModifier,
    Mod.AltModifier,
    Mod.MetaModifier,
    Mod.ControlModifier | Mod.ShiftModifier,
    Mod.ControlModifier | Mod.AltModifier,
    Mod.AltModifier | Mod.ShiftModifier,
    Mod.KeypadModifier,
]
BUTTONS = [
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
    Qt.MouseButton.BackButton,
]


@pytest.fixture
def kiosk(qapp: QApplication, pathway: Pathway) -> Iterator[Kiosk]:
    with locked(qapp, pathway) as made:
        yield made


@pytest.fixture(autouse=True)
def _leaves_no_trace(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch, kiosk: Kiosk
) -> Iterator[None]:
    """Whatever a visitor does, every folder is as before."""
    opened: list[str] = []
    monkeypatch.setattr(
        "PySide6.QtGui.QDesktopServices.openUrl", lambda url: opened.append(url.toString())
    )
    before = traces(tmp_path, Path.home())
    yield
    assert opened == []
    assert traces(tmp_path, Path.home()) == before
    assert kiosk.window.isVisible()


def press(target: QWidget, key: int, modifiers: Qt.KeyboardModifier, text: str = "") -> None:
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text))


def point(target: QWidget, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton) -> None:
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
    event = QMouseEvent(kind, at, QPointF(target.mapToGlobal(at)), button, held, Mod.NoModifier)
    QApplication.sendEvent(target, event)


def under(kiosk: Kiosk, at: QPoint) -> tuple[QWidget, QPointF]:
    found = kiosk.window.childAt(at) or kiosk.window
    return found, QPointF(found.mapFrom(kiosk.window, at))


def click(kiosk: Kiosk, at: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    target, local = under(kiosk, at)
    point(target, QEvent.Type.MouseButtonPress, local, button)
    point(target, QEvent.Type.MouseButtonRelease, local, button)


def all_keys() -> list[int]:
    return [int(key.value) for key in Qt.Key if key != Qt.Key.Key_unknown]


@pytest.mark.parametrize("pad", [False, True])
def test_no_key_does_anything_else(kiosk: Kiosk, pad: bool) -> None:
    kiosk.guard.touched.emit()
    if pad:
        kiosk.window.open_pad(0)
    for modifiers in MODIFIERS:
        for key in all_keys():
            target = QApplication.focusWidget() or kiosk.window
            press(target, key, modifiers, chr(key) if 32 <= key < 127 else "")
            if kiosk.attempts.wait_s:
                kiosk.advance(kiosk.attempts.wait_s)
        QApplication.processEvents()
        assert not intruders(kiosk)
        assert kiosk.window.isVisible()


def test_clicks_everywhere_with_every_button(kiosk: Kiosk) -> None:
    kiosk.guard.touched.emit()
    for button in BUTTONS:
        for x in range(5, kiosk.window.width(), 40):
            for y in range(5, kiosk.window.height(), 40):
                click(kiosk, QPoint(x, y), button)
        QApplication.processEvents()
        assert not intruders(kiosk)


def every_widget(kiosk: Kiosk) -> list[QWidget]:
    return [kiosk.window, *kiosk.window.findChildren(QWidget)]


def test_tips_menus_and_drops_are_refused(kiosk: Kiosk, file: Path) -> None:
    kiosk.guard.touched.emit()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    for widget in every_widget(kiosk):
        at = QPoint(3, 3)
        away = widget.mapToGlobal(at)
        drop = QDropEvent(QPointF(at), copy, data, left, Mod.NoModifier)
        enter = QDragEnterEvent(at, copy, data, left, Mod.NoModifier)
        for event in (
            QHelpEvent(QEvent.Type.ToolTip, at, away),
            QHelpEvent(QEvent.Type.WhatsThis, at, away),
            QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, away),
            enter,
            drop,
        ):
            QApplication.sendEvent(widget, event)
        assert not enter.isAccepted()
        assert not drop.isAccepted()
    QApplication.processEvents()
    assert not intruders(kiosk)
    assert kiosk.session.path is None


def test_the_window_neither_closes_nor_shrinks(kiosk: Kiosk) -> None:
    kiosk.window.stay_full()
    event = QCloseEvent()
    QApplication.sendEvent(kiosk.window, event)
    assert not event.isAccepted()
    kiosk.window.close()
    handle = kiosk.window.windowHandle()
    handle.close()
    for away in (Qt.WindowState.WindowMinimized, Qt.WindowState.WindowNoState):
        kiosk.window.setWindowState(away)
        QApplication.processEvents()
        assert kiosk.window.isFullScreen()
        assert not kiosk.window.isMinimized()
    assert kiosk.window.isVisible()


def test_a_wheel_and_two_fingers_zoom_nothing(kiosk: Kiosk) -> None:
    kiosk.guard.touched.emit()
    diagram = kiosk.window.diagram
    for turn in (120, -120, 1200):
        wheel = QWheelEvent(
            QPointF(200, 200),
            QPointF(diagram.mapToGlobal(QPoint(200, 200))),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Mod.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(diagram, wheel)
    diagram.zoom_in()
    diagram.zoom_to("drug")
    assert diagram.zoom == 1


class Child:
    """Somebody small who never stops: seeded, so that what went wrong goes wrong again."""

    def __init__(self, kiosk: Kiosk, seed: int, file: Path) -> None:
        self._kiosk, self._luck, self._file = kiosk, random.Random(seed), file
        self._keys = all_keys()

    def act(self) -> None:
        """One thing."""
        luck, kiosk = self._luck, self._kiosk
        at = QPoint(luck.randrange(kiosk.window.width()), luck.randrange(kiosk.window.height()))
        what = luck.random()
        target, local = under(kiosk, at)
        if what < 0.35:
            click(kiosk, at, luck.choice(BUTTONS))
        elif what < 0.5:
            kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove)
            for kind in (*kinds, QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
                point(target, kind, local, Qt.MouseButton.LeftButton)
        elif what < 0.8:
            focus = QApplication.focusWidget() or kiosk.window
            key = luck.choice(self._keys)
            press(focus, key, luck.choice(MODIFIERS), chr(key) if 32 <= key < 127 else "")
        elif what < 0.85:
            self._corner()
        elif what < 0.9:
            tip = QHelpEvent(QEvent.Type.ToolTip, local.toPoint(), at)
            QApplication.sendEvent(target, tip)
        else:
            kiosk.advance(luck.choice((0.016, 0.4, 1.0, 5.0)))
        if luck.random() < 0.002:
            kiosk.advance(70)
            assert not kiosk.visit.anybody, "the idle reset comes"

    def _corner(self) -> None:
        point(self._kiosk.window, QEvent.Type.MouseButtonPress, QPointF(9, 9), BUTTONS[0])
        self._kiosk.advance(self._luck.choice((0.5, 4.0)))
        point(self._kiosk.window, QEvent.Type.MouseButtonRelease, QPointF(9, 9), BUTTONS[0])


@pytest.mark.parametrize(
    ("seed", "events"), [(1, 800), pytest.param(2, 10_000, marks=pytest.mark.long)]
)
def test_a_child_finds_no_way_out(kiosk: Kiosk, seed: int, events: int, file: Path) -> None:
    child = Child(kiosk, seed, file)
    for count in range(events):
        child.act()
        if count % 10 == 0:
            QApplication.processEvents()
            assert not intruders(kiosk)
    kiosk.window.changeEvent(QWindowStateChangeEvent(Qt.WindowState.WindowNoState))
    assert not intruders(kiosk)
    kiosk.advance(70)
    assert not kiosk.visit.anybody
    head = kiosk.session.playback
    assert head is not None
    assert head.playing
    assert kiosk.session.selection == ""
