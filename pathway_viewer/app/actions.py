"""Actions: the table that menus, buttons, keys and the shortcut page are made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from pathway_viewer.app.action_row import Row, Test, made, owner_of, spelled
from pathway_viewer.app.commands import SPEEDS, Commands
from pathway_viewer.app.comparison.commands import CompareCommands
from pathway_viewer.app.look_commands import LookCommands
from pathway_viewer.app.session import Session
from pathway_viewer.app.take_away.commands import TakeAwayCommands
from pathway_viewer.app.talk.commands import PresentCommands
from pathway_viewer.app.what_if_commands import WhatIfCommands
from pathway_viewer.look.adapting import TEXT_SIZES
from pathway_viewer.widgets.icons import Icons
from pathway_viewer.widgets.key import Key

KINDS: tuple[type[object], ...] = (
    *(Commands, LookCommands, WhatIfCommands, CompareCommands, PresentCommands),
    TakeAwayCommands,
)
"""Whose methods the rows may hold; there is one living object of each."""


def _look(field: str, value: object = True) -> Test:
    return lambda session: getattr(session.look, field) == value


def _head(field: str, value: object = True) -> Test:
    return lambda session: (
        session.playback is not None and getattr(session.playback, field) == value
    )


def _speed(speed: float) -> Row:
    name = f"{speed:g}×"
    id = f"speed_{round(speed * 100)}"
    return Row(id, Commands.set_speed, name, args=(speed,), checked=_head("speed", speed))


C, W, T = Commands, WhatIfCommands, TakeAwayCommands
ACTIONS: tuple[Row, ...] = (
    Row("open", C.open, "&Open…", ("Ctrl+O",), "open"),
    Row("reload", C.reload, "&Reload", ("Ctrl+R",), "reload"),
    Row("forget_recent", C.forget_recent, "&Clear this list"),
    Row("copy_references", C.copy_references, "Copy re&ferences", ("Ctrl+Shift+F",), "copy"),
    Row("copy_picture", C.copy_picture, "Copy &picture", ("Ctrl+Shift+C",), "copy_picture"),
    Row("copy_values", C.copy_values, "Copy &values", ("Ctrl+Shift+V",), "copy_values"),
    Row("export_picture", T.export_picture, "&Picture…", ("Ctrl+Shift+S",)),
    Row("export_slides", T.export_slides, "&Slides…"),
    Row("export_movie", T.export_movie, "&Film…"),
    Row("export_handout", T.export_handout, "&Handout…"),
    Row("export_sheet", T.export_sheet, "Patient s&heet…"),
    Row("export_references", T.export_references, "&References…"),
    Row("print_picture", T.print_picture, "&Picture…", ("Ctrl+P",)),
    Row("print_handout", T.print_handout, "&Handout…"),
    Row("print_sheet", T.print_sheet, "Patient s&heet…"),
    Row("quit", C.quit, "&Quit", ("Ctrl+Q",)),
    Row("play_pause", C.play_pause, "&Play or pause", ("Space",), "play"),
    Row("step_forward", C.step_forward, "Step &forward", (".",), "step_forward"),
    Row("step_back", C.step_back, "Step &back", (",",), "step_back"),
    Row("next_chapter", C.next_chapter, "&Next chapter", ("PgDown",), "next_chapter"),
    Row("previous_chapter", C.previous_chapter, "Pre&vious chapter", ("PgUp",), "previous_chapter"),
    Row("home", C.home, "To the &start", ("Home",)),
    Row("end", C.end, "To the &end", ("End",)),
    Row(
        "chapter_stops",
        C.toggle_chapter_stops,
        "Stop at each &chapter",
        ("S",),
        "stop_at_chapter",
        checked=_head("until", "chapter"),
    ),
    Row("loop", C.toggle_loop, "&Loop", ("R",), "loop", checked=_head("loop")),
    Row("faster", C.faster, "F&aster", ("]",)),
    Row("slower", C.slower, "Slo&wer", ("[",)),
    *map(_speed, SPEEDS),
    *(
        Row(
            f"read_{reading}",
            C.set_reading,
            f"For &{reading}s",
            (f"Ctrl+{digit}",),
            args=(reading,),
            checked=_look("reading", reading),
        )
        for digit, reading in enumerate(("patient", "student", "expert"), start=1)
    ),
    *(
        Row(
            f"scale_{scale}",
            C.set_scale,
            text,
            (f"Alt+{digit}",),
            args=(scale,),
            checked=_look("scale", scale),
        )
        for digit, (scale, text) in enumerate(
            (("lecture", "Le&cture scale"), ("log", "Lo&garithmic scale"), ("true", "&True scale")),
            start=1,
        )
    ),
    *(
        Row(
            f"theme_{theme}",
            C.set_theme,
            text,
            args=(theme,),
            checked=_look("theme", theme),
        )
        for theme, text in (
            ("paper", "&Paper"),
            ("night", "&Night"),
            ("projector", "P&rojector"),
            ("print", "Pr&int"),
        )
    ),
    Row("next_theme", C.next_theme, "Next t&heme", ("T",)),
    Row("follow_system_theme", C.follow_system_theme, "As the &system"),
    *(
        Row(
            f"text_{size}",
            LookCommands.set_text_size,
            f"{size} %",
            args=(size,),
            checked=_look("text", size),
        )
        for size in TEXT_SIZES
    ),
    Row("larger_text", LookCommands.larger_text, "&Larger", ("Ctrl+Alt++", "Ctrl+Alt+=")),
    Row("smaller_text", LookCommands.smaller_text, "&Smaller", ("Ctrl+Alt+-",)),
    Row("contrast", LookCommands.toggle_contrast, "More &contrast", checked=_look("contrast")),
    Row("numbers", C.toggle_numbers, "Reference &numbers", ("N",), checked=_look("numbers")),
    Row("legend", C.toggle_legend, "&Legend", ("G",), checked=_look("legend")),
    Row(
        "reduced_motion",
        C.toggle_reduced_motion,
        "Reduced &motion",
        checked=_look("reduced_motion"),
    ),
    Row("zoom_in", C.zoom_in, "Zoom &in", ("Ctrl++", "+", "Ctrl+="), "zoom_in"),
    Row("zoom_out", C.zoom_out, "Zoom &out", ("Ctrl+-", "-"), "zoom_out"),
    Row("zoom_fit", C.zoom_fit, "&Whole diagram", ("Ctrl+0",), "fit"),
    Row("zoom_to_selection", C.zoom_to_selection, "Zoom to s&election", ("Z",)),
    Row("details", C.toggle_panel, "&Details", ("Ctrl+D",), "details", args=("details",)),
    Row("outline", C.toggle_panel, "&Outline", ("Ctrl+L",), "outline", args=("outline",)),
    Row("timeline", C.toggle_panel, "T&imeline", ("Ctrl+T",), args=("timeline",)),
    Row("what_if", C.toggle_panel, "&What if", ("Ctrl+I",), "what_if", args=("what_if",)),
    Row("rivals", C.toggle_panel, "Ri&val explanations", ("V",), "rivals", args=("rivals",)),
    Row("undo", W.undo, "&Undo", ("Ctrl+Z",), "undo"),
    Row("redo", W.redo, "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    Row("reset", W.reset, "R&eset the run", ("Ctrl+Shift+Backspace",), "reload"),
    Row("block", W.block_selection, "&Block the selection", ("Ctrl+B",)),
    Row("no_dose", W.no_dose, "&No dose"),
    Row("add_dose", W.add_dose, "&Add a dose", (), "add"),
    Row("copy_command", W.copy_command, "&Copy as command line", ("Ctrl+Shift+L",), "copy"),
    Row("save_scenario", W.save_scenario, "&Save as scenario…", ("Ctrl+S",), "save"),
    Row("full_screen", C.toggle_full_screen, "F&ull screen", ("F11",), "full_screen"),
    Row("reset_layout", C.reset_layout, "Reset l&ayout", ("Ctrl+Shift+R",)),
    Row("menu", C.show_menu, "&Menu", ("F10",), "menu"),
    Row("clear_selection", C.clear_selection, "Back to the &chapter", ("Esc",)),
    Row("model", C.show_model, "Teaching &model", ("M",), "model"),
    Row("experiments", C.show_experiments, "&Experiments…", ("Ctrl+E",), "experiments"),
    Row("next_experiment", C.next_experiment, "&Next experiment", ("Ctrl+PgDown",)),
    Row("previous_experiment", C.previous_experiment, "&Previous experiment", ("Ctrl+PgUp",)),
    Row("end_replay", C.end_replay, "En&d replay", ("Ctrl+Backspace",)),
    Row("compare", CompareCommands.compare, "&Compare…", ("C",), "compare"),
    Row("present", PresentCommands.present, "&Present", ("F5",), "present"),
    Row("present_from_here", PresentCommands.present_from_here, "From &here", ("Shift+F5",)),
    Row("present_in_window", PresentCommands.present_in_window, "In a &window", ("Ctrl+F5",)),
    Row("steps", C.toggle_panel, "&Steps", ("Ctrl+Shift+T",), args=("steps",)),
    Row("capture_step", PresentCommands.capture_step, "&Add this view", ("Ctrl+Shift+A",), "add"),
    Row("choose_screen", PresentCommands.choose_screen, "&Choose the screen…"),
    Row("shortcuts", C.show_shortcuts, "&Keyboard shortcuts", ("F1",), "keyboard"),
    Row("about", C.show_about, "&About Pathway Viewer", ("Shift+F1",), "about"),
)


class Actions:
    """The table as living actions, by id."""

    def __init__(self, owners: Sequence[object], parent: QObject) -> None:
        self.by_id: Mapping[str, QAction] = {
            row.id: made(row, owner_of(row.method, owners), parent) for row in ACTIONS
        }

    def __getitem__(self, id: str) -> QAction:
        return self.by_id[id]

    def sync(self, session: Session) -> None:
        """Checks what holds and unchecks what does not."""
        for row in ACTIONS:
            if row.checked is not None:
                self.by_id[row.id].setChecked(row.checked(session))

    def set_icons(self, icons: Icons, playing: bool) -> None:
        """The theme's icons; the play button shows what it would do."""
        for row in ACTIONS:
            if row.icon and row.id != "play_pause":
                self.by_id[row.id].setIcon(icons.icon(row.icon))
        self.set_playing(icons, playing)

    def set_playing(self, icons: Icons, playing: bool) -> None:
        """Pause while playing, else play."""
        self.by_id["play_pause"].setIcon(icons.bright("pause" if playing else "play"))


def keys_page(groups: Mapping[str, tuple[str, ...]]) -> list[Key]:
    """The lines of the shortcut page, in the menus' order."""
    rows = {row.id: row for row in ACTIONS}
    return [
        Key(group, rows[id].text.replace("&", "").rstrip("…"), ", ".join(spelled(rows[id])))
        for group, ids in groups.items()
        for id in ids
        if id in rows and rows[id].keys
    ]
