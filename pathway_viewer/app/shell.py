"""Shell: what commands may ask of the window."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Protocol

Panel = Literal["details", "outline", "timeline", "what_if", "steps", "rivals"]


class Shell(Protocol):
    """The window as a command sees it."""

    def ask_for_file(self) -> Path | None:
        """Lets the user pick a pathway file; None when they changed their mind."""
        ...

    def open_file(self, path: Path) -> None:
        """Opens a pathway file."""
        ...

    def reload_file(self) -> None:
        """Reads the open file again."""
        ...

    def toggle_panel(self, panel: Panel) -> None:
        """Shows or hides a panel."""
        ...

    def zoom(self, how: Literal["in", "out", "fit", "selection"]) -> None:
        """Zooms the diagram."""
        ...

    def reset_layout(self) -> None:
        """Panels and window as new."""
        ...

    def toggle_full_screen(self) -> None:
        """Between full screen and a window."""
        ...

    def copy_references(self, form: str) -> None:
        """Puts the references of the details on the clipboard."""
        ...

    def copy_picture(self) -> None:
        """Puts the diagram of this moment on the clipboard."""
        ...

    def copy_values(self) -> None:
        """Puts the curve of the selected node on the clipboard."""
        ...

    def copy_command(self) -> None:
        """Puts this run on the clipboard, as a command for the terminal."""
        ...

    def save_scenario(self) -> None:
        """Asks for a name and keeps this run as a scenario of the file."""
        ...

    def toggle_model(self) -> None:
        """Shows what the teaching model is, or goes back to the diagram."""
        ...

    def toggle_experiments(self) -> None:
        """Shows the table of published experiments, or goes back to the diagram."""
        ...

    def replay(self, how: Literal["next", "previous", "back"]) -> None:
        """Replays another experiment, or goes back to what was before the replay."""
        ...

    def leave_comparison(self) -> None:
        """Compares two runs no longer."""
        ...

    def show_shortcuts(self) -> None:
        """Shows the page of all keys."""
        ...

    def show_about(self) -> None:
        """Shows what this is and whose work it is."""
        ...

    def show_menu(self) -> None:
        """Opens the menu of everything."""
        ...

    def follow_system_theme(self) -> None:
        """Light or dark as the system is."""
        ...

    def forget_recent(self) -> None:
        """Empties the list of recent files."""
        ...

    def close_window(self) -> None:
        """Leaves the program."""
        ...
