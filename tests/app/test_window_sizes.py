"""Any screen: nothing is cut, overlaps or is pale at any size; panels fold before the picture."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from measured_window import cut_words, overlapping, pale_words, share
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pathway_viewer.app import program as program_module
from pathway_viewer.app.folding import Room, leaves_legend, leaves_room, timeline_height
from pathway_viewer.app.main import made
from pathway_viewer.app.program import Program
from pathway_viewer.app.settings import Settings
from pathway_viewer.look.adapting import TextSize
from pathway_viewer.look.theme import THEMES, ThemeId

PATHWAYS = Path(__file__).parents[2] / "pathways"
SMALL = [(640, 360), (853, 480), (911, 512), (1024, 576), (1093, 614)]
"""Screens of 1280x720 and 1366x768 at 200, 150 and 125 %, in logical pixels."""
USUAL = [(1280, 720), (1366, 768), (1280, 800), (1920, 1080), (2560, 1440), (3840, 2160)]
LEAST_SHARE, LEAST_ELSE = 3 / 8, 0.3
"""Of every window of a usual size so much is the picture's; smaller ones, larger words."""
LONG = pytest.mark.long


@pytest.fixture
def flagship(
    qapp: QApplication, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> Iterator[Program]:
    """The window with the flagship, solved, its panels there."""
    program = made(qapp, settings, tmp_path / "cache")
    program.window.resize(1280, 800)
    program.documents.open(PATHWAYS / "ketamine.yaml")
    program.window.show()
    qtbot.waitUntil(lambda: program.session.course is not None, timeout=30_000)
    settled(program)
    yield program
    program.window.close()
    program.window.deleteLater()


def settled(program: Program, size: tuple[int, int] | None = None) -> None:
    """The window at a size, all its layouts done."""
    if size is not None:
        program.window.resize(*size)
    for _ in range(4):
        QApplication.processEvents()


def worn(program: Program, **wishes: object) -> None:
    """Another look."""
    program.session.set_look(replace(program.session.look, **wishes))  # type: ignore[arg-type]
    settled(program)


def problems(program: Program, least: float) -> list[str]:
    """What is wrong with the window as it stands."""
    window = program.window
    found = [*cut_words(window), *overlapping(window)]
    if (part := share(window)) < least:
        found.append(f"the picture has {part:.0%}")
    return found


@pytest.mark.parametrize("text", [100, *(pytest.param(t, marks=LONG) for t in (125, 150)), 200])
def test_nothing_is_cut_or_overlaps_at_any_size(flagship: Program, text: TextSize) -> None:
    worn(flagship, text=text)
    wrong: dict[str, list[str]] = {}
    for size in [*SMALL, *USUAL] if text == 100 else USUAL:
        settled(flagship, size)
        assert flagship.window.size().toTuple() == size
        usual = size in USUAL and text == 100
        found = problems(flagship, LEAST_SHARE if usual else LEAST_ELSE)
        wrong |= {f"{size}": found} if found else {}
    assert not wrong


@pytest.mark.parametrize(
    "contrast", [False, pytest.param(True, marks=LONG)], ids=["plain", "strong"]
)
@pytest.mark.parametrize("theme", THEMES)
def test_all_words_of_the_window_are_read(
    flagship: Program, theme: ThemeId, contrast: bool
) -> None:
    worn(flagship, theme=theme, contrast=contrast)
    settled(flagship, (1366, 768))
    flagship.commands.seek(2.0)
    pale: dict[str, float] = {}
    for panel in ("outline", "what_if", "rivals"):
        flagship.commands.toggle_panel(panel)
        settled(flagship)
        pale |= pale_words(flagship.window)
    flagship.commands.select("bdnf_release")
    settled(flagship)
    pale |= pale_words(flagship.window)
    assert not pale


def test_panels_fold_and_come_back(flagship: Program) -> None:
    window, docks = flagship.window, flagship.window.docks
    flagship.commands.toggle_panel("outline")
    settled(flagship, (1100, 700))
    assert docks["outline"].isHidden(), "the left side gives way first"
    assert not docks["details"].isHidden()
    settled(flagship, (800, 600))
    assert docks["details"].isHidden()
    assert window.folded.isVisible(), "a strip stands for it"
    settled(flagship, (1600, 900))
    assert not docks["details"].isHidden()
    assert not docks["outline"].isHidden()
    assert not window.folded.isVisible()


def test_what_the_user_hid_stays_hidden(flagship: Program) -> None:
    docks = flagship.window.docks
    flagship.commands.toggle_panel("details")
    for size in ((800, 600), (1600, 900)):
        settled(flagship, size)
        assert docks["details"].isHidden()


def test_in_a_narrow_window_details_come_for_a_selection_and_go_after_it(
    flagship: Program, qtbot: QtBot
) -> None:
    settled(flagship, (800, 600))
    flagship.commands.select("bdnf_release")
    settled(flagship)
    assert not flagship.window.docks["details"].isHidden()
    qtbot.keyClick(flagship.window.diagram, Qt.Key.Key_Escape)
    settled(flagship)
    assert flagship.window.docks["details"].isHidden()
    button = flagship.window.folded.widgetForAction(flagship.actions["details"])
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not flagship.window.docks["details"].isHidden()


def test_lanes_fold_from_all_to_some_to_none(flagship: Program) -> None:
    chart = flagship.window.timeline.chart
    counts = list[int]()
    for size in ((1280, 800), (1024, 576), (640, 360)):
        settled(flagship, size)
        counts.append(len(chart.lanes()))
    assert flagship.session.pathway is not None
    lanes = flagship.session.pathway.lanes
    assert counts[0] == len(lanes) > counts[1] >= 3 > counts[2] == 0
    settled(flagship, (1024, 576))
    assert (chart.lanes()[0], chart.lanes()[-1]) == (lanes[0], lanes[-1])
    left_out = next(lane for lane in lanes if lane not in chart.lanes())
    flagship.commands.select(left_out)
    settled(flagship)
    assert left_out in chart.lanes(), "the chosen one is always there"
    assert len(chart.lanes()) == counts[1]


def test_a_border_that_was_dragged_stays(flagship: Program, monkeypatch) -> None:
    window = flagship.window
    dock = window.docks["timeline"]
    monkeypatch.setattr("pathway_viewer.app.folding.dragging", lambda: True)
    window.resizeDocks([dock], [360], Qt.Orientation.Vertical)
    settled(flagship)
    monkeypatch.undo()
    settled(flagship, (1280, 1000))
    assert dock.height() == pytest.approx(450, abs=3), "the same share of the window"
    flagship.commands.reset_layout()
    settled(flagship)
    assert dock.height() < 300


def test_keys_make_the_words_larger_and_that_is_kept(
    flagship: Program, qtbot: QtBot, settings: Settings
) -> None:
    window, keys = flagship.window, Qt.KeyboardModifier.ControlModifier
    keys |= Qt.KeyboardModifier.AltModifier
    window.activateWindow()
    for _ in range(5):
        qtbot.keyClick(window, Qt.Key.Key_Equal, keys)
    assert flagship.session.look.text == 200
    assert flagship.actions["text_200"].isChecked()
    assert settings.look("paper").text == 200
    qtbot.keyClick(window, Qt.Key.Key_Minus, keys)
    assert settings.look("paper").text == 150


def test_the_window_follows_the_systems_contrast_until_told_otherwise(
    flagship: Program, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    monkeypatch.setattr(program_module, "system_contrast", lambda app: True)
    flagship._accessibility.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert flagship.session.look.contrast
    assert not settings.contrast_is_chosen()
    flagship.actions["contrast"].trigger()
    assert settings.contrast_is_chosen()
    assert not flagship.session.look.contrast
    flagship._accessibility.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert not flagship.session.look.contrast


def test_room_in_numbers() -> None:
    room = Room(least=130, fewest=170, wanted=260, most=320)
    assert timeline_height(500, room) == 175
    assert timeline_height(450, room) == 130, "strips need room, or there are none"
    assert timeline_height(800, room) == 260
    assert timeline_height(1080, room) == 313
    assert timeline_height(2160, room) == 320
    assert leaves_room(1280, 328)
    assert not leaves_room(800, 328)
    assert leaves_legend(400, 1.0)
    assert not leaves_legend(400, 1.5)


SCALED = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from pathway_viewer.app.main import application, made
from pathway_viewer.app.settings import Settings
from measured_window import cut_words, overlapping
app, home = application(), Path(sys.argv[1])
program = made(app, Settings(QSettings(str(home / "i.ini"), QSettings.Format.IniFormat)), home)
program.documents.open(Path(sys.argv[2]))
program.window.show()
while program.panels is None or program.session.course is None:
    app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
ratio, wrong = program.window.devicePixelRatio(), []
for wide, high in ((1280, 720), (1366, 768), (1920, 1080), (3840, 2160)):
    program.window.resize(round(wide / ratio), round(high / ratio))
    for _ in range(4):
        app.processEvents()
    wrong += [*cut_words(program.window), *overlapping(program.window)]
print(ratio, wrong)
program.window.close()
"""


@LONG
@pytest.mark.parametrize("ratio", ["1.25", "1.5", "2"])
def test_nothing_is_cut_at_other_densities(tmp_path: Path, ratio: str) -> None:
    here = os.pathsep.join([str(PATHWAYS.parent), str(Path(__file__).parent)])
    scaled = os.environ | {"QT_SCALE_FACTOR": ratio, "PYTHONPATH": here}
    command = [sys.executable, "-c", SCALED, str(tmp_path), str(PATHWAYS / "ketamine.yaml")]
    done = subprocess.run(
        command, env=scaled, capture_output=True, text=True, timeout=120, check=True
    )
    assert done.stdout.split()[0] == str(float(ratio))
    assert done.stdout.split(maxsplit=1)[1].strip() == "[]"
