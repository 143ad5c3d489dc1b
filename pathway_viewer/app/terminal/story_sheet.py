"""The story as one picture: for a machine without a display."""

from __future__ import annotations

import sys
from pathlib import Path

from pathway_viewer.app.opening import first_scenario, story_axis
from pathway_viewer.app.resources import default_pathway
from pathway_viewer.dynamics.course import Course, solve
from pathway_viewer.dynamics.scenario import Conditions
from pathway_viewer.export.contact_sheet import save_contact_sheet
from pathway_viewer.export.look import Look
from pathway_viewer.model.loader import load
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.timeline.frame import Frame, frame_at


def chapter_frames(pathway: Pathway, course: Course, scenario: str) -> list[Frame]:
    """A frame from the middle of each chapter, as the lecture scale counts."""
    axis = story_axis(pathway, Conditions(scenario), "lecture")
    times = [
        axis.time((axis.position(chapter.start) + axis.position(chapter.end)) / 2)
        for chapter in pathway.chapters_of(scenario)
    ]
    return [frame_at(pathway, course, time) for time in times]


def main(arguments: list[str]) -> int:
    """Write the sheet of the default pathway to the named file."""
    out = Path(arguments[0])
    loaded = load(default_pathway())
    if loaded.pathway is None:
        print(*loaded.problems, sep="\n", file=sys.stderr)
        return 1
    pathway = loaded.pathway
    scenario = first_scenario(pathway)
    frames = chapter_frames(pathway, solve(pathway, Conditions(scenario)), scenario)
    try:
        save_contact_sheet(pathway, frames, Look(clock=pathway.scenario(scenario).label), out)
    except OSError as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{out}: {len(frames)} chapters", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
