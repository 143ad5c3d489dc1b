"""What is made once the first frame was seen: panels, tables and pages, joined to their wishes."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pathway_viewer.app.courses import Courses
from pathway_viewer.app.experiments import Experiments
from pathway_viewer.app.panels import Panels
from pathway_viewer.app.rivals_desk import RivalsDesk
from pathway_viewer.app.window_shell import WindowShell

if TYPE_CHECKING:
    from pathway_viewer.app.model_desk import ModelDesk
    from pathway_viewer.app.program import Program


def furnish(program: Program, shell: WindowShell, courses: Courses, icons: Path) -> None:
    """Gives the program its panels, its evidence and the page of its model."""
    program.panels = shell.panels = _panels(program)
    program.desk.furnish(program.panels.what_if)
    program.desk.set_details(program.panels.details)
    program.comparison.ghosts.set_details(program.panels.details)
    program.rivals = _rivals(program, program.panels)
    announcer, where = program.showing.announcer, (program.session, program.window)
    made = Experiments(*where, courses.store, icons, announcer, program.browser.follow)
    program.experiments = shell.experiments = made
    shell.make_model = partial(_model, program, made, courses, icons)
    dock = program.window.docks["steps"]
    dock.visibilityChanged.connect(partial(_steps, program))
    _steps(program, not dock.isHidden())


def _panels(program: Program) -> Panels:
    panels = Panels(program.session, program.window)
    details = panels.details
    for view in (details, panels.outline):
        view.selection_requested.connect(program.commands.select)
    details.command_requested.connect(program.run_action)
    details.link_requested.connect(program.browser.follow)
    panels.what_if.agents.link_activated.connect(program.browser.follow)
    details.copied.connect(program.window.strip.tell)
    return panels


def _steps(program: Program, visible: bool) -> None:
    """The steps are there once somebody looks at them: they bring the writer of files."""
    if visible:
        assert program.present.steps


def _rivals(program: Program, panels: Panels) -> RivalsDesk:
    where, links = (program.session, program.window), program.browser.follow
    toggle = program.actions["rivals"].trigger
    desk = RivalsDesk(*where, program.what_if, program.showing.icons, links, toggle)
    panels.details.link_requested.connect(desk.follow)
    return desk


def _model(program: Program, experiments: Experiments, courses: Courses, icons: Path) -> ModelDesk:
    # Late: nobody reads this page before they ask for it.
    from pathway_viewer.app.model_desk import ModelDesk

    desk = ModelDesk(program.session, program.window, courses, experiments, icons)
    desk.page.selection_requested.connect(program.commands.select)
    desk.page.command_requested.connect(program.run_action)
    desk.page.link_requested.connect(program.browser.follow)
    desk.page.copied.connect(program.window.strip.tell)
    return desk
