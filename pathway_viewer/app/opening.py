"""Opening: what a pathway shows at first, before anybody chose and before it is solved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from pathway_viewer.app.look import fitted
from pathway_viewer.dynamics.scenario import UNDOSED_HOURS, Conditions
from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.pushes import Dose
from pathway_viewer.model.story import Chapter
from pathway_viewer.timeline.axis import Axis, ScaleId
from pathway_viewer.timeline.frame import Frame, chapter_at
from pathway_viewer.timeline.origin import origin
from pathway_viewer.timeline.playback import Playback

if TYPE_CHECKING:
    from pathway_viewer.app.session import Session

AT_REST = "at rest"


def first_scenario(pathway: Pathway) -> str:
    """The id of the scenario that is shown first, '' where the file has none."""
    return pathway.scenarios[0].id if pathway.scenarios else ""


def doses_of(pathway: Pathway, conditions: Conditions) -> tuple[Dose, ...]:
    """The doses of a run."""
    if conditions.doses is not None or not conditions.scenario:
        return conditions.doses or ()
    return pathway.scenario(conditions.scenario).doses


def clock_label(pathway: Pathway, conditions: Conditions) -> str:
    """The name of the clock a run is on, '' where nothing is given."""
    if not conditions.scenario:
        return ""
    return pathway.clock(pathway.scenario(conditions.scenario)).label


def story_axis(
    pathway: Pathway, conditions: Conditions, scale: ScaleId, reach: float = 0.0
) -> Axis:
    """The axis of a run: from the first dose or chapter, whichever is earlier, to its end.

    It goes on to `reach` (hours) where another run beside this one lasts longer.
    """
    chapters = pathway.chapters_of(conditions.scenario)
    doses = doses_of(pathway, conditions)
    starts = [0.0, *(chapter.start for chapter in chapters), *(dose.at for dose in doses)]
    own = conditions.scenario
    end = max(pathway.scenario(own).end if own else UNDOSED_HOURS, reach)
    return Axis.of(scale, chapters, min(starts), max(end, min(starts) + 1e-3))


def origin_of(pathway: Pathway, conditions: Conditions) -> str:
    """What the times of a run are counted from, '' where nothing is given at 0."""
    if not conditions.scenario:
        return ""
    clock = pathway.clock(pathway.scenario(conditions.scenario))
    return origin(doses_of(pathway, conditions), clock.dose_word)


def resting_frame(
    pathway: Pathway, time: float, chapters: tuple[Chapter, ...], counted_from: str
) -> Frame:
    """A frame with everything at rest, for the moments before the levels are known."""
    still = np.zeros(len(pathway.nodes))
    return Frame(
        time=time,
        levels=still,
        rest=still,
        changes=still,
        words=(AT_REST,) * len(pathway.nodes),
        flows=np.zeros(len(pathway.edges)),
        chapter=chapter_at(chapters, time),
        caption="",
        origin=counted_from,
    )


def is_as_opened(session: Session) -> bool:
    """Whether everything is as it was when the pathway was opened, and solved."""
    pathway, head = session.pathway, session.playback
    if pathway is None or head is None or session.course is None or session.problems:
        return False
    untouched = Playback(axis=head.axis, time=head.axis.start, chapters=head.chapters)
    first = Conditions(first_scenario(pathway))
    plain = fitted(replace(session.look, layers=frozenset()), None, pathway)
    now = (head, session.conditions, session.look, session.selection)
    return now == (untouched, first, plain, "")
