"""Commands: one public method for each thing a user can do; its docstring is the status tip."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pathway_viewer.app.session import Session
from pathway_viewer.app.shell import Panel, Shell
from pathway_viewer.look.theme import THEMES, ThemeId
from pathway_viewer.model.story import Reading
from pathway_viewer.timeline.axis import ScaleId

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0)


class Commands:
    """What a user can do, whether by menu, key, button or test."""

    def __init__(self, session: Session, shell: Shell) -> None:
        self._session = session
        self._shell = shell

    # File

    def open(self) -> None:
        """Open a pathway file."""
        if path := self._shell.ask_for_file():
            self._shell.open_file(path)

    def open_recent(self, path: Path) -> None:
        """Open a file again."""
        self._shell.open_file(path)

    def forget_recent(self) -> None:
        """Empty the list of recent files."""
        self._shell.forget_recent()

    def reload(self) -> None:
        """Read the open file again."""
        self._shell.reload_file()

    def copy_references(self) -> None:
        """Copy the references of the details panel as text."""
        self._shell.copy_references("Copy")

    def copy_picture(self) -> None:
        """Copy the diagram of this moment as a picture, with legend and disclaimer."""
        self._shell.copy_picture()

    def copy_values(self) -> None:
        """Copy the curve of the selected node as a table for a spreadsheet."""
        self._shell.copy_values()

    def quit(self) -> None:
        """Leave the program."""
        self._shell.close_window()

    # Play

    def play_pause(self) -> None:
        """Play the story, or pause it."""
        self._session.move(lambda head: head.pause() if head.playing else head.play())

    def step_forward(self) -> None:
        """One small step later."""
        self._session.move(lambda head: head.step(1))

    def step_back(self) -> None:
        """One small step earlier."""
        self._session.move(lambda head: head.step(-1))

    def next_chapter(self) -> None:
        """To the start of the next chapter."""
        self._session.move(lambda head: head.next_chapter())

    def previous_chapter(self) -> None:
        """To the start of this chapter, or of the one before."""
        self._session.move(lambda head: head.previous_chapter())

    def home(self) -> None:
        """To the start of the story."""
        self._session.move(lambda head: head.home())

    def end(self) -> None:
        """To the end of the story."""
        self._session.move(lambda head: head.end())

    def toggle_chapter_stops(self) -> None:
        """Stop at the start of each chapter, or play through."""
        self._session.move(
            lambda head: replace(head, until="end" if head.until == "chapter" else "chapter")
        )

    def toggle_loop(self) -> None:
        """Begin again at the end, without stops."""
        self._session.move(lambda head: replace(head, loop=not head.loop))

    def faster(self) -> None:
        """Play faster, up to four times."""
        self._session.move(lambda head: replace(head, speed=next_speed(head.speed, 1)))

    def slower(self) -> None:
        """Play slower, down to a quarter."""
        self._session.move(lambda head: replace(head, speed=next_speed(head.speed, -1)))

    def set_speed(self, speed: float) -> None:
        """Play at this speed."""
        self._session.move(lambda head: replace(head, speed=speed))

    def seek(self, hours: float) -> None:
        """Go to a time."""
        self._session.move(lambda head: head.seek(hours))

    # View

    def set_reading(self, reading: Reading) -> None:
        """Explain everything for this reader."""
        self._session.set_look(replace(self._session.look, reading=reading))

    def set_scale(self, scale: ScaleId) -> None:
        """Give the time axis this scale."""
        self._session.set_look(replace(self._session.look, scale=scale))

    def set_theme(self, theme: ThemeId) -> None:
        """Draw everything in this theme."""
        self._session.set_look(replace(self._session.look, theme=theme))

    def next_theme(self) -> None:
        """Draw everything in the next theme."""
        ids = list(THEMES)
        self.set_theme(ids[(ids.index(self._session.look.theme) + 1) % len(ids)])

    def follow_system_theme(self) -> None:
        """Light or dark, as the system is."""
        self._shell.follow_system_theme()

    def set_scenario(self, scenario: str) -> None:
        """Run this scenario; what is done to nodes and arrows stays on."""
        now = self._session.conditions
        self._session.set_conditions(replace(now, scenario=scenario, doses=None))

    def toggle_layer(self, layer: str) -> None:
        """Show or hide a layer; the last one stays."""
        layers = self._session.look.layers ^ {layer}
        if layers:
            self._session.set_look(replace(self._session.look, layers=layers))

    def toggle_numbers(self) -> None:
        """Show or hide the reference numbers in the diagram."""
        self._toggle("numbers")

    def toggle_legend(self) -> None:
        """Show or hide the legend of the diagram."""
        self._toggle("legend")

    def toggle_reduced_motion(self) -> None:
        """Steps instead of motion, and no travelling dots."""
        self._session.set_look(
            replace(self._session.look, reduced_motion=not self._session.look.reduced_motion)
        )

    def zoom_in(self) -> None:
        """Closer."""
        self._shell.zoom("in")

    def zoom_out(self) -> None:
        """Further away."""
        self._shell.zoom("out")

    def zoom_fit(self) -> None:
        """The whole diagram."""
        self._shell.zoom("fit")

    def zoom_to_selection(self) -> None:
        """The selected node or arrow, large."""
        self._shell.zoom("selection")

    def toggle_panel(self, panel: Panel) -> None:
        """Show or hide this panel."""
        self._shell.toggle_panel(panel)

    def toggle_full_screen(self) -> None:
        """The window over the whole screen, or back."""
        self._shell.toggle_full_screen()

    def reset_layout(self) -> None:
        """Panels and sizes as they were at first."""
        self._shell.reset_layout()

    def show_menu(self) -> None:
        """Open the menu of everything."""
        self._shell.show_menu()

    def _toggle(self, field: str) -> None:
        look = self._session.look
        self._session.set_look(replace(look, **{field: not getattr(look, field)}))

    # Go

    def select(self, id: str) -> None:
        """Explain a node or an arrow."""
        self._session.select(id)

    def clear_selection(self) -> None:
        """Back to the chapter; when nothing is selected, leave the comparison."""
        if self._session.selection:
            self._session.select("")
        else:
            self._shell.leave_comparison()

    # Experiments

    def show_model(self) -> None:
        """What the teaching model is, and where it fails."""
        self._shell.toggle_model()

    def show_experiments(self) -> None:
        """Hold the model against published experiments, or go back to the diagram."""
        self._shell.toggle_experiments()

    def next_experiment(self) -> None:
        """Replay the experiment after this one."""
        self._shell.replay("next")

    def previous_experiment(self) -> None:
        """Replay the experiment before this one."""
        self._shell.replay("previous")

    def end_replay(self) -> None:
        """Back to what was shown before the replay of an experiment."""
        self._shell.replay("back")

    # Help

    def show_shortcuts(self) -> None:
        """All keys on one page."""
        self._shell.show_shortcuts()

    def show_about(self) -> None:
        """What this is, what it is not, and whose work is in it."""
        self._shell.show_about()


def next_speed(speed: float, way: int) -> float:
    """The neighbour of a speed among those offered."""
    nearest = min(range(len(SPEEDS)), key=lambda index: abs(SPEEDS[index] - speed))
    return SPEEDS[min(len(SPEEDS) - 1, max(0, nearest + way))]
