"""Model desk: the page about the teaching model, with what only a run can tell of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from pathway_viewer.app.courses import Courses
from pathway_viewer.app.experiments import Experiments
from pathway_viewer.app.main_window import MainWindow
from pathway_viewer.app.numbering import numbering
from pathway_viewer.app.opening import clock_label
from pathway_viewer.app.references import printers
from pathway_viewer.app.resources import shipped
from pathway_viewer.app.session import Session
from pathway_viewer.app.terminal.constants_document import constants
from pathway_viewer.citations.bibliography import Bibliography
from pathway_viewer.dynamics.agreement import Mark, marks
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.widgets.citer import Citer
from pathway_viewer.widgets.explain_model import Tally, explain_model
from pathway_viewer.widgets.icons import Icons
from pathway_viewer.widgets.model_page import ModelPage, Part

WRITTEN = "model.md"
BORDER = "<!--"
"""What follows in the document is about the file that comes with the program."""


class ModelDesk(QObject):
    """Made when first asked for. Times are held against the untouched runs, never a what-if."""

    def __init__(
        self,
        session: Session,
        window: MainWindow,
        courses: Courses,
        experiments: Experiments,
        icons: Path,
    ) -> None:
        super().__init__(window)
        self._session, self._courses, self._experiments = session, courses, experiments
        self._icons = icons
        theme = session.look.worn
        self.page = ModelPage(theme, window, window.toolbar, window.statusBar(), self._document)
        self.page.closed.connect(window.diagram.setFocus)
        session.look_changed.connect(self._show_look)
        session.course_changed.connect(self._follow)
        experiments.runs.came.connect(self._follow)
        self._known: Pathway | None = None
        self._show_look()

    def toggle(self) -> None:
        """Shows the page, or goes back to the diagram."""
        if not self.page.isHidden():
            self.page.leave()
            return
        self._experiments.begin()
        self.show()
        self.page.enter()

    def show(self) -> None:
        """What is said of the model as it stands at present."""
        pathway = self._session.pathway
        if pathway is None:
            return
        numbers = numbering(pathway)
        if pathway is not self._known:
            self._known = pathway
            self.page.forget_documents()
            bibliography = Bibliography(pathway.references)
            self.page.set_bibliography(bibliography.html, printers(pathway, bibliography, numbers))
        clock = clock_label(pathway, self._session.conditions)
        found = self._marks(pathway)
        explained = explain_model(pathway, Citer(numbers), clock, found, self._tally(pathway))
        self.page.show_explanation(explained, numbers)

    def _marks(self, pathway: Pathway) -> tuple[Mark, ...]:
        needed = {stage.scenario for stage in pathway.stages}
        try:
            solved = {id: self._courses.solved(pathway, Conditions(id)) for id in needed}
        except ValueError:
            # Told by the banner already: without a run there is nothing to hold against times.
            return ()
        return marks(pathway, solved)

    def _tally(self, pathway: Pathway) -> Tally | None:
        if not pathway.experiments:
            return None
        rows = self._experiments.outcomes()
        judged = [one for one in rows if one.expressible]
        silent = sum(bool(one.not_expressible) for one in pathway.experiments)
        return Tally(
            agree=sum(one.agrees for one in judged),
            run=len(judged),
            silent=silent,
            waiting=len(pathway.experiments) - silent - len(judged),
        )

    def _document(self, part: Part) -> str:
        """A part that is a document: the equations are every file's, the constants its own."""
        if part == "constants":
            return constants(self._session.pathway) if self._session.pathway else ""
        try:
            text = shipped("docs", WRITTEN).read_text(encoding="utf-8").partition(BORDER)[0]
        except FileNotFoundError:
            return "This document does not come with this installation."
        return "\n".join(line for line in text.splitlines() if not line.startswith("!["))

    def _follow(self) -> None:
        """A page that nobody sees is set when it is opened again."""
        if not self.page.isHidden():
            self.show()

    def _show_look(self) -> None:
        theme = self._session.look.worn
        self.page.set_theme(theme)
        self.page.set_icons(Icons.of(self._icons, theme))
        self.page.forget_documents()
        self._follow()
