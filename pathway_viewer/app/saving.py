"""Saving: a run kept as a scenario of its file, or of a copy where the file must not change."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from pathway_viewer.app.documents import Documents
from pathway_viewer.app.main_window import MainWindow
from pathway_viewer.app.resources import KINDS, shipped
from pathway_viewer.app.session import Session
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.loader import UnreadableError
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.pushes import Dose, Perturbation
from pathway_viewer.model.rewrite import append_item
from pathway_viewer.model.times import written
from pathway_viewer.timeline.what_if_words import tried
from pathway_viewer.widgets.save_scenario import SaveScenarioDialog


class Saving(QObject):
    """Asks for a name, writes, and runs what was written."""

    def __init__(self, window: MainWindow, session: Session, documents: Documents) -> None:
        super().__init__(window)
        self._window, self._session, self._documents = window, session, documents
        self._dialog: SaveScenarioDialog | None = None

    def save(self) -> None:
        """Opens the dialog; nothing where there is no run."""
        pathway, path = self._session.pathway, self._session.path
        if pathway is None or path is None or not pathway.scenarios:
            return
        words = "; ".join(one.text for one in tried(pathway, self._session.conditions))
        told = f"Keeps this run as a scenario: {words}." if words else "Keeps this run."
        where = f"In {path}" if may_be_changed(path) else "In a copy: this file must stay as it is"
        dialog = SaveScenarioDialog(told, where, lambda name: free_id(pathway, name), self._window)
        dialog.wished.connect(self._write)
        dialog.finished.connect(self.deleteLater)
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        dialog.open()

    def _write(self, name: str) -> None:
        pathway, path, dialog = self._session.pathway, self._session.path, self._dialog
        if pathway is None or path is None or dialog is None:
            return
        item = scenario_item(pathway, self._session.conditions, name)
        try:
            place = path if may_be_changed(path) else asked_copy(self._window, self._documents)
            if place is None:
                return
            append_item(place, "scenarios", item)
        except (OSError, ValueError, UnreadableError) as error:
            dialog.tell(in_one_line(error))
            return
        dialog.accept()
        if self._documents.open(place):
            self._session.set_conditions(Conditions(str(item["id"])))
            self._window.strip.tell(f"Saved as scenario '{name}' in {place}")


def asked_copy(window: QWidget, documents: Documents) -> Path | None:
    """A copy of the whole open pathway where the user wants it, None if they think again.

    OSError where it cannot be written.
    """
    loaded, path = documents.loaded, documents.path
    if loaded is None or path is None:
        return None
    wished, _ = QFileDialog.getSaveFileName(
        window, "Save a copy of the pathway", str(Path.home() / path.name), KINDS
    )
    if not wished:
        return None
    target = Path(wished).with_suffix(Path(wished).suffix or ".yaml")
    copy_pathway(path, loaded.files, target)
    return target


def may_be_changed(path: Path) -> bool:
    """Whether a file is the user's own and can be written."""
    own = not path.resolve().is_relative_to(shipped("pathways").resolve())
    return own and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def copy_pathway(main: Path, files: tuple[Path, ...], target: Path) -> None:
    """The main file under another name with its section files beside it, as they are named in it.

    FileExistsError names the first file that is there already; then nothing is written.
    """
    home = main.resolve().parent
    places = {target: main}
    for file in files:
        if file.resolve() != main.resolve():
            places[target.parent / file.resolve().relative_to(home)] = file
    taken = next((place for place in places if place.exists() and place != target), None)
    if taken is not None:
        raise FileExistsError(f"{taken} exists already: choose another folder")
    for place, file in places.items():
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)


def scenario_item(pathway: Pathway, conditions: Conditions, name: str) -> Mapping[str, object]:
    """A run as the file is to say it: keys in their order, times with their unit."""
    own = pathway.scenario(conditions.scenario)
    words = "; ".join(one.text for one in tried(pathway, conditions))
    doses = own.doses if conditions.doses is None else conditions.doses
    rivals = own.rivals | dict(conditions.rivals)
    pushes = own.perturbations + conditions.perturbations
    item: dict[str, object] = {
        "id": free_id(pathway, name),
        "label": name,
        "clock": own.clock,
        "text": f"{own.text.strip()} What if: {words}." if words else own.text.strip(),
        "end": written(own.end),
        "doses": [dose_item(one) for one in doses],
    }
    if pushes:
        item["perturbations"] = [push_item(one) for one in pushes]
    if rivals:
        item["rivals"] = rivals
    item["like"] = own.like or own.id
    return item


def dose_item(one: Dose) -> dict[str, object]:
    """A dose as the file says it."""
    over = {"over": written(one.over)} if one.over else {}
    return {"amount": one.amount, "at": written(one.at), **over}


def push_item(one: Perturbation) -> dict[str, object]:
    """A perturbation as the file says it."""
    times = {"start": one.start, "end": one.end}
    value = {} if one.value is None else {"value": one.value}
    said = {key: written(hours) for key, hours in times.items() if hours is not None}
    return {"kind": one.kind, "target": one.target, **value, **said}


def free_id(pathway: Pathway, name: str) -> str:
    """A name as an id that no scenario has: 'AMPA blocked' becomes 'ampa-blocked'."""
    stem = stem_of(name, "what-if")
    taken = {one.id for one in pathway.scenarios}
    numbered = (f"{stem}-{count}" for count in range(2, len(taken) + 3))
    return stem if stem not in taken else next(id for id in numbered if id not in taken)


def stem_of(name: str, otherwise: str) -> str:
    """A name in small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or otherwise


def in_one_line(error: Exception) -> str:
    """What went wrong, for a line of a dialog."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename or 'The file'} cannot be written: {error.strerror}"
    return " ".join(str(error).split())
