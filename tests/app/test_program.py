"""The joined program: first frame first, then the rest; one voice, one hook, no surprises."""

from __future__ import annotations

import logging
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from pathway_viewer.app.browser import open_in_browser
from pathway_viewer.app.failure import Failure
from pathway_viewer.app.main import made
from pathway_viewer.app.motion import system_theme, wants_less_motion
from pathway_viewer.app.program import Program
from pathway_viewer.app.settings import Settings
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.look.theme import THEMES
from pathway_viewer.model.pushes import Perturbation
from pathway_viewer.widgets.traces import Trace

ROOT = Path(__file__).parents[2]

WARM = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QSettings
from pathway_viewer.app.main import application, made
from pathway_viewer.app.settings import Settings
file, cache, ini = map(Path, sys.argv[1:])
app = application()
program = made(app, Settings(QSettings(str(ini), QSettings.Format.IniFormat)), cache)
heavy = ("scipy", "networkx", "pyqtgraph", "citeproc", "yaml")
def seen():
    print(",".join(name for name in heavy if name in sys.modules), program.session.course is None)
program.first_frame_seen.connect(seen)
program.documents.open(file)
program.window.show()
while program.panels is None or program.session.course is None:
    app.processEvents()
program.window.close()
"""


def test_the_first_frame_waits_for_nothing_heavy(file: Path, tmp_path: Path) -> None:
    """The second start, with everything kept, imports none of the slow libraries before it."""
    command = [sys.executable, "-c", WARM, str(file), str(tmp_path / "c"), str(tmp_path / "i.ini")]
    told = [
        subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
        for _ in range(2)
    ]
    cold, warm = (run.stdout.split("\n")[0] for run in told)
    assert cold.endswith("True"), "without a cache the first frame is at rest"
    assert "scipy" not in cold
    assert warm == " False", f"imported before the first frame: {warm}"


def test_the_first_frame_is_followed_by_the_rest(empty: Program, file: Path, qtbot: QtBot) -> None:
    assert empty.panels is None
    with qtbot.waitSignal(empty.first_frame_seen, timeout=5000):
        empty.documents.open(file)
        assert empty.session.course is None
    qtbot.waitUntil(lambda: empty.session.course is not None)
    assert empty.panels is not None
    assert empty.panels.outline.text_of("drug").startswith("Drug")


def test_errors_nobody_expected_are_logged_and_told_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    told: list[tuple[str, str]] = []
    failure = Failure(lambda what, report: told.append((what, report)))
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            try:
                raise RuntimeError("a surprise")
            except RuntimeError as error:
                failure(type(error), error, error.__traceback__)
    assert len(caplog.records) == 3
    assert len(told) == 1
    what, report = told[0]
    assert what == "a surprise"
    assert "RuntimeError" in report


def test_control_c_still_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    passed: list[object] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda *args: passed.append(args[0]))
    Failure(print)(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert passed == [KeyboardInterrupt]


def test_the_hook_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", None)
    failure = Failure(print)
    failure.install()
    assert sys.excepthook is failure


def test_chapters_are_announced(program: Program) -> None:
    program.commands.home()
    program.commands.next_chapter()
    said = program.showing.announcer.said
    assert said == "Chapter The long middle of it, 1 h after the dose"
    program.commands.seek(3.0)
    assert program.showing.announcer.said == said


def test_announcements_reach_the_system(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[object] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", sent.append)
    program.showing.announcer.say("hello")
    assert len(sent) == 1


def test_only_web_links_leave_the_program(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    for link in ("https://doi.org/10.1000/x", "file:///etc/passwd", "javascript:alert(1)", "x"):
        open_in_browser(link)
    qtbot.waitUntil(lambda: bool(opened))
    assert opened == ["https://doi.org/10.1000/x"]


def test_the_theme_follows_the_system_until_told_otherwise(
    program: Program, qapp: QApplication
) -> None:
    assert system_theme(qapp) in ("paper", "night")
    program._follow_system()
    assert not program.settings.theme_is_chosen()
    program.commands.set_theme("print")
    program._follow_system()
    assert program.session.look.theme == "print"
    assert program.settings.theme_is_chosen()


def test_reduced_motion_is_asked_of_the_system_until_somebody_chose(
    program: Program, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert wants_less_motion(qapp) in (True, False)
    monkeypatch.setattr("pathway_viewer.app.program.wants_less_motion", lambda app: True)
    program._obey_the_system()
    assert program.session.look.reduced_motion
    assert not program.settings.motion_is_chosen()
    program.commands.toggle_reduced_motion()
    program._obey_the_system()
    assert not program.session.look.reduced_motion


def test_disclaimer_and_review_date_are_always_there(program: Program) -> None:
    for panel in ("details", "timeline"):
        program.commands.toggle_panel(panel)
    assert program.window.strip.isVisible()
    assert "For education; not medical advice" in program.window.strip.text()
    assert "2026-01-31" in program.window.strip.text()


def test_every_control_has_a_name_and_the_keyboard_reaches_it(program: Program) -> None:
    program.commands.toggle_panel("outline")
    for widget in program.window.findChildren(QWidget):
        if not widget.isVisible() or widget.objectName().startswith("qt_"):
            continue
        if isinstance(widget, QAbstractButton | QLineEdit):
            name = widget.accessibleName() or widget.text()
            assert name, widget
    names = set[str]()
    start = widget = program.window.diagram
    while (widget := widget.nextInFocusChain()) is not start:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            names.add(widget.accessibleName() or widget.objectName())
    for wanted in (
        *("Scenario: One dose", "Reading level: Student", "Layers", "Theme", "Menu (F10)"),
        *("Timeline", "Play or pause", "Next chapter", "Speed: 1×", "Time axis: Lecture scale"),
        *("Explanation", "References", "Filter the outline", "Outline of the pathway"),
    ):
        assert wanted in names, wanted


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [(820, 560), (1280, 800)])
def test_every_theme_and_size_fits(program: Program, theme, size: tuple[int, int]) -> None:
    program.commands.set_theme(theme)
    program.window.resize(*size)
    QApplication.processEvents()
    program.window.grab()
    assert program.window.width() <= size[0]
    for widget in program.window.toolbar.findChildren(QAbstractButton):
        if widget.isVisible():
            assert widget.width() >= widget.minimumSizeHint().width() - 1, widget.text()


def test_a_narrow_toolbar_folds_and_still_switches(program: Program) -> None:
    switch = program.window.toolbar._scenarios
    program.window.resize(1280, 800)
    QApplication.processEvents()
    assert switch.button("twice").isVisible()
    program.window.resize(760, 600)
    QApplication.processEvents()
    assert not switch.button("twice").isVisible()
    assert switch._short.isVisible()
    assert switch._short.text() == "One dose"
    switch._short.menu().actions()[1].trigger()
    assert program.session.conditions.scenario == "twice"
    assert switch._short.text() == "Two doses"


def test_arrow_keys_move_a_switch(program: Program, qtbot: QtBot) -> None:
    switch = program.window.toolbar._readings
    qtbot.keyClick(switch.button("student"), Qt.Key.Key_Right)
    assert program.session.look.reading == "expert"
    qtbot.keyClick(switch.button("expert"), Qt.Key.Key_Right)
    assert program.session.look.reading == "patient"
    assert switch.current() == "patient"


def test_two_programs_do_not_share_a_session(
    program: Program, qapp: QApplication, settings: Settings, tmp_path: Path
) -> None:
    other = made(qapp, settings, tmp_path / "other")
    program.commands.select("relay")
    assert other.session.selection == ""
    assert other.session.pathway is None
    other.commands.play_pause()
    other.commands.end()
    assert not other.clock.is_running()
    other.window.deleteLater()


def test_the_curve_stands_on_the_theme_s_ground(program: Program) -> None:
    session = program.session
    session.select("relay")
    QApplication.processEvents()
    (trace,) = (one for one in program.window.findChildren(Trace) if one.isVisible())
    for id in ("night", "paper", "projector", "night"):
        session.set_look(replace(session.look, theme=id))
        QApplication.processEvents()
        image = trace.grab().toImage()
        # Beside the curve, above the axis.
        corner = image.pixelColor(image.width() - 2, 1)
        assert corner.name() == THEMES[id].panel.lower(), id


def test_the_outline_lists_all_that_is_drawn_whatever_the_layers(program: Program) -> None:
    assert program.panels is not None
    session, outline = program.session, program.panels.outline
    push = Perturbation(kind="block", target="extra")

    def listed() -> set[str]:
        QApplication.processEvents()
        return {id for id in ("extra", "drug__extra") if outline.lists(id)}

    assert listed() == set()
    session.set_conditions(Conditions("single", perturbations=(push,)))
    assert listed() == {"extra", "drug__extra"}
    session.undo()
    assert listed() == set()
    session.select("drug__extra")
    assert listed() == {"extra", "drug__extra"}
    chosen = outline.tree.currentItem()
    assert chosen is not None
    assert chosen.isSelected()
    assert chosen.text(0) == "activates Extra"
    session.select("relay")
    assert listed() == set()
    session.set_look(replace(session.look, layers=frozenset({"core", "detail"})))
    assert listed() == {"extra", "drug__extra"}
