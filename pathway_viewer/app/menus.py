"""Menus: the nesting of action ids, and the menus whose content comes from the pathway."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from pathway_viewer.app.actions import Actions

RULE = "-"
MENUS: Mapping[str, tuple[str, ...]] = {
    "&File": (
        *("open", "@recent", "reload", RULE),
        *("@export", "@print", RULE),
        *("copy_picture", "copy_values", "copy_references", RULE, "quit"),
    ),
    "&Play": (
        *("play_pause", "step_forward", "step_back", RULE),
        *("next_chapter", "previous_chapter", "home", "end", RULE),
        *("chapter_stops", "loop", RULE, "@speed", "@scale"),
    ),
    "&Show": (
        *("@scenario", "compare", "@reading", "@layers", "@theme", "@text", RULE),
        *("numbers", "legend", "reduced_motion", RULE),
        *("zoom_in", "zoom_out", "zoom_fit", "zoom_to_selection", RULE),
        *("clear_selection",),
    ),
    "&Evidence": (
        "model",
        "experiments",
        "rivals",
        RULE,
        "next_experiment",
        "previous_experiment",
        "end_replay",
    ),
    "What &if": (
        *("what_if", RULE, "undo", "redo", "reset", RULE, "block", "add_dose", "no_dose", RULE),
        *("copy_command", "save_scenario"),
    ),
    "P&resent": (
        *("present", "present_from_here", "present_in_window", "choose_screen", RULE),
        *("steps", "capture_step"),
    ),
    "&Window": ("details", "outline", "timeline", RULE, "full_screen", "reset_layout"),
    "&Help": ("shortcuts", "about"),
}
"""Menus of the whole program. '@name' is a menu of its own, from `SUBMENUS` or the pathway."""

SUBMENUS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "@export": (
        "E&xport",
        (
            *("export_picture", "export_slides", "export_movie", "export_handout"),
            *("export_sheet", "export_references"),
        ),
    ),
    "@print": ("Pri&nt", ("print_picture", "print_handout", "print_sheet")),
    "@speed": (
        "&Speed",
        (
            *("slower", "faster", RULE),
            *("speed_25", "speed_50", "speed_100", "speed_200", "speed_400"),
        ),
    ),
    "@scale": ("Time &axis", ("scale_lecture", "scale_log", "scale_true")),
    "@reading": ("&Reading level", ("read_patient", "read_student", "read_expert")),
    "@theme": (
        "&Theme",
        (
            *("theme_paper", "theme_night", "theme_projector", "theme_print", RULE),
            *("next_theme", "contrast", "follow_system_theme"),
        ),
    ),
    "@text": (
        "Text si&ze",
        (*("larger_text", "smaller_text", RULE), "text_100", "text_125", "text_150", "text_200"),
    ),
}
DYNAMIC: Mapping[str, str] = {
    "@recent": "Open r&ecent",
    "@scenario": "S&cenario",
    "@layers": "&Layers",
}


@dataclass(frozen=True)
class Choice:
    """One entry of a menu that is made from the pathway or the settings."""

    id: str
    text: str
    tip: str = ""
    checked: bool | None = None


class Menus:
    """All menus, each made once and used by every place that shows it."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        self._actions = actions
        self.all = QMenu("Menu", parent)
        self.all.setAccessibleName("Menu")
        self.by_id: dict[str, QMenu] = {
            id: self._filled(QMenu(title, parent), ids) for id, (title, ids) in SUBMENUS.items()
        }
        self.by_id |= {id: QMenu(title, parent) for id, title in DYNAMIC.items()}
        for title, ids in MENUS.items():
            self.all.addMenu(self._filled(QMenu(title, parent), ids))

    def _filled(self, menu: QMenu, ids: tuple[str, ...]) -> QMenu:
        menu.setToolTipsVisible(True)
        for id in ids:
            if id == RULE:
                menu.addSeparator()
            elif id.startswith("@"):
                menu.addMenu(self.by_id[id])
            else:
                menu.addAction(self._actions[id])
        return menu

    def fill(
        self, id: str, choices: list[Choice], chosen: Callable[[str], None], exclusive: bool
    ) -> None:
        """Replaces the entries of a menu made from the pathway."""
        menu = self.by_id[id]
        menu.clear()
        group = QActionGroup(menu) if exclusive else None
        for choice in choices:
            action = QAction(choice.text.replace("&", "&&"), menu)
            action.setStatusTip(choice.tip)
            action.setCheckable(choice.checked is not None)
            action.setChecked(bool(choice.checked))
            action.triggered.connect(partial(_told, chosen, choice.id))
            if group is not None:
                group.addAction(action)
            menu.addAction(action)
        menu.setEnabled(bool(choices))

    def fill_recent(self, paths: tuple[Path, ...], chosen: Callable[[str], None]) -> None:
        """The recent files, with the entry that forgets them."""
        choices = [Choice(str(path), path.name, str(path)) for path in paths]
        self.fill("@recent", choices, chosen, exclusive=False)
        if choices:
            self.by_id["@recent"].addSeparator()
            self.by_id["@recent"].addAction(self._actions["forget_recent"])


def _told(chosen: Callable[[str], None], id: str, _checked: bool = False) -> None:
    chosen(id)


def groups() -> dict[str, tuple[str, ...]]:
    """Action ids by menu, submenus taken in: the order of the shortcut page."""
    found: dict[str, tuple[str, ...]] = {}
    for title, ids in MENUS.items():
        flat = (inner for id in ids for inner in SUBMENUS.get(id, ("", (id,)))[1])
        found[title.replace("&", "")] = tuple(id for id in flat if id != RULE)
    found["Window"] = (*found["Window"], "menu")
    return found
