"""The other run in lanes and curves is the compared one, else the one without the changes."""

from __future__ import annotations

from pathway_viewer.app.program import Program
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pushes import Perturbation

BLOCK = Conditions("single", perturbations=(Perturbation(kind="block", target="relay"),))


def test_a_change_leaves_the_unchanged_run_behind_it(program: Program) -> None:
    chart, ghosts = program.window.timeline.chart, program.comparison.ghosts
    assert chart._story.ghost is ghosts.shown is None
    program.session.set_conditions(BLOCK)
    assert ghosts.shown is not None
    assert chart._story.ghost is ghosts.shown
    assert ghosts.shown.course is ghosts.shown.untouched is program.session.ghost
    assert ghosts.shown.letters == ("", "")
    program.session.reset()
    assert chart._story.ghost is ghosts.shown is None


def test_a_compared_run_comes_first_and_goes_again(program: Program) -> None:
    ghosts = program.comparison.ghosts
    program.session.set_conditions(BLOCK)
    program.comparison.commands.compare_with("rat")
    assert ghosts.shown is not None
    assert ghosts.shown.letters == ("A", "B")
    assert "rodent clock" in ghosts.shown.told
    assert ghosts.shown.untouched is program.session.ghost
    program.comparison.commands.leave()
    assert ghosts.shown.course is program.session.ghost


def test_a_drag_does_not_draw_the_same_ghost_again(program: Program) -> None:
    program.session.set_conditions(BLOCK)
    before = program.comparison.ghosts.shown
    push = Perturbation(kind="scale", target="relay", value=0.5)
    program.session.set_conditions(Conditions("single", perturbations=(push,)))
    assert program.comparison.ghosts.shown is before
