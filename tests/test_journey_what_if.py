"""A user's way through what if, with real clicks and keys in the real window."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from pathway_viewer.app.program import Program
from pathway_viewer.app.terminal.arguments import Parser, add_file
from pathway_viewer.app.terminal.what_if import add_what_if, conditions
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.loader import load
from pathway_viewer.model.pushes import Dose, Perturbation
from pathway_viewer.widgets.save_scenario import SaveScenarioDialog
from pathway_viewer.widgets.what_if_panel import WhatIfPanel

LEFT = Qt.MouseButton.LeftButton
AGENTS = """\
# Known tools.
agents:
  - id: stopper
    label: Stopper
    text: It stops the relay in rats [@clark2015].
    perturbations:
      - { kind: block, target: relay, start: -30 min, end: 12 h }
  - id: softener
    label: Softener
    text: It weakens the brake [@brown2010].
    perturbations:
      - { kind: scale, target: brake, value: 0.5 }
"""
BLOCKED = Perturbation(kind="block", target="relay")


@pytest.fixture
def file(file: Path) -> Path:
    """The small pathway with two known agents."""
    file.write_text(file.read_text(encoding="utf-8") + AGENTS, encoding="utf-8")
    return file


@pytest.fixture
def panel(program: Program, qtbot: QtBot) -> WhatIfPanel:
    """The what-if panel, opened by its key, with the relay selected by a click."""
    window, diagram = program.window, program.window.diagram
    window.resize(1280, 800)
    window.activateWindow()
    qtbot.mouseClick(diagram, LEFT, pos=diagram.point_of("relay").toPoint())
    assert program.session.selection == "relay"
    assert window.docks["what_if"].isHidden()
    qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert window.docks["what_if"].isVisible()
    assert program.panels is not None
    QApplication.processEvents()
    return program.panels.what_if


def click(widget: QWidget, qtbot: QtBot) -> None:
    qtbot.mouseClick(widget, LEFT)


def retype(field: QWidget, text: str, qtbot: QtBot) -> None:
    """Types over what stands in a field, and Enter."""
    qtbot.mouseClick(field, LEFT)
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def chips(program: Program) -> list[str]:
    return [chip.text() for chip in program.window.what_if_bar.chips()]


def settled(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(program.drags.is_idle, timeout=5000)


def test_block_see_the_ghost_and_let_go(program: Program, panel: WhatIfPanel, qtbot: QtBot) -> None:
    session, bar = program.session, program.window.what_if_bar
    plain = session.course
    assert bar.isHidden()
    click(panel.form.kind_button("block"), qtbot)
    assert session.conditions.perturbations == (BLOCKED,)
    assert session.ghost is plain
    assert session.frame is not None
    assert session.frame.words[2] == "blocked"
    assert program.window.diagram._beside.ghost is not None
    assert program.window.diagram._beside.signs == (("relay", "shut"),)
    assert bar.isVisible()
    assert chips(program) == ["Relay blocked"]
    assert bar.chips()[0].accessibleName() == "Take off: Relay blocked"
    assert not program.window.grab().isNull()
    click(bar.chips()[0], qtbot)
    assert session.conditions == Conditions("single")
    assert session.course is plain
    assert session.ghost is None
    assert bar.isHidden()
    assert program.window.diagram._beside.ghost is None


def test_undo_redo_and_reset(program: Program, panel: WhatIfPanel, qtbot: QtBot) -> None:
    session, window = program.session, program.window
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    assert not program.actions["undo"].isEnabled()
    click(panel.form.kind_button("block"), qtbot)
    click(panel.form.kind_button("scale"), qtbot)
    scaled = session.conditions
    assert scaled.perturbations[0].value == 0.5
    qtbot.keyClick(window, Qt.Key.Key_Z, control)
    assert session.conditions.perturbations == (BLOCKED,)
    qtbot.keyClick(window, Qt.Key.Key_Z, control | shift)
    assert session.conditions == scaled
    click(panel.button(program.actions["undo"]), qtbot)
    click(panel.button(program.actions["reset"]), qtbot)
    assert session.conditions == Conditions("single")
    qtbot.keyClick(window, Qt.Key.Key_Z, control)
    assert session.conditions.perturbations == (BLOCKED,)


def test_a_drag_of_the_slider_is_one_step(
    program: Program, panel: WhatIfPanel, qtbot: QtBot
) -> None:
    session, slider = program.session, panel.form.slider
    click(panel.form.kind_button("clamp"), qtbot)
    steps = len(session.history.past)
    y = slider.height() // 2
    qtbot.mousePress(slider, LEFT, pos=QPoint(slider.width() // 2, y))
    for share in (0.55, 0.6, 0.7, 0.8):
        qtbot.mouseMove(slider, QPoint(round(slider.width() * share), y))
    qtbot.mouseRelease(slider, LEFT, pos=QPoint(round(slider.width() * 0.8), y))
    settled(program, qtbot)
    held = session.conditions.perturbations[0]
    assert held.kind == "clamp"
    assert held.value is not None
    assert held.value > 0.6
    assert held.value == round(slider.value() / 40, 4)
    assert len(session.history.past) == steps + 1
    session.undo()
    assert session.conditions.perturbations[0].value == 0.5
    assert slider.value() == 20


def test_a_change_from_elsewhere_ends_a_drag(
    program: Program, panel: WhatIfPanel, qtbot: QtBot
) -> None:
    click(panel.form.kind_button("scale"), qtbot)
    panel.form.slider.setValue(30)
    program.session.reset()
    settled(program, qtbot)
    assert program.session.conditions == Conditions("single")


def test_times_are_typed_and_mistakes_are_told(
    program: Program, panel: WhatIfPanel, qtbot: QtBot
) -> None:
    session, form = program.session, panel.form
    click(form.kind_button("block"), qtbot)
    begin, end = form.fields
    retype(begin, "-10 min", qtbot)
    retype(end, "2 d", qtbot)
    pushed = session.conditions.perturbations[0]
    assert (pushed.start, pushed.end) == (-10 / 60, 48.0)
    assert chips(program) == ["Relay blocked, from 10 min before until 2 d"]
    for wrong, told in (("soon", "From: 'soon' is not a time"), ("3 d", "end after it begins")):
        retype(begin, wrong, qtbot)
        assert told in form.trouble()
        assert session.conditions.perturbations == (pushed,)
    retype(begin, "lifelong", qtbot)
    assert form.trouble() == ""
    assert session.conditions.perturbations[0].start is None


def test_known_agents_are_found_by_name_and_cited(
    program: Program, panel: WhatIfPanel, qtbot: QtBot, monkeypatch
) -> None:
    agents, opened = panel.agents, list[str]()
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    qtbot.keyClicks(agents.filter, "stop")
    assert not agents.item("stopper").isHidden()
    assert agents.item("softener").isHidden()
    agents.list.setFocus()
    agents.list.setCurrentItem(agents.item("stopper"))
    qtbot.keyClick(agents.list, Qt.Key.Key_Space)
    assert chips(program) == ["Stopper"]
    assert "stops the relay in rats" in agents.prose.toPlainText()
    assert "A third study" in agents.prose.toPlainText()
    agents.link_activated.emit("https://doi.org/10.1000/third")
    line = program.browser.line_in(program.window)
    assert line.address.text() == "https://doi.org/10.1000/third"
    assert opened == []
    click(line.open_button, qtbot)
    qtbot.waitUntil(lambda: opened == ["https://doi.org/10.1000/third"])
    click(program.window.what_if_bar.chips()[0], qtbot)
    assert agents.item("stopper").checkState() == Qt.CheckState.Unchecked
    assert program.session.conditions == Conditions("single")


def test_arrows_are_cut_from_the_details(program: Program, qtbot: QtBot) -> None:
    diagram = program.window.diagram
    assert program.panels is not None
    row = program.panels.details.tries
    assert row.isHidden()
    qtbot.mouseClick(diagram, LEFT, pos=diagram.point_of("brake__relay").toPoint())
    click(row.button("Cut"), qtbot)
    assert chips(program) == ["Brake → Relay cut"]
    click(row.button("Double"), qtbot)
    assert chips(program) == ["Brake → Relay × 2"]
    click(row.more, qtbot)
    assert program.window.docks["what_if"].isVisible()


def test_a_dose_is_dragged_along_the_axis(program: Program, qtbot: QtBot) -> None:
    chart, session = program.window.timeline.chart, program.session
    (dose,) = program.what_if.doses()
    start = chart.dose_point(dose).toPoint()
    qtbot.mousePress(chart, LEFT, pos=start)
    for step in range(1, 9):
        qtbot.mouseMove(chart, start + QPoint(step * 20, 0))
    qtbot.mouseRelease(chart, LEFT, pos=start + QPoint(160, 0))
    settled(program, qtbot)
    (moved,) = program.what_if.doses()
    assert moved.at > 0
    assert (moved.amount, moved.over) == (dose.amount, dose.over)
    assert session.course is not None
    assert session.course.doses == (moved,)
    assert len(session.history.past) == 1
    assert session.frame is not None
    assert session.frame.origin == ""
    session.undo()
    assert program.what_if.doses() == (dose,)


def test_doses_by_wheel_double_click_and_keys(program: Program, qtbot: QtBot) -> None:
    chart = program.window.timeline.chart
    (dose,) = program.what_if.doses()
    at = QPointF(chart.dose_point(dose))
    none, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    turn = QWheelEvent(
        at,
        chart.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        none,
        phase,
        False,
    )
    QApplication.sendEvent(chart, turn)
    settled(program, qtbot)
    assert program.what_if.doses()[0].amount == pytest.approx(0.55)
    there = QPoint(chart.where().left + chart.where().span // 2, round(at.y()))
    qtbot.mouseDClick(chart, LEFT, pos=there)
    assert len(program.what_if.doses()) == 2
    later = program.what_if.doses()[1]
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_D)
    qtbot.keyClick(chart, Qt.Key.Key_D)
    taken = chart.taken
    assert taken is not None
    qtbot.keyClick(chart, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(chart, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    settled(program, qtbot)
    assert chart.taken is not None
    assert chart.taken.at > taken.at
    assert chart.taken in program.what_if.doses()
    qtbot.keyClick(chart, Qt.Key.Key_Delete)
    assert len(program.what_if.doses()) == 1
    assert later not in program.what_if.doses()
    qtbot.keyClick(chart, Qt.Key.Key_Insert)
    assert len(program.what_if.doses()) == 2


def test_doses_are_typed_and_mistakes_are_told(
    program: Program, panel: WhatIfPanel, qtbot: QtBot
) -> None:
    amount, over, at, gone = panel.doses.row(0)
    for wrong in ("-1", "nan", "much", "0"):
        retype(amount, wrong, qtbot)
        assert "above 0" in panel.doses.trouble()
    assert program.session.conditions == Conditions("single")
    retype(amount, "1", qtbot)
    retype(over, "at once", qtbot)
    assert program.what_if.doses() == (Dose(amount=1.0),)
    retype(at, "9 wk", qtbot)
    assert "after the end of scenario 'single'" in program.window.banner.text()
    assert program.what_if.doses() == (Dose(amount=1.0),)
    click(gone, qtbot)
    assert program.what_if.doses() == ()
    assert program.window.banner.isHidden()
    assert chips(program) == ["No dose"]


def test_rivals_are_switched(program: Program, panel: WhatIfPanel, qtbot: QtBot) -> None:
    box = panel.rival("other")
    assert box.isChecked()
    program.what_if.set_rival("other", False)
    assert not box.isChecked()
    assert chips(program) == ["The other way off"]
    box.click()
    assert program.session.conditions == Conditions("single")


def test_a_scenario_keeps_what_is_done(program: Program, panel: WhatIfPanel, qtbot: QtBot) -> None:
    click(panel.form.kind_button("block"), qtbot)
    program.what_if.set_doses(())
    program.commands.set_scenario("twice")
    assert program.session.conditions == Conditions("twice", perturbations=(BLOCKED,))


def test_the_copied_command_makes_the_same_run(
    program: Program, panel: WhatIfPanel, qtbot: QtBot, file: Path
) -> None:
    program.what_if.set_agent("stopper", True)
    program.what_if.set_doses((Dose(amount=0.25, at=1.5, over=40 / 60),))
    program.what_if.set_rival("other", False)
    click(panel.button(program.actions["copy_command"]), qtbot)
    words = shlex.split(QGuiApplication.clipboard().text())
    assert words[:3] == ["pathway-viewer", "levels", str(file)]
    parser = Parser()
    add_file(parser)
    add_what_if(parser)
    assert program.session.pathway is not None
    read = conditions(program.session.pathway, parser.parse_args(words[2:]))
    assert read == program.session.conditions


def dialog_of(program: Program) -> SaveScenarioDialog:
    (dialog,) = program.window.findChildren(SaveScenarioDialog)
    return dialog


def save(program: Program, name: str, qtbot: QtBot) -> None:
    program.actions["save_scenario"].trigger()
    dialog = dialog_of(program)
    qtbot.keyClicks(dialog.name, name)
    click(dialog.buttons.button(QDialogButtonBox.StandardButton.Save), qtbot)


def test_a_run_is_saved_as_a_scenario_of_the_file(
    program: Program, panel: WhatIfPanel, qtbot: QtBot, file: Path
) -> None:
    click(panel.form.kind_button("block"), qtbot)
    retype(panel.form.fields[0], "-30 min", qtbot)
    program.what_if.set_doses((Dose(amount=0.25),))
    program.what_if.set_rival("other", False)
    course = program.session.course
    save(program, "Relay blocked early", qtbot)
    assert "# Known tools." in file.read_text(encoding="utf-8")
    loaded = load(file)
    assert loaded.problems == ()
    assert loaded.pathway is not None
    saved = loaded.pathway.scenario("relay-blocked-early")
    assert saved.label == "Relay blocked early"
    assert saved.doses == (Dose(amount=0.25),)
    assert saved.perturbations == (Perturbation(kind="block", target="relay", start=-0.5),)
    assert saved.rivals == {"other": False}
    own = loaded.pathway.scenario(saved.like)
    assert own == loaded.pathway.scenarios[0]
    assert loaded.pathway.chapters_of(saved.id) == loaded.pathway.chapters_of(own.id) != ()
    session = program.session
    assert session.conditions == Conditions("relay-blocked-early")
    assert session.ghost is None
    assert course is not None
    assert session.course is not None
    assert (session.course.rows == course.rows).all()
    listed = [action.text() for action in program.menus.by_id["@scenario"].actions()]
    assert "Relay blocked early" in listed
    assert chips(program) == []


def test_a_file_that_comes_with_the_program_is_copied(
    program: Program, panel: WhatIfPanel, qtbot: QtBot, file: Path, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.setattr("pathway_viewer.app.saving.shipped", lambda *_: file.parent)
    before = file.read_bytes()
    click(panel.form.kind_button("block"), qtbot)
    target = tmp_path.parent / f"{tmp_path.name}-elsewhere" / "mine.yaml"
    target.parent.mkdir()
    answers = [("", ""), (str(target), "")]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answers.pop(0))
    save(program, "Mine", qtbot)
    assert not target.exists(), "the first time the user thought again"
    dialog = dialog_of(program)
    click(dialog.buttons.button(QDialogButtonBox.StandardButton.Save), qtbot)
    assert file.read_bytes() == before
    assert program.session.path == target
    assert program.session.conditions == Conditions("mine")


def test_what_cannot_be_saved_is_told_in_the_dialog(
    program: Program, panel: WhatIfPanel, qtbot: QtBot, file: Path
) -> None:
    click(panel.form.kind_button("block"), qtbot)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("format: 1", "format: [1"), encoding="utf-8")
    save(program, "Mine", qtbot)
    dialog = dialog_of(program)
    assert "small.yaml" in dialog.trouble()
    assert "\n" not in dialog.trouble()
    assert program.session.conditions.perturbations == (BLOCKED,)
    dialog.reject()


def test_what_cannot_be_run_is_told_in_one_line(program: Program) -> None:
    banner, before = program.window.banner, program.session.conditions
    program.what_if.set_push("nobody", Perturbation(kind="block", target="nobody"))
    assert banner.isVisible()
    assert banner.text().startswith("Not done: no node called 'nobody'")
    assert program.session.conditions == before
    program.what_if.set_doses(())
    assert banner.isHidden()
