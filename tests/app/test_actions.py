"""The table of actions: every row is whole, no key means two things, every command is reachable."""

from __future__ import annotations

import inspect
from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from pathway_viewer.app.action_row import Row
from pathway_viewer.app.actions import ACTIONS, KINDS, keys_page
from pathway_viewer.app.commands import SPEEDS, next_speed
from pathway_viewer.app.menus import MENUS, RULE, SUBMENUS, groups
from pathway_viewer.app.program import Program
from pathway_viewer.app.resources import shipped

WITH_ARGUMENTS = {
    *("open_recent", "seek", "set_scenario", "toggle_layer", "select"),
    *("push", "set_push", "set_agent", "doses", "set_doses", "set_rival", "wish"),
    *("compare_with", "leave"),
}
"""Commands whose argument comes from the pathway: reached by dynamic menus and by widgets."""


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.id)
def test_every_action_has_words_and_a_tip(row: Row) -> None:
    assert row.text
    assert row.tip.endswith(".")
    assert len(row.tip) < 90
    assert any(getattr(kind, row.method.__name__, None) is row.method for kind in KINDS)
    for key in row.keys:
        assert QKeySequence(key).toString(), key
    if row.icon:
        assert shipped("resources", f"icons/{row.icon}.svg").exists()


def test_ids_and_keys_are_unique() -> None:
    assert max(Counter(row.id for row in ACTIONS).values()) == 1
    keys = Counter(QKeySequence(key).toString() for row in ACTIONS for key in row.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_command_has_an_action() -> None:
    commands = {
        name
        for kind in KINDS
        for name, _ in inspect.getmembers(kind, inspect.isfunction)
        if not name.startswith("_")
    }
    assert commands - {row.method.__name__ for row in ACTIONS} == WITH_ARGUMENTS


def test_every_action_is_in_the_menus_once() -> None:
    nested = [id for ids in MENUS.values() for id in ids]
    nested += [id for _, ids in SUBMENUS.values() for id in ids]
    plain = [id for id in nested if id != RULE and not id.startswith("@")]
    assert max(Counter(plain).values()) == 1
    elsewhere = {"menu", "forget_recent"}
    assert {row.id for row in ACTIONS} - set(plain) == elsewhere


def test_menus_hold_living_actions(program: Program) -> None:
    found: list[str] = []

    def walk(menu: QMenu) -> None:
        for action in menu.actions():
            if (inner := action.menu()) and isinstance(inner, QMenu):
                walk(inner)
            elif not action.isSeparator():
                found.append(action.text())

    walk(program.menus.all)
    wanted = {"&Open…", "&Play or pause", "1×", "For &students", "Core", "One dose (human clock)"}
    assert wanted <= set(found)


def test_the_shortcut_page_lists_every_key() -> None:
    listed = {key.text for key in keys_page(groups())}
    wanted = {row.text.replace("&", "").rstrip("…") for row in ACTIONS if row.keys}
    assert listed == wanted


def test_actions_show_what_holds(program: Program) -> None:
    assert program.actions["read_student"].isChecked()
    program.actions["read_expert"].trigger()
    assert program.session.look.reading == "expert"
    assert program.actions["read_expert"].isChecked()
    assert not program.actions["read_student"].isChecked()
    program.actions["loop"].trigger()
    assert program.actions["loop"].isChecked()
    program.actions["chapter_stops"].trigger()
    assert not program.actions["chapter_stops"].isChecked()


def test_speeds_go_up_and_down_and_stop() -> None:
    assert next_speed(1.0, 1) == 2.0
    assert next_speed(1.0, -1) == 0.5
    assert next_speed(SPEEDS[-1], 1) == SPEEDS[-1]
    assert next_speed(SPEEDS[0], -1) == SPEEDS[0]
    assert next_speed(0.9, 1) == 2.0
