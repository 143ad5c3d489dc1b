"""Talk view: brings a step to a view, for the audience or for the picture of what comes next."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pathway_viewer.app.look import Look
from pathway_viewer.app.opening import clock_label
from pathway_viewer.dynamics.course import Course
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.look.theme import THEMES
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.story import Step
from pathway_viewer.scene.audience_view import STEP_MS, AudienceView
from pathway_viewer.scene.beside import beside_of, signs_of
from pathway_viewer.scene.overlay import Overlay
from pathway_viewer.timeline.frame import frame_at


@dataclass(frozen=True, eq=False)
class Shown:
    """One step of one pathway on its run; `ghost` is the run without its changes."""

    pathway: Pathway
    look: Look
    step: Step
    conditions: Conditions
    course: Course | None
    ghost: Course | None


def bring(view: AudienceView, shown: Shown, glides: bool = False) -> None:
    """The parts, the light and the camera of a step; the moment is shown by frames."""
    pathway, look, step, run = shown.pathway, shown.look, shown.step, shown.conditions
    focus = (*step.focus, *step.camera)
    view.set_theme(THEMES[look.theme])
    view.set_pathway(pathway, look.layers, Overlay.of(pathway, run, also=focus))
    view.set_clock(clock_label(pathway, run))
    done = shown.course.perturbations if shown.course else ()
    changed = run != Conditions(run.scenario)
    view.set_what_if(changed, frozenset(sign for _, sign in signs_of(done)))
    view.set_legend(look.legend)
    view.set_reduced_motion(look.reduced_motion)
    view.set_lit(frozenset(step.focus))
    view.zoom_around(step.camera, STEP_MS if glides else 0)


def show_moment(view: AudienceView, shown: Shown, hours: float) -> None:
    """The frame of a moment, with what is seen beside it."""
    if shown.course is not None:
        frame = frame_at(shown.pathway, shown.course, hours)
        view.show_frame(frame, beside_of(shown.course, shown.ghost, hours))


def talk_look(look: Look) -> Look:
    """How a talk looks at first: for a projector, without what only a reader needs."""
    return replace(look, theme="projector", numbers=False, legend=False)
