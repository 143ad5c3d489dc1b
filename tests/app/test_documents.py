"""Files: opened, watched, dropped, and what happens when they are bad."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from pathway_viewer.app.furniture import dropped_file
from pathway_viewer.app.program import Program
from pathway_viewer.app.watcher import stamp

HALF_A_SECOND_AND_SLACK = 3000


def edit(file: Path, old: str, new: str) -> None:
    """Saves as editors do: a new file in the place of the old one."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    fresh = file.with_suffix(".new")
    fresh.write_text(text.replace(old, new), encoding="utf-8")
    fresh.replace(file)


def title(program: Program) -> str:
    assert program.session.pathway is not None
    return program.session.pathway.title


def test_a_good_edit_appears_with_time_and_selection_kept(
    program: Program, file: Path, qtbot: QtBot
) -> None:
    program.commands.seek(5.0)
    program.commands.select("relay")
    edit(file, "A small cascade", "An edited cascade")
    qtbot.waitUntil(lambda: title(program) == "An edited cascade", timeout=HALF_A_SECOND_AND_SLACK)
    assert program.session.selection == "relay"
    assert program.session.playback is not None
    assert program.session.playback.time == 5.0
    assert program.window.banner.isHidden()
    edit(file, "An edited cascade", "Edited again")
    qtbot.waitUntil(lambda: title(program) == "Edited again", timeout=HALF_A_SECOND_AND_SLACK)


def test_a_file_written_in_place_is_seen_too(program: Program, file: Path, qtbot: QtBot) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("A small cascade", "In place"), encoding="utf-8")
    qtbot.waitUntil(lambda: title(program) == "In place", timeout=HALF_A_SECOND_AND_SLACK)


def test_a_bad_edit_keeps_the_picture_and_names_the_line(
    program: Program, file: Path, qtbot: QtBot
) -> None:
    before = program.session.pathway
    lines = file.read_text(encoding="utf-8").splitlines()
    line = lines.index("    target: brake") + 1
    edit(file, "    target: brake", "    target: brakee")
    qtbot.waitUntil(program.window.banner.isVisible, timeout=HALF_A_SECOND_AND_SLACK)
    assert f"small.yaml:{line}:" in program.window.banner.text()
    assert "did you mean" in program.window.banner.text()
    assert program.session.pathway is before
    assert program.showing.announcer.said == program.session.problems[0]
    edit(file, "    target: brakee", "    target: brake")
    qtbot.waitUntil(program.window.banner.isHidden, timeout=HALF_A_SECOND_AND_SLACK)


def test_show_all_lists_every_problem(program: Program, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("target: brake", "target: nobody").replace("at: 1 h", "at: 1 x"))
    program.commands.reload()
    banner = program.window.banner
    assert "more)" in banner.text()
    button = next(b for b in banner.findChildren(QPushButton) if b.text() == "Show all")
    button.click()
    (all_lines,) = banner.findChildren(QPlainTextEdit)
    assert all_lines.isVisible()
    assert len(all_lines.toPlainText().splitlines()) == len(program.session.problems) > 1
    button.click()
    assert all_lines.isHidden()
    banner._dismiss()
    assert banner.isHidden()


def test_an_include_is_watched(empty: Program, file: Path, qtbot: QtBot) -> None:
    folder = file.parent / "small"
    folder.mkdir()
    whole = file.read_text(encoding="utf-8")
    start, end = whole.index("chapters:\n"), whole.index("claims:\n")
    (folder / "chapters.yaml").write_text(whole[start:end].replace("chapters:\n", ""))
    file.write_text(whole[:start] + "chapters: small/chapters.yaml\n" + whole[end:])
    assert empty.documents.open(file), empty.session.problems
    edit(folder / "chapters.yaml", "The beginning", "The very start")

    def renamed() -> bool:
        pathway = empty.session.pathway
        return pathway is not None and pathway.chapters[0].title == "The very start"

    qtbot.waitUntil(renamed, timeout=HALF_A_SECOND_AND_SLACK)


def test_what_cannot_be_read_is_one_clear_line(program: Program, tmp_path: Path) -> None:
    before = program.session.pathway
    for path in (tmp_path / "nowhere.yaml", tmp_path):
        assert not program.documents.open(path)
        assert len(program.session.problems) == 1
        assert str(path.name) in program.window.banner.text()
        assert "\n" not in program.session.problems[0]
    assert program.session.pathway is before
    assert program.documents.path is not None
    assert program.documents.path.name == "small.yaml", "the good file is still the one watched"


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00bad",
        b"a: &a [x]\n" + b"".join(b"b%d: &b%d [*a, *a]\n" % (i, i) for i in range(50)),
        b"[" * 5000,
        b"x: " + b"y" * 6_000_000,
        b"",
        b"just a text",
    ],
    ids=["encoding", "aliases", "depth", "size", "empty", "scalar"],
)
def test_hostile_files_lose_nothing(program: Program, tmp_path: Path, content: bytes) -> None:
    before = program.session.pathway
    path = tmp_path / "hostile.yaml"
    path.write_bytes(content)
    assert not program.documents.open(path)
    assert program.session.problems
    assert program.window.banner.isVisible()
    assert program.session.pathway is before


@pytest.mark.parametrize("name", ["dropped.yaml", "dropped.pathway"])
def test_a_file_can_be_dropped(program: Program, file: Path, name: str) -> None:
    other = file.with_name(name)
    other.write_text(file.read_text().replace("A small cascade", "A dropped cascade"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(100, 100), action, data, buttons, keys)
    QApplication.sendEvent(program.window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(100, 100), action, data, buttons, keys)
    QApplication.sendEvent(program.window, drop)
    assert title(program) == "A dropped cascade"
    assert program.settings.recent()[0] == other


def test_other_things_cannot_be_dropped(program: Program) -> None:
    data = QMimeData()
    assert dropped_file(data) == ""
    data.setUrls([QUrl("https://example.org/x.yaml"), QUrl.fromLocalFile("/tmp/x.png")])
    assert dropped_file(data) == ""
    enter = QDragEnterEvent(
        QPoint(1, 1),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(program.window, enter)
    assert not enter.isAccepted()


def test_recent_files_are_in_the_menu(program: Program, file: Path) -> None:
    menu = program.menus.by_id["@recent"]
    assert [a.text() for a in menu.actions() if a.text()] == ["small.yaml", "&Clear this list"]
    menu.actions()[0].trigger()
    assert title(program) == "A small cascade"
    program.actions["forget_recent"].trigger()
    assert menu.actions() == []
    assert not menu.isEnabled()


def test_a_stamp_tells_states_apart(tmp_path: Path) -> None:
    path = tmp_path / "x"
    assert stamp(path) == (0, -1, 0)
    path.write_text("a")
    first = stamp(path)
    path.write_text("ab")
    assert stamp(path) != first


def test_a_stir_that_changes_nothing_reads_nothing(program: Program, file: Path) -> None:
    before = program.session.pathway
    program.documents._watcher._settled()
    assert program.session.pathway is before
