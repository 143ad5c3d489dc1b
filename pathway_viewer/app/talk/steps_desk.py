"""Steps desk: what is wished of the steps is written into the file, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from pathway_viewer.app.documents import Documents
from pathway_viewer.app.main_window import MainWindow
from pathway_viewer.app.saving import asked_copy, in_one_line, may_be_changed
from pathway_viewer.app.session import Session
from pathway_viewer.app.talk.step_capture import captured
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.loader import UnreadableError
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.rewrite import append_item, order_items, set_texts
from pathway_viewer.model.writing import write_together
from pathway_viewer.timeline.steps import run_of
from pathway_viewer.widgets.steps_panel import StepsPanel, Texts

MOST_UNDONE = 30

Bytes = dict[Path, bytes]


class StepsDesk(QObject):
    """The file is the only place where steps are: each wish is written at once, whole or not.

    Undo writes the files as they were, unless somebody else has changed them since.
    """

    def __init__(self, session: Session, window: MainWindow, documents: Documents) -> None:
        super().__init__(window)
        self._session, self._window, self._documents = session, window, documents
        self._undo: list[tuple[Bytes, Bytes]] = []
        self.panel = panel = StepsPanel()
        window.docks["steps"].setWidget(panel)
        session.pathway_changed.connect(self._show)
        panel.captured.connect(self.capture)
        panel.ordered.connect(self.order)
        panel.told.connect(self.tell)
        panel.shown.connect(self.show_step)
        panel.undone.connect(self.undo)
        if session.pathway is not None:
            self._show(session.pathway)

    def _show(self, pathway: Pathway) -> None:
        path = self._session.path
        own = path is not None and may_be_changed(path)
        where = f"In {path}" if own else "In a copy: this file must stay as it is"
        self.panel.set_steps(pathway.steps, where, bool(self._undo))

    def capture(self) -> None:
        """What is seen now becomes a step, after the one that is chosen."""
        item, pathway = captured(self._session, self._window.diagram), self._session.pathway
        if item is None or pathway is None:
            return
        if self._session.conditions.doses is not None:
            self.panel.tell("A step has no doses of its own: save the run as a scenario first")
            return
        id = str(item["id"])
        ids = [step.id for step in pathway.steps]
        chosen = self.panel.chosen()
        place = ids.index(chosen) + 1 if chosen in ids else len(ids)

        def write(path: Path) -> None:
            append_item(path, "steps", item)
            if place < len(ids):
                order_items(path, "steps", [*ids[:place], id, *ids[place:]])

        if self._write(write):
            self.panel.choose(id)

    def order(self, ids: tuple[str, ...]) -> None:
        """Steps in another order, or without one."""
        if not self._write(lambda path: order_items(path, "steps", ids)):
            self._fall_back()

    def tell(self, id: str, texts: Texts) -> None:
        """Another title, other notes, another question."""
        pathway = self._session.pathway
        step = next((one for one in pathway.steps if one.id == id), None) if pathway else None
        said = zip(("title", "notes", "ask"), texts, strict=True)
        new = {("steps", id, key): text for key, text in said if getattr(step, key, None) != text}
        self._write(lambda path: set_texts(path, new))

    def show_step(self, id: str) -> None:
        """The run and the moment of a step in the window."""
        pathway = self._session.pathway
        step = next((one for one in pathway.steps if one.id == id), None) if pathway else None
        if pathway is not None and step is not None:
            own = Conditions(step.scenario or self._session.conditions.scenario)
            self._session.set_conditions(run_of(pathway, step, own))
            self._session.move(lambda head: head.pause().seek(step.at))
            self._window.diagram.zoom_around(step.camera)

    def undo(self) -> None:
        """The files as they were before the last change."""
        if not self._undo:
            return
        before, after = self._undo.pop()
        try:
            if any(path.read_bytes() != data for path, data in after.items()):
                self.panel.tell("The file was changed by somebody else: nothing was undone")
                return
            write_together(before)
        except OSError as error:
            self.panel.tell(in_one_line(error))
            return
        self._documents.reload()

    def _write(self, change: Callable[[Path], object]) -> bool:
        """A change of the file, or of a copy where the file must stay; whether it was made."""
        path, loaded = self._session.path, self._documents.loaded
        if path is None or loaded is None:
            return False
        try:
            own = may_be_changed(path)
            place = path if own else asked_copy(self._window, self._documents)
            if place is None:
                return False
            files = loaded.files if own else ()
            before = {file: file.read_bytes() for file in files}
            change(place)
            after = {file: file.read_bytes() for file in files}
        except (OSError, ValueError, UnreadableError) as error:
            self.panel.tell(in_one_line(error))
            return False
        if before != after:
            self._undo = [*self._undo[-MOST_UNDONE:], (before, after)]
        return self._opened(place)

    def _opened(self, place: Path) -> bool:
        """The file as it is now; in a copy everything is seen as it was."""
        session = self._session
        run, head, selection = session.conditions, session.playback, session.selection
        if not self._documents.open(place):
            return False
        session.set_conditions(run)
        if head is not None:
            session.move(lambda now: now.seek(head.time))
        session.select(selection)
        return True

    def _fall_back(self) -> None:
        """The list as the file has it; what went wrong stays told."""
        trouble, pathway = self.panel.trouble(), self._session.pathway
        if pathway is not None:
            self._show(pathway)
            self.panel.tell(trouble)
