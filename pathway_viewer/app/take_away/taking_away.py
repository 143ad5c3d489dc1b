"""Taking away: asks what is wished, does the export while the window lives, says how it ended."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox

from pathway_viewer.app.courses import Courses
from pathway_viewer.app.main_window import MainWindow
from pathway_viewer.app.session import Session
from pathway_viewer.app.settings import Settings
from pathway_viewer.app.take_away.errand import Errand
from pathway_viewer.app.take_away.kinds import FILTERS, KINDS, Kind
from pathway_viewer.app.take_away.shown import Shown, shown_by
from pathway_viewer.widgets.export_form import Chosen, ExportForm
from pathway_viewer.widgets.export_progress import ExportProgress

Answer = QMessageBox.StandardButton

FOLDER_NOTE = "export/folder"
"""Where the last export went to, among the notes of the settings."""


class TakingAway(QObject):
    """One export at a time. What was chosen is offered again the next time."""

    def __init__(
        self, window: MainWindow, session: Session, courses: Courses, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._courses, self._settings = courses, settings
        self._chosen: dict[str, dict[str, str]] = {}
        self.form: ExportForm | None = None
        self.errand: Errand | None = None
        self.progress: ExportProgress | None = None
        window.closing.connect(self.stop)

    def ask(self, id: str) -> None:
        """Opens the form of an export; says so where one is under way, or nothing is shown yet."""
        shown = self.shown()
        if shown is None:
            return
        if self.is_busy():
            self._window.strip.tell("An export is under way")
            return
        kind = KINDS[id]
        form = ExportForm(
            kind.title,
            kind.choices(shown),
            partial(kind.told, shown),
            kind.hindered,
            parent=self._window,
        )
        self.open(form, id)
        form.wished.connect(partial(self._save, kind, shown))

    def shown(self) -> Shown | None:
        """What the window shows; None, and word of it, before there is anything."""
        shown = shown_by(self._session, self._courses, self._window.diagram.size())
        if shown is None:
            self._window.strip.tell("There is nothing to export yet")
        return shown

    def open(self, form: ExportForm, id: str) -> None:
        """Shows a form with what was chosen in it last time."""
        for name, value in self._chosen.get(id, {}).items():
            form.choose(name, value)
        form.wished.connect(partial(self._chosen.__setitem__, id))
        form.finished.connect(form.deleteLater)
        self.form = form
        form.open()

    def is_busy(self) -> bool:
        """Whether an export is under way."""
        return self.errand is not None and self.errand.is_on()

    def stop(self) -> None:
        """Ends what is under way; nothing of it is left."""
        if self.errand is not None and self.errand.is_on():
            self.errand.stop()
            self._window.strip.tell("Export stopped; nothing was written")
        if self.progress is not None:
            self.progress.end()

    def _save(self, kind: Kind, shown: Shown, chosen: Chosen) -> None:
        """Asks for a place, and begins."""
        out = self._place(kind, shown, chosen)
        if out is None:
            return
        if self.form is not None:
            self.form.accept()
            self.form = None
        self._settings.keep_note(FOLDER_NOTE, str(out.parent))
        self.begin(kind, shown, chosen, out)

    def begin(self, kind: Kind, shown: Shown, chosen: Chosen, out: Path) -> None:
        """Does an export, and says how far it is and how it ends."""
        self.errand = Errand(kind.make(shown, chosen, out), partial(told_of, out), self)
        self.progress = ExportProgress(out.name, self._window)
        self.errand.told.connect(self.progress.tell)
        self.errand.failed.connect(self.progress.fail)
        self.errand.done.connect(partial(self._done, out))
        self.progress.stopped.connect(self.stop)
        self.progress.closed.connect(self._forget)
        self.progress.show()

    def _done(self, out: Path) -> None:
        if self.progress is not None:
            self.progress.end()
        self._window.strip.tell(f"Saved {out}")

    def _forget(self) -> None:
        self.progress = None

    def _place(self, kind: Kind, shown: Shown, chosen: Chosen) -> Path | None:
        """A file with the right suffix where the user wants it, None if they think again."""
        ending = kind.ending(chosen)
        proposed = self._folder() / f"{shown.pathway.id}-{kind.id}{ending}"
        wished, _ = QFileDialog.getSaveFileName(
            self._window, kind.title, str(proposed), FILTERS[ending]
        )
        if not wished:
            return None
        out = Path(wished)
        if not ending or out.suffix.lower() == ending:
            return out if ending else out.with_suffix("")
        out = out.with_name(f"{out.name}{ending}")
        # The dialog asked about the name that was typed, and this is another one.
        return out if not out.exists() or self._may_replace(out) else None

    def _may_replace(self, out: Path) -> bool:
        told = f"{out.name} exists already. Replace it?"
        return QMessageBox.question(self._window, "Replace a file", told) == Answer.Yes

    def _folder(self) -> Path:
        """Where the last export went to; the user's documents at first."""
        kept = self._settings.note(FOLDER_NOTE)
        if kept and Path(kept).is_dir():
            return Path(kept)
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place))


def told_of(out: Path, error: Exception) -> str:
    """What went wrong, in one line."""
    if isinstance(error, OSError):
        why = error.strerror or " ".join(str(error).split())
        return f"{out.name} was not written: {why[:1].lower()}{why[1:]}"
    return f"{out.name} was not written: {' '.join(str(error).split())}"
