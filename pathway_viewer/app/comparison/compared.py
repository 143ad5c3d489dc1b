"""Compared: what the headings and the list of a comparison say, composed from both runs."""

from __future__ import annotations

from pathway_viewer.app.comparison.ghosts import LETTERS
from pathway_viewer.app.comparison.second_run import UNCHANGED, Second
from pathway_viewer.app.look import Look
from pathway_viewer.app.opening import clock_label
from pathway_viewer.dynamics.course import Course
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.times import spoken
from pathway_viewer.timeline.comparison import before, now, overall
from pathway_viewer.timeline.origin import origin
from pathway_viewer.timeline.playback import Playback
from pathway_viewer.timeline.what_if_words import tried
from pathway_viewer.widgets.difference_list import Told
from pathway_viewer.widgets.run_heading import RunTitle
from pathway_viewer.widgets.toolbar import short
from pathway_viewer.widgets.wording import moment

Courses = tuple[Course, Course]


def run_words(pathway: Pathway, conditions: Conditions) -> str:
    """A scenario by name, with what is changed about it."""
    label = short(pathway.scenario(conditions.scenario).label)
    changes = ", ".join(one.text for one in tried(pathway, conditions))
    return f"{label} · {changes}" if changes else label


def headings(
    pathway: Pathway, conditions: Conditions, course: Course, second: Second, head: Playback
) -> tuple[RunTitle, RunTitle]:
    """Both headings. Two clocks are allowed, and said plainly."""
    other = run_words(pathway, second.conditions)
    if second.choice == UNCHANGED:
        other += " · nothing changed"
    apart = course.clock.id != second.course.clock.id
    return (
        RunTitle(
            run_words(pathway, conditions),
            clock_label(pathway, conditions),
            ended(course, head),
        ),
        RunTitle(
            other,
            clock_label(pathway, second.conditions),
            ended(second.course, head),
            "not the clock of A" if apart else "",
        ),
    )


def ended(course: Course, head: Playback) -> str:
    """When a run ends that is shorter than the axis, and that its last levels are held."""
    if course.end >= head.axis.end:
        return ""
    when = spoken(course.end)
    return f"ends at {when}" if head.time <= course.end else f"ended at {when}, last levels held"


def now_told(pathway: Pathway, courses: Courses, head: Playback, look: Look) -> tuple[Told, ...]:
    """The differences of the moment."""
    found = now(pathway, courses, head.time, shown(pathway, look), LETTERS)
    doses, word = courses[0].doses, courses[0].clock.dose_word
    when = moment(head.time, origin(doses, word))
    heading = f"{when[:1].upper()}{when[1:]}: change from rest, in percent of the full range"
    return (Told(heading, found),)


def overall_told(pathway: Pathway, courses: Courses, look: Look) -> tuple[Told, ...]:
    """The differences of the whole responses, and of what was there before."""
    nodes = shown(pathway, look)
    heading = "Whole run: the peak, and until when a quarter of it is left"
    told = (Told(heading, overall(pathway, courses, nodes, LETTERS), "Every response is alike."),)
    resting = before(pathway, courses, nodes, LETTERS)
    return (*told, Told("Before anything is given", resting)) if resting else told


def shown(pathway: Pathway, look: Look) -> tuple[str, ...]:
    """The nodes of the layers that are shown."""
    return tuple(str(node.id) for node in pathway.nodes if node.layer in look.layers)
