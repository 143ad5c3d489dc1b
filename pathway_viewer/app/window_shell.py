"""Window shell: what commands ask of the window, done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QFileDialog, QWidget

from pathway_viewer.app.actions import keys_page
from pathway_viewer.app.comparison.second_run import SecondRun
from pathway_viewer.app.documents import Documents
from pathway_viewer.app.folding import DETAILS_WIDTH
from pathway_viewer.app.furniture import FOLDED, RIVALS_WIDTH
from pathway_viewer.app.main_window import MainWindow
from pathway_viewer.app.menus import Menus, groups
from pathway_viewer.app.motion import system_contrast, system_theme
from pathway_viewer.app.numbering import numbering
from pathway_viewer.app.resources import KINDS, version
from pathway_viewer.app.session import Session
from pathway_viewer.app.settings import Settings
from pathway_viewer.app.shell import Panel
from pathway_viewer.app.terminal.what_if_line import command_line
from pathway_viewer.look.theme import Theme

if TYPE_CHECKING:
    from pathway_viewer.app.experiments import Experiments
    from pathway_viewer.app.model_desk import ModelDesk
    from pathway_viewer.app.panels import Panels


class WindowShell:
    """The window as commands see it. `menus` and `panels` come later than the commands."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        documents: Documents,
        settings: Settings,
        open_link: Callable[[str], None],
    ) -> None:
        self._window, self._session = window, session
        self._documents, self._settings = documents, settings
        self._open_link = open_link
        self.menus: Menus | None = None
        self.panels: Panels | None = None
        self.experiments: Experiments | None = None
        self.make_model: Callable[[], ModelDesk] | None = None
        self._model: ModelDesk | None = None
        self._details_width = DETAILS_WIDTH
        self.second: SecondRun | None = None

    def ask_for_file(self) -> Path | None:
        """A file from the system's dialog."""
        folder = str(self._documents.path.parent) if self._documents.path else ""
        chosen, _ = QFileDialog.getOpenFileName(self._window, "Open a pathway", folder, KINDS)
        return Path(chosen) if chosen else None

    def open_file(self, path: Path) -> None:
        """Opens a pathway file; a busy pointer says that it is being read."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._documents.open(path)
        finally:
            QApplication.restoreOverrideCursor()

    def reload_file(self) -> None:
        """Reads the open file again."""
        self._documents.reload()

    def toggle_panel(self, panel: Panel) -> None:
        """Shows a panel and gives it the focus, or hides it."""
        docks = self._window.docks
        dock = docks[panel]
        if panel in FOLDED and dock.isHidden():
            for other in FOLDED:
                docks[other].hide()
        covered = not dock.isHidden() and dock.visibleRegion().isEmpty()
        if not covered:
            dock.setVisible(dock.isHidden())
        if panel == "rivals":
            self._make_room(dock)
        if not dock.isHidden() and (widget := dock.widget()):
            dock.raise_()
            widget.setFocus()

    def _make_room(self, rivals: QDockWidget) -> None:
        """Two columns of papers need more room than the details, which share their place."""
        details = self._window.docks["details"]
        if not rivals.isHidden():
            self._details_width = details.width()
        wanted = self._details_width if rivals.isHidden() else max(RIVALS_WIDTH, details.width())
        shown = details if rivals.isHidden() else rivals
        self._window.resizeDocks([shown], [wanted], Qt.Orientation.Horizontal)

    def zoom(self, how: Literal["in", "out", "fit", "selection"]) -> None:
        """Zooms the diagram."""
        diagram = self._window.diagram
        ways = {
            "in": diagram.zoom_in,
            "out": diagram.zoom_out,
            "fit": diagram.fit,
            "selection": diagram.zoom_to_selection,
        }
        ways[how]()

    def reset_layout(self) -> None:
        """Panels and window as new."""
        self._settings.forget_place()
        self._window.reset_layout()
        self._window.diagram.fit()

    def toggle_full_screen(self) -> None:
        """Between full screen and a window."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def copy_references(self, form: str) -> None:
        """Puts the references of the details on the clipboard."""
        if self.panels is not None:
            self.panels.details.copy_references(form)

    def copy_picture(self) -> None:
        """Puts the diagram of this moment on the clipboard."""
        # Late: the first frame needs no exports.
        from pathway_viewer.app.take_away.copying import copy_picture

        self._window.strip.tell(copy_picture(self._session, self._window.diagram.size()))

    def copy_values(self) -> None:
        """Puts the curve of the selected node on the clipboard."""
        # Late: the first frame needs no exports.
        from pathway_viewer.app.take_away.copying import copy_values

        self._window.strip.tell(copy_values(self._session))

    def toggle_model(self) -> None:
        """The page about the teaching model, or the diagram again."""
        if self._model is None and self.make_model is not None:
            self._model = self.make_model()
        if self._model is not None:
            self._model.toggle()

    def toggle_experiments(self) -> None:
        """The table of published experiments, or the diagram again."""
        if self.experiments is not None:
            self.experiments.toggle()

    def replay(self, how: Literal["next", "previous", "back"]) -> None:
        """Another experiment, or what was before the replay."""
        if self.experiments is not None:
            self.experiments.go(how)

    def copy_command(self) -> None:
        """Puts this run on the clipboard, as a command for the terminal."""
        line = command_line(self._documents.path, self._session.conditions)
        QApplication.clipboard().setText(line)
        self._window.strip.tell(f"Copied: {line}")

    def save_scenario(self) -> None:
        """Asks for a name and keeps this run as a scenario of the file."""
        # Late: the first frame needs no dialog, and no writer of files.
        from pathway_viewer.app.saving import Saving

        Saving(self._window, self._session, self._documents).save()

    def leave_comparison(self) -> None:
        """Compares two runs no longer."""
        if self.second is not None:
            self.second.end()

    def show_shortcuts(self) -> None:
        """The page of all keys."""
        # Late: the first frame needs no dialog.
        from pathway_viewer.app.talk.keys import talk_page
        from pathway_viewer.widgets.shortcuts import ShortcutsDialog

        keys = [*keys_page(groups()), *talk_page()]
        self._show(ShortcutsDialog(keys, self._theme(), self._window))

    def show_about(self) -> None:
        """What this is and whose work it is."""
        # Late: the first frame needs no dialog.
        from pathway_viewer.widgets.about import AboutDialog

        pathway = self._session.pathway
        numbers = numbering(pathway) if pathway else {}
        dialog = AboutDialog(pathway, numbers, version(), self._theme(), self._window)
        dialog.link_activated.connect(self._open_link)
        self._show(dialog)

    def show_menu(self) -> None:
        """The menu of everything, under its button."""
        if self.menus is not None:
            bar = self._window.toolbar
            width = self.menus.all.sizeHint().width()
            corner = bar.mapToGlobal(QPoint(bar.width() - width - 8, bar.height()))
            self.menus.all.popup(corner)

    def follow_system_theme(self) -> None:
        """Light or dark, and as strong, as the system is, from now on."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme, contrast = system_theme(app), system_contrast(app)
            self._session.set_look(replace(self._session.look, theme=theme, contrast=contrast))
        self._settings.forget_theme()

    def forget_recent(self) -> None:
        """Empties the list of recent files."""
        self._settings.forget_recent()
        if self.menus is not None:
            self.menus.fill_recent((), lambda _: None)

    def close_window(self) -> None:
        """Leaves the program."""
        self._window.close()

    def _theme(self) -> Theme:
        return self._session.look.worn

    def _show(self, dialog: QWidget) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
